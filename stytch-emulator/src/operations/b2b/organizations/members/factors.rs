//! What members log in with, taken off them.

use stytch_b2b::organizations::members::{
    DeleteMfaPhoneNumberRequest, DeleteMfaPhoneNumberResponse, DeletePasswordRequest,
    DeletePasswordResponse, DeleteTotpRequest, DeleteTotpResponse,
};
use stytch_b2b::organizations::{Member as Model, MfaMethod};
use stytch_core::ErrorType;

use super::account;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::{find, roles};
use crate::state::{Member, Totp};

pub(crate) fn delete_mfa_phone_number(
    call: &mut Call<'_>,
    request: DeleteMfaPhoneNumberRequest,
) -> Result<DeleteMfaPhoneNumberResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    if found.model.mfa_phone_number.is_empty() {
        return Err(Refusal::new("member_phone_number_not_found"));
    }
    let mut member = (*found).clone();
    take_number(call, &mut member);
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    super::shown!(DeleteMfaPhoneNumberResponse, call, organization, &member)
}

pub(crate) fn delete_totp(
    call: &mut Call<'_>,
    request: DeleteTotpRequest,
) -> Result<DeleteTotpResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    let owner = Totp::named_by_owner(found.model.member_id.as_str());
    let totp = call.state.totps.named(&owner).cloned();
    let totp = totp.ok_or_else(|| Refusal::new("totp_not_found"))?;
    call.state.totps.remove(&totp.id);
    let mut member = (*found).clone();
    member.model.totp_registration_id = "".into();
    no_default(&mut member.model, &MfaMethod::Totp);
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    super::shown!(DeleteTotpResponse, call, organization, &member)
}

/// Takes the phone number off a member, and the code that was texted to it out of use.
pub(super) fn take_number(call: &mut Call<'_>, member: &mut Member) {
    account::forget_text(call, member);
    member.model.mfa_phone_number = String::new();
    member.model.mfa_phone_number_verified = false;
    member.phone_id = String::new();
    no_default(&mut member.model, &MfaMethod::SmsOtp);
}

/// The method that is left, if any, takes the place of a default that is gone.
fn no_default(model: &mut Model, gone: &MfaMethod) {
    if model.default_mfa_method != *gone {
        return;
    }
    let has_app = !model.totp_registration_id.as_str().is_empty();
    model.default_mfa_method = match (model.mfa_phone_number_verified, has_app) {
        (true, _) => MfaMethod::SmsOtp,
        (false, true) => MfaMethod::Totp,
        (false, false) => MfaMethod::default(),
    };
}

pub(crate) fn delete_password(
    call: &mut Call<'_>,
    request: DeletePasswordRequest,
) -> Result<DeletePasswordResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    if call.state.settings.passwords.cross_organization {
        return Err(Refusal::new("cross_org_passwords_enabled"));
    }
    let missing = || Refusal::from(ErrorType::MemberPasswordNotFound);
    let id = request.member_password_id.as_str();
    let password = call.state.passwords.get(id).cloned().ok_or_else(missing)?;
    let owner = find::member(call.state, &organization, &password.owner);
    let member = owner.map_err(|_| missing())?;
    call.state.passwords.remove(id);
    super::shown!(DeletePasswordResponse, call, organization, &member)
}
