//! Calls that are made with the session of a member: only what one of the member's roles allows.

use std::sync::Arc;

use serde_json::Value;
use stytch_core::{ErrorType, Secret};

use super::{find, roles, sessions};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::route::{Permission, Rules};
use crate::state::{Member, Organization};

/// The session that a call is made with, as its headers name it.
#[derive(Debug, Default)]
pub(crate) struct Acting {
    pub(crate) token: Option<Secret>,
    pub(crate) jwt: Option<Secret>,
}

/// Makes sure that the member whose session it is may make the call.
pub(crate) fn check(call: &Call<'_>, acting: &Acting, rules: &Rules) -> Result<(), Refusal> {
    let named = sessions::Named {
        token: acting.token.as_ref(),
        jwt: acting.jwt.as_ref(),
    };
    let Some(session) = named.find(call)? else {
        // named by nothing, or not at all
        let is_named = acting.token.is_some() || acting.jwt.is_some();
        return match is_named {
            true => Err(ErrorType::SessionNotFound.into()),
            false => Ok(()),
        };
    };
    let organization = find::organization(call.state, &session.organization_id)?;
    let member = call.state.members.get(&session.member_id).cloned();
    let member = member.ok_or_else(|| Refusal::from(ErrorType::SessionNotFound))?;
    let several = call
        .params
        .get("organization_ids")
        .and_then(Value::as_array);
    let several = several.into_iter().flatten().filter_map(Value::as_str);
    for other in text(call, "organization_id").into_iter().chain(several) {
        let other = find::organization(call.state, other)?;
        if other.model.organization_id != organization.model.organization_id {
            return Err(ErrorType::SessionAuthorizationTenancyError.into());
        }
    }
    if is_about_strangers(call, &session.organization_id) {
        return Err(ErrorType::SessionAuthorizationTenancyError.into());
    }
    let actor = Actor {
        is_self: is_self(call, &organization, &member),
        roles: roles::in_session(call.state, &session, &member),
        organization,
    };
    if let Some(permission) = &rules.permission {
        actor.check(call, permission)?;
    }
    for (field, permission) in rules.fields {
        if !call.params.contains_key(*field) && !call.clears(field) {
            continue;
        }
        match permission {
            Some(permission) => actor.check(call, permission)?,
            None => return Err(ErrorType::SessionAuthorizationError.into()),
        }
    }
    Ok(())
}

struct Actor {
    organization: Arc<Organization>,
    roles: Vec<String>,
    /// Whether the call is about the member's own account.
    is_self: bool,
}

impl Actor {
    fn check(&self, call: &Call<'_>, permission: &Permission) -> Result<(), Refusal> {
        let is_allowed = permission.resources.iter().any(|resource| {
            let counts = *resource != "stytch.self" || self.is_self;
            let granting = roles::granting(
                call.state,
                &self.organization,
                &self.roles,
                resource,
                permission.action,
            );
            counts && !granting.is_empty()
        });
        match is_allowed {
            true => Ok(()),
            false => Err(ErrorType::SessionAuthorizationError.into()),
        }
    }
}

fn is_self(call: &Call<'_>, organization: &Organization, member: &Member) -> bool {
    let own = &member.model.member_id;
    let by_id = text(call, "member_id").is_some_and(|name| {
        find::member(call.state, organization, name)
            .is_ok_and(|found| found.model.member_id == *own)
    });
    let by_password = text(call, "member_password_id").is_some_and(|id| {
        let password = call.state.passwords.get(id);
        password.is_some_and(|password| password.owner == own.as_str())
    });
    by_id || by_password
}

fn text<'c>(call: &'c Call<'_>, field: &str) -> Option<&'c str> {
    call.params.get(field).and_then(Value::as_str)
}

/// Whether a call names a member or a session of another organization.
fn is_about_strangers(call: &Call<'_>, organization_id: &str) -> bool {
    let secret = |field| text(call, field).map(Secret::from);
    let (token, jwt) = (secret("session_token"), secret("session_jwt"));
    let named = sessions::Named {
        token: token.as_ref(),
        jwt: jwt.as_ref(),
    };
    let by_secret = named.find(call).ok().flatten();
    let by_id = text(call, "member_session_id").and_then(|id| call.state.sessions.get(id));
    let mut sessions = by_secret.iter().chain(by_id);
    let member = text(call, "member_id").and_then(|id| call.state.members.get(id));
    sessions.any(|session| session.organization_id != organization_id)
        || member.is_some_and(|member| member.model.organization_id.as_str() != organization_id)
}
