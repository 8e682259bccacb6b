//! What the emulator offers beside the API, for tests and tools in any language: `/_emulator/…`.

mod api;
mod asked;
pub(crate) mod devices;
pub(crate) mod impersonation;
pub(crate) mod mint;
mod webhooks;
pub(crate) mod whom;

use std::sync::Arc;

use axum::Router;
use axum::routing::{MethodRouter, delete, get, post};

use crate::shared::Shared;
pub(crate) use asked::{Mistake, Of, Query};

/// All addresses below `/_emulator`.
pub(crate) fn router() -> Router<Arc<Shared>> {
    let mut router = Router::new();
    for (path, methods) in routes() {
        router = router.route(path, methods);
    }
    router
}

/// What they are for, as OpenAPI.
pub(crate) const DESCRIPTION: &str = include_str!("openapi.json");

/// What answers there.
pub(crate) fn routes() -> Vec<(&'static str, MethodRouter<Arc<Shared>>)> {
    vec![
        ("/health", get(api::health)),
        ("/messages", get(api::messages)),
        ("/clock", get(api::clock).post(api::set_clock)),
        ("/reset", post(api::reset)),
        ("/seed", post(api::seed)),
        ("/export", get(api::export)),
        ("/import", post(api::import)),
        ("/snapshots/{name}", post(api::take_snapshot)),
        ("/snapshots/{name}/restore", post(api::restore_snapshot)),
        (
            "/faults",
            get(api::faults)
                .post(api::add_fault)
                .delete(api::clear_faults),
        ),
        ("/requests", get(api::requests)),
        ("/keys/rotate", post(api::rotate_keys)),
        ("/keys/revoke", post(api::revoke_keys)),
        ("/mint", post(mint::mint)),
        ("/impersonation", post(impersonation::begin)),
        ("/devices", get(devices::list).post(devices::create)),
        ("/webhooks", get(webhooks::list).post(webhooks::add)),
        ("/webhooks/send", post(webhooks::send)),
        ("/webhooks/{id}", delete(webhooks::remove)),
        ("/webhooks/{id}/rotate", post(webhooks::rotate)),
        ("/webhooks/deliveries", get(webhooks::deliveries)),
        ("/webhooks/deliveries/{id}/resend", post(webhooks::resend)),
        ("/settings", get(api::settings).put(api::set_settings)),
    ]
}
