//! The token endpoint, at which machines and apps speak for themselves: no project's credentials, and
//! forms as well as JSON.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, header};
use serde_json::{Map, Value};
use stytch_core::Secret;

use super::{MAX_BODY_BYTES, answer, credentials};
use crate::emulator::Shared;
use crate::operations::shared::m2m::token::{self, TokenRequest};
use crate::project::Input;
use crate::refusal::Refusal;

/// `POST /v1/public/{project_id}/oauth2/token`.
pub(super) async fn token(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let project = match shared.project(&project_id) {
        Ok(project) => project,
        Err(refusal) => return super::refused(&shared, &refusal),
    };
    let request = match axum::body::to_bytes(body, MAX_BODY_BYTES).await {
        Ok(body) => read(&head, &body),
        Err(_) => Err(Refusal::oauth("invalid_request", 400)),
    };
    let output = project.transact(Input::default(), shared.clock.now(), 200, |call| {
        token::token(call, with_basic(request?, &head.headers))
    });
    answer(output)
}

/// The request, from a form or from JSON.
fn read(head: &Parts, body: &[u8]) -> Result<TokenRequest, Refusal> {
    let kind = super::text(&head.headers, &header::CONTENT_TYPE).unwrap_or_default();
    let json = if kind.starts_with("application/x-www-form-urlencoded") {
        let pairs = form_urlencoded::parse(body).into_owned();
        Value::Object(
            pairs
                .map(|(name, value)| (name, value.into()))
                .collect::<Map<_, _>>(),
        )
    } else {
        serde_json::from_slice(body).map_err(|_| Refusal::oauth("invalid_request", 400))?
    };
    serde_json::from_value(json).map_err(|_| Refusal::oauth("invalid_request", 400))
}

/// Credentials from the header, if the body has none (RFC 6749, section 2.3.1). Some SDKs send those of
/// the project there, beside the machine's in the body.
fn with_basic(mut request: TokenRequest, headers: &HeaderMap) -> TokenRequest {
    if request.client_id.is_none()
        && let Ok((id, secret)) = credentials(headers)
    {
        request.client_id = Some(id);
        request.client_secret = Some(Secret::from(secret));
    }
    request
}
