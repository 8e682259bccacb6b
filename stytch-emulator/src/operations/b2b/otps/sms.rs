//! Codes in text messages: a second factor.

use stytch_b2b::organizations::MfaMethod;
use stytch_b2b::otps::sms::{AuthenticateRequest, AuthenticateResponse, SendRequest, SendResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::login::Wishes;
use crate::rules::second_factor::{self, Choice};
use crate::rules::{attempts, codes, factors, roles};
use crate::state::{Member, Organization};

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    let (organization, member) = second_factor::member(
        call,
        request.organization_id.as_str(),
        request.member_id.as_str(),
    )?;
    let found = (organization, member);
    let given = request.mfa_phone_number.filter(|number| !number.is_empty());
    let number = number(call, &found.0, &found.1, given)?;
    // who has proven this number gets around nothing by proving it again
    if !found.1.model.mfa_phone_number_verified {
        second_factor::may_enroll(
            call,
            &found,
            &MfaMethod::SmsOtp,
            request.intermediate_session_token.as_ref(),
            request.session_token.as_ref(),
            request.session_jwt.as_ref(),
        )?;
    }
    let (organization, member) = found;
    let mut member = (*member).clone();
    member.model.mfa_phone_number.clone_from(&number);
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    codes::text(call, member.model.member_id.as_str(), &number);
    let mut response = SendResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization = organization.model.clone();
    Ok(response)
}

/// The number to which a code goes: the member's own, or the first one.
fn number(
    call: &Call<'_>,
    organization: &Organization,
    member: &Member,
    given: Option<String>,
) -> Result<String, Refusal> {
    let own = &member.model.mfa_phone_number;
    let Some(given) = given else {
        return match own.is_empty() {
            true => Err(Refusal::new("member_phone_number_not_found")),
            false => Ok(own.clone()),
        };
    };
    members::check_number(call, organization, &given, Some(member))?;
    if !own.is_empty() && *own != given {
        return Err(Refusal::new("duplicate_member_phone_number_for_member"));
    }
    Ok(given)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let found = second_factor::member(
        call,
        request.organization_id.as_str(),
        request.member_id.as_str(),
    )?;
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: false,
    };
    second_factor::begin(call, &found, &wishes, &MfaMethod::SmsOtp)?;
    let (organization, member) = found;
    let account = member.model.member_id.as_str();
    let opens = codes::text_opens(account, &member.model.mfa_phone_number);
    attempts::prove(call, account, |call| {
        codes::spend(call, &opens, &request.code)
    })?;
    if member.model.mfa_phone_number.is_empty() {
        return Err(ErrorType::OtpCodeNotFound.into());
    }
    let mut member = (*member).clone();
    member.model.mfa_phone_number_verified = true;
    if member.phone_id.is_empty() {
        member.phone_id = call.random.id("phone-number");
    }
    let number = &member.model.mfa_phone_number;
    let factor = factors::sms(&member.phone_id, number, call.now);
    let choice = Choice {
        set_mfa_enrollment: request.set_mfa_enrollment,
        set_default_mfa: request.set_default_mfa,
    };
    let method = Some(MfaMethod::SmsOtp);
    let outcome = second_factor::finish(
        call,
        &organization,
        &member,
        factor,
        method,
        wishes,
        &choice,
    )?;
    let mut response = AuthenticateResponse::default();
    second_factor::fill!(response, outcome);
    Ok(response)
}
