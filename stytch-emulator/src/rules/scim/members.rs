//! What SCIM means for a member: the groups, and the roles that follow from them.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Map;
use stytch_b2b::organizations::{self, MemberRoleSource, RoleSourceType};
use stytch_b2b::scim::{Group, ScimAttributes, ScimGroupImplicitRoleAssignment};

use super::connections;
use crate::state::{Member, Record as _, ScimGroup, State};

/// The groups of a member who came over a connection.
fn groups(state: &State, member: &Member) -> Vec<Arc<ScimGroup>> {
    let Some(connection_id) = member.scim_connection_id() else {
        return Vec::new();
    };
    let mut groups = connections::groups(state, connection_id);
    groups.retain(|group| group.members.contains(member.id()));
    groups
}

/// The roles that a member has by groups at the identity provider.
pub(crate) fn implied_roles(state: &State, member: &Member) -> Vec<(String, MemberRoleSource)> {
    let connection = member.scim_connection_id();
    let connection = connection.and_then(|id| state.scim_connections.get(id));
    let Some(connection) = connection else {
        return Vec::new();
    };
    let groups = groups(state, member);
    let assignments = &connection.model.scim_group_implicit_role_assignments;
    let granted = assignments.iter().filter(|assignment| {
        let mut groups = groups.iter();
        groups.any(|group| group.model.group_id == assignment.group_id)
    });
    let role = |assignment: &ScimGroupImplicitRoleAssignment| {
        let mut source = MemberRoleSource::default();
        source.r#type = RoleSourceType::ScimConnectionGroup;
        source.details = Map::from_iter([
            ("connection_id".to_owned(), connection.id().into()),
            ("group_id".to_owned(), assignment.group_id.as_str().into()),
        ]);
        (assignment.role_id.clone(), source)
    };
    granted.map(role).collect()
}

/// What the provider says of a member, with what is kept elsewhere: the id, the groups, and whether the member
/// may log in.
pub(crate) fn attributes(state: &State, member: &Member) -> Option<ScimAttributes> {
    let registration = member.model.scim_registration.as_ref()?;
    let mut attributes = registration.scim_attributes.clone().unwrap_or_default();
    member.id().clone_into(&mut attributes.id);
    attributes.active = !member.is_deleted();
    attributes.groups = groups(state, member)
        .iter()
        .map(|group| {
            let mut shown = Group::default();
            group.id().clone_into(&mut shown.value);
            shown.display.clone_from(&group.model.group_name);
            shown
        })
        .collect();
    Some(attributes)
}

/// Shows them in the record of the member.
pub(crate) fn complete(state: &State, member: &Member, model: &mut organizations::Member) {
    if let Some(registration) = &mut model.scim_registration {
        registration.scim_attributes = attributes(state, member);
    }
}

/// Those whose groups are others than before, or mean another role.
pub(crate) fn regrouped(before: &State, next: &State) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let none = BTreeSet::new();
    for group_id in next.scim_groups.changed() {
        let (was, is) = (
            before.scim_groups.get(group_id),
            next.scim_groups.get(group_id),
        );
        let name =
            |group: Option<&Arc<ScimGroup>>| group.map(|group| group.model.group_name.clone());
        let members = |group: Option<&'_ Arc<ScimGroup>>| {
            group.map_or_else(|| none.clone(), |group| group.members.clone())
        };
        let (had, has) = (members(was), members(is));
        match name(was) == name(is) {
            true => ids.extend(had.symmetric_difference(&has).cloned()),
            false => ids.extend(had.union(&has).cloned()),
        }
    }
    for connection_id in next.scim_connections.changed() {
        let assignments = |state: &State| {
            let connection = state.scim_connections.get(connection_id)?;
            Some(
                connection
                    .model
                    .scim_group_implicit_role_assignments
                    .clone(),
            )
        };
        if assignments(before) != assignments(next) {
            let groups = connections::groups(next, connection_id);
            ids.extend(groups.iter().flat_map(|group| group.members.clone()));
        }
    }
    ids
}
