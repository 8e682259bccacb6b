//! Organizations, and their members.

use axum::extract::Path;
use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, connections, layout, members};
use crate::rules::search::contains;
use crate::state::{Member, Organization, Record as _};

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let is_found = |organization: &Organization| {
        let model = &organization.model;
        let names = [&model.organization_name, &model.organization_slug];
        names.into_iter().any(|name| contains(name, &sought))
            || contains(organization.id(), &sought)
    };
    let found = state.organizations.iter();
    let found: Vec<_> = found
        .filter(|organization| is_found(organization))
        .collect();
    let columns = ["Name", "Slug", "Members", "Id"];
    let content = layout::list((&shown, &sought), &columns, &found, |organization| {
        let model = &organization.model;
        let id = organization.id();
        let members = state.members.group(&Member::listed_by_organization(id));
        html! {
            td { a href=(shown.to_one("/organizations", id)) { (model.organization_name) } }
            td { (model.organization_slug) }
            td { (members.count()) }
            td { code { (id) } }
        }
    });
    layout::page(&shown, "Organizations", &content)
}

pub(super) async fn one(Path(id): Path<String>, Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let Some(organization) = state.organizations.get(&id) else {
        return layout::missing(&shown, "organization");
    };
    let of_organization = state.members.group(&Member::listed_by_organization(&id));
    let found: Vec<_> = of_organization
        .filter(|member| members::is_found(member, &sought))
        .collect();
    let content = html! {
        h2 { "Members" }
        (layout::list((&shown, &sought), &members::COLUMNS, &found, |member| {
            members::row(&shown, &state, member)
        }))
        (connections::of_organization(&shown, &state, &id))
        h2 { "Settings" }
        (layout::json(&organization.model))
    };
    layout::page(&shown, &organization.model.organization_name, &content)
}
