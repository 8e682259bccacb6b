//! A session for somebody at the press of a button, and its tokens to copy.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, PreEscaped, html};
use serde_json::Value;

use super::form::Form;
use super::{Shown, layout};
use crate::control::mint::{Wanted, minted};
use crate::emulator::Shared;

/// Copies at the press of a button. What is to be copied can be selected without it.
pub(super) const SCRIPT: &str = include_str!("copy.js");

/// The button, whose form goes to this path.
pub(super) fn button(path: &str, shown: &Shown) -> Markup {
    html! {
        form method="post" action=(format!("{path}{}", shown.query)) {
            button type="submit" { "Make a session" }
        }
    }
}

pub(super) async fn of_member(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
    _: Form,
) -> Response {
    made(&shared, &shown, &Wanted::of_member(id))
}

pub(super) async fn of_user(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
    _: Form,
) -> Response {
    made(&shared, &shown, &Wanted::of_user(id))
}

fn made(shared: &Shared, shown: &Shown, wanted: &Wanted) -> Response {
    let session = match minted(&shown.project, shared.clock.now(), wanted) {
        Ok(session) => session,
        Err(mistake) => return mistake.into_response(),
    };
    let text = |name: &str| {
        session
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let content = html! {
        p { "It lives for an hour, unless it is extended or revoked; the JWT for five minutes." }
        (copied("jwt", "Session JWT", text("session_jwt")))
        (copied("token", "Session token", text("session_token")))
        script { (PreEscaped(SCRIPT)) }
    };
    layout::page(shown, "A new session", &content)
}

fn copied(id: &str, name: &str, text: &str) -> Markup {
    html! {
        h2 { label for=(id) { (name) } }
        textarea id=(id) readonly spellcheck="false" { (text) }
        button type="button" data-copies=(id) hidden { "Copy" }
    }
}
