//! What the emulator offers beside the API: `/_emulator/…`.

use std::sync::Arc;

use axum::routing::{MethodRouter, get};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::emulator::Shared;

pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new().route("/health", health())
}

fn health() -> MethodRouter<Arc<Shared>> {
    get(async || -> Json<Value> { Json(json!({ "status": "ok" })) })
}
