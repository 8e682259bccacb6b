//! Organizations, their members, and the sessions of those.

use axum::extract::Path;
use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, layout, mint};
use crate::rules::search::contains;
use crate::rules::{roles, sessions};
use crate::state::{Member, Organization, Session, State};

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let query = &shown.query;
    let is_found = |organization: &Organization| {
        let model = &organization.model;
        let names = [&model.organization_name, &model.organization_slug];
        names.into_iter().any(|name| contains(name, &sought))
            || contains(model.organization_id.as_str(), &sought)
    };
    let found = state.organizations.iter();
    let found: Vec<_> = found
        .filter(|organization| is_found(organization))
        .collect();
    let content = html! {
        @if state.organizations.len() == 0 {
            p { "There is none yet." }
        } @else {
            (layout::search(&shown, &sought))
            (layout::extent(found.len()))
            div.scroll {
                table {
                    thead { tr { th { "Name" } th { "Slug" } th { "Members" } th { "Id" } } }
                    tbody {
                        @for organization in found.iter().take(layout::ROWS) {
                            @let model = &organization.model;
                            @let id = model.organization_id.as_str();
                            tr {
                                td { a href=(format!("/organizations/{id}{query}")) { (model.organization_name) } }
                                td { (model.organization_slug) }
                                td { (members(&state, id).count()) }
                                td { code { (id) } }
                            }
                        }
                    }
                }
            }
        }
    };
    layout::page(&shown, "Organizations", &content)
}

pub(super) async fn one(Path(id): Path<String>, Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let query = &shown.query;
    let Some(organization) = state.organizations.get(&id) else {
        return layout::missing(&shown, "organization");
    };
    let is_found = |member: &&Member| {
        let model = &member.model;
        contains(&model.email_address, &sought)
            || contains(&model.name, &sought)
            || contains(model.member_id.as_str(), &sought)
    };
    let found: Vec<_> = members(&state, &id).filter(is_found).collect();
    let content = html! {
        h2 { "Members" }
        (layout::search(&shown, &sought))
        (layout::extent(found.len()))
        div.scroll {
            table {
                thead { tr { th { "Email" } th { "Name" } th { "Status" } th { "Roles" } } }
                tbody {
                    @for member in found.iter().take(layout::ROWS) {
                        @let model = &member.model;
                        tr {
                            td { a href=(format!("/members/{}{query}", model.member_id)) { (model.email_address) } }
                            td { (model.name) }
                            td { (model.status) }
                            td { (roles::ids(&state, member).join(", ")) }
                        }
                    }
                }
            }
        }
        h2 { "Settings" }
        (layout::json(&organization.model))
    };
    layout::page(&shown, &organization.model.organization_name, &content)
}

pub(super) async fn member(Path(id): Path<String>, shown: Shown) -> Response {
    let state = shown.project.state();
    let Some(member) = state.members.get(&id) else {
        return layout::missing(&shown, "member");
    };
    let group = Session::listed_by_member(&id);
    let content = html! {
        (mint::button(&format!("/members/{id}/session"), &shown))
        h2 { "Sessions" }
        @if state.sessions.group(&group).next().is_none() { p { "None." } }
        @for session in state.sessions.group(&group) {
            article {
                h2 { code { (session.id) } }
                p.soft { "until " (layout::time(session.expires_at)) ", last seen " (layout::time(session.last_accessed_at)) }
                (layout::json(&sessions::shown(&state, session)))
            }
        }
        h2 { "Account" }
        (layout::json(&roles::shown(&state, member)))
    };
    layout::page(&shown, &member.model.email_address, &content)
}

fn members<'s>(
    state: &'s State,
    organization_id: &str,
) -> impl Iterator<Item = &'s Member> + use<'s> {
    let group = Member::listed_by_organization(organization_id);
    let members: Vec<&Member> = state
        .members
        .group(&group)
        .map(|member| &**member)
        .collect();
    members.into_iter()
}
