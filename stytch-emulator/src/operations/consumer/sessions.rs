//! Sessions of users.

mod exchange_access_token;
mod migrate;

use stytch_consumer::Jwk;
use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType, TrustedAuthTokenFactor};
use stytch_consumer::sessions::{
    AttestRequest, AttestResponse, AuthenticateRequest, AuthenticateResponse, AuthorizationCheck,
    AuthorizationVerdict, GetJwksRequest, GetJwksResponse, GetRequest, GetResponse, RevokeRequest,
    RevokeResponse,
};
use stytch_core::ErrorType;

pub(crate) use self::exchange_access_token::exchange_access_token;
pub(crate) use self::migrate::migrate;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors, login, roles, sessions as of_users};
use crate::rules::{attempts, attestation, custom_claims};
use crate::state::{Record as _, UserSession};

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let group = UserSession::listed_by_user(user.model.user_id.as_str());
    let mut response = GetResponse::default();
    response.sessions = call
        .state
        .user_sessions
        .group(&group)
        .filter(|session| session.expires_at > call.now)
        .map(|session| of_users::shown(call.state, session))
        .collect();
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let session = of_users::named(
        call,
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let user = users::by_id(call, &session.user_id)
        .map_err(|_| Refusal::from(ErrorType::SessionNotFound))?;
    let verdict = request
        .authorization_check
        .map(|check| authorize(call, &roles::of(&user), &check))
        .transpose()?;
    let mut session = (*session).clone();
    session.last_accessed_at = call.now;
    of_users::extend(call, &mut session, request.session_duration_minutes)?;
    custom_claims::merge(&mut session.custom_claims, request.session_custom_claims)?;
    let session = call.state.user_sessions.put(session);
    let mut response = AuthenticateResponse::default();
    response.session_token = session.token.as_str().into();
    response.session_jwt = of_users::jwt(call, &session);
    response.session = of_users::shown(call.state, &session);
    response.user = users::shown(call, &user);
    response.verdict = verdict;
    Ok(response)
}

pub(crate) fn attest(
    call: &mut Call<'_>,
    request: AttestRequest,
) -> Result<AttestResponse, Refusal> {
    let attested = attestation::check(call, request.profile_id.as_str(), &request.token)?;
    let external = attested.external_user_id.as_deref();
    let known = external.and_then(|id| users::by_id(call, id).ok());
    let known = known.or_else(|| users::by_email(call, &attested.email));
    let mut user = match known {
        Some(user) => (*user).clone(),
        None if attested.can_jit_provision => {
            let mut user = users::fresh(call, None);
            factors::add_email(call, &mut user, &attested.email)?;
            users::set_external_id(call, &mut user, attested.external_user_id.clone())?;
            user
        }
        None => return Err(ErrorType::UserNotFound.into()),
    };
    attempts::check(call, user.id())?;
    let wishes = login::wishes!(request);
    // the issuer vouches for the address
    let emails = user.model.emails.iter();
    let vouched = emails
        .clone()
        .find(|email| email.email.eq_ignore_ascii_case(&attested.email))
        .map(|email| email.email_id.clone());
    if let Some(email_id) = vouched {
        let session = wishes.session_of(call, &user)?;
        factors::prove_email(call, &mut user, email_id.as_str(), session.as_deref());
    }
    let mut token = TrustedAuthTokenFactor::default();
    token.token_id = attested.token_id;
    let way = DeliveryMethod::TrustedTokenExchange;
    let mut factor = factors::shown(FactorType::TrustedAuthToken, way, call.now);
    factor.trusted_auth_token_factor = Some(token);
    let mut response = AttestResponse::default();
    login::fill!(response, login::with(call, user, factor, wishes)?);
    Ok(response)
}

/// Whether somebody with these roles may do something.
fn authorize(
    call: &Call<'_>,
    roles: &[String],
    check: &AuthorizationCheck,
) -> Result<AuthorizationVerdict, Refusal> {
    let granting = roles::granting(call.state, roles, &check.resource_id, &check.action);
    if granting.is_empty() {
        return Err(ErrorType::ConsumerSessionAuthorizationError.into());
    }
    let mut verdict = AuthorizationVerdict::default();
    verdict.authorized = true;
    verdict.granting_roles = granting;
    Ok(verdict)
}

pub(crate) fn revoke(
    call: &mut Call<'_>,
    request: RevokeRequest,
) -> Result<RevokeResponse, Refusal> {
    let given = [
        request.session_id.is_some(),
        request.session_token.is_some(),
        request.session_jwt.is_some(),
    ];
    match given.iter().filter(|given| **given).count() {
        0 => return Err(Refusal::new("no_session_revoke_arguments")),
        1 => {}
        _ => return Err(Refusal::new("too_many_session_revoke_arguments")),
    }
    let id = match &request.session_id {
        Some(id) => id.as_str().to_owned(),
        None => {
            let token = request.session_token.as_ref();
            let session = of_users::named(call, token, request.session_jwt.as_ref())?;
            session.id.clone()
        }
    };
    match call.state.user_sessions.remove(&id) {
        Some(session) if session.expires_at > call.now => Ok(RevokeResponse::default()),
        _ => Err(ErrorType::SessionNotFound.into()),
    }
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
