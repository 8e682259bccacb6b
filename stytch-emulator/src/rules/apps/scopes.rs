//! Scopes: what they are for, and who can grant them.

use crate::rules::{find, roles, users};
use crate::state::{AppSubject, ConnectedApp, State};

/// The scope with which an app may renew its tokens.
pub(super) const OFFLINE: &str = "offline_access";

/// The scope with which an access token becomes a session.
pub(super) const FULL_ACCESS: &str = "full_access";

/// What the scopes are for that every project has.
const BUILT_IN: [(&str, &str); 6] = [
    ("openid", "Know who you are"),
    ("profile", "See your name"),
    ("email", "See your email address"),
    ("phone", "See your phone number"),
    (OFFLINE, "Keep access while you are away"),
    (FULL_ACCESS, "Act as you"),
];

/// A scope, and whether the person can grant it.
pub(crate) struct Scope {
    pub(crate) scope: String,
    pub(crate) description: String,
    pub(crate) is_grantable: bool,
}

/// A scope, as this person could grant it to this app.
pub(super) fn of_scope(
    state: &State,
    app: &ConnectedApp,
    subject: &AppSubject,
    scope: &str,
) -> Scope {
    let built_in = BUILT_IN.iter().find(|(name, _)| *name == scope);
    if let Some((_, description)) = built_in {
        return Scope {
            scope: scope.to_owned(),
            description: (*description).to_owned(),
            is_grantable: scope != FULL_ACCESS || app.model.full_access_allowed,
        };
    }
    let (description, is_grantable) = match subject {
        AppSubject::MemberId(id) => of_member(state, id, scope),
        AppSubject::UserId(id) => of_user(state, id, scope),
    }
    .unwrap_or_default();
    Scope {
        scope: scope.to_owned(),
        description,
        is_grantable,
    }
}

/// A scope of the project's policy: whoever may do all of it can grant it.
fn of_member(state: &State, member_id: &str, name: &str) -> Option<(String, bool)> {
    let mut scopes = state.settings.policy.scopes.iter();
    let scope = scopes.find(|scope| scope.scope == name)?;
    let member = state.members.get(member_id)?;
    let organization = find::organization(state, member.model.organization_id.as_str()).ok()?;
    let ids = roles::ids(state, member);
    let is_grantable = scope.permissions.iter().all(|permission| {
        permission.actions.iter().all(|action| {
            let resource = &permission.resource_id;
            !roles::granting(state, &organization, &ids, resource, action).is_empty()
        })
    });
    Some((scope.description.clone(), is_grantable))
}

fn of_user(state: &State, user_id: &str, name: &str) -> Option<(String, bool)> {
    let mut scopes = state.settings.user_policy.scopes.iter();
    let scope = scopes.find(|scope| scope.scope == name)?;
    let ids = users::roles::of(&**state.users.get(user_id)?);
    let is_grantable = scope.permissions.iter().all(|permission| {
        permission.actions.iter().all(|action| {
            let resource = &permission.resource_id;
            !users::roles::granting(state, &ids, resource, action).is_empty()
        })
    });
    Some((scope.description.clone(), is_grantable))
}
