//! Users, and their sessions.

use axum::extract::Path;
use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, layout, mint};
use crate::rules::search::contains;
use crate::rules::users::sessions;
use crate::state::{User, UserSession};

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let query = &shown.query;
    let is_found = |user: &User| {
        let model = &user.model;
        let mut emails = model.emails.iter();
        let mut numbers = model.phone_numbers.iter();
        emails.any(|one| contains(&one.email, &sought))
            || numbers.any(|one| contains(&one.phone_number, &sought))
            || contains(model.user_id.as_str(), &sought)
    };
    let found: Vec<_> = state.users.iter().filter(|user| is_found(user)).collect();
    let content = html! {
        @if state.users.len() == 0 {
            p { "There is none yet." }
        } @else {
            (layout::search(&shown, &sought))
            (layout::extent(found.len()))
            div.scroll {
                table {
                    thead { tr { th { "User" } th { "Status" } th { "Id" } } }
                    tbody {
                        @for user in found.iter().take(layout::ROWS) {
                            @let id = user.model.user_id.as_str();
                            tr {
                                td { a href=(format!("/users/{id}{query}")) { (name(user)) } }
                                td { (user.model.status) }
                                td { code { (id) } }
                            }
                        }
                    }
                }
            }
        }
    };
    layout::page(&shown, "Users", &content)
}

pub(super) async fn one(Path(id): Path<String>, shown: Shown) -> Response {
    let state = shown.project.state();
    let Some(user) = state.users.get(&id) else {
        return layout::missing(&shown, "user");
    };
    let group = UserSession::listed_by_user(&id);
    let content = html! {
        (mint::button(&format!("/users/{id}/session"), &shown))
        h2 { "Sessions" }
        @if state.user_sessions.group(&group).next().is_none() { p { "None." } }
        @for session in state.user_sessions.group(&group) {
            article {
                h2 { code { (session.id) } }
                p.soft {
                    "until " (layout::time(session.expires_at)) ", last seen "
                    (layout::time(session.last_accessed_at))
                }
                (layout::json(&sessions::shown(&state, session)))
            }
        }
        h2 { "Account" }
        (layout::json(&user.model))
    };
    layout::page(&shown, &name(user), &content)
}

/// What a user is best known by.
fn name(user: &User) -> String {
    let emails = user.model.emails.iter().map(|email| &email.email);
    let numbers = user
        .model
        .phone_numbers
        .iter()
        .map(|number| &number.phone_number);
    let first = emails.chain(numbers).next();
    first.map_or_else(|| user.model.user_id.to_string(), Clone::clone)
}
