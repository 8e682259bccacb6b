//! Who has shown all that they have.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use stytch_axum::Fresh;
use stytch_axum::consumer::{Auth, UserSession};
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::users::User;

/// The session of a user who has shown a second factor, if they have set one up.
///
/// The API has no such rule for users: it makes a session of any factor, and the app decides what is enough.
pub(crate) struct Complete(pub(crate) UserSession);

impl FromRequestParts<Auth> for Complete {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, auth: &Auth) -> Result<Self, Response> {
        let fresh = Fresh::<UserSession>::from_request_parts(parts, auth).await;
        let Fresh(session) = fresh.map_err(IntoResponse::into_response)?;
        let is_second = |factor: &FactorType| {
            matches!(
                factor,
                FactorType::Totp | FactorType::RecoveryCodes | FactorType::Webauthn
            )
        };
        let mut shown = session
            .authentication_factors
            .iter()
            .map(|factor| &factor.r#type);
        if session.subject().is_some_and(|user| !has_app(user)) || shown.any(is_second) {
            return Ok(Self(session));
        }
        Err(Redirect::to("/second-factor").into_response())
    }
}

/// Whether somebody has set up an authenticator app, and proven that they have it.
pub(crate) fn has_app(user: &User) -> bool {
    user.totps.iter().any(|app| app.verified)
}
