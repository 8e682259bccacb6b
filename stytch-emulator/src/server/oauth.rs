//! The endpoints at which machines and apps speak for themselves: no project's credentials, and forms as
//! well as JSON.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, header};
use serde_json::{Map, Value};
use stytch_core::Secret;

use super::endpoints::{
    CONFIGURATION, IDP_TOKEN, INTROSPECT, KEYS, M2M_TOKEN, REVOKE, SERVER_METADATA,
};
use super::exchange::{answered, arrived, refused, text};
use super::{MAX_BODY_BYTES, credentials};
use crate::call::Call;
use crate::ledger::Sent;
use crate::operations::shared::oauth2::{self, Oauth2Request};
use crate::project::Input;
use crate::refusal::Refusal;
use crate::route::Endpoint;
use crate::shared::Shared;

/// `POST /v1/public/{project_id}/oauth2/token`.
pub(super) async fn token(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    let endpoint = |asked: &Oauth2Request| match asked.grant_type.as_deref() {
        Some("client_credentials") => M2M_TOKEN,
        _ => IDP_TOKEN,
    };
    run(&shared, &project_id, request, endpoint, oauth2::token).await
}

/// `POST /v1/public/{project_id}/oauth2/introspect`.
pub(super) async fn introspect(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    run(
        &shared,
        &project_id,
        request,
        |_| INTROSPECT,
        oauth2::introspect,
    )
    .await
}

/// `POST /v1/public/{project_id}/oauth2/revoke`.
pub(super) async fn revoke(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    run(&shared, &project_id, request, |_| REVOKE, oauth2::revoke).await
}

/// `GET /v1/public/{project_id}/.well-known/openid-configuration`.
pub(super) async fn configuration(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    look(&shared, &project_id, request, CONFIGURATION, |call| {
        oauth2::configuration(call, shared.base_url())
    })
    .await
}

/// `GET /v1/public/{project_id}/.well-known/oauth-authorization-server`: the same under the name of RFC 8414.
pub(super) async fn server_metadata(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    look(&shared, &project_id, request, SERVER_METADATA, |call| {
        oauth2::configuration(call, shared.base_url())
    })
    .await
}

/// `GET /v1/public/{project_id}/.well-known/jwks.json`.
pub(super) async fn keys(
    State(shared): State<Arc<Shared>>,
    Path(project_id): Path<String>,
    request: Request,
) -> Response {
    look(&shared, &project_id, request, KEYS, oauth2::keys).await
}

/// Answers with a document that anybody may read.
async fn look(
    shared: &Shared,
    project_id: &str,
    request: Request,
    endpoint: Endpoint,
    document: impl FnOnce(&mut Call<'_>) -> Result<Value, Refusal>,
) -> Response {
    let project = match shared.project(project_id) {
        Ok(project) => project,
        Err(refusal) => return refused(shared, &refusal),
    };
    let (head, _) = request.into_parts();
    let exchange = arrived(shared, endpoint, &head, Sent::Query);
    answered(shared, &project, exchange, |exchange, allowed| {
        project.transact(Input::default(), exchange.at, 200, |call| {
            allowed?;
            document(call)
        })
    })
    .await
}

async fn run(
    shared: &Shared,
    project_id: &str,
    request: Request,
    endpoint: impl FnOnce(&Oauth2Request) -> Endpoint,
    operation: fn(&mut Call<'_>, Oauth2Request) -> Result<Value, Refusal>,
) -> Response {
    let project = match shared.project(project_id) {
        Ok(project) => project,
        Err(refusal) => return refused(shared, &refusal),
    };
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MAX_BODY_BYTES).await.ok();
    let asked = body.as_ref().and_then(|body| read(&head, body));
    let endpoint = endpoint(asked.as_ref().unwrap_or(&Oauth2Request::default()));
    let sent = Sent::Body(body.unwrap_or_default());
    let exchange = arrived(shared, endpoint, &head, sent);
    answered(shared, &project, exchange, |exchange, allowed| {
        project.transact(Input::default(), exchange.at, 200, |call| {
            allowed.map_err(Refusal::in_words_of_oauth)?;
            let asked = asked.ok_or_else(|| Refusal::oauth("invalid_request", 400))?;
            operation(call, with_basic(asked, &head.headers))
        })
    })
    .await
}

/// The request, from a form or from JSON. What is there twice is refused (RFC 6749, section 3.2).
fn read(head: &Parts, body: &Bytes) -> Option<Oauth2Request> {
    let kind = text(&head.headers, &header::CONTENT_TYPE).unwrap_or_default();
    let json = if kind.starts_with("application/x-www-form-urlencoded") {
        let mut names = BTreeSet::new();
        let pairs = form_urlencoded::parse(body).into_owned();
        let pairs = pairs.map(|(name, value)| {
            let is_new = names.insert(name.clone());
            is_new.then(|| (name, Value::from(value)))
        });
        let object: Option<Map<_, _>> = pairs.collect();
        Value::Object(object?)
    } else {
        serde_json::from_slice(body).ok()?
    };
    serde_json::from_value(json).ok()
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
