//! A session for somebody at the press of a button, and its tokens to copy.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::form::{Form, Sought};
use super::{Shown, layout, members, scripts, users};
use crate::control::mint::{Wanted, minted};
use crate::shared::Shared;
use crate::state::Record as _;

/// A button whose form goes to this address.
pub(super) fn button(action: &str, name: &str) -> Markup {
    html! { form method="post" action=(action) { button type="submit" { (name) } } }
}

/// Asks whose session it is to be.
pub(super) async fn choose(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let of_organizations = state.members.iter().map(|member| &**member);
    let of_organizations: Vec<_> = of_organizations
        .filter(|member| !member.is_deleted() && members::is_found(member, &sought))
        .collect();
    let of_project = state.users.iter().map(|user| &**user);
    let of_project: Vec<_> = of_project
        .filter(|user| users::is_found(user, &sought))
        .collect();
    let content = html! {
        p { "A session without a login, for whatever comes after it: its token, and a JWT to copy." }
        (layout::search(&shown, &sought))
        (layout::extent(of_organizations.len() + of_project.len()))
        @if !of_organizations.is_empty() {
            h2 { "Members" }
            (layout::table(&["", "Email", "Name", "Status", "Roles"], &of_organizations, |member| html! {
                td { (button(&shown.to_one_below("/members", member.id(), "session"), "Make a session")) }
                (members::row(&shown, &state, member))
            }))
        }
        @if !of_project.is_empty() {
            h2 { "Users" }
            (layout::table(&["", "User", "Status", "Id"], &of_project, |user| html! {
                td { (button(&shown.to_one_below("/users", user.id(), "session"), "Make a session")) }
                (users::row(&shown, user))
            }))
        }
    };
    layout::page(&shown, "Mint a session", &content)
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
        Err(mistake) => return layout::refused(shown, &mistake),
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
        (scripts::copying())
    };
    layout::page(shown, "A new session", &content)
}

fn copied(id: &str, name: &str, text: &str) -> Markup {
    html! {
        h2 { label for=(id) { (name) } }
        textarea id=(id) readonly spellcheck="false" { (text) }
        (scripts::copy_button(text, &format!("the {name}")))
    }
}
