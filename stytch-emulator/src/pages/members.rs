//! Members, wherever they belong.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};

use super::form::Sought;
use super::{Shown, authenticator, layout, mint, sessions};
use crate::rules::roles;
use crate::rules::search::contains;
use crate::shared::Shared;
use crate::state::{Member, Session, State as Held};

/// Their columns in a list.
pub(super) const COLUMNS: [&str; 4] = ["Email", "Name", "Status", "Roles"];

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let members = state.members.iter().map(|member| &**member);
    let found: Vec<_> = members.filter(|member| is_found(member, &sought)).collect();
    let content = layout::list(
        (&shown, &sought),
        &["Email", "Name", "Status", "Roles", "Organization"],
        &found,
        |member| html! { (row(&shown, &state, member)) td { (organization(&shown, &state, member)) } },
    );
    layout::page(&shown, "Members", &content)
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let Some(member) = state.members.get(&id) else {
        return layout::missing(&shown, "member");
    };
    let of_member = state.sessions.group(&Session::listed_by_member(&id));
    let rows: Vec<_> = of_member
        .map(|session| sessions::Row::of_member(&state, session))
        .collect();
    let content = html! {
        p.soft { "of " (organization(&shown, &state, member)) " · " code { (id) } }
        (mint::button(&shown.to_one_below("/members", &id, "session"), "Make a session"))
        (mint::button(&shown.to_one_below("/members", &id, "impersonation"), "Impersonate"))
        h2 { "Sessions" }
        (sessions::table(&shown, &rows, shared.clock.now()))
        (authenticator::of(&shown, &state, &id, shared.clock.now()))
        h2 { "Account" }
        (layout::json(&roles::shown(&state, member)))
    };
    layout::page(&shown, &member.model.email_address, &content)
}

/// Whether a member is looked for by this.
pub(super) fn is_found(member: &Member, sought: &str) -> bool {
    let model = &member.model;
    contains(&model.email_address, sought)
        || contains(&model.name, sought)
        || contains(model.member_id.as_str(), sought)
        || contains(model.external_id.as_deref().unwrap_or_default(), sought)
}

/// The cells of a member in a list.
pub(super) fn row(shown: &Shown, state: &Held, member: &Member) -> Markup {
    let model = &member.model;
    html! {
        td { a href=(shown.to_one("/members", model.member_id.as_str())) { (model.email_address) } }
        td { (model.name) }
        td { (model.status) }
        td { (roles::ids(state, member).join(", ")) }
    }
}

fn organization(shown: &Shown, state: &Held, member: &Member) -> Markup {
    let id = member.model.organization_id.as_str();
    let name = state.organizations.get(id);
    let name = name.map_or(id, |found| found.model.organization_name.as_str());
    html! { a href=(shown.to_one("/organizations", id)) { (name) } }
}
