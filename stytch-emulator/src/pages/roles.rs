//! Roles and what they allow: the project's policies, and what organizations add.

use axum::response::Response;
use maud::html;

use super::form::Sought;
use super::{Shown, layout};
use crate::rules::roles::Permission;
use crate::rules::search::contains;
use crate::state::State;

/// A role, wherever it is defined.
struct Role<'s> {
    place: &'s str,
    id: &'s str,
    description: &'s str,
    /// Resources, with the actions on them.
    allows: Vec<(&'s str, String)>,
}

impl<'s> Role<'s> {
    fn new(
        place: &'s str,
        id: &'s str,
        description: &'s str,
        permissions: &'s [impl Permission],
    ) -> Self {
        let allows = permissions.iter().map(|permission| {
            let actions = permission.actions().join(", ");
            (permission.resource_id(), actions)
        });
        Self {
            place,
            id,
            description,
            allows: allows.collect(),
        }
    }

    fn is_found(&self, sought: &str) -> bool {
        let mut allows = self.allows.iter();
        [self.place, self.id, self.description]
            .iter()
            .any(|text| contains(text, sought))
            || allows
                .any(|(resource, actions)| contains(resource, sought) || contains(actions, sought))
    }
}

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let mut found = roles(&state);
    found.retain(|role| role.is_found(&sought));
    let content = html! {
        (layout::list((&shown, &sought), &["Role", "Of", "What it allows"], &found, |role| html! {
            td { code { (role.id) } @if !role.description.is_empty() { p.soft { (role.description) } } }
            td { (role.place) }
            td {
                @if role.allows.is_empty() { "Nothing." }
                @for (resource, actions) in &role.allows { p { code { (resource) } ": " (actions) } }
            }
        }))
        h2 { "The policies as the API has them" }
        details { summary { "For members" } (layout::json(&state.settings.policy)) }
        details { summary { "For users" } (layout::json(&state.settings.user_policy)) }
    };
    layout::page(&shown, "Roles", &content)
}

fn roles(state: &State) -> Vec<Role<'_>> {
    let of_members = state.settings.policy.roles.iter();
    let of_members = of_members.map(|role| {
        Role::new(
            "members",
            &role.role_id,
            &role.description,
            &role.permissions,
        )
    });
    let of_organizations = state.organizations.iter().flat_map(|organization| {
        let model = &organization.model;
        let roles = model.custom_roles.iter();
        roles.map(|role| {
            let place = &model.organization_name;
            Role::new(place, &role.role_id, &role.description, &role.permissions)
        })
    });
    let of_users = state.settings.user_policy.roles.iter();
    let of_users = of_users
        .map(|role| Role::new("users", &role.role_id, &role.description, &role.permissions));
    of_members.chain(of_organizations).chain(of_users).collect()
}
