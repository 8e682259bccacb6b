//! Passwords that are brought along from another system.

use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::passwords::{MigrateRequest, MigrateResponse};
use stytch_core::ErrorType;

use super::kept;
use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::{find, metadata, password, roles, spelling};

pub(crate) fn migrate(
    call: &mut Call<'_>,
    request: MigrateRequest,
) -> Result<MigrateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    spelling::email(email)?;
    let found = find::member_by_email(call.state, &organization, email);
    let is_new = found.is_none();
    let mut member = match found {
        Some(member) => (*member).clone(),
        None => {
            let mut member = members::fresh(call, &organization, email)?;
            members::set_external_id(call, &organization, &mut member, request.external_id)?;
            member
        }
    };
    let hash = password::import!(request).into_hash()?;
    let owner = kept::owner(call, &member);
    match kept::of(call, &owner) {
        // with passwords for all organizations, each of them asks
        Ok(there) if there.hash == hash && is_new => {}
        Ok(_) => return Err(ErrorType::PasswordAlreadyExists.into()),
        Err(_) => kept::put(call, &owner, hash),
    }
    let model = &mut member.model;
    model.status = MemberStatus::Active;
    model.email_address_verified = true;
    model.updated_at = Some(call.now);
    if let Some(name) = request.name {
        model.name = name;
    }
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(&mut model.untrusted_metadata, request.untrusted_metadata)?;
    members::set_number(call, &organization, &mut member, request.mfa_phone_number)?;
    let model = &mut member.model;
    let is_proven = request.set_phone_number_verified == Some(true);
    model.mfa_phone_number_verified |= is_proven && !model.mfa_phone_number.is_empty();
    if let Some(roles) = request.roles {
        member.assigned_roles = members::assignable(call, &organization, roles)?;
    }
    let member = call.state.members.put(member);
    let mut response = MigrateResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.member_created = is_new;
    response.organization = organization.model.clone();
    Ok(response)
}
