//! Connections to identity providers: those over which people log in, and those that keep the members up to date.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;

use super::form::Sought;
use super::{Shown, layout};
use crate::ledger;
use crate::rules::scim::connections;
use crate::rules::search::contains;
use crate::state::{Record as _, ScimConnection, ScimGroup, SsoConnection, State};

/// A connection of either kind, as a list shows it.
struct Row<'s> {
    id: &'s str,
    organization_id: &'s str,
    name: &'s str,
    kind: &'static str,
    provider: &'s str,
    status: &'s str,
}

impl<'s> Row<'s> {
    fn of_sso(connection: &'s SsoConnection) -> Self {
        let (name, kind, provider, status) = match connection {
            SsoConnection::Saml(saml) => (
                &saml.display_name,
                "SAML",
                saml.identity_provider.as_str(),
                saml.status.as_str(),
            ),
            SsoConnection::Oidc(oidc) => (
                &oidc.display_name,
                "OIDC",
                oidc.identity_provider.as_str(),
                oidc.status.as_str(),
            ),
            SsoConnection::External(external) => (
                &external.display_name,
                "External",
                external.external_connection_id.as_str(),
                external.status.as_str(),
            ),
        };
        Self {
            id: connection.id(),
            organization_id: connection.organization_id(),
            name,
            kind,
            provider,
            status,
        }
    }

    fn of_scim(connection: &'s ScimConnection) -> Self {
        let model = &connection.model;
        Self {
            id: connection.id(),
            organization_id: model.organization_id.as_str(),
            name: &model.display_name,
            kind: "SCIM",
            provider: model.identity_provider.as_str(),
            status: model.status.as_str(),
        }
    }

    /// What it is called; many have no name of their own.
    fn title(&self) -> &'s str {
        match self.name {
            "" => self.kind,
            name => name,
        }
    }

    fn cells(&self, shown: &Shown, organization: &Markup) -> Markup {
        html! {
            td { a href=(shown.to_one("/connections", self.id)) { (self.title()) } }
            td { (self.kind) }
            td { (self.provider) }
            td { (self.status) }
            (organization)
            td { code { (self.id) } }
        }
    }
}

fn rows(state: &State) -> impl Iterator<Item = Row<'_>> {
    let sso = state.sso_connections.iter();
    let scim = state.scim_connections.iter();
    let sso = sso.map(|connection| Row::of_sso(connection));
    sso.chain(scim.map(|connection| Row::of_scim(connection)))
}

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let is_found = |row: &Row<'_>| {
        [row.id, row.name, row.kind, row.provider]
            .into_iter()
            .any(|text| contains(text, &sought))
    };
    let found: Vec<_> = rows(&state).filter(is_found).collect();
    let columns = ["Name", "Kind", "Provider", "Status", "Organization", "Id"];
    let content = layout::list((&shown, &sought), &columns, &found, |row| {
        let organization = organization(&shown, &state, row.organization_id);
        row.cells(&shown, &html! { td { (organization) } })
    });
    layout::page(&shown, "Connections", &content)
}

/// The connections of one organization.
pub(super) fn of_organization(shown: &Shown, state: &State, organization_id: &str) -> Markup {
    let found: Vec<_> = rows(state)
        .filter(|row| row.organization_id == organization_id)
        .collect();
    html! {
        h2 { "Connections" }
        @if found.is_empty() { p { "None." } }
        @else {
            (layout::table(&["Name", "Kind", "Provider", "Status", "Id"], &found, |row| {
                row.cells(shown, &html! {})
            }))
        }
    }
}

pub(super) async fn one(Path(id): Path<String>, shown: Shown) -> Response {
    let state = shown.project.state();
    if let Some(connection) = state.scim_connections.get(&id) {
        let content = scim(&shown, &state, connection);
        return layout::page(&shown, "A SCIM connection", &content);
    }
    let Some(connection) = state.sso_connections.get(&id) else {
        return layout::missing(&shown, "connection");
    };
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("public_token", &shown.project.identity.public_token());
    query.append_pair("connection_id", &id);
    let content = html! {
        p.soft { "of " (organization(&shown, &state, connection.organization_id())) " · " code { (id) } }
        @if let SsoConnection::External(external) = &**connection {
            @let source = external.external_connection_id.as_str();
            p { "It leads to " a href=(shown.to_one("/connections", source)) { code { (source) } } }
        }
        p { a href=(format!("/v1/public/sso/start?{}", query.finish())) { "Log in over it" } }
        h2 { "Settings" }
        (layout::json(&ledger::redacted(&json!(**connection))))
    };
    layout::page(&shown, "An SSO connection", &content)
}

fn scim(shown: &Shown, state: &State, connection: &ScimConnection) -> Markup {
    let model = connections::shown(&shown.project.identity, connection);
    let groups = connections::groups(state, connection.id());
    html! {
        p.soft {
            "of " (organization(shown, state, model.organization_id.as_str()))
            " · " code { (connection.id()) }
        }
        h2 { "What the directory needs" }
        p { "Base URL: " code { (model.base_url) } }
        p {
            "Bearer token: the one that ends with " code { (model.bearer_token_last_four) }
            @if !model.next_bearer_token_last_four.is_empty() {
                ", or the next one, which ends with " code { (model.next_bearer_token_last_four) }
            }
        }
        h2 { "Groups" }
        @if groups.is_empty() { p { "None." } }
        @else {
            (layout::table(&["Group", "Members", "Roles", "Id"], &groups, |group| html! {
                td { (group.model.group_name) }
                td { (members(shown, state, group)) }
                td { (roles(connection, group).join(", ")) }
                td { code { (group.id()) } }
            }))
        }
        h2 { "Settings" }
        (layout::json(&model))
    }
}

/// Who is in a group; of many, the first.
fn members(shown: &Shown, state: &State, group: &ScimGroup) -> Markup {
    const NAMED: usize = 20;
    let named = group.members.iter().take(NAMED);
    let named: Vec<_> = named.filter_map(|id| state.members.get(id)).collect();
    let others = group.members.len().saturating_sub(NAMED);
    html! {
        @for (number, member) in named.iter().enumerate() {
            @if number > 0 { ", " }
            a href=(shown.to_one("/members", member.id())) { (member.model.email_address) }
        }
        @if others > 0 { " and " (others) " more" }
    }
}

/// The roles that a group grants.
fn roles<'c>(connection: &'c ScimConnection, group: &ScimGroup) -> Vec<&'c str> {
    let assignments = &connection.model.scim_group_implicit_role_assignments;
    let granted = assignments
        .iter()
        .filter(|assignment| assignment.group_id == group.model.group_id);
    granted
        .map(|assignment| assignment.role_id.as_str())
        .collect()
}

fn organization(shown: &Shown, state: &State, id: &str) -> Markup {
    let name = state.organizations.get(id);
    let name = name.map_or(id, |found| found.model.organization_name.as_str());
    html! { a href=(shown.to_one("/organizations", id)) { (name) } }
}
