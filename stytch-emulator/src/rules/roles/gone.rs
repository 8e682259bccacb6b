//! Roles that there are no longer: nobody has them, and no rule grants them. Who makes one of the same name
//! later has not given it to anybody.

use std::sync::Arc;

use stytch_b2b::organizations;

use crate::rules::settings::Settings;
use crate::rules::users;
use crate::state::{Member, Record as _, ScimConnection, SsoConnection, State};

/// Whether a role can be given to members of an organization.
pub(crate) fn is_known(
    settings: &Settings,
    organization: &organizations::Organization,
    role_id: &str,
) -> bool {
    let project = settings.policy.roles.iter();
    let own = organization.custom_roles.iter();
    let mut all = project
        .map(|role| &role.role_id)
        .chain(own.map(|role| &role.role_id));
    all.any(|known| known == role_id)
}

/// Takes the roles back that the project has no longer.
pub(crate) fn settle(state: &mut State) {
    let organizations: Vec<_> = state.organizations.iter().cloned().collect();
    for organization in organizations {
        settle_in(state, organization.id());
    }
    let all: Vec<_> = state.users.iter().cloned().collect();
    for user in all {
        let mut without = (*user).clone();
        let roles = &mut without.assigned_roles;
        roles.retain(|role_id| users::roles::is_known(&state.settings, role_id));
        if without != *user {
            state.users.put(without);
        }
    }
}

/// Takes the roles back that an organization has no longer.
pub(crate) fn settle_in(state: &mut State, organization_id: &str) {
    let Some(organization) = state.organizations.get(organization_id).cloned() else {
        return;
    };
    let settings = Arc::clone(&state.settings);
    let is_kept = |role_id: &String| is_known(&settings, &organization.model, role_id);
    let group = Member::listed_by_organization(organization_id);
    let members: Vec<_> = state.members.group(&group).cloned().collect();
    for member in members {
        let mut without = (*member).clone();
        without.assigned_roles.retain(is_kept);
        if without != *member {
            state.members.put(without);
        }
    }
    let mut without = (*organization).clone();
    let rules = &mut without.model.rbac_email_implicit_role_assignments;
    rules.retain(|rule| is_kept(&rule.role_id));
    if without != *organization {
        state.organizations.put(without);
    }
    let name = ScimConnection::named_by_organization(organization_id);
    if let Some(connection) = state.scim_connections.named(&name) {
        let mut without = (**connection).clone();
        let rules = &mut without.model.scim_group_implicit_role_assignments;
        rules.retain(|rule| is_kept(&rule.role_id));
        if without != **connection {
            state.scim_connections.put(without);
        }
    }
    let group = SsoConnection::listed_by_organization(organization_id);
    let connections: Vec<_> = state.sso_connections.group(&group).cloned().collect();
    for connection in connections {
        let mut without = (*connection).clone();
        match &mut without {
            SsoConnection::Saml(saml) => {
                let all = &mut saml.saml_connection_implicit_role_assignments;
                all.retain(|rule| is_kept(&rule.role_id));
                let groups = &mut saml.saml_group_implicit_role_assignments;
                groups.retain(|rule| is_kept(&rule.role_id));
            }
            SsoConnection::External(external) => {
                let all = &mut external.external_connection_implicit_role_assignments;
                all.retain(|rule| is_kept(&rule.role_id));
                let groups = &mut external.external_group_implicit_role_assignments;
                groups.retain(|rule| is_kept(&rule.role_id));
            }
            SsoConnection::Oidc(_) => {}
        }
        if without != *connection {
            state.sso_connections.put(without);
        }
    }
}
