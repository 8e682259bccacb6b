//! Second factors of members: who may show one, who may set one up, and what follows.

use std::sync::Arc;

use stytch_b2b::MfaEnrollment;
use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_b2b::organizations::{MemberStatus, MethodPolicy, MfaMethod, MfaPolicy};
use stytch_core::{ErrorType, Secret};

use super::login::{self, Outcome, Wishes};
use super::{factors, find, sessions};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{Member, Organization};

/// A member in an organization.
pub(crate) type Found = (Arc<Organization>, Arc<Member>);

/// What is to be done about the member when the factor was right.
#[derive(Debug, Default)]
pub(crate) struct Choice {
    pub(crate) set_mfa_enrollment: Option<MfaEnrollment>,
    pub(crate) set_default_mfa: Option<bool>,
}

/// Fills the part of a response that the ends of all logins have.
macro_rules! fill {
    ($response:ident, $outcome:expr) => {{
        let outcome = $outcome;
        $response.member_id = outcome.member.member_id.clone();
        $response.member = outcome.member;
        $response.organization = outcome.organization.into();
        $response.session_token = outcome.session_token;
        $response.session_jwt = outcome.session_jwt;
        $response.member_session = outcome.member_session;
    }};
}

pub(crate) use fill;

/// A member by the names of a request; only active ones have second factors.
pub(crate) fn member(
    call: &Call<'_>,
    organization_id: &str,
    member_id: &str,
) -> Result<Found, Refusal> {
    let organization = find::organization(call.state, organization_id)?;
    let member = find::member(call.state, &organization, member_id)?;
    match member.model.status {
        MemberStatus::Active => Ok((organization, member)),
        _ => Err(ErrorType::ActionAvailableOnlyForActiveMembers.into()),
    }
}

/// Makes sure that a second factor is due: the first ones were shown, by this member, and the
/// organization takes the method.
pub(crate) fn begin(
    call: &Call<'_>,
    (organization, member): &Found,
    wishes: &Wishes,
    method: &MfaMethod,
) -> Result<(), Refusal> {
    check_method(organization, member, method)?;
    let shown = shown(
        call,
        (organization, member),
        wishes.intermediate_session_token.as_ref(),
        wishes.session_token.as_ref(),
        wishes.session_jwt.as_ref(),
    )?;
    let shown = shown.ok_or_else(|| Refusal::new("no_session_arguments"))?;
    let has_first = shown.iter().any(|factor| !factors::is_second(factor));
    match has_first && login::primary_required(organization, member, &shown).is_none() {
        true => Ok(()),
        false => Err(ErrorType::ActionAvailableOnlyOncePrimaryAuthenticationIsMet.into()),
    }
}

/// Ends the login with a second factor, and enrolls the member as asked for.
pub(crate) fn finish(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &Member,
    factor: AuthenticationFactor,
    method: Option<MfaMethod>,
    wishes: Wishes,
    choice: &Choice,
) -> Result<Outcome, Refusal> {
    let mut member = member.clone();
    let model = &mut member.model;
    match &choice.set_mfa_enrollment {
        None => {}
        Some(MfaEnrollment::Enroll) => model.mfa_enrolled = true,
        Some(MfaEnrollment::Unenroll) => model.mfa_enrolled = false,
        Some(other) => {
            let message = format!("set_mfa_enrollment: {} is no choice", other.as_str());
            return Err(Refusal::new("invalid_request_value").because(message));
        }
    }
    model.mfa_enrolled |= organization.model.mfa_policy == MfaPolicy::RequiredForAll;
    if let Some(method) = method {
        let has_none = model.default_mfa_method.as_str().is_empty();
        if has_none || choice.set_default_mfa == Some(true) {
            model.default_mfa_method = method;
        }
    }
    model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    login::with(call, organization, &member, vec![factor], wishes)
}

/// Makes sure that a member may set a second factor up: whoever has one in use has to have shown it, or
/// a first factor would be enough to get around it.
pub(crate) fn may_enroll(
    call: &Call<'_>,
    found: &Found,
    method: &MfaMethod,
    intermediate: Option<&Secret>,
    token: Option<&Secret>,
    jwt: Option<&Secret>,
) -> Result<(), Refusal> {
    let (organization, member) = found;
    check_method(organization, member, method)?;
    let shown = shown(call, (organization, member), intermediate, token, jwt)?;
    let has_one = member.model.mfa_phone_number_verified
        || !member.model.totp_registration_id.as_str().is_empty();
    let has_shown = shown.iter().flatten().any(factors::is_second);
    match has_one && !has_shown {
        true => Err(ErrorType::InsufficientFactors.into()),
        false => Ok(()),
    }
}

/// Makes sure that an organization takes a second factor.
fn check_method(
    organization: &Organization,
    member: &Member,
    method: &MfaMethod,
) -> Result<(), Refusal> {
    let model = &organization.model;
    let is_taken = model.mfa_methods != MethodPolicy::Restricted
        || member.model.is_breakglass
        || model.allowed_mfa_methods.contains(method);
    match is_taken {
        true => Ok(()),
        false => Err(Refusal::new(
            "operation_restricted_by_organization_mfa_methods",
        )),
    }
}

/// The factors behind the one token that is given; `None` without any.
fn shown(
    call: &Call<'_>,
    (organization, member): (&Organization, &Member),
    intermediate: Option<&Secret>,
    token: Option<&Secret>,
    jwt: Option<&Secret>,
) -> Result<Option<Vec<AuthenticationFactor>>, Refusal> {
    let session = sessions::Named { token, jwt }.find(call)?;
    let intermediate = intermediate.filter(|token| !token.is_empty());
    match (session, intermediate) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(Refusal::new("too_many_session_arguments")),
        (Some(session), None) => match session.member_id == member.model.member_id.as_str() {
            true => Ok(Some(session.factors.clone())),
            false => Err(Refusal::new("member_session_member_id_mismatch")),
        },
        (None, Some(token)) => {
            let earlier = login::earlier(call, organization, member, token)?;
            Ok(Some(earlier.factors.clone()))
        }
    }
}
