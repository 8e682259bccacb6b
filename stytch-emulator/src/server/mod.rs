//! HTTP in, HTTP out.

mod authentication;
mod browser;
mod oauth;
mod routing;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::control;
use crate::emulator::Shared;
use crate::fault;
use crate::ledger::Exchange;
use crate::pages;
use crate::project::{Input, Output};
use crate::reading;
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
        .route(
            "/v1/public/{project_id}/oauth2/introspect",
            post(oauth::introspect),
        )
        .route("/v1/public/{project_id}/oauth2/revoke", post(oauth::revoke))
        .route(
            "/v1/public/{project_id}/.well-known/openid-configuration",
            get(oauth::configuration),
        )
        .route(
            "/v1/public/{project_id}/.well-known/oauth-authorization-server",
            get(oauth::configuration),
        )
        .route(
            "/v1/public/{project_id}/.well-known/jwks.json",
            get(oauth::keys),
        )
        .route("/v1/public/sso/start", get(browser::start))
        .route("/v1/public/oauth/{provider}/start", get(browser::start))
        .route("/v1/b2b/public/oauth/{provider}/start", get(browser::start))
        .route(
            "/v1/b2b/public/oauth/{provider}/discovery/start",
            get(browser::start),
        )
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
    let body = axum::body::to_bytes(body, MAX_BODY_BYTES).await.ok();
    let path = head.uri.path();
    let route = match shared.routes.find(&head.method, path) {
        Ok(route) => route,
        Err(refusal) => return refused(&shared, &refusal),
    };
    let project = match authentication::project(&shared, route, path, &head.headers) {
        Ok(project) => project,
        Err(refusal) => return refused(&shared, &refusal),
    };
    let fault = project.faults.take(route, path).unwrap_or_default();
    if let Some(delay) = fault.delay_ms {
        tokio::time::sleep(Duration::from_millis(delay)).await;
    }
    let mut exchange = Exchange {
        at: shared.clock.now(),
        route,
        caller: text(&head.headers, &header::USER_AGENT).unwrap_or_default(),
        status: 0,
        body,
        answer: Bytes::new(),
        fault: fault.trace(),
        uri: head.uri,
    };
    if fault.drop {
        project.ledger.add(exchange);
        return fault::broken(Bytes::new());
    }
    let output = match fault.refusal() {
        Some(refusal) => Output::from(&refusal, &shared.request_id()),
        None => {
            let acting = authentication::acting(&head.headers);
            project.run(route, read(&exchange), &acting, exchange.at)
        }
    };
    exchange.status = output.status;
    exchange.answer = output.body.clone();
    project.ledger.add(exchange);
    if fault.garble {
        return fault::broken(output.body.slice(..output.body.len() / 2));
    }
    let mut response = answer(output);
    if let Some(seconds) = fault.retry_after {
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The fields of a request.
fn read(exchange: &Exchange) -> Result<Input, Refusal> {
    let Exchange {
        route, uri, body, ..
    } = exchange;
    let body = body
        .as_ref()
        .ok_or_else(|| Refusal::bad_request("The body is too long, or was cut off."))?;
    reading::read(route, uri.path(), uri.query().unwrap_or_default(), body)
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// A refusal outside of any project.
fn refused(shared: &Shared, refusal: &Refusal) -> Response {
    answer(Output::from(refusal, &shared.request_id()))
}

fn answer(output: Output) -> Response {
    let mut response = Response::new(Body::from(output.body));
    let status = StatusCode::from_u16(output.status);
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}
