//! Access tokens of connected apps that become sessions of members.

use stytch_b2b::authentication_factors::{
    DeliveryMethod, FactorType, OauthAccessTokenExchangeFactor,
};
use stytch_b2b::organizations::MemberStatus;
use stytch_b2b::sessions::{ExchangeAccessTokenRequest, ExchangeAccessTokenResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::exchange;
use crate::rules::{attempts, custom_claims, factors, find, login, roles, sessions};
use crate::state::AppSubject;

pub(crate) fn exchange_access_token(
    call: &mut Call<'_>,
    request: ExchangeAccessTokenRequest,
) -> Result<ExchangeAccessTokenResponse, Refusal> {
    let spent = exchange::spend(call, &request.access_token)?;
    let AppSubject::MemberId(member_id) = &spent.token.subject else {
        return Err(exchange::unknown());
    };
    attempts::check(call, member_id)?;
    let member = call.state.members.get(member_id);
    let member = member.filter(|member| member.model.status == MemberStatus::Active);
    let member = member
        .cloned()
        .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    let session = call.state.sessions.get(&spent.session_id);
    let session = session.filter(|session| session.expires_at > call.now);
    let mut session = (**session.ok_or_else(exchange::unbound)?).clone();
    let organization = find::organization(call.state, &session.organization_id)?;
    sessions::check_mutable(&session)?;
    sessions::extend(call, &mut session, request.session_duration_minutes)?;
    let mut app = OauthAccessTokenExchangeFactor::default();
    app.client_id = spent.token.client_id.as_str().into();
    let way = DeliveryMethod::OauthAccessTokenExchange;
    let mut factor = factors::fresh(FactorType::Oauth, way, call.now);
    factor.oauth_access_token_exchange_factor = Some(app);
    login::add(&mut session.factors, factor);
    session.last_accessed_at = call.now;
    custom_claims::merge(&mut session.custom_claims, request.session_custom_claims)?;
    let session = call.state.sessions.put(session);
    let mut response = ExchangeAccessTokenResponse::default();
    response.member_id = member.model.member_id.clone();
    response.member = roles::shown(call.state, &member);
    response.organization = organization.model.clone();
    response.session_token = session.token.as_str().into();
    response.session_jwt = sessions::jwt(call, &session);
    response.member_session = Some(sessions::shown(call.state, &session));
    Ok(response)
}
