//! What the emulator offers beside the API, for tests and tools in any language: `/_emulator/…`.

mod api;
mod asked;
mod mint;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::emulator::Shared;
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
        .route("/settings", get(api::settings).put(api::set_settings))
}
