//! Codes in mails to members.

pub(crate) mod discovery;

use std::sync::Arc;

use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::organizations::AuthMethod;
use stytch_b2b::otps::email::{
    AuthenticateRequest, AuthenticateResponse, LoginOrSignupRequest, LoginOrSignupResponse,
};

use crate::call::Call;
use crate::message::Channel;
use crate::operations::b2b::organizations::admission;
use crate::operations::b2b::organizations::members::email_update;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{attempts, codes, factors, find, roles};
use crate::state::{Member, Organization, Record as _};

/// What codes may live for, in minutes, and how long they do unless the request says so.
pub(super) const MINUTES: std::ops::RangeInclusive<u32> = 2..=15;
pub(super) const USUAL_MINUTES: u32 = 10;

/// What the code opens that is sent to an address in an organization.
pub(crate) fn opens(organization_id: &str, email: &str) -> String {
    format!("email:{organization_id}:{}", email.to_lowercase())
}

pub(crate) fn login_or_signup(
    call: &mut Call<'_>,
    request: LoginOrSignupRequest,
) -> Result<LoginOrSignupResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let admitted = admission::admit(call, &organization, email, &AuthMethod::EmailOtp)?;
    let (asked, kind) = match admitted.is_login() {
        true => (request.login_expiration_minutes, "login"),
        false => (request.signup_expiration_minutes, "signup"),
    };
    let sending = codes::Sending {
        opens: opens(organization.id(), email),
        minutes: codes::minutes(asked, MINUTES, USUAL_MINUTES)?,
        channel: Channel::Email,
        to: email,
        kind,
        subject: Some(format!(
            "Your code for {}",
            organization.model.organization_name
        )),
    };
    codes::send(call, sending);
    let mut response = LoginOrSignupResponse::default();
    response.member = roles::shown(call.state, &admitted.member);
    response.member_id = response.member.member_id.clone();
    response.member_created = admitted.is_new;
    response.organization = organization.model.clone();
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let found = owner(call, &organization, email)?;
    let account = found.model.member_id.as_str();
    attempts::prove(call, account, |call| {
        codes::spend(call, &opens(organization.id(), email), &request.code)
    })?;
    let mut member = (*found).clone();
    if email_update::wants(call, &member, email) {
        email_update::complete(call, &organization, &mut member, email)?;
    }
    member.model.email_address_verified = true;
    let member = call.state.members.put(member);
    let address = &member.model.email_address;
    let factor = factors::email(FactorType::EmailOtp, &member.email_id, address, call.now);
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: false,
    };
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = AuthenticateResponse::default();
    response.method_id = member.email_id.as_str().into();
    response.organization_id = organization.model.organization_id.clone();
    login::fill!(response, outcome);
    Ok(response)
}

/// The member to whom a code was sent: who has the address, or is about to move to it.
fn owner(
    call: &Call<'_>,
    organization: &Organization,
    email: &str,
) -> Result<Arc<Member>, Refusal> {
    if let Some(member) = find::member_by_email(call.state, organization, email) {
        return Ok(member);
    }
    let group = Member::listed_by_organization(organization.model.organization_id.as_str());
    let mut members = call.state.members.group(&group);
    members
        .find(|member| email_update::wants(call, member, email))
        .cloned()
        .ok_or_else(|| Refusal::new("otp_code_not_found"))
}
