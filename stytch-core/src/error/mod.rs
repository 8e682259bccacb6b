//! The one error type of all calls.

mod api;
mod authorization;
mod build;
mod error_type;
mod format;
mod kind;
mod predicates;
mod token;

use std::{borrow::Cow, sync::Arc, time::Duration};

use http::StatusCode;

pub(crate) use api::ApiBody;
pub use authorization::AuthorizationError;
pub use error_type::ErrorType;
pub(crate) use error_type::Meaning;
pub use kind::ErrorKind;
pub use token::{Claim, TokenError};

use crate::JsonObject;

/// Everything that can go wrong in a call or a local check.
///
/// [`kind`](Self::kind) says what happened; the accessors give what is known about it, and `None`
/// where nothing is. The predicates answer what apps usually want to know.
///
/// # What a guard does
///
/// Ask in this order:
///
/// | predicate | whose move | an app | an API |
/// |---|---|---|---|
/// | [`needs_login`](Self::needs_login) | the person's | shows the login page | 401 |
/// | [`is_forbidden`](Self::is_forbidden) | nobody's | says that it is not allowed | 403 |
/// | [`is_retryable`](Self::is_retryable) | time's | asks to come back soon | 503, with [`retry_after`](Self::retry_after) |
/// | none of these, [`is_bad_credentials`](Self::is_bad_credentials) among them | the operator's | says that something is broken | 500, and an alarm |
///
/// ```
/// # use stytch_core::Error;
/// fn status(error: &Error) -> u16 {
///     if error.needs_login() {
///         401
///     } else if error.is_forbidden() {
///         403
///     } else if error.is_retryable() {
///         503
///     } else {
///         500
///     }
/// }
/// ```
///
/// The feature `testing` makes errors of all these kinds, see `testing::error`.
///
/// # What a log shows
///
/// `Display` is one line fit for a log: the type of the error, its message, the operation, the HTTP
/// status and the request id, which the vendor's support asks for; at its end, where a connection or
/// a check failed, the innermost cause. Neither `Display` nor `Debug` shows secrets or values of the
/// body that failed to decode. Causes chain through [`source`](std::error::Error::source).
///
/// Cloning is cheap enough to hand one failure to many waiting tasks.
#[derive(Clone)]
pub struct Error(Box<Repr>);

/// What is known about a failure. Private, so that it can grow.
#[derive(Clone)]
struct Repr {
    kind: ErrorKind,
    message: Cow<'static, str>,
    operation: Option<&'static str>,
    status: Option<StatusCode>,
    request_id: Option<Box<str>>,
    error_type: Option<ErrorType>,
    error_url: Option<Box<str>>,
    details: Option<JsonObject>,
    retry_after: Option<Duration>,
    attempts: u32,
    field: Option<Cow<'static, str>>,
    json_path: Option<Box<str>>,
    content_type: Option<Box<str>>,
    reason: Option<Reason>,
    timed_out: bool,
    untrusted: bool,
    /// The request may have been acted upon, whatever the rest says of the last attempt.
    acted: bool,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// The reason behind a failed local check.
#[derive(Clone)]
enum Reason {
    Token(TokenError),
    Authorization(AuthorizationError),
}

impl Error {
    /// What kind of failure this is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed, such as `organizations.members.delete`.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The HTTP status of the answer; `None` when there was no answer.
    ///
    /// Troubleshooting: 401 from every call means wrong credentials, or live credentials against
    /// the test address. 403 with a member session means that the member lacks the permission.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The service's id of this request. Quote it to the vendor's support.
    ///
    /// `None` means that the answer carried none, so it is likely not the service's own: look at
    /// proxies and gateways on the way.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The vendor's name for what went wrong, such as `session_not_found`. The one to branch on:
    /// messages change.
    ///
    /// Answers of the OAuth endpoints name it in another field (`error`), which ends up here too.
    #[must_use]
    pub fn error_type(&self) -> Option<&ErrorType> {
        self.0.error_type.as_ref()
    }

    /// What went wrong, for a developer: the service's words if it gave any. Not made for end
    /// users, and not stable.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The address of the vendor's page about this error.
    #[must_use]
    pub fn error_url(&self) -> Option<&str> {
        self.0.error_url.as_deref()
    }

    /// Details that the service attached, such as which password rule was broken. Empty for most
    /// errors.
    #[must_use]
    pub fn details(&self) -> Option<&JsonObject> {
        self.0.details.as_ref()
    }

    /// How long the service asks to wait before the next try.
    ///
    /// The client waits by itself within its retry policy. When this error arrives, the policy is
    /// exhausted or the wait is longer than the policy or the deadline allows: slow down for at
    /// least this long. A week at most.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many times the request was sent, or tried to be; 0 when it was refused before that.
    ///
    /// Troubleshooting: 1 for a failure that looks worth a retry means that the operation must not
    /// be repeated, that retries are off, or that the retry budget is spent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The field, parameter or setting that can't be used, for [`ErrorKind::InvalidRequest`] and
    /// [`ErrorKind::Configuration`].
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// Where in the body the value stands that could not be decoded, such as
    /// `$.organization.members[3].created_at`; for [`ErrorKind::Decode`].
    ///
    /// Troubleshooting: the message says what was expected and which kind of value was found. The
    /// type of a field changed, or something on the way rewrites bodies.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }

    /// The `Content-Type` of an answer that is not the service's own.
    ///
    /// Troubleshooting: `text/html` is a page of a proxy, a gateway or a login portal.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.content_type.as_deref()
    }

    /// Why a token is refused, for [`ErrorKind::Token`].
    #[must_use]
    pub fn token_error(&self) -> Option<&TokenError> {
        match &self.0.reason {
            Some(Reason::Token(reason)) => Some(reason),
            _ => None,
        }
    }

    /// Why the caller is not allowed to do this, for [`ErrorKind::Authorization`].
    #[must_use]
    pub fn authorization_error(&self) -> Option<&AuthorizationError> {
        match &self.0.reason {
            Some(Reason::Authorization(reason)) => Some(reason),
            _ => None,
        }
    }

    /// The error of the fetch that a check needed, for [`ErrorKind::CheckUnavailable`].
    fn fetch_error(&self) -> Option<&Self> {
        let source = self.0.source.as_deref()?;
        let source: &(dyn std::error::Error + 'static) = source;
        source.downcast_ref()
    }

    pub(crate) fn timed_out(&self) -> bool {
        self.0.timed_out
    }

    /// Whether the request may have been acted upon, whatever the last attempt came to.
    pub(crate) fn acted(&self) -> bool {
        self.0.acted
    }

    /// Whether the other side's certificate was refused, which no retry changes.
    pub(crate) fn untrusted(&self) -> bool {
        self.0.untrusted
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match (&self.0.source, &self.0.reason) {
            (Some(source), _) => Some(&**source),
            (None, Some(Reason::Token(reason))) => Some(reason),
            (None, Some(Reason::Authorization(reason))) => Some(reason),
            (None, None) => None,
        }
    }
}
