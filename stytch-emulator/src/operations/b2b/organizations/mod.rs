//! Organizations.

pub(crate) mod admission;
mod connected_apps;
pub(crate) mod members;
mod search;
pub(crate) mod settings;

use stytch_b2b::organizations::{
    CreateRequest, CreateResponse, DeleteExternalIdRequest, DeleteExternalIdResponse,
    DeleteRequest, DeleteResponse, GetRequest, GetResponse, MetricsRequest, MetricsResponse,
    UpdateRequest, UpdateResponse,
};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::sso::connections;
use crate::rules::{find, scim, sessions};
use crate::state::{Intermediate, Member, Organization, ScimConnection, SsoConnection};
pub(crate) use connected_apps::{connected_apps, get_connected_app};
pub(crate) use search::search;

pub(crate) fn create(
    call: &mut Call<'_>,
    mut request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let name = std::mem::take(&mut request.organization_name);
    let mut model = settings::found!(call, request, &name);
    settings::set!(request, model, claimed_email_domains);
    model.organization_name = name;
    let mut response = CreateResponse::default();
    response.organization = settings::put(call, model)?;
    Ok(response)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let mut response = GetResponse::default();
    response.organization = found.model.clone();
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    mut request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let mut model = found.model.clone();
    model.updated_at = Some(call.now);
    settings::apply!(request, model);
    settings::set!(
        request,
        model,
        organization_name,
        organization_slug,
        sso_jit_provisioning_allowed_connections,
        claimed_email_domains,
    );
    if let Some(id) = request.sso_default_connection_id {
        let active = &model.sso_active_connections;
        if !active
            .iter()
            .any(|connection| connection.connection_id == id)
        {
            return Err(Refusal::new("invalid_sso_default_connection_id"));
        }
        model.sso_default_connection_id = Some(id);
    }
    let mut response = UpdateResponse::default();
    response.organization = settings::put(call, model)?;
    Ok(response)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let id = found.model.organization_id.clone();
    let group = Member::listed_by_organization(id.as_str());
    let connections = SsoConnection::listed_by_organization(id.as_str());
    let connections: Vec<_> = call
        .state
        .sso_connections
        .group(&connections)
        .cloned()
        .collect();
    for connection in connections {
        connections::delete(call, &connection);
    }
    let name = ScimConnection::named_by_organization(id.as_str());
    if let Some(connection) = call.state.scim_connections.named(&name).cloned() {
        scim::connections::delete(call.state, &connection);
    }
    let members: Vec<_> = call.state.members.group(&group).cloned().collect();
    for member in members {
        members::forget(call, &member);
    }
    let begun = Intermediate::listed_by_organization(id.as_str());
    sessions::end_group(&mut call.state.intermediate_sessions, &begun, None);
    call.state.organizations.remove(id.as_str());
    let mut response = DeleteResponse::default();
    response.organization_id = id;
    Ok(response)
}

pub(crate) fn delete_external_id(
    call: &mut Call<'_>,
    request: DeleteExternalIdRequest,
) -> Result<DeleteExternalIdResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let mut model = found.model.clone();
    model.organization_external_id = None;
    model.updated_at = Some(call.now);
    let mut response = DeleteExternalIdResponse::default();
    response.organization = settings::put(call, model)?;
    Ok(response)
}

pub(crate) fn metrics(
    call: &mut Call<'_>,
    request: MetricsRequest,
) -> Result<MetricsResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let group = Member::listed_by_organization(found.model.organization_id.as_str());
    let members = call.state.members.group(&group);
    let count = members.filter(|member| !member.is_deleted()).count();
    let mut response = MetricsResponse::default();
    response.member_count = u32::try_from(count).unwrap_or(u32::MAX);
    Ok(response)
}

/// A slug that no organization has: the one that is wanted, or that with a number. Where the numbers
/// before it are all taken, it is the next one.
pub(crate) fn free_slug(call: &Call<'_>, wanted: &str) -> String {
    let is_taken = |slug: &str| {
        let name = Organization::named_by_slug(slug);
        call.state.organizations.named(&name).is_some()
    };
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let numbered = |number: u64| format!("{wanted}-{number}");
    // doubled until it is free, then halved in between: a name that a thousand have takes twenty looks
    let (mut taken, mut free) = (1, 2);
    while is_taken(&numbered(free)) {
        (taken, free) = (free, free * 2);
    }
    while free - taken > 1 {
        let middle = taken.midpoint(free);
        match is_taken(&numbered(middle)) {
            true => taken = middle,
            false => free = middle,
        }
    }
    numbered(free)
}
