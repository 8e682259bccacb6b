//! Apps of others, what people let them do, and what they hold.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};

use super::form::Sought;
use super::{Shown, layout};
use crate::rules::search::contains;
use crate::shared::Shared;
use crate::state::{AppConsent, AppSubject, AppToken, AppTokenKind, ConnectedApp, Record as _};

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let is_found = |app: &ConnectedApp| {
        contains(app.id(), &sought) || contains(&app.model.client_name, &sought)
    };
    let found = state.connected_apps.iter();
    let found: Vec<_> = found.filter(|app| is_found(app)).collect();
    let columns = ["App", "Name", "Type", "Status"];
    let content = layout::list((&shown, &sought), &columns, &found, |app| {
        html! {
            td { a href=(shown.to_one("/connected-apps", app.id())) { code { (app.id()) } } }
            td { (app.model.client_name) }
            td { (app.model.client_type) }
            td { (app.model.status) }
        }
    });
    layout::page(&shown, "Connected apps", &content)
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let Some(app) = state.connected_apps.get(&id) else {
        return layout::missing(&shown, "connected app");
    };
    let consents = state.app_consents.iter();
    let consents: Vec<&AppConsent> = consents
        .map(|consent| &**consent)
        .filter(|consent| consent.client_id == id)
        .collect();
    let now = shared.clock.now();
    let tokens = state.app_tokens.group(&AppToken::listed_by_app(&id));
    let tokens: Vec<&AppToken> = tokens
        .map(|token| &**token)
        .filter(|token| token.expires_at > now && !token.is_spent)
        .collect();
    let content = html! {
        h2 { "What it may do" }
        @if consents.is_empty() { p { "Nobody has let it do anything." } }
        @else {
            (layout::table(&["For whom", "Scopes"], &consents, |consent| html! {
                td { (person(&shown, &consent.subject)) }
                td { (consent.scopes.join(" ")) }
            }))
        }
        h2 { "What it holds" }
        @if tokens.is_empty() { p { "Nothing." } }
        @else {
            (layout::table(&["What", "For whom", "Scopes", "Until"], &tokens, |token| html! {
                td { (kind(&token.kind)) }
                td { (person(&shown, &token.subject)) }
                td { (token.scopes.join(" ")) }
                td { (layout::time(token.expires_at)) }
            }))
        }
        h2 { "Settings" }
        (layout::json(&app.model))
    };
    layout::page(&shown, "A connected app", &content)
}

fn person(shown: &Shown, subject: &AppSubject) -> Markup {
    let path = match subject {
        AppSubject::MemberId(_) => "/members",
        AppSubject::UserId(_) => "/users",
    };
    html! { a href=(shown.to_one(path, subject.id())) { code { (subject.id()) } } }
}

fn kind(kind: &AppTokenKind) -> &'static str {
    match kind {
        AppTokenKind::Code { .. } => "Authorization code",
        AppTokenKind::Access { .. } => "Access token",
        AppTokenKind::Refresh => "Refresh token",
    }
}
