//! HTTP in, HTTP out.

mod authentication;
mod browser;
mod oauth;
mod reading;
mod routing;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_json::Value;

use crate::control;
use crate::emulator::Shared;
use crate::fault;
use crate::ledger::{self, Entry};
use crate::pages;
use crate::project::{Input, Output};
use crate::refusal::Refusal;
pub(crate) use authentication::credentials;
pub(crate) use browser::begin;
pub(crate) use routing::Routes;

/// Bodies may be so long: the API itself takes no more.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// Names the emulator in every answer, so that nobody takes one for the service's.
const SERVER: &str = concat!("stytch-emulator/", env!("CARGO_PKG_VERSION"));

/// Everything that the emulator serves.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .nest("/_emulator", control::router())
        .route("/v1/public/{project_id}/oauth2/token", post(oauth::token))
        .route("/v1/public/sso/start", get(browser::start))
        .merge(pages::router())
        .fallback(api)
        .layer(axum::middleware::map_response(named))
        .with_state(shared)
}

async fn named(mut response: Response) -> Response {
    let server = HeaderValue::from_static(SERVER);
    response.headers_mut().insert(header::SERVER, server);
    response
}

/// The API itself.
async fn api(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MAX_BODY_BYTES).await;
    let found = match shared.routes.find(&head.method, head.uri.path()) {
        Ok(found) => found,
        Err(refusal) => return refused(&shared, &refusal),
    };
    let project = match authentication::project(&shared, &found, &head.headers) {
        Ok(project) => project,
        Err(refusal) => return refused(&shared, &refusal),
    };
    let fault = project.faults.take(found.route, head.uri.path());
    if let Some(delay) = fault.as_ref().and_then(|fault| fault.delay_ms) {
        tokio::time::sleep(Duration::from_millis(delay)).await;
    }
    let sent = match &body {
        Ok(body) => reading::read(&found, head.uri.query().unwrap_or_default(), body),
        Err(_) => Err(Refusal::bad_request(
            "The body is too long, or was cut off.",
        )),
    };
    let mut entry = Entry {
        at: shared.clock.now(),
        operation: found.route.operation,
        verb: head.method.to_string(),
        path: head.uri.path().to_owned(),
        caller: text(&head.headers, &header::USER_AGENT).unwrap_or_default(),
        status: 0,
        body: sent.as_ref().map(Input::redacted).unwrap_or_default(),
        answer: Value::Null,
        notes: sent
            .as_ref()
            .map(|sent| sent.notes.clone())
            .unwrap_or_default(),
    };
    let fault = fault.unwrap_or_default();
    if fault.drop {
        entry.notes.push("a fault closed the connection".to_owned());
        project.ledger.add(entry);
        return fault::broken(Vec::new());
    }
    let output = match fault.refusal() {
        Some(refusal) => {
            entry.notes.push("a fault refused it".to_owned());
            Output::from(&refusal, &shared.request_id())
        }
        None => {
            let acting = authentication::acting(&head.headers);
            project.run(found.route, sent, &acting, entry.at)
        }
    };
    entry.status = output.status;
    entry.answer = ledger::redacted(&output.body);
    if fault.garble {
        entry.notes.push("a fault cut the answer".to_owned());
    }
    project.ledger.add(entry);
    if fault.garble {
        let text = output.body.to_string().into_bytes();
        let half = text.len() / 2;
        return fault::broken(text.into_iter().take(half).collect());
    }
    let mut response = answer(output.status, &output.body);
    if let Some(seconds) = fault.retry_after {
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// A refusal outside of any project.
fn refused(shared: &Shared, refusal: &Refusal) -> Response {
    answer(refusal.status, &refusal.body(&shared.request_id()))
}

fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(body)).into_response()
}
