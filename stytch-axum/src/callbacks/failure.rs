//! Why a step of a login has led nowhere.

use std::fmt;

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};
use stytch_core::{Error, ErrorKind, ErrorType};

use super::PasswordReset;
use crate::web::fields::Odd;

/// What went wrong, as far as a page has something else to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The address or the form is none of the service's or the app's: cut, changed, or with a value
    /// twice. Nothing was asked of the service.
    Malformed,
    /// The request comes from another site. Nothing was asked of the service.
    CrossSite,
    /// The identity provider sends an error in place of a token; `access_denied` if the person has
    /// changed their mind.
    Provider,
    /// The link, or the way back from the provider, has been used or has ended: it takes a new one.
    Spent,
    /// The login was begun in another browser, which has the PKCE verifier; or too long ago; or without
    /// PKCE, which [`Callbacks::require_pkce`](super::Callbacks::require_pkce) asks for.
    OtherBrowser,
    /// The code is wrong, has ended or was used before; the login goes on with another code.
    WrongCode,
    /// The login took longer than ten minutes, and begins anew.
    Expired,
    /// What was shown so far proves nothing in this organization, as a login over the single sign-on of
    /// another: it takes a login there.
    InsufficientFactors,
    /// The password is too easy to guess, or known from a leak; another one will do.
    Password,
    /// The service does not take a value, such as the name of an organization.
    Invalid,
    /// The person is known and may not come in, such as to an organization that they were not
    /// invited to.
    NotAllowed,
    /// Too much was tried; later it may work again.
    TooMany,
    /// The service can't be reached. The link may still work.
    Unavailable,
    /// The app is at fault: its credentials or settings are wrong. Nobody can log in.
    Broken,
}

impl Cause {
    /// Of a refusal by the service.
    pub(crate) fn of(error: &Error, at: Step) -> Self {
        if let Some(cause) = error.error_type().and_then(|name| Self::of_type(name, at)) {
            return cause;
        }
        match error.kind() {
            // an empty value, or one that no URL can hold
            ErrorKind::InvalidRequest => Self::Malformed,
            _ if error.needs_login() => at.wrong_proof(),
            _ if error.is_bad_credentials() => Self::Broken,
            _ if error.is_forbidden() => Self::NotAllowed,
            _ if error.is_rate_limited() => Self::TooMany,
            _ if error.is_retryable() || error.is_server_error() => Self::Unavailable,
            ErrorKind::Connect => Self::Unavailable,
            ErrorKind::Api => Self::Invalid,
            _ => Self::Broken,
        }
    }

    fn of_type(name: &ErrorType, at: Step) -> Option<Self> {
        Some(match name {
            ErrorType::PkceExpectedCodeVerifier | ErrorType::PkceMismatch => Self::OtherBrowser,
            ErrorType::IntermediateSessionNotFound
            | ErrorType::InvalidIntermediateSessionTokenForOrganization => Self::Expired,
            ErrorType::InsufficientFactors | ErrorType::InsufficientFactorsForSessionExchange => {
                Self::InsufficientFactors
            }
            ErrorType::WeakPassword | ErrorType::BreachedPassword => Self::Password,
            ErrorType::UserLockLimitReached => Self::TooMany,
            ErrorType::ActionNotAllowedEmailDomainIsClaimed
            | ErrorType::EmailJitProvisioningNotAllowed
            | ErrorType::InvalidEmailForJitProvisioning
            | ErrorType::OauthTenantJitProvisioningNotAllowed
            | ErrorType::OperationRestrictedByOrganizationAuthMethods
            | ErrorType::OperationRestrictedByOrganizationMfaMethods => Self::NotAllowed,
            ErrorType::ExpiredTotp => at.wrong_proof(),
            other => match other.as_str() {
                "invalid_connection_for_jit_provisioning"
                | "invalid_oauth_tenant_for_jit_provisioning" => Self::NotAllowed,
                _ => return None,
            },
        })
    }

    /// What the answer says, unless the app has something else in mind.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Malformed | Self::Provider => StatusCode::BAD_REQUEST,
            Self::CrossSite | Self::NotAllowed | Self::InsufficientFactors => StatusCode::FORBIDDEN,
            Self::Spent | Self::OtherBrowser | Self::Expired => StatusCode::GONE,
            Self::WrongCode | Self::Password | Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// One sentence for the person, in English.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Malformed => "This address is not complete.",
            Self::CrossSite => "This request came from another site.",
            Self::Provider => "The login was not completed at the provider.",
            Self::Spent => "This link has been used already, or is too old.",
            Self::OtherBrowser => "Please open the link in the browser where the login began.",
            Self::WrongCode => "This code is wrong or too old.",
            Self::Expired => "The login took too long. Please begin again.",
            Self::InsufficientFactors => "Please log in to this organization directly.",
            Self::Password => "This password is too easy to guess, or known from a leak.",
            Self::Invalid => "This can't be accepted as it is.",
            Self::NotAllowed => "You are not allowed in here.",
            Self::TooMany => "That was tried too often. Please wait a while.",
            Self::Unavailable => "Logging in does not work at the moment. Please try again.",
            Self::Broken => "Something is broken on our side.",
        }
    }
}

/// Where in a login something was asked of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A token of an address, or one that a form has from there.
    Link,
    /// A code that a person has typed.
    Code,
    /// A choice that goes with what has been proven already.
    Choice,
}

impl Step {
    /// What it means that the service does not take the proof.
    const fn wrong_proof(self) -> Cause {
        match self {
            Self::Link => Cause::Spent,
            Self::Code => Cause::WrongCode,
            Self::Choice => Cause::Expired,
        }
    }
}

/// A step of a login that has led nowhere. Nobody was logged in by it, and nobody logged out.
#[derive(Clone)]
pub struct Failure {
    cause: Cause,
    provider_error: Option<String>,
    slug: Option<String>,
    password_reset: Option<PasswordReset>,
    error: Option<Error>,
}

impl Failure {
    pub(crate) fn new(cause: Cause) -> Self {
        Self {
            cause,
            provider_error: None,
            slug: None,
            password_reset: None,
            error: None,
        }
    }

    pub(crate) fn of(error: Error, at: Step) -> Self {
        let cause = Cause::of(&error, at);
        match cause {
            Cause::Broken => tracing::error!(target: "stytch", %error, "a login failed"),
            Cause::Unavailable => tracing::warn!(target: "stytch", %error, "a login failed"),
            _ => tracing::debug!(target: "stytch", %error, "a login was refused"),
        }
        Self {
            error: Some(error),
            ..Self::new(cause)
        }
    }

    /// What an error at this step means.
    pub(crate) fn at(at: Step) -> impl FnOnce(Error) -> Self {
        move |error| Self::of(error, at)
    }

    pub(crate) fn of_provider(code: String) -> Self {
        Self {
            provider_error: Some(code),
            ..Self::new(Cause::Provider)
        }
    }

    pub(crate) fn of_organization(mut self, slug: Option<String>) -> Self {
        self.slug = slug;
        self
    }

    /// Lets the person try again with another password, if that was at fault.
    pub(crate) fn with_password_reset(mut self, reset: PasswordReset) -> Self {
        let again = matches!(
            self.cause,
            Cause::Password | Cause::Invalid | Cause::Unavailable
        );
        self.password_reset = again.then_some(reset);
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// What the service said, if it was asked.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// The code of [`Cause::Provider`], as it stood in the address: anybody can have written it there.
    #[must_use]
    pub fn provider_error(&self) -> Option<&str> {
        self.provider_error.as_deref()
    }

    /// The slug of the organization that the address names, so that the page can lead to its login.
    /// Anybody can have written it there.
    #[must_use]
    pub fn organization_slug(&self) -> Option<&str> {
        self.slug.as_deref()
    }

    /// The form to show again, where another password, or the same one later, may do.
    #[must_use]
    pub fn password_reset(&self) -> Option<&PasswordReset> {
        self.password_reset.as_ref()
    }

    /// What the answer should say.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.cause.status()
    }
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        Self::new(cause)
    }
}

impl From<Odd> for Failure {
    fn from(Odd: Odd) -> Self {
        Self::new(Cause::Malformed)
    }
}

/// The sentence of the cause.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.cause.message())
    }
}

/// The sentence as text, for apps that have no page for it.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let text = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
        let mut response = (self.status(), text, self.cause.message()).into_response();
        let wait = self.error.as_ref().and_then(Error::retry_after);
        if let Some(wait) = wait {
            let seconds = HeaderValue::from(wait.as_secs().max(1));
            response.headers_mut().insert(RETRY_AFTER, seconds);
        }
        response
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure")
            .field("cause", &self.cause)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
