//! Why a request is refused, and what it is told.

use std::{borrow::Cow, fmt, time::Duration};

use http::{HeaderValue, StatusCode};
use stytch_core::{Error, ErrorKind};

use super::Malformed;

/// When to come back, if the service does not say.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It presents no credential: 401.
    LoginRequired,
    /// Its credential is not good, or no longer: 401.
    InvalidCredential,
    /// Its credential can't be told: 400 for a header, 401 for cookies.
    Malformed(Malformed),
    /// It would write with a session that came by cookie, and does not come from the app's own pages:
    /// 403.
    CrossOrigin,
    /// It is known whose it is, and that is not allowed: 403.
    Forbidden,
    /// The token lacks a scope: 403.
    InsufficientScope,
    /// The API refuses a call of the handler for what was asked: 404, 409 or 429 if that is what the
    /// API says, and otherwise 400.
    Refused,
    /// It can't be told now, since the keys, the policy or the API can't be reached: 503.
    Unavailable,
    /// Something is wrong with the app: its project id or secret, or how it is put together: 500.
    Misconfigured,
}

/// The refusal of a request.
///
/// What the visitor is told is made of the reason alone; [`error`](Self::error) is for the log.
#[derive(Clone)]
pub struct Refusal {
    reason: Reason,
    scopes: Vec<&'static str>,
    resource_metadata: Option<Cow<'static, str>>,
    /// It is about an access token, not about a login.
    of_token: bool,
    error: Option<Error>,
}

impl Refusal {
    /// A refusal for this reason.
    #[must_use]
    pub fn new(reason: Reason) -> Self {
        Self {
            reason,
            scopes: Vec::new(),
            resource_metadata: None,
            of_token: false,
            error: None,
        }
    }

    /// 403, for a rule of the app's own.
    #[must_use]
    pub fn forbidden() -> Self {
        Self::new(Reason::Forbidden)
    }

    /// 403, since the token lacks scopes.
    #[must_use]
    pub fn insufficient_scope(scopes: impl IntoIterator<Item = &'static str>) -> Self {
        let scopes = scopes.into_iter().collect();
        Self {
            scopes,
            ..Self::new(Reason::InsufficientScope)
        }
    }

    /// What a failed check of a credential means for the request. Nobody is sent to log in who could
    /// not change anything by that: while the API can't be reached, or refuses the app itself.
    #[must_use]
    pub fn of_check(error: Error) -> Self {
        let reason = if error.needs_login() {
            Reason::InvalidCredential
        } else if error.is_forbidden() {
            Reason::Forbidden
        } else if error.is_retryable() {
            Reason::Unavailable
        } else {
            Reason::Misconfigured
        };
        Self {
            error: Some(error),
            ..Self::new(reason)
        }
    }

    /// Says in the challenge where the metadata of the protected resource are (RFC 9728, section 5.1).
    #[must_use]
    pub fn with_resource_metadata(mut self, url: Option<Cow<'static, str>>) -> Self {
        self.resource_metadata = url;
        self
    }

    /// Speaks of an access token: a program has no login that could have ended.
    pub(crate) fn of_token(self) -> Self {
        Self {
            of_token: true,
            ..self
        }
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// What has failed, if something has.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self.reason {
            Reason::LoginRequired
            | Reason::InvalidCredential
            | Reason::Malformed(Malformed::Cookie) => StatusCode::UNAUTHORIZED,
            Reason::Malformed(_) => StatusCode::BAD_REQUEST,
            Reason::CrossOrigin | Reason::Forbidden | Reason::InsufficientScope => {
                StatusCode::FORBIDDEN
            }
            Reason::Refused => match self.error.as_ref().and_then(Error::status) {
                Some(
                    status @ (StatusCode::NOT_FOUND
                    | StatusCode::CONFLICT
                    | StatusCode::TOO_MANY_REQUESTS),
                ) => status,
                _ => StatusCode::BAD_REQUEST,
            },
            Reason::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Reason::Misconfigured => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name for programs, from the registries of OAuth and OpenID Connect where these have one.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::LoginRequired => "login_required",
            Reason::InvalidCredential => "invalid_token",
            Reason::Malformed(_) | Reason::Refused => "invalid_request",
            Reason::CrossOrigin => "cross_origin",
            Reason::Forbidden => "access_denied",
            Reason::InsufficientScope => "insufficient_scope",
            Reason::Unavailable => "temporarily_unavailable",
            Reason::Misconfigured => "server_error",
        }
    }

    /// What people are told.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self.reason {
            Reason::LoginRequired if self.of_token => "Send an access token.",
            Reason::LoginRequired => "Log in first.",
            Reason::InvalidCredential if self.of_token => {
                "The access token has ended or is not valid here."
            }
            Reason::InvalidCredential => "The login has ended or is not valid. Log in again.",
            Reason::Malformed(Malformed::Header) => {
                "Send one header `Authorization: Bearer` with one token."
            }
            Reason::Malformed(_) => "The cookies of the login are not valid. Log in again.",
            Reason::CrossOrigin => "The request does not come from a page of this site.",
            Reason::Forbidden => "You are not allowed to do this.",
            Reason::InsufficientScope => "The token does not permit this.",
            Reason::Refused => "This can't be done.",
            Reason::Unavailable => "The login can't be checked now. Try again in a moment.",
            Reason::Misconfigured => "Something is wrong on our side.",
        }
    }

    /// Whether a login would help.
    #[must_use]
    pub fn needs_login(&self) -> bool {
        self.status() == StatusCode::UNAUTHORIZED
    }

    /// How long to wait, for a refusal that time cures.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        (self.reason == Reason::Unavailable).then(|| {
            let given = self.error.as_ref().and_then(Error::retry_after);
            given.unwrap_or(RETRY_AFTER).max(Duration::from_secs(1))
        })
    }

    /// The value of `WWW-Authenticate` (RFC 6750, section 3), for what concerns the credential.
    #[must_use]
    pub fn challenge(&self) -> Option<HeaderValue> {
        // who has sent no credential is told no error (RFC 6750, section 3.1)
        let error = match self.reason {
            Reason::LoginRequired => None,
            Reason::InvalidCredential | Reason::Malformed(_) | Reason::InsufficientScope => {
                Some(self.code())
            }
            _ => return None,
        };
        let mut text = String::from("Bearer");
        let scopes = (!self.scopes.is_empty()).then(|| self.scopes.join(" "));
        let parameters = [
            ("error", error),
            ("scope", scopes.as_deref()),
            ("resource_metadata", self.resource_metadata.as_deref()),
        ];
        let mut separator = ' ';
        for (name, value) in parameters {
            let Some(value) = value else { continue };
            text.push(separator);
            text.push_str(name);
            text.push_str("=\"");
            text.extend(value.chars().filter(|letter| !matches!(letter, '"' | '\\')));
            text.push('"');
            separator = ',';
        }
        HeaderValue::try_from(text).ok()
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("reason", &self.reason)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.as_ref().map(|error| error as _)
    }
}

/// What a failed call of a handler means for the request: as for a check, but what the API refuses for
/// the values that were sent is a 400, since they are the visitor's as a rule.
impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let mut refusal = Self::of_check(error);
        if refusal.reason == Reason::Misconfigured
            && let Some(error) = &refusal.error
            && is_about_values(error)
        {
            refusal.reason = Reason::Refused;
        }
        refusal
    }
}

fn is_about_values(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::InvalidRequest => true,
        ErrorKind::Api if !error.is_bad_credentials() => error
            .status()
            .is_some_and(|status| status.is_client_error()),
        _ => false,
    }
}
