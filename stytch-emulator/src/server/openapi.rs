//! What is served here, for tools, and for tests that leave nothing out.

use axum::Json;
use serde_json::Value;

use crate::{control, pages};

/// What the control addresses are for, and under `x-addresses` whatever the router knows besides the operations
/// of the spec: pages, control addresses, and what browsers, apps and directories ask.
pub(super) async fn show() -> Json<Value> {
    let mut document: Value = serde_json::from_str(control::DESCRIPTION).unwrap_or_default();
    if let Some(document) = document.as_object_mut() {
        document.insert("x-addresses".to_owned(), addresses().into());
    }
    Json(document)
}

/// From the lists that the router itself is made of.
fn addresses() -> Vec<String> {
    let besides = super::routes().into_iter().chain(pages::routes());
    let besides = besides.map(|(path, _)| path.to_owned());
    let control = control::routes().into_iter();
    let control = control.map(|(path, _)| format!("/_emulator{path}"));
    besides.chain(control).collect()
}
