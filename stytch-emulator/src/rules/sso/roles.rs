//! Roles that follow from an account at an identity provider, and from the groups there.

use serde_json::{Map, Value};
use stytch_b2b::organizations::{MemberRoleSource, RoleSourceType, SsoRegistration};

use super::connections;
use crate::state::{Member, SsoConnection, State};

/// A role, and from where it comes.
pub(crate) type Implied = (String, MemberRoleSource);

/// The roles that a member has by accounts at identity providers.
pub(crate) fn implied(state: &State, member: &Member) -> Vec<Implied> {
    let registrations = member.model.sso_registrations.iter();
    registrations
        .flat_map(|registration| by_account(state, registration))
        .collect()
}

fn by_account(state: &State, registration: &SsoRegistration) -> Vec<Implied> {
    let id = registration.connection_id.as_str();
    let Some(connection) = state.sso_connections.get(id) else {
        return Vec::new();
    };
    // an external connection grants roles of its own, with the groups of the one it leads to
    let Ok(source) = connections::source(state, connection) else {
        return Vec::new();
    };
    let SsoConnection::Saml(saml) = &*source else {
        return Vec::new();
    };
    let groups = saml.attribute_mapping.get("groups");
    let groups = groups
        .and_then(Value::as_str)
        .and_then(|name| registration.sso_attributes.get(name));
    let belongs = |group: &str| match groups {
        Some(Value::Array(groups)) => groups.iter().any(|one| one == group),
        Some(Value::String(only)) => only == group,
        _ => false,
    };
    let (to_all, to_groups) = assignments(connection);
    let by_connection = to_all
        .into_iter()
        .map(|role_id| (role_id.to_owned(), source_of(id, None)));
    let by_group = to_groups
        .into_iter()
        .filter(|(_, group)| belongs(group))
        .map(|(role_id, group)| (role_id.to_owned(), source_of(id, Some(group))));
    by_connection.chain(by_group).collect()
}

/// The roles that a connection grants: to all, and to the members of groups.
fn assignments(connection: &SsoConnection) -> (Vec<&str>, Vec<(&str, &str)>) {
    match connection {
        SsoConnection::Saml(saml) => {
            let all = saml.saml_connection_implicit_role_assignments.iter();
            let groups = saml.saml_group_implicit_role_assignments.iter();
            (
                all.map(|one| one.role_id.as_str()).collect(),
                groups
                    .map(|one| (one.role_id.as_str(), one.group.as_str()))
                    .collect(),
            )
        }
        SsoConnection::External(external) => {
            let all = external
                .external_connection_implicit_role_assignments
                .iter();
            let groups = external.external_group_implicit_role_assignments.iter();
            (
                all.map(|one| one.role_id.as_str()).collect(),
                groups
                    .map(|one| (one.role_id.as_str(), one.group.as_str()))
                    .collect(),
            )
        }
        SsoConnection::Oidc(_) => Default::default(),
    }
}

fn source_of(connection_id: &str, group: Option<&str>) -> MemberRoleSource {
    let mut source = MemberRoleSource::default();
    let id = ("connection_id".to_owned(), Value::from(connection_id));
    source.details = Map::from_iter([id]);
    source.r#type = match group {
        None => RoleSourceType::SsoConnection,
        Some(group) => {
            source.details.insert("group".to_owned(), group.into());
            RoleSourceType::SsoConnectionGroup
        }
    };
    source
}

/// Whether a role counts in a session: one that follows from an account does only where the login over
/// that connection is among the factors.
pub(crate) fn counts(source: &MemberRoleSource, connection_ids: &[&str]) -> bool {
    match source.r#type {
        RoleSourceType::SsoConnection | RoleSourceType::SsoConnectionGroup => {
            let id = source.details.get("connection_id").and_then(Value::as_str);
            id.is_some_and(|id| connection_ids.contains(&id))
        }
        _ => true,
    }
}
