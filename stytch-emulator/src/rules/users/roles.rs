//! The roles of a user, and what they allow.

use serde::{Deserialize as _, Deserializer};
use stytch_consumer::rbac;

use crate::refusal::Refusal;
use crate::rules::roles::allow;
use crate::rules::settings::Settings;
use crate::state::{State, User};

/// The role that every user has.
pub(crate) const USER: &str = "stytch_user";

/// The ids of a user's roles.
pub(crate) fn of(user: &User) -> Vec<String> {
    let assigned = user.assigned_roles.iter().cloned();
    [USER.to_owned()].into_iter().chain(assigned).collect()
}

/// Whether a role can be given to a user.
pub(crate) fn is_known(settings: &Settings, role_id: &str) -> bool {
    let mut known = settings.user_policy.roles.iter();
    known.any(|role| role.role_id == role_id)
}

/// Roles that can be given to a user, each of them once.
pub(crate) fn assignable(state: &State, wanted: Vec<String>) -> Result<Vec<String>, Refusal> {
    let mut roles: Vec<String> = Vec::new();
    for role_id in wanted {
        if role_id == USER {
            return Err(Refusal::new("cannot_assign_default_rbac_role_id"));
        }
        if !is_known(&state.settings, &role_id) {
            return Err(Refusal::new("invalid_rbac_role_id"));
        }
        if !roles.contains(&role_id) {
            roles.push(role_id);
        }
    }
    Ok(roles)
}

/// The roles among these that allow an action.
pub(crate) fn granting(
    state: &State,
    roles: &[String],
    resource_id: &str,
    action: &str,
) -> Vec<String> {
    let known = state.settings.user_policy.roles.iter();
    known
        .filter(|role| roles.contains(&role.role_id))
        .filter(|role| allow(&role.permissions, resource_id, action))
        .map(|role| role.role_id.clone())
        .collect()
}

/// The policy of a new project: the role of all users, which allows nothing by itself.
pub(crate) fn built_in_policy() -> rbac::Policy {
    let mut role = rbac::PolicyRole::default();
    role.role_id = USER.to_owned();
    role.description = "The role that every user has".to_owned();
    let mut policy = rbac::Policy::default();
    policy.roles = vec![role];
    policy
}

/// A policy as it was set, with that role if it does not name it.
pub(crate) fn whole_policy<'de, D: Deserializer<'de>>(given: D) -> Result<rbac::Policy, D::Error> {
    let mut policy = rbac::Policy::deserialize(given)?;
    if policy.roles.iter().all(|named| named.role_id != USER) {
        policy.roles.extend(built_in_policy().roles);
    }
    Ok(policy)
}
