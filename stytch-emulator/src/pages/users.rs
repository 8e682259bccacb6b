//! Users of the consumer API.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};

use super::form::Sought;
use super::{Shown, authenticator, layout, mint, sessions};
use crate::rules::search::contains;
use crate::shared::Shared;
use crate::state::{Record as _, User, UserSession};

/// Their columns in a list.
pub(super) const COLUMNS: [&str; 3] = ["User", "Status", "Id"];

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let users = state.users.iter().map(|user| &**user);
    let found: Vec<_> = users.filter(|user| is_found(user, &sought)).collect();
    let content = layout::list((&shown, &sought), &COLUMNS, &found, |user| {
        row(&shown, user)
    });
    layout::page(&shown, "Users", &content)
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let Some(user) = state.users.get(&id) else {
        return layout::missing(&shown, "user");
    };
    let of_user = state.user_sessions.group(&UserSession::listed_by_user(&id));
    let rows: Vec<_> = of_user
        .map(|session| sessions::Row::of_user(&state, session))
        .collect();
    let content = html! {
        p.soft { code { (id) } }
        (mint::button(&shown.to_one_below("/users", &id, "session"), "Make a session"))
        (mint::button(&shown.to_one_below("/users", &id, "impersonation"), "Impersonate"))
        h2 { "Sessions" }
        (sessions::table(&shown, &rows, shared.clock.now()))
        (authenticator::of(&shown, &state, &id, shared.clock.now()))
        h2 { "Account" }
        (layout::json(&user.model))
    };
    layout::page(&shown, &name(user), &content)
}

/// Whether a user is looked for by this.
pub(super) fn is_found(user: &User, sought: &str) -> bool {
    let model = &user.model;
    let mut emails = model.emails.iter();
    let mut numbers = model.phone_numbers.iter();
    emails.any(|one| contains(&one.email, sought))
        || numbers.any(|one| contains(&one.phone_number, sought))
        || contains(user.id(), sought)
        || contains(model.external_id.as_deref().unwrap_or_default(), sought)
}

/// The cells of a user in a list.
pub(super) fn row(shown: &Shown, user: &User) -> Markup {
    html! {
        td { a href=(shown.to_one("/users", user.id())) { (name(user)) } }
        td { (user.model.status) }
        td { code { (user.id()) } }
    }
}

/// What a user is best known by.
pub(super) fn name(user: &User) -> String {
    let emails = user.model.emails.iter().map(|email| &email.email);
    let numbers = user
        .model
        .phone_numbers
        .iter()
        .map(|number| &number.phone_number);
    let first = emails.chain(numbers).next();
    first.map_or_else(|| user.id().to_owned(), Clone::clone)
}
