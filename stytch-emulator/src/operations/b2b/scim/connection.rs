//! The SCIM connection of an organization, and its bearer token.

use std::sync::Arc;
use std::time::Duration;

use stytch_b2b::scim::connection::{
    CreateRequest, CreateResponse, DeleteRequest, DeleteResponse, GetGroupsRequest,
    GetGroupsResponse, GetRequest, GetResponse, RotateCancelRequest, RotateCancelResponse,
    RotateCompleteRequest, RotateCompleteResponse, RotateStartRequest, RotateStartResponse,
    UpdateRequest, UpdateResponse,
};
use stytch_b2b::scim::{
    self, ConnectionStatus, IdentityProvider, ScimConnectionWithNextToken, ScimConnectionWithToken,
    ScimGroupImplicitRoleAssignment,
};
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::clock;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::client_secrets::last_four;
use crate::rules::scim::connections;
use crate::rules::{find, pages};
use crate::state::{Organization, Record as _, ScimConnection};

/// How long a bearer token works.
const TOKEN_LIFE: Duration = Duration::from_secs(5 * 365 * 24 * 60 * 60);

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let name = ScimConnection::named_by_organization(organization.id());
    if call.state.scim_connections.named(&name).is_some() {
        return Err(ErrorType::ActiveScimConnectionExists.into());
    }
    let token = call.random.letters(ScimConnection::TOKEN_LETTERS);
    let mut model = scim::ScimConnection::default();
    model.organization_id = organization.model.organization_id.clone();
    model.connection_id = call.random.id("scim-connection").into();
    model.status = ConnectionStatus::Active;
    model.display_name = request.display_name.unwrap_or_default();
    let provider = request.identity_provider;
    model.identity_provider = provider.unwrap_or(IdentityProvider::Generic);
    model.bearer_token_last_four = last_four(&token);
    model.bearer_token_expires_at = Some(clock::after(call.now, TOKEN_LIFE));
    let connection = ScimConnection {
        model,
        bearer_token: token.into(),
        next_bearer_token: None,
    };
    let connection = connections::put(call.state, connection);
    let model = connections::shown(call.identity, &connection);
    let mut shown = ScimConnectionWithToken::default();
    shown.organization_id = model.organization_id;
    shown.connection_id = model.connection_id;
    shown.status = model.status;
    shown.display_name = model.display_name;
    shown.identity_provider = model.identity_provider;
    shown.base_url = model.base_url;
    shown.bearer_token_expires_at = model.bearer_token_expires_at;
    shown.bearer_token = connection.bearer_token.clone();
    let mut response = CreateResponse::default();
    response.connection = Some(shown);
    Ok(response)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let (_, connection) = connections::find(call.state, request.organization_id.as_str())?;
    let mut response = GetResponse::default();
    response.connection = Some(connections::shown(call.identity, &connection));
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let (organization, found) = connections::of_organization(
        call.state,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    let mut connection = (*found).clone();
    let model = &mut connection.model;
    if let Some(name) = request.display_name {
        model.display_name = name;
    }
    if let Some(provider) = request.identity_provider {
        model.identity_provider = provider;
    }
    if let Some(wanted) = request.scim_group_implicit_role_assignments {
        let assignments = assignments(call, &organization, &found, wanted)?;
        model.scim_group_implicit_role_assignments = assignments;
    }
    let connection = connections::put(call.state, connection);
    let mut response = UpdateResponse::default();
    response.connection = Some(connections::shown(call.identity, &connection));
    Ok(response)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let (_, connection) = connections::of_organization(
        call.state,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    connections::delete(call.state, &connection);
    let mut response = DeleteResponse::default();
    response.connection_id = connection.model.connection_id.clone();
    Ok(response)
}

pub(crate) fn get_groups(
    call: &mut Call<'_>,
    request: GetGroupsRequest,
) -> Result<GetGroupsResponse, Refusal> {
    let (_, connection) = connections::of_organization(
        call.state,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    let (page, metadata) = pages::page(
        connections::groups(call.state, connection.id()),
        |group| group.id(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    let mut response = GetGroupsResponse::default();
    response.scim_groups = page.iter().map(|group| group.model.clone()).collect();
    response.next_cursor = metadata.next_cursor;
    Ok(response)
}

pub(crate) fn rotate_start(
    call: &mut Call<'_>,
    request: RotateStartRequest,
) -> Result<RotateStartResponse, Refusal> {
    let (_, found) = connections::of_organization(
        call.state,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    let mut connection = (*found).clone();
    // whoever has lost the token to come starts anew
    let token = call.random.letters(ScimConnection::TOKEN_LETTERS);
    connection.model.next_bearer_token_last_four = last_four(&token);
    connection.model.next_bearer_token_expires_at = Some(clock::after(call.now, TOKEN_LIFE));
    let token = Secret::from(token);
    connection.next_bearer_token = Some(token.clone());
    let connection = connections::put(call.state, connection);
    let model = connections::shown(call.identity, &connection);
    let mut shown = ScimConnectionWithNextToken::default();
    shown.organization_id = model.organization_id;
    shown.connection_id = model.connection_id;
    shown.status = model.status;
    shown.display_name = model.display_name;
    shown.identity_provider = model.identity_provider;
    shown.base_url = model.base_url;
    shown.scim_group_implicit_role_assignments = model.scim_group_implicit_role_assignments;
    shown.bearer_token_expires_at = model.bearer_token_expires_at;
    shown.bearer_token_last_four = model.bearer_token_last_four;
    shown.next_bearer_token = token;
    shown.next_bearer_token_expires_at = model.next_bearer_token_expires_at;
    let mut response = RotateStartResponse::default();
    response.connection = Some(shown);
    Ok(response)
}

pub(crate) fn rotate_complete(
    call: &mut Call<'_>,
    request: RotateCompleteRequest,
) -> Result<RotateCompleteResponse, Refusal> {
    let (mut connection, next) = rotating(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    connection.bearer_token = next;
    let model = &mut connection.model;
    model.bearer_token_last_four = std::mem::take(&mut model.next_bearer_token_last_four);
    model.bearer_token_expires_at = model.next_bearer_token_expires_at.take();
    let connection = connections::put(call.state, connection);
    let mut response = RotateCompleteResponse::default();
    response.connection = Some(connections::shown(call.identity, &connection));
    Ok(response)
}

pub(crate) fn rotate_cancel(
    call: &mut Call<'_>,
    request: RotateCancelRequest,
) -> Result<RotateCancelResponse, Refusal> {
    let (mut connection, _) = rotating(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    connection.model.next_bearer_token_last_four = String::new();
    connection.model.next_bearer_token_expires_at = None;
    let connection = connections::put(call.state, connection);
    let mut response = RotateCancelResponse::default();
    response.connection = Some(connections::shown(call.identity, &connection));
    Ok(response)
}

/// A connection whose token is being replaced, without the token that comes next; and that token.
fn rotating(
    call: &Call<'_>,
    organization_id: &str,
    connection_id: &str,
) -> Result<(ScimConnection, Secret), Refusal> {
    let (_, found) = connections::of_organization(call.state, organization_id, connection_id)?;
    let mut connection = (*found).clone();
    let next = connection.next_bearer_token.take();
    let next = next.ok_or_else(|| Refusal::from(ErrorType::ScimConnectionNotRotatingToken))?;
    Ok((connection, next))
}

/// Roles for groups that there are, with the names that the groups have.
fn assignments(
    call: &Call<'_>,
    organization: &Organization,
    connection: &Arc<ScimConnection>,
    mut wanted: Vec<ScimGroupImplicitRoleAssignment>,
) -> Result<Vec<ScimGroupImplicitRoleAssignment>, Refusal> {
    let roles = wanted.iter().map(|one| one.role_id.clone());
    members::assignable(call, organization, roles.collect())?;
    for assignment in &mut wanted {
        let id = assignment.group_id.as_str();
        if id.is_empty() {
            let name = "scim_group_role_assignment_does_not_contain_group_id";
            return Err(Refusal::new(name));
        }
        let group = call.state.scim_groups.get(id);
        let group = group
            .filter(|group| group.model.connection_id == connection.model.connection_id)
            .ok_or_else(|| Refusal::from(ErrorType::ScimGroupRoleAssignmentGroupDoesNotExist))?;
        assignment.group_name.clone_from(&group.model.group_name);
    }
    Ok(wanted)
}
