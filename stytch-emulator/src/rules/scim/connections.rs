//! The SCIM connection of an organization: finding it, and keeping what the organization shows of it true.

use std::sync::Arc;

use stytch_b2b::organizations::ActiveScimConnection;
use stytch_b2b::scim::{self, IdentityProvider};
use stytch_core::ErrorType;

use crate::project::Identity;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::state::{Member, Organization, Record as _, ScimConnection, ScimGroup, State};

/// The connection that an organization has.
pub(crate) fn find(
    state: &State,
    organization_name: &str,
) -> Result<(Arc<Organization>, Arc<ScimConnection>), Refusal> {
    let organization = find::organization(state, organization_name)?;
    let name = ScimConnection::named_by_organization(organization.id());
    let found = state.scim_connections.named(&name).cloned();
    let connection = found.ok_or_else(|| Refusal::from(ErrorType::NoActiveScimConnection))?;
    Ok((organization, connection))
}

/// The same, where a request names it.
pub(crate) fn of_organization(
    state: &State,
    organization_name: &str,
    id: &str,
) -> Result<(Arc<Organization>, Arc<ScimConnection>), Refusal> {
    let (organization, connection) = find(state, organization_name)?;
    match connection.id() == id {
        true => Ok((organization, connection)),
        false => Err(ErrorType::NoActiveScimConnection.into()),
    }
}

/// A connection as the API shows it.
pub(crate) fn shown(identity: &Identity, connection: &ScimConnection) -> scim::ScimConnection {
    let mut model = connection.model.clone();
    model.base_url = base_url(identity, connection.id());
    if model.identity_provider == IdentityProvider::MicrosoftEntra {
        // makes Entra keep to the standard
        model.base_url.push_str("?aadOptscim062020");
    }
    model
}

/// Where an identity provider finds the server of a connection.
pub(crate) fn base_url(identity: &Identity, connection_id: &str) -> String {
    format!("{}/v1/b2b/scim/{connection_id}", identity.base_url)
}

/// Puts a connection into the state, and shows it where it has to be seen.
pub(crate) fn put(state: &mut State, connection: ScimConnection) -> Arc<ScimConnection> {
    let connection = state.scim_connections.put(connection);
    settle(state, connection.model.organization_id.as_str());
    connection
}

/// Brings what an organization shows of its connection up to date.
pub(crate) fn settle(state: &mut State, organization_id: &str) {
    let Some(found) = state.organizations.get(organization_id) else {
        return;
    };
    let name = ScimConnection::named_by_organization(organization_id);
    let active = state.scim_connections.named(&name).map(|connection| {
        let model = &connection.model;
        let mut active = ActiveScimConnection::default();
        active.connection_id = model.connection_id.clone();
        active.display_name.clone_from(&model.display_name);
        active
            .bearer_token_last_four
            .clone_from(&model.bearer_token_last_four);
        active.bearer_token_expires_at = model.bearer_token_expires_at;
        active
    });
    if found.model.scim_active_connection != active {
        let mut organization = (**found).clone();
        organization.model.scim_active_connection = active;
        state.organizations.put(organization);
    }
}

/// Deletes a connection with its groups. Its members stay, and nobody's provider speaks for them any more.
pub(crate) fn delete(state: &mut State, connection: &ScimConnection) {
    for group in groups(state, connection.id()) {
        state.scim_groups.remove(group.id());
    }
    let organization_id = connection.model.organization_id.as_str();
    let group = Member::listed_by_organization(organization_id);
    let members: Vec<_> = state.members.group(&group).cloned().collect();
    for member in members {
        if member.scim_connection_id() == Some(connection.id()) {
            let mut member = (*member).clone();
            member.model.scim_registration = None;
            state.members.put(member);
        }
    }
    state.scim_connections.remove(connection.id());
    settle(state, organization_id);
}

/// The groups that came over a connection, in the order of their ids.
pub(crate) fn groups(state: &State, connection_id: &str) -> Vec<Arc<ScimGroup>> {
    let group = ScimGroup::listed_by_connection(connection_id);
    state.scim_groups.group(&group).cloned().collect()
}
