//! How errors come about, inside this crate.

use std::{borrow::Cow, error::Error as StdError, sync::Arc, time::Duration};

use http::StatusCode;

use super::{ApiBody, AuthorizationError, Error, ErrorKind, Reason, Repr, TokenError};
use crate::wire::Problem;

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Repr {
            kind,
            message: message.into(),
            operation: None,
            status: None,
            request_id: None,
            error_type: None,
            error_url: None,
            details: None,
            retry_after: None,
            attempts: 0,
            field: None,
            json_path: None,
            content_type: None,
            reason: None,
            timed_out: false,
            untrusted: false,
            acted: false,
            source: None,
        }))
    }

    /// A value of a request that can't be sent.
    pub(crate) fn invalid_request(
        field: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        let mut error = Self::new(ErrorKind::InvalidRequest, message);
        error.0.field = Some(field.into());
        error
    }

    /// A setting that can't be used.
    pub(crate) fn configuration(
        setting: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        let mut error = Self::new(ErrorKind::Configuration, message);
        error.0.field = Some(setting.into());
        error
    }

    /// An answer that says what was wrong.
    pub(crate) fn api(status: StatusCode, body: ApiBody) -> Self {
        let message = match body.message {
            message if message.is_empty() => Cow::from("the service gave no message"),
            message => Cow::from(message),
        };
        let mut error = Self::new(ErrorKind::Api, message);
        error.0.status = Some(status);
        error.0.error_type = body.error_type;
        error.0.error_url = body.url;
        error.0.details = body.details;
        error.0.request_id = body.request_id;
        error
    }

    /// A body that does not fit the type.
    pub(crate) fn decode(problem: Problem) -> Self {
        let mut error = Self::new(ErrorKind::Decode, problem.what);
        error.0.json_path = Some(problem.path.into());
        error
    }

    pub(crate) fn token(reason: TokenError) -> Self {
        let mut error = Self::new(ErrorKind::Token, reason.to_string());
        error.0.reason = Some(Reason::Token(reason));
        error
    }

    pub(crate) fn authorization(reason: AuthorizationError) -> Self {
        let mut error = Self::new(ErrorKind::Authorization, reason.to_string());
        error.0.reason = Some(Reason::Authorization(reason));
        error
    }

    /// What a local check needs, such as `the key set`, can't be fetched. Facts about the failed
    /// fetch are taken over.
    pub(crate) fn check_unavailable(what: &str, source: Self) -> Self {
        let mut error = Self::new(
            ErrorKind::CheckUnavailable,
            format!("{what} could not be fetched"),
        );
        let fetch = &*source.0;
        error.0.operation = fetch.operation;
        error.0.status = fetch.status;
        error.0.request_id.clone_from(&fetch.request_id);
        error.0.error_type.clone_from(&fetch.error_type);
        error.0.error_url.clone_from(&fetch.error_url);
        error.0.retry_after = fetch.retry_after;
        error.0.attempts = fetch.attempts;
        error.0.timed_out = source.is_timeout();
        error.with_source(source)
    }

    pub(crate) fn with_operation(mut self, operation: &'static str) -> Self {
        self.0.operation = Some(operation);
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_request_id(mut self, id: Option<impl Into<Box<str>>>) -> Self {
        if let Some(id) = id {
            self.0.request_id = Some(id.into());
        }
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    pub(crate) fn with_content_type(mut self, content_type: Option<&str>) -> Self {
        self.0.content_type = content_type.map(Into::into);
        self
    }

    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    pub(crate) fn with_untrusted(mut self, untrusted: bool) -> Self {
        self.0.untrusted = untrusted;
        self
    }

    /// Says that the request may have been acted upon, where the kind and the status of the failure
    /// say the opposite: an earlier attempt left it open.
    pub(crate) fn with_acted(mut self) -> Self {
        self.0.acted = true;
        self
    }

    pub(crate) fn with_timed_out(mut self, timed_out: bool) -> Self {
        self.0.timed_out = timed_out;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_failed_fetch_is_known_of_the_check() {
        let broken = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        let connect = |message| Error::new(ErrorKind::Connect, message).with_attempts(1);
        let fetch = connect("no connection could be made").with_source(broken);
        assert_eq!(
            Error::check_unavailable("the key set", fetch).to_string(),
            "check_unavailable: the key set could not be fetched: \
             connect: no connection could be made: connection refused"
        );
        let late = Error::check_unavailable("the policy", connect("no").with_timed_out(true));
        assert!(late.is_timeout() && late.is_retryable() && !late.is_connect());
        let untrusted = Error::check_unavailable("the policy", connect("no").with_untrusted(true));
        assert!(!untrusted.is_timeout() && !untrusted.is_retryable());
    }
}
