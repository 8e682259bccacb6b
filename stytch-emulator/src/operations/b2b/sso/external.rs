//! Connections that belong to another organization.

use stytch_b2b::sso::external::{
    CreateConnectionRequest, CreateConnectionResponse, UpdateConnectionRequest,
    UpdateConnectionResponse,
};
use stytch_b2b::sso::{
    Connection, ConnectionImplicitRoleAssignment, ExternalConnectionStatus,
    GroupImplicitRoleAssignment,
};
use stytch_core::ErrorType;

use super::take;
use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::sso::connections;
use crate::state::{Organization, Record as _, SsoConnection};

pub(crate) fn create_connection(
    call: &mut Call<'_>,
    request: CreateConnectionRequest,
) -> Result<CreateConnectionResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let lender = find::organization(call.state, request.external_organization_id.as_str())?;
    if lender.id() == organization.id() {
        let message = "external_organization_id: an organization has its own connections already.";
        return Err(Refusal::bad_request(message));
    }
    let id = request.external_connection_id.as_str();
    let lent = call.state.sso_connections.get(id);
    let lent = lent
        .filter(|lent| lent.organization_id() == lender.id())
        .filter(|lent| !matches!(***lent, SsoConnection::External(_)))
        .ok_or_else(|| Refusal::new("external_connection_id_not_found"))?
        .id()
        .to_owned();
    let group = SsoConnection::listed_by_source(&lent);
    let has_it = |other: &SsoConnection| other.organization_id() == organization.id();
    if call
        .state
        .sso_connections
        .group(&group)
        .any(|other| has_it(other))
    {
        return Err(ErrorType::DuplicateExternalSsoConnection.into());
    }
    let mut model = Connection::default();
    model.organization_id = organization.model.organization_id.clone();
    model.connection_id = call.random.id("external-connection").into();
    model.external_organization_id = lender.model.organization_id.clone();
    model.external_connection_id = lent.into();
    model.display_name = request.display_name.unwrap_or_default();
    model.status = ExternalConnectionStatus::Active;
    let to_all = request.connection_implicit_role_assignments;
    model.external_connection_implicit_role_assignments = to_all
        .unwrap_or_default()
        .into_iter()
        .map(|given| {
            let mut assignment = ConnectionImplicitRoleAssignment::default();
            assignment.role_id = given.role_id;
            assignment
        })
        .collect();
    let to_groups = request.group_implicit_role_assignments;
    model.external_group_implicit_role_assignments = to_groups
        .unwrap_or_default()
        .into_iter()
        .map(|given| {
            let mut assignment = GroupImplicitRoleAssignment::default();
            assignment.role_id = given.role_id;
            assignment.group = given.group;
            assignment
        })
        .collect();
    let mut response = CreateConnectionResponse::default();
    response.connection = Some(put(call, &organization, model)?);
    Ok(response)
}

pub(crate) fn update_connection(
    call: &mut Call<'_>,
    mut request: UpdateConnectionRequest,
) -> Result<UpdateConnectionResponse, Refusal> {
    let organization_id = request.organization_id.as_str();
    let (organization, found) =
        connections::of_organization(call.state, organization_id, request.connection_id.as_str())?;
    let SsoConnection::External(model) = &*found else {
        return Err(ErrorType::SsoConnectionNotFound.into());
    };
    let mut model = model.clone();
    take!(
        request,
        model,
        display_name,
        external_connection_implicit_role_assignments,
        external_group_implicit_role_assignments,
    );
    let mut response = UpdateConnectionResponse::default();
    response.connection = Some(put(call, &organization, model)?);
    Ok(response)
}

/// Makes sure that a connection can be as it would be, and puts it into the state.
fn put(
    call: &mut Call<'_>,
    organization: &Organization,
    model: Connection,
) -> Result<Connection, Refusal> {
    let to_all = model.external_connection_implicit_role_assignments.iter();
    let to_groups = model.external_group_implicit_role_assignments.iter();
    let role_ids = to_all
        .map(|one| one.role_id.clone())
        .chain(to_groups.clone().map(|one| one.role_id.clone()))
        .collect::<Vec<_>>();
    let connection = SsoConnection::External(model.clone());
    match &*connections::source(call.state, &connection)? {
        SsoConnection::Saml(saml) => {
            if to_groups.len() > 0 && !saml.attribute_mapping.contains_key("groups") {
                let name = ErrorType::SamlConnectionAttributeMappingMissingGroupsKey;
                return Err(name.into());
            }
        }
        _ if role_ids.is_empty() => {}
        _ => {
            let message = "Roles by connection and group take a SAML connection.";
            return Err(Refusal::bad_request(message));
        }
    }
    members::assignable(call, organization, role_ids)?;
    connections::put(call.state, connection);
    Ok(model)
}
