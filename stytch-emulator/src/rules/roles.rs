//! The roles of a member, and what they allow.

mod built_in;
pub(crate) mod gone;

use serde_json::Map;
use stytch_b2b::organizations::{self, MemberRole, MemberRoleSource, RoleSourceType};
use stytch_b2b::rbac;

pub(crate) use self::built_in::{built_in_policy, whole_policy};
use super::{scim, spelling, sso};
use crate::state::{Member, Organization, Password, Session, State};

/// The role that every member has.
pub(crate) const MEMBER: &str = "stytch_member";
/// The role of whoever founds an organization.
pub(crate) const ADMIN: &str = "stytch_admin";

/// A member as the API shows it: with all roles, and where they come from.
pub(crate) fn shown(state: &State, member: &Member) -> organizations::Member {
    let mut model = member.model.clone();
    let organization = state.organizations.get(model.organization_id.as_str());
    model.roles = organization
        .map(|organization| of_member(state, organization, member))
        .unwrap_or_default();
    let cross_organization = state.settings.passwords.cross_organization;
    let owner = member.password_owner(cross_organization);
    if let Some(password) = state.passwords.named(&Password::named_by_owner(&owner)) {
        model.member_password_id = password.id.as_str().into();
    }
    let lock = state.locks.get(model.member_id.as_str());
    if let Some(lock) = lock.filter(|lock| lock.created_at.is_some()) {
        model.is_locked = true;
        model.lock_created_at = lock.created_at;
        model.lock_expires_at = lock.expires_at;
    }
    scim::members::complete(state, member, &mut model);
    model.is_admin = model.roles.iter().any(|role| role.role_id == ADMIN);
    model
}

/// The ids of a member's roles.
pub(crate) fn ids(state: &State, member: &Member) -> Vec<String> {
    let roles = shown(state, member).roles;
    roles.into_iter().map(|role| role.role_id).collect()
}

/// The ids of the roles that a member has in a session: those that follow from an account at an identity
/// provider only if that is how the member logged in.
pub(crate) fn in_session(state: &State, session: &Session, member: &Member) -> Vec<String> {
    let factors = session.factors.iter();
    let connection_ids: Vec<_> = factors.filter_map(sso::connection_of).collect();
    let roles = shown(state, member).roles.into_iter().filter(|role| {
        let mut sources = role.sources.iter();
        sources.any(|source| sso::roles::counts(source, &connection_ids))
    });
    roles.map(|role| role.role_id).collect()
}

fn of_member(state: &State, organization: &Organization, member: &Member) -> Vec<MemberRole> {
    let mut roles: Vec<MemberRole> = Vec::new();
    if member.is_deleted() {
        return roles;
    }
    let mut add = |role_id: &str, source: MemberRoleSource| match roles
        .iter_mut()
        .find(|role| role.role_id == role_id)
    {
        Some(role) => role.sources.push(source),
        None => {
            let mut role = MemberRole::default();
            role.role_id = role_id.to_owned();
            role.sources = vec![source];
            roles.push(role);
        }
    };
    let assigned = member.assigned_roles.iter().map(String::as_str);
    for role_id in [MEMBER].into_iter().chain(assigned) {
        add(
            role_id,
            source(RoleSourceType::DirectAssignment, Map::new()),
        );
    }
    if member.model.email_address_verified {
        let domain = spelling::domain(&member.model.email_address);
        let rules = &organization.model.rbac_email_implicit_role_assignments;
        for rule in rules
            .iter()
            .filter(|rule| rule.domain.to_lowercase() == domain)
        {
            let details = Map::from_iter([("email_domain".to_owned(), domain.clone().into())]);
            add(
                &rule.role_id,
                source(RoleSourceType::EmailAssignment, details),
            );
        }
    }
    let by_connections = sso::roles::implied(state, member).into_iter();
    let by_groups = scim::members::implied_roles(state, member);
    for (role_id, source) in by_connections.chain(by_groups) {
        add(&role_id, source);
    }
    roles
}

fn source(r#type: RoleSourceType, details: stytch_b2b::JsonObject) -> MemberRoleSource {
    let mut source = MemberRoleSource::default();
    source.r#type = r#type;
    source.details = details;
    source
}

/// The roles among these that allow an action, by the project's policy and the organization's own roles.
pub(crate) fn granting(
    state: &State,
    organization: &Organization,
    roles: &[String],
    resource_id: &str,
    action: &str,
) -> Vec<String> {
    let own = organization.model.custom_roles.iter();
    let own = own.map(|role| (&role.role_id, allow(&role.permissions, resource_id, action)));
    let project = state.settings.policy.roles.iter();
    let project =
        project.map(|role| (&role.role_id, allow(&role.permissions, resource_id, action)));
    own.chain(project)
        .filter(|(role_id, allows)| *allows && roles.contains(role_id))
        .map(|(role_id, _)| role_id.clone())
        .collect()
}

/// What a role may do with a resource.
pub(crate) trait Permission {
    fn resource_id(&self) -> &str;
    fn actions(&self) -> &[String];
}

macro_rules! permissions {
    ($($ty:ty),*) => {
        $(impl Permission for $ty {
            fn resource_id(&self) -> &str {
                &self.resource_id
            }

            fn actions(&self) -> &[String] {
                &self.actions
            }
        })*
    };
}

permissions!(
    rbac::PolicyRolePermission,
    organizations::CustomRolePermission,
    stytch_consumer::rbac::PolicyRolePermission
);

/// Whether one of these permissions covers an action on a resource.
pub(super) fn allow(permissions: &[impl Permission], resource_id: &str, action: &str) -> bool {
    permissions.iter().any(|permission| {
        let mut actions = permission.actions().iter();
        permission.resource_id() == resource_id
            && actions.any(|allowed| allowed == "*" || allowed == action)
    })
}
