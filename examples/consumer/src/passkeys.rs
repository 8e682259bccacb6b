//! Passkeys: what the page's script asks for, and what it brings back.
//!
//! The API's options go to the browser as they are, and the browser's answer to the API as it is: both
//! speak the JSON of the WebAuthn standard.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use stytch_axum::consumer::{Auth, SameOrigin};
use stytch_axum::web::Refusal;
use stytch_consumer::webauthn::{
    AuthenticateRequest, AuthenticateStartRequest, RegisterRequest, RegisterStartRequest,
};

use crate::MINUTES;
use crate::complete::Complete;

/// What the passkeys are for. It comes from the settings: a request may name any host.
#[derive(Clone)]
pub(crate) struct Domain(pub(crate) Arc<str>);

pub(crate) async fn script() -> impl IntoResponse {
    let javascript = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (javascript, include_str!("passkeys.js"))
}

pub(crate) async fn begin_new(
    State(auth): State<Auth>,
    Extension(Domain(domain)): Extension<Domain>,
    Complete(session): Complete,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Refusal> {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let request = RegisterStartRequest::new(&session.user_id, &*domain)
        .user_agent(agent.unwrap_or_default())
        .return_passkey_credential_options(true)
        .use_base64_url_encoding(true);
    let begun = auth.client().webauthn().register_start(request).await?;
    Ok(json(begun.public_key_credential_creation_options))
}

pub(crate) async fn add(
    State(auth): State<Auth>,
    Complete(session): Complete,
    credential: String,
) -> Result<impl IntoResponse, Refusal> {
    let mut request = RegisterRequest::new(&session.user_id, credential);
    (request.session_token, request.session_jwt) = session.proof().into_fields();
    let request = request.session_duration_minutes(MINUTES);
    let login = auth.client().webauthn().register(request).await?;
    Ok((auth.login(&login), StatusCode::NO_CONTENT))
}

pub(crate) async fn begin_login(
    State(auth): State<Auth>,
    Extension(Domain(domain)): Extension<Domain>,
    _: SameOrigin,
) -> Result<impl IntoResponse, Refusal> {
    let request = AuthenticateStartRequest::new(&*domain)
        .return_passkey_credential_options(true)
        .use_base64_url_encoding(true);
    let begun = auth.client().webauthn().authenticate_start(request).await?;
    Ok(json(begun.public_key_credential_request_options))
}

pub(crate) async fn log_in(
    State(auth): State<Auth>,
    _: SameOrigin,
    credential: String,
) -> Result<impl IntoResponse, Refusal> {
    let request = AuthenticateRequest::new(credential).session_duration_minutes(MINUTES);
    let login = auth.client().webauthn().authenticate(request).await?;
    Ok((auth.login(&login), StatusCode::NO_CONTENT))
}

fn json(text: String) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text)
}
