//! Sessions of people who act in place of members.

use stytch_b2b::authentication_factors::{DeliveryMethod, FactorType, ImpersonatedFactor};
use stytch_b2b::impersonation::{AuthenticateRequest, AuthenticateResponse};
use stytch_b2b::organizations::MemberStatus;
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::{factors, find, impersonation, roles, sessions, tokens};
use crate::state::{Session, TokenKind};

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    impersonation::check_allowed(call, impersonation::OF_MEMBERS)?;
    let names = tokens::IMPERSONATION;
    let token = tokens::spend(call, &request.impersonation_token, None, names)?;
    let TokenKind::Impersonation {
        member_id,
        impersonator,
    } = &token.kind
    else {
        return Err(Refusal::new(names.unknown));
    };
    let member = call.state.members.get(member_id);
    let member = member.filter(|member| member.model.status == MemberStatus::Active);
    let member = member
        .cloned()
        .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    let organization_id = member.model.organization_id.as_str();
    let organization = find::organization(call.state, organization_id)?;
    let mut by = ImpersonatedFactor::default();
    by.impersonator_id.clone_from(&impersonator.id);
    by.impersonator_email_address
        .clone_from(&impersonator.email_address);
    let way = DeliveryMethod::Impersonation;
    let mut factor = factors::fresh(FactorType::Impersonated, way, call.now);
    factor.impersonated_factor = Some(by);
    let session = Session {
        id: call.random.id("member-session"),
        token: call.random.token(),
        member_id: member_id.clone(),
        organization_id: organization_id.to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: call.in_minutes(impersonation::SESSION_MINUTES),
        factors: vec![factor],
        custom_claims: Default::default(),
    };
    let session = call.state.sessions.put(session);
    let mut response = AuthenticateResponse::default();
    response.member_id = member.model.member_id.clone();
    response.member = roles::shown(call.state, &member);
    response.organization_id = organization.model.organization_id.clone();
    response.organization = organization.model.clone();
    response.member_authenticated = true;
    response.session_token = session.token.as_str().into();
    response.session_jwt = sessions::jwt(call, &session);
    response.member_session = Some(sessions::shown(call.state, &session));
    Ok(response)
}
