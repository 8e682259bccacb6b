//! Sessions of members and users.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use stytch_core::{ErrorType, Timestamp};

use super::form::{Form, Sought, back_to};
use super::{Shown, layout, mint, users};
use crate::rules::search::contains;
use crate::rules::{sessions as of_members, users::sessions as of_users};
use crate::shared::Shared;
use crate::state::{Session, State as Held, UserSession};

/// A session in a list.
pub(super) struct Row {
    id: String,
    /// Whose it is: where the page is, the id, and a name.
    owner: (&'static str, String, String),
    /// How somebody has logged in.
    factors: String,
    last_accessed_at: Timestamp,
    expires_at: Timestamp,
}

impl Row {
    pub(super) fn of_member(state: &Held, session: &Session) -> Self {
        let member = state.members.get(&session.member_id);
        let name = member.map_or(&session.member_id, |member| &member.model.email_address);
        let factors = session.factors.iter();
        let factors = factors.map(|factor| factor.delivery_method.to_string());
        Self {
            id: session.id.clone(),
            owner: ("/members", session.member_id.clone(), name.clone()),
            factors: factors.collect::<Vec<_>>().join(", "),
            last_accessed_at: session.last_accessed_at,
            expires_at: session.expires_at,
        }
    }

    pub(super) fn of_user(state: &Held, session: &UserSession) -> Self {
        let user = state.users.get(&session.user_id);
        let name = user.map_or_else(|| session.user_id.clone(), |user| users::name(user));
        let factors = session.factors.iter();
        let factors = factors.map(|factor| factor.delivery_method.to_string());
        Self {
            id: session.id.clone(),
            owner: ("/users", session.user_id.clone(), name),
            factors: factors.collect::<Vec<_>>().join(", "),
            last_accessed_at: session.last_accessed_at,
            expires_at: session.expires_at,
        }
    }

    fn cells(&self, shown: &Shown, now: Timestamp) -> Markup {
        let (path, id, name) = &self.owner;
        html! {
            td { a href=(shown.to_one("/sessions", &self.id)) { code { (self.id) } } }
            td { a href=(shown.to_one(path, id)) { (name) } }
            td { (self.factors) }
            td { (layout::time(self.last_accessed_at)) }
            td { @if self.expires_at <= now { "ended " } (layout::time(self.expires_at)) }
        }
    }
}

const COLUMNS: [&str; 5] = ["Session", "Whose", "Factors", "Last seen", "Until"];

/// Sessions of somebody.
pub(super) fn table(shown: &Shown, rows: &[Row], now: Timestamp) -> Markup {
    html! {
        @if rows.is_empty() { p { "None." } }
        @else { (layout::table(&COLUMNS, rows, |row| row.cells(shown, now))) }
    }
}

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Sought(sought): Sought,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let of_members = state.sessions.iter();
    let of_users = state.user_sessions.iter();
    let mut found: Vec<_> = of_members
        .map(|session| Row::of_member(&state, session))
        .chain(of_users.map(|session| Row::of_user(&state, session)))
        .filter(|row| {
            let (_, id, name) = &row.owner;
            let texts = [&row.id, id, name, &row.factors];
            texts.into_iter().any(|text| contains(text, &sought))
        })
        .collect();
    found.sort_by_key(|row| std::cmp::Reverse(row.last_accessed_at));
    let now = shared.clock.now();
    let content = layout::list((&shown, &sought), &COLUMNS, &found, |row| {
        row.cells(&shown, now)
    });
    layout::page(&shown, "Sessions", &content)
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let (row, json) = match (state.sessions.get(&id), state.user_sessions.get(&id)) {
        (Some(session), _) => (
            Row::of_member(&state, session),
            layout::json(&of_members::shown(&state, session)),
        ),
        (None, Some(session)) => (
            Row::of_user(&state, session),
            layout::json(&of_users::shown(&state, session)),
        ),
        (None, None) => return layout::missing(&shown, "session"),
    };
    let content = html! {
        (table(&shown, &[row], shared.clock.now()))
        (mint::button(&shown.to_one_below("/sessions", &id, "revoke"), "Revoke it"))
        h2 { "What the API shows" }
        (json)
    };
    layout::page(&shown, "A session", &content)
}

pub(super) async fn revoke(shown: Shown, Path(id): Path<String>, _: Form) -> Response {
    let revoked = shown.project.change(|state| {
        let of_member = state.sessions.remove(&id).is_some();
        let of_user = state.user_sessions.remove(&id).is_some();
        match of_member || of_user {
            true => Ok(()),
            false => Err(ErrorType::SessionNotFound.into()),
        }
    });
    match revoked {
        Ok(()) => back_to("/sessions", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}
