//! Errors as calls and checks give them.

use std::time::Duration;

use http::StatusCode;

use crate::{
    AuthorizationError, Error, ErrorKind, ErrorType, JsonObject, TokenError, error::ApiBody,
};

/// An error, made by hand: for an app that hides the client behind a trait of its own and wants to
/// see how it takes a failure.
///
/// It begins as a refusal of the service, HTTP 400 with a request id and without an error type.
///
/// ```
/// # use stytch_core::{ErrorKind, TokenError, testing};
/// let gone = testing::error().status(404).error_type("session_not_found").build();
/// assert!(gone.needs_login());
///
/// let stale = testing::error().token(TokenError::TooOld).build();
/// assert!(stale.needs_login());
///
/// let busy = testing::error().status(429).error_type("too_many_requests").build();
/// assert!(busy.is_retryable());
///
/// // the key set could not be fetched, since nothing answered
/// let outage = testing::error().kind(ErrorKind::Connect).check_unavailable().build();
/// assert!(outage.is_retryable() && !outage.needs_login());
/// ```
pub fn error() -> ErrorBuilder {
    ErrorBuilder {
        what: What::Api,
        of_fetch: false,
        status: StatusCode::BAD_REQUEST,
        body: ApiBody {
            message: "made for a test".to_owned(),
            request_id: Some("request-id-test-1".into()),
            ..ApiBody::default()
        },
        retry_after: None,
        attempts: 1,
        operation: None,
    }
}

/// An error in the making; [`error`] begins one.
#[derive(Debug)]
#[must_use = "an error is made by `build`"]
pub struct ErrorBuilder {
    what: What,
    /// Whether it is what kept a check from being made.
    of_fetch: bool,
    status: StatusCode,
    body: ApiBody,
    retry_after: Option<Duration>,
    attempts: u32,
    operation: Option<&'static str>,
}

#[derive(Debug)]
enum What {
    Api,
    Token(TokenError),
    Authorization(AuthorizationError),
    Other(ErrorKind),
}

impl ErrorBuilder {
    /// The HTTP status of the answer.
    ///
    /// # Panics
    ///
    /// When it is no HTTP status.
    pub fn status(mut self, status: u16) -> Self {
        let status = StatusCode::from_u16(status);
        self.status = status.unwrap_or_else(|_| panic!("not an HTTP status"));
        self
    }

    /// The vendor's name for what went wrong.
    pub fn error_type(mut self, error_type: impl Into<ErrorType>) -> Self {
        self.body.error_type = Some(error_type.into());
        self
    }

    /// What went wrong, for a developer.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.body.message = message.into();
        self
    }

    /// The details that the service attached.
    pub fn details(mut self, details: JsonObject) -> Self {
        self.body.details = Some(details);
        self
    }

    /// The service's id of the request.
    pub fn request_id(mut self, id: &str) -> Self {
        self.body.request_id = Some(id.into());
        self
    }

    /// How long the service asks to wait.
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// How often the request was sent.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The operation that failed, such as `passwords.authenticate`.
    pub fn operation(mut self, operation: &'static str) -> Self {
        self.operation = Some(operation);
        self
    }

    /// Makes it the refusal of a token by a local check.
    pub fn token(mut self, reason: TokenError) -> Self {
        self.what = What::Token(reason);
        self
    }

    /// Makes it a refusal by a local check of permissions.
    pub fn authorization(mut self, reason: AuthorizationError) -> Self {
        self.what = What::Authorization(reason);
        self
    }

    /// Makes it a local check that could not be made, since the key set could not be fetched for the
    /// failure that is described here.
    pub fn check_unavailable(mut self) -> Self {
        self.of_fetch = true;
        self
    }

    /// Makes it a failure of another kind, such as [`ErrorKind::Timeout`]. Only those that come with
    /// an answer keep status and request id.
    pub fn kind(self, kind: ErrorKind) -> Self {
        let what = match kind {
            ErrorKind::Api => What::Api,
            ErrorKind::Token => What::Token(TokenError::Expired),
            ErrorKind::Authorization => What::Authorization(AuthorizationError::NotPermitted),
            ErrorKind::CheckUnavailable => return self.check_unavailable(),
            other => What::Other(other),
        };
        Self { what, ..self }
    }

    /// Makes the error.
    #[must_use]
    pub fn build(self) -> Error {
        let mut error = match self.what {
            What::Token(reason) => return Error::token(reason),
            What::Authorization(reason) => return Error::authorization(reason),
            What::Api => Error::api(self.status, self.body),
            What::Other(kind) => {
                let error = Error::new(kind, self.body.message);
                let answered = matches!(
                    kind,
                    ErrorKind::UnexpectedResponse | ErrorKind::Decode | ErrorKind::MissingProof
                );
                if answered {
                    let error = error.with_status(self.status);
                    error.with_request_id(self.body.request_id)
                } else {
                    error
                }
            }
        };
        if let Some(operation) = self.operation {
            error = error.with_operation(operation);
        }
        error = error
            .with_attempts(self.attempts)
            .with_retry_after(self.retry_after);
        if self.of_fetch {
            return Error::check_unavailable("the key set", error);
        }
        error
    }
}
