//! What the emulator offers beside the API, for tests and tools in any language: `/_emulator/…`.

mod api;
mod asked;
pub(crate) mod mint;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, post};

use crate::emulator::Shared;
use crate::origin;
pub(crate) use asked::{Mistake, Of};

/// All addresses below `/_emulator`. `openapi.json` describes them.
pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/health", get(api::health))
        .route("/openapi.json", get(api::openapi))
        .route("/messages", get(api::messages))
        .route("/clock", get(api::clock).post(api::set_clock))
        .route("/reset", post(api::reset))
        .route("/seed", post(api::seed))
        .route("/export", get(api::export))
        .route("/import", post(api::import))
        .route("/snapshots/{name}", post(api::take_snapshot))
        .route("/snapshots/{name}/restore", post(api::restore_snapshot))
        .route(
            "/faults",
            get(api::faults)
                .post(api::add_fault)
                .delete(api::clear_faults),
        )
        .route("/requests", get(api::requests))
        .route("/keys/rotate", post(api::rotate_keys))
        .route("/keys/revoke", post(api::revoke_keys))
        .route("/mint", post(mint::mint))
        .route("/webhooks", get(webhooks::list).post(webhooks::add))
        .route("/webhooks/{id}", delete(webhooks::remove))
        .route("/webhooks/{id}/rotate", post(webhooks::rotate))
        .route("/webhooks/deliveries", get(webhooks::deliveries))
        .route("/webhooks/deliveries/{id}/resend", post(webhooks::resend))
        .route("/settings", get(api::settings).put(api::set_settings))
        .layer(middleware::from_fn(no_page_but_ours))
}

/// A page of somebody else's, open in a browser on this machine, must not change anything here.
async fn no_page_but_ours(request: Request, next: Next) -> Response {
    if !request.method().is_safe() && !origin::is_own(request.headers()) {
        return Mistake::foreign().into_response();
    }
    next.run(request).await
}
