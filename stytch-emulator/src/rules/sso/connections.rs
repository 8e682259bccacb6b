//! The SSO connections of an organization: finding one, and keeping what the organization shows of them
//! true.

use std::sync::Arc;

use serde_json::Value;
use stytch_b2b::ConnectionId;
use stytch_b2b::organizations::{self, ActiveSsoConnection};
use stytch_b2b::sso::ConnectionStatus;
use stytch_core::ErrorType;

use super::roles;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::providers::grants;
use crate::rules::{find, sessions};
use crate::state::{
    Intermediate, Member, Organization, Record as _, Session, SsoConnection, State,
};

/// A connection over which people can log in.
pub(crate) fn active(state: &State, id: &str) -> Result<Arc<SsoConnection>, Refusal> {
    let connection = state.sso_connections.get(id).cloned();
    let connection = connection.ok_or_else(|| Refusal::from(ErrorType::SsoConnectionNotFound))?;
    match is_active(&*source(state, &connection)?) {
        true => Ok(connection),
        false => Err(Refusal::new("requires_active_sso_connection")
            .because("Settings of the identity provider are still missing.")),
    }
}

/// The connection that people of an organization take unless they name one.
pub(crate) fn usual(state: &State, organization: &Organization) -> Result<String, Refusal> {
    if let Some(id) = &organization.model.sso_default_connection_id {
        return Ok(id.as_str().to_owned());
    }
    let group = SsoConnection::listed_by_organization(organization.id());
    let mut connections = state.sso_connections.group(&group);
    match (connections.next(), connections.next()) {
        (None, _) => Err(ErrorType::NoSsoConnectionExistsForOrganization.into()),
        (Some(only), None) => Ok(only.id().to_owned()),
        (Some(_), Some(_)) => Err(Refusal::new(
            "indeterminate_sso_connection_for_organization",
        )),
    }
}

/// The connection to the identity provider: itself, or the one that an external connection leads to.
pub(crate) fn source(
    state: &State,
    connection: &SsoConnection,
) -> Result<Arc<SsoConnection>, Refusal> {
    let id = match connection {
        SsoConnection::External(external) => external.external_connection_id.as_str(),
        own => own.id(),
    };
    let source = state.sso_connections.get(id).cloned();
    source.ok_or_else(|| ErrorType::SsoConnectionNotFound.into())
}

fn is_active(connection: &SsoConnection) -> bool {
    match connection {
        SsoConnection::Saml(saml) => saml.status == ConnectionStatus::Active,
        SsoConnection::Oidc(oidc) => oidc.status == ConnectionStatus::Active,
        SsoConnection::External(_) => false,
    }
}

/// A connection as its organization lists it, if people can log in with it.
fn listed(connection: &SsoConnection) -> Option<ActiveSsoConnection> {
    if !is_active(connection) {
        return None;
    }
    let (name, provider) = match connection {
        SsoConnection::Saml(saml) => (&saml.display_name, &saml.identity_provider),
        SsoConnection::Oidc(oidc) => (&oidc.display_name, &oidc.identity_provider),
        SsoConnection::External(_) => return None,
    };
    let mut listed = ActiveSsoConnection::default();
    listed.connection_id = connection.id().into();
    listed.display_name.clone_from(name);
    listed.identity_provider = provider.clone();
    Some(listed)
}

/// Brings what an organization shows of its connections up to date: those that are active, in the order
/// in which they became so, and the default, which is the first unless somebody chose another one.
pub(crate) fn settle(state: &mut State, organization_id: &str) {
    let Some(found) = state.organizations.get(organization_id) else {
        return;
    };
    let mut organization = (**found).clone();
    let group = SsoConnection::listed_by_organization(organization_id);
    let all: Vec<_> = state.sso_connections.group(&group).cloned().collect();
    let mut active: Vec<_> = all.iter().filter_map(|one| listed(one)).collect();
    let model = &mut organization.model;
    let before = std::mem::take(&mut model.sso_active_connections);
    active.sort_by_key(|one| {
        let mut places = before.iter();
        let place = places.position(|other| other.connection_id == one.connection_id);
        place.unwrap_or(usize::MAX)
    });
    let is_there = |id: &str| active.iter().any(|one| one.connection_id.as_str() == id);
    model.sso_default_connection_id = model
        .sso_default_connection_id
        .take()
        .filter(|id| is_there(id.as_str()))
        .or_else(|| active.first().map(|first| first.connection_id.clone()));
    model
        .sso_jit_provisioning_allowed_connections
        .retain(|id| all.iter().any(|one| one.id() == id.as_str()));
    model.sso_active_connections = active;
    if organization != **found {
        state.organizations.put(organization);
    }
}

/// A connection that an organization lists for newcomers and does not have. Where nobody asks, the list is
/// another one after the next change of a connection.
pub(crate) fn missing<'o>(
    state: &State,
    organization: &'o organizations::Organization,
) -> Option<&'o ConnectionId> {
    let id = organization.organization_id.as_str();
    let is_its_own = |listed: &&ConnectionId| {
        let connection = state.sso_connections.get(listed.as_str());
        connection.is_some_and(|connection| connection.organization_id() == id)
    };
    let listed = &organization.sso_jit_provisioning_allowed_connections;
    listed.iter().find(|listed| !is_its_own(listed))
}

/// Puts a connection into the state, and shows it where it has to be seen.
pub(crate) fn put(state: &mut State, connection: SsoConnection) -> Arc<SsoConnection> {
    let connection = state.sso_connections.put(connection);
    settle(state, connection.organization_id());
    connection
}

/// Deletes a connection, and the external ones that lead to it: nobody is logged in over them any more or
/// about to be, nobody's account there is known, and nothing that was handed out for one.
pub(crate) fn delete(call: &mut Call<'_>, connection: &SsoConnection) {
    let group = SsoConnection::listed_by_source(connection.id());
    let external: Vec<_> = call.state.sso_connections.group(&group).cloned().collect();
    for external in &external {
        delete(call, external);
    }
    call.state.sso_connections.remove(connection.id());
    forget_begun(call.state, connection);
    grants::forget_of_connection(call.state, connection.id());
    let group = Member::listed_by_organization(connection.organization_id());
    let members: Vec<_> = call.state.members.group(&group).cloned().collect();
    for member in members {
        end_sessions(call.state, member.id(), connection.id());
        let mut member = (*member).clone();
        let registrations = &mut member.model.sso_registrations;
        let before = registrations.len();
        registrations.retain(|one| one.connection_id.as_str() != connection.id());
        if registrations.len() < before {
            call.state.members.put(member);
        }
    }
    settle(call.state, connection.organization_id());
}

/// Forgets the logins over a connection that owe a second factor.
fn forget_begun(state: &mut State, connection: &SsoConnection) {
    let group = Intermediate::listed_by_organization(connection.organization_id());
    let begun = state.intermediate_sessions.group(&group);
    let tokens: Vec<_> = begun
        .filter(|begun| {
            let mut over = begun.factors.iter().filter_map(super::connection_of);
            over.any(|id| id == connection.id())
        })
        .map(|begun| begun.token.clone())
        .collect();
    for token in tokens {
        state.intermediate_sessions.remove(&token);
    }
}

/// Ends the sessions of a member in which a factor of a connection is.
fn end_sessions(state: &mut State, member_id: &str, connection_id: &str) {
    let group = Session::listed_by_member(member_id);
    let ended: Vec<_> = state
        .sessions
        .group(&group)
        .filter(|session| sessions::is_over(session, connection_id))
        .map(|session| session.id.clone())
        .collect();
    for id in ended {
        state.sessions.remove(&id);
    }
}

/// Ends the sessions over connections that grant a role which is being taken off a member: with it, the
/// role would stay.
pub(crate) fn end_sessions_of_removed(state: &mut State, member: &Member, kept: &[String]) {
    let implied = roles::implied(state, member).into_iter();
    let removed = implied
        .filter(|(role_id, _)| member.assigned_roles.contains(role_id) && !kept.contains(role_id));
    for (_, source) in removed {
        let id = source.details.get("connection_id").and_then(Value::as_str);
        end_sessions(state, member.id(), id.unwrap_or_default());
    }
}

/// The connection of an organization that a request means, whatever its kind.
pub(crate) fn of_organization(
    state: &State,
    organization_name: &str,
    id: &str,
) -> Result<(Arc<Organization>, Arc<SsoConnection>), Refusal> {
    let organization = find::organization(state, organization_name)?;
    let found = state.sso_connections.get(id);
    let found = found.filter(|found| found.organization_id() == organization.id());
    let found = found.cloned();
    let connection = found.ok_or_else(|| Refusal::from(ErrorType::SsoConnectionNotFound))?;
    Ok((organization, connection))
}
