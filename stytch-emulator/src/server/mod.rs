//! HTTP in, HTTP out.

mod authentication;
mod reading;
mod routing;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};

use crate::control;
use crate::emulator::Shared;
use crate::project::Output;
use crate::refusal::Refusal;
pub(crate) use routing::Routes;

/// Bodies may be so long: the API itself takes no more.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// Names the emulator in every answer, so that nobody takes one for the service's.
const SERVER: &str = concat!("stytch-emulator/", env!("CARGO_PKG_VERSION"));

/// Everything that the emulator serves.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .nest("/_emulator", control::router())
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
    let input = match body {
        Ok(body) => reading::read(&found, head.uri.query().unwrap_or_default(), &body),
        Err(_) => Err(Refusal::bad_request("The body is too long, or was cut off.")),
    };
    let Output { status, body } = project.run(found.route, input, shared.clock.now());
    answer(status, &body)
}

/// A refusal outside of any project.
fn refused(shared: &Shared, refusal: &Refusal) -> Response {
    answer(refusal.status, &refusal.body(&shared.request_id()))
}

fn answer(status: u16, body: &serde_json::Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(body)).into_response()
}
