//! Sessions of members.

mod attest;
mod exchange_access_token;
mod migrate;

use std::sync::Arc;

use stytch_b2b::Jwk;
use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::sessions::{
    AuthenticateRequest, AuthenticateResponse, AuthorizationCheck, AuthorizationVerdict,
    ExchangeRequest, ExchangeResponse, GetJwksRequest, GetJwksResponse, GetRequest, GetResponse,
    RevokeRequest, RevokeResponse,
};
use stytch_core::ErrorType;

pub(crate) use self::attest::attest;
pub(crate) use self::exchange_access_token::exchange_access_token;
pub(crate) use self::migrate::migrate;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{custom_claims, factors, find, roles, sessions};
use crate::state::Session;

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let session = named(
        call,
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let member = call.state.members.get(&session.member_id);
    let member = member
        .filter(|member| member.model.status == MemberStatus::Active)
        .cloned()
        .ok_or_else(|| Refusal::from(ErrorType::SessionNotFound))?;
    let organization = find::organization(call.state, &session.organization_id)?;
    let verdict = request
        .authorization_check
        .map(|check| authorize(call, &session, check))
        .transpose()?;
    let mut session = (*session).clone();
    session.last_accessed_at = call.now;
    sessions::extend(call, &mut session, request.session_duration_minutes)?;
    custom_claims::merge(&mut session.custom_claims, request.session_custom_claims)?;
    let session = call.state.sessions.put(session);
    let mut response = AuthenticateResponse::default();
    response.session_token = session.token.as_str().into();
    response.session_jwt = sessions::jwt(call, &session);
    response.member_session = sessions::shown(call.state, &session);
    response.member = roles::shown(call.state, &member);
    response.organization = organization.model.clone();
    response.verdict = verdict;
    Ok(response)
}

/// The session that a request names; it has to name one.
fn named(
    call: &Call<'_>,
    token: Option<&stytch_core::Secret>,
    jwt: Option<&stytch_core::Secret>,
) -> Result<Arc<Session>, Refusal> {
    let session = sessions::Named { token, jwt }.find(call)?;
    session.ok_or_else(|| Refusal::new("no_session_arguments"))
}

/// Whether a session may do something.
fn authorize(
    call: &Call<'_>,
    session: &Session,
    check: AuthorizationCheck,
) -> Result<AuthorizationVerdict, Refusal> {
    if check.organization_id.as_str() != session.organization_id {
        return Err(Refusal::new("session_authorization_tenancy_error"));
    }
    let organization = find::organization(call.state, &session.organization_id)?;
    let shown = sessions::shown(call.state, session);
    let granting = roles::granting(
        call.state,
        &organization,
        &shown.roles,
        &check.resource_id,
        &check.action,
    );
    if granting.is_empty() {
        return Err(Refusal::new("session_authorization_error"));
    }
    let mut verdict = AuthorizationVerdict::default();
    verdict.authorized = true;
    verdict.granting_roles = granting;
    Ok(verdict)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = find::member(call.state, &organization, request.member_id.as_str())?;
    let group = Session::listed_by_member(member.model.member_id.as_str());
    let mut response = GetResponse::default();
    response.member_sessions = call
        .state
        .sessions
        .group(&group)
        .filter(|session| session.expires_at > call.now)
        .map(|session| sessions::shown(call.state, session))
        .collect();
    Ok(response)
}

pub(crate) fn revoke(
    call: &mut Call<'_>,
    request: RevokeRequest,
) -> Result<RevokeResponse, Refusal> {
    let given = [
        request.member_session_id.is_some(),
        request.session_token.is_some(),
        request.session_jwt.is_some(),
        request.member_id.is_some(),
    ];
    match given.iter().filter(|given| **given).count() {
        0 => return Err(Refusal::new("no_session_revoke_arguments")),
        1 => {}
        _ => return Err(Refusal::new("too_many_session_revoke_arguments")),
    }
    if let Some(id) = &request.member_session_id {
        call.state.sessions.remove(id.as_str());
    } else if let Some(id) = &request.member_id {
        sessions::end_all(call.state, id.as_str(), None);
    } else {
        let named = sessions::Named {
            token: request.session_token.as_ref(),
            jwt: request.session_jwt.as_ref(),
        };
        // what has ended already is ended
        if let Ok(Some(session)) = named.find(call) {
            call.state.sessions.remove(&session.id);
        }
    }
    Ok(RevokeResponse::default())
}

pub(crate) fn exchange(
    call: &mut Call<'_>,
    request: ExchangeRequest,
) -> Result<ExchangeResponse, Refusal> {
    let session = named(
        call,
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let here = call.state.members.get(&session.member_id);
    let here = here.ok_or_else(|| Refusal::from(ErrorType::SessionNotFound))?;
    let email = here.model.email_address.clone();
    let there = find::member_by_email(call.state, &organization, &email);
    let there = there.ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    let carried: Vec<_> = session
        .factors
        .iter()
        .filter_map(factors::carried)
        .collect();
    if carried.is_empty() {
        return Err(Refusal::new("insufficient_factors_for_session_exchange"));
    }
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let outcome = login::with(call, &organization, &there, carried, wishes)?;
    let mut response = ExchangeResponse::default();
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn get_jwks(call: &mut Call<'_>, _: GetJwksRequest) -> Result<GetJwksResponse, Refusal> {
    let mut response = GetJwksResponse::default();
    response.keys = call
        .state
        .keys
        .to_jwks(call.identity)
        .into_iter()
        .filter_map(|key| serde_json::from_value::<Jwk>(key).ok())
        .collect();
    Ok(response)
}
