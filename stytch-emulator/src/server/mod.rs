//! HTTP in, HTTP out.

mod authentication;
mod browser;
mod endpoints;
mod exchange;
mod guard;
mod oauth;
mod openapi;
mod routing;
mod scim;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware;
use axum::response::Response;
use axum::routing::{MethodRouter, any, get, post};
use http::{HeaderValue, Uri, header};

use crate::control;
use crate::ledger::Sent;
use crate::pages;
use crate::project::Input;
use crate::reading;
use crate::refusal::Refusal;
use crate::route::Route;
use crate::shared::Shared;
pub(crate) use authentication::credentials;
pub(crate) use browser::begin;
pub(crate) use endpoints::besides;
pub(crate) use exchange::location;
pub(crate) use routing::Routes;

/// Bodies may be so long: the API itself takes no more.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// Names the emulator in every answer, so that nobody takes one for the service's.
const SERVER: &str = concat!("stytch-emulator/", env!("CARGO_PKG_VERSION"));

/// Everything that the emulator serves.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let mut router = Router::new();
    for (path, methods) in routes().into_iter().chain(pages::routes()) {
        router = router.route(path, methods);
    }
    router
        .nest("/_emulator", control::router())
        .fallback(api)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&shared),
            guard::keep,
        ))
        .layer(middleware::map_response(named))
        .with_state(shared)
}

/// The addresses besides the operations of the spec, and what answers there.
fn routes() -> Vec<(&'static str, MethodRouter<Arc<Shared>>)> {
    let scim = scim::paths()
        .into_iter()
        .map(|path| (path, any(scim::serve)));
    let others = vec![
        (endpoints::SSO_START.path, get(browser::start)),
        (endpoints::OAUTH_START.path, get(browser::start)),
        (endpoints::DISCOVERY_OAUTH_START.path, get(browser::start)),
        (endpoints::USER_OAUTH_START.path, get(browser::start)),
        (endpoints::M2M_TOKEN.path, post(oauth::token)),
        (endpoints::INTROSPECT.path, post(oauth::introspect)),
        (endpoints::REVOKE.path, post(oauth::revoke)),
        (endpoints::CONFIGURATION.path, get(oauth::configuration)),
        (endpoints::SERVER_METADATA.path, get(oauth::server_metadata)),
        (endpoints::KEYS.path, get(oauth::keys)),
        ("/_emulator/openapi.json", get(openapi::show)),
    ];
    others.into_iter().chain(scim).collect()
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
        Err(refusal) => return exchange::refused(&shared, &refusal),
    };
    let project = match authentication::project(&shared, route, path, &head.headers) {
        Ok(project) => project,
        Err(refusal) => return exchange::refused(&shared, &refusal),
    };
    let acting = authentication::acting(&head.headers);
    let sent = Sent::Operation(route, body.clone());
    let arrived = exchange::arrived(&shared, route.endpoint(), &head, sent);
    exchange::answered(&shared, &project, arrived, |exchange, allowed| {
        let input = allowed.and_then(|()| read(route, &exchange.uri, body.as_ref()));
        project.run(route, input, &acting, exchange.at)
    })
    .await
}

/// The fields of a request.
fn read(route: &Route, uri: &Uri, body: Option<&Bytes>) -> Result<Input, Refusal> {
    let body = body.ok_or_else(|| Refusal::bad_request("The body is too long, or was cut off."))?;
    reading::read(route, uri.path(), uri.query().unwrap_or_default(), body)
}
