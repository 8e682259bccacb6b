//! Members of organizations.

mod account;
pub(crate) mod connected_apps;
pub(crate) mod email_update;
mod factors;
pub(crate) mod oauth_providers;
mod search;

use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::organizations::members::{
    CreateRequest, CreateResponse, DangerouslyGetRequest, DangerouslyGetResponse,
    DeleteExternalIdRequest, DeleteExternalIdResponse, DeleteRequest, DeleteResponse, GetRequest,
    GetResponse, ReactivateRequest, ReactivateResponse, UpdateRequest, UpdateResponse,
};

pub(crate) use self::account::{
    assignable, bring_back, change_email, check_email, check_number, forget, fresh,
    set_external_id, set_number, shut_out,
};
pub(crate) use self::connected_apps::get_connected_apps;
pub(crate) use self::email_update::{start_email_update, unlink_retired_email};
pub(crate) use self::factors::{delete_mfa_phone_number, delete_password, delete_totp};
pub(crate) use self::oauth_providers::oidc_providers;
pub(crate) use self::search::search;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::sso::connections;
use crate::rules::{find, metadata, roles};

/// Fills the part of a response that all of these have.
macro_rules! shown {
    ($response:ident, $call:ident, $organization:expr, $member:expr) => {{
        let mut response = $response::default();
        response.member = roles::shown($call.state, $member);
        response.member_id = response.member.member_id.clone();
        response.organization = $organization.model.clone();
        Ok(response)
    }};
}

use shown;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let mut member = fresh(call, &organization, &request.email_address)?;
    let model = &mut member.model;
    model.status = match request.create_member_as_pending {
        Some(true) => MemberStatus::Pending,
        _ => MemberStatus::Active,
    };
    model.name = request.name.unwrap_or_default();
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(&mut model.untrusted_metadata, request.untrusted_metadata)?;
    model.is_breakglass = request.is_breakglass.unwrap_or_default();
    model.mfa_enrolled = request.mfa_enrolled.unwrap_or_default();
    set_number(call, &organization, &mut member, request.mfa_phone_number)?;
    member.assigned_roles = assignable(call, &organization, request.roles.unwrap_or_default())?;
    set_external_id(call, &organization, &mut member, request.external_id)?;
    let member = call.state.members.put(member);
    shown!(CreateResponse, call, organization, &member)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = match (&request.member_id, &request.email_address) {
        (Some(id), None) => find::member(call.state, &organization, id.as_str())?,
        (None, Some(email)) => find::member_by_email(call.state, &organization, email)
            .ok_or_else(|| Refusal::new("member_not_found"))?,
        _ => return Err(Refusal::new("invalid_member_get_fields")),
    };
    shown!(GetResponse, call, organization, &member)
}

pub(crate) fn dangerously_get(
    call: &mut Call<'_>,
    request: DangerouslyGetRequest,
) -> Result<DangerouslyGetResponse, Refusal> {
    let found = call.state.members.get(request.member_id.as_str());
    let member = found
        .filter(|member| !member.is_deleted() || request.include_deleted == Some(true))
        .cloned()
        .ok_or_else(|| Refusal::new("member_not_found"))?;
    let organization = find::organization(call.state, member.model.organization_id.as_str())?;
    shown!(DangerouslyGetResponse, call, organization, &member)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    let mut member = (*found).clone();
    if let Some(email) = request.email_address {
        let is_new = !email.eq_ignore_ascii_case(&member.model.email_address);
        change_email(
            call,
            &organization,
            &mut member,
            email,
            request.unlink_email,
        )?;
        if is_new {
            account::forget_password(call, &member);
        }
    }
    set_number(call, &organization, &mut member, request.mfa_phone_number)?;
    if call.clears("mfa_phone_number") {
        factors::take_number(call, &mut member);
    }
    let model = &mut member.model;
    model.updated_at = Some(call.now);
    if let Some(name) = request.name {
        model.name = name;
    }
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(&mut model.untrusted_metadata, request.untrusted_metadata)?;
    if let Some(is_breakglass) = request.is_breakglass {
        model.is_breakglass = is_breakglass;
    }
    if let Some(enrolled) = request.mfa_enrolled {
        model.mfa_enrolled = enrolled;
    }
    if let Some(method) = request.default_mfa_method {
        model.default_mfa_method = method;
    }
    if let Some(roles) = request.roles {
        let roles = assignable(call, &organization, roles)?;
        if request.preserve_existing_sessions != Some(true) {
            connections::end_sessions_of_removed(call.state, &member, &roles);
        }
        member.assigned_roles = roles;
    }
    set_external_id(call, &organization, &mut member, request.external_id)?;
    let member = call.state.members.put(member);
    shown!(UpdateResponse, call, organization, &member)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    let mut member = (*found).clone();
    member.model.status = MemberStatus::Deleted;
    member.model.updated_at = Some(call.now);
    shut_out(call, &mut member);
    let member = call.state.members.put(member);
    let mut response = DeleteResponse::default();
    response.member_id = member.model.member_id.clone();
    Ok(response)
}

pub(crate) fn reactivate(
    call: &mut Call<'_>,
    request: ReactivateRequest,
) -> Result<ReactivateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = call.state.members.get(request.member_id.as_str());
    let found = found
        .filter(|member| member.is_deleted())
        .filter(|member| member.model.organization_id == organization.model.organization_id)
        .cloned()
        .ok_or_else(|| Refusal::new("no_deleted_member_found_for_reactivation"))?;
    if !found.model.email_address_verified {
        return Err(Refusal::new("email_unverified_for_reactivation"));
    }
    let mut member = (*found).clone();
    let email = &found.model.email_address;
    bring_back(call, &organization, &mut member, email)
        .map_err(|_| Refusal::new("reactivation_email_belongs_to_another_member"))?;
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    shown!(ReactivateResponse, call, organization, &member)
}

pub(crate) fn delete_external_id(
    call: &mut Call<'_>,
    request: DeleteExternalIdRequest,
) -> Result<DeleteExternalIdResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    let mut member = (*found).clone();
    member.model.external_id = None;
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    shown!(DeleteExternalIdResponse, call, organization, &member)
}
