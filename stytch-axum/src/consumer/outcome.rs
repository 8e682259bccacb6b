//! What a step of a login leads to.

use stytch_consumer::oauth::ProviderValues;
use stytch_consumer::sessions::Session;
use stytch_consumer::users::User;
use stytch_core::Secret;

use crate::callbacks::{Cause, Failure, PasswordReset};

/// What a step of a login leads to: the end of a redirect, a form, or any other call that logs a user
/// in.
///
/// A handler of [`Callbacks`](crate::callbacks::Callbacks) takes it as an argument and answers with a page.
/// The cookies are the router's to set. Whether a second factor is due is for the app to decide, by the
/// factors of the session.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// The user is logged in, and the browser has the session's cookies.
    LoggedIn(Box<LoggedIn>),
    /// The person may choose a password: show the form. The link has not been used yet.
    PasswordReset(Box<PasswordReset>),
    /// It has led nowhere. Nobody is logged in by it, and nobody was logged out.
    Failed(Box<Failure>),
}

/// A login that is complete.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LoggedIn {
    /// Who it is.
    pub user: User,
    /// The session, with the factors that were shown.
    pub session: Session,
    /// Opaque token of the session. The browser has it in a cookie.
    pub session_token: Secret,
    /// The session as a JWT of five minutes. The browser has it in a cookie.
    pub session_jwt: Secret,
    /// What the OAuth provider has given out: tokens for its own API.
    pub provider_values: Option<ProviderValues>,
}

crate::callbacks::argument!(Outcome);

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

/// A login without a session is none: one was asked for.
fn outcome(
    user: User,
    session: Option<Session>,
    session_token: Secret,
    session_jwt: Secret,
    provider_values: Option<ProviderValues>,
) -> Outcome {
    let has_session = !session_token.is_empty() && !session_jwt.is_empty();
    match session.filter(|_| has_session) {
        Some(session) => Outcome::LoggedIn(Box::new(LoggedIn {
            user,
            session,
            session_token,
            session_jwt,
            provider_values,
        })),
        None => Failure::new(Cause::Broken).into(),
    }
}

macro_rules! logins {
    ($($response:path),+ $(,)?) => {$(
        impl From<$response> for Outcome {
            fn from(response: $response) -> Self {
                let (token, jwt) = (response.session_token, response.session_jwt);
                outcome(response.user, response.session, token, jwt, None)
            }
        }
    )+};
}

logins! {
    stytch_consumer::magic_links::AuthenticateResponse,
    stytch_consumer::otps::AuthenticateResponse,
    stytch_consumer::passwords::AuthenticateResponse,
    stytch_consumer::passwords::CreateResponse,
    stytch_consumer::passwords::email::ResetResponse,
    stytch_consumer::totps::AuthenticateResponse,
    stytch_consumer::webauthn::AuthenticateResponse,
    stytch_consumer::webauthn::RegisterResponse,
    stytch_consumer::impersonation::AuthenticateResponse,
}

impl From<stytch_consumer::oauth::AuthenticateResponse> for Outcome {
    fn from(response: stytch_consumer::oauth::AuthenticateResponse) -> Self {
        let (token, jwt) = (response.session_token, response.session_jwt);
        let values = Some(response.provider_values);
        outcome(response.user, response.user_session, token, jwt, values)
    }
}
