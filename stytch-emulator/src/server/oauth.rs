//! The endpoints at which machines and apps speak for themselves: no project's credentials, and forms as
//! well as JSON.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, header};
use serde_json::{Map, Value};
use stytch_core::Secret;

use super::{MAX_BODY_BYTES, answer, credentials};
use crate::call::Call;
use crate::emulator::Shared;
use crate::operations::shared::oauth2::{self, Oauth2Request};
use crate::project::Input;
use crate::refusal::Refusal;

type Endpoint = fn(&mut Call<'_>, Oauth2Request) -> Result<Value, Refusal>;

/// `POST /v1/public/{project_id}/oauth2/token`.
pub(super) async fn token(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    run(&shared, &project_id, request, oauth2::token).await
}

/// `POST /v1/public/{project_id}/oauth2/introspect`.
pub(super) async fn introspect(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    run(&shared, &project_id, request, oauth2::introspect).await
}

/// `POST /v1/public/{project_id}/oauth2/revoke`.
pub(super) async fn revoke(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    run(&shared, &project_id, request, oauth2::revoke).await
}

/// `GET /v1/public/{project_id}/.well-known/openid-configuration`, and the same under the name of RFC 8414.
pub(super) async fn configuration(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
) -> Response {
    let project = match shared.project(&project_id) {
        Ok(project) => project,
        Err(refusal) => return super::refused(&shared, &refusal),
    };
    let output = project.transact(Input::default(), shared.clock.now(), 200, |call| {
        oauth2::configuration(call, shared.base_url())
    });
    answer(output)
}

/// `GET /v1/public/{project_id}/.well-known/jwks.json`.
pub(super) async fn keys(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
) -> Response {
    let project = match shared.project(&project_id) {
        Ok(project) => project,
        Err(refusal) => return super::refused(&shared, &refusal),
    };
    let now = shared.clock.now();
    answer(project.transact(Input::default(), now, 200, oauth2::keys))
}

async fn run(shared: &Shared, project_id: &str, request: Request, endpoint: Endpoint) -> Response {
    let (head, body) = request.into_parts();
    let project = match shared.project(project_id) {
        Ok(project) => project,
        Err(refusal) => return super::refused(shared, &refusal),
    };
    let request = match axum::body::to_bytes(body, MAX_BODY_BYTES).await {
        Ok(body) => read(&head, &body),
        Err(_) => Err(Refusal::oauth("invalid_request", 400)),
    };
    let output = project.transact(Input::default(), shared.clock.now(), 200, |call| {
        endpoint(call, with_basic(request?, &head.headers))
    });
    answer(output)
}

/// The request, from a form or from JSON. What is there twice is refused (RFC 6749, section 3.2).
fn read(head: &Parts, body: &[u8]) -> Result<Oauth2Request, Refusal> {
    let invalid = || Refusal::oauth("invalid_request", 400);
    let kind = super::text(&head.headers, &header::CONTENT_TYPE).unwrap_or_default();
    let json = if kind.starts_with("application/x-www-form-urlencoded") {
        let mut names = BTreeSet::new();
        let pairs = form_urlencoded::parse(body).into_owned();
        let pairs = pairs.map(|(name, value)| {
            let is_new = names.insert(name.clone());
            is_new.then(|| (name, Value::from(value)))
        });
        let object: Option<Map<_, _>> = pairs.collect();
        Value::Object(object.ok_or_else(invalid)?)
    } else {
        serde_json::from_slice(body).map_err(|_| invalid())?
    };
    serde_json::from_value(json).map_err(|_| invalid())
}

/// Credentials from the header, if the body has none (RFC 6749, section 2.3.1). Some SDKs send those of
/// the project there, beside the machine's in the body.
fn with_basic(mut request: Oauth2Request, headers: &HeaderMap) -> Oauth2Request {
    if request.client_id.is_none()
        && let Ok((id, secret)) = credentials(headers)
    {
        request.client_id = Some(id);
        request.client_secret = Some(Secret::from(secret));
    }
    request
}
