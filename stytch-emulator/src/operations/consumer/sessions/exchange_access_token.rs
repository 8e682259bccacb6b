//! Access tokens of connected apps that become sessions of users.

use stytch_consumer::authentication_factors::{
    DeliveryMethod, FactorType, OauthAccessTokenExchangeFactor,
};
use stytch_consumer::sessions::{ExchangeAccessTokenRequest, ExchangeAccessTokenResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::apps::exchange;
use crate::rules::users::{self, factors, login, sessions};
use crate::rules::{attempts, custom_claims};
use crate::state::AppSubject;

pub(crate) fn exchange_access_token(
    call: &mut Call<'_>,
    request: ExchangeAccessTokenRequest,
) -> Result<ExchangeAccessTokenResponse, Refusal> {
    let spent = exchange::spend(call, &request.access_token)?;
    let AppSubject::UserId(user_id) = &spent.token.subject else {
        return Err(exchange::unknown());
    };
    attempts::check(call, user_id)?;
    let user = users::by_id(call, user_id)?;
    let session = call.state.user_sessions.get(&spent.session_id);
    let session = session.filter(|session| session.expires_at > call.now);
    let mut session = (**session.ok_or_else(exchange::unbound)?).clone();
    let mut response = ExchangeAccessTokenResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    if request.session_duration_minutes.is_none() {
        return Ok(response);
    }
    sessions::extend(call, &mut session, request.session_duration_minutes)?;
    let mut app = OauthAccessTokenExchangeFactor::default();
    app.client_id = spent.token.client_id.as_str().into();
    let way = DeliveryMethod::OauthAccessTokenExchange;
    let mut factor = factors::shown(FactorType::Oauth, way, call.now);
    factor.oauth_access_token_exchange_factor = Some(app);
    login::add(&mut session.factors, factor);
    session.last_accessed_at = call.now;
    custom_claims::merge(&mut session.custom_claims, request.session_custom_claims)?;
    let session = call.state.user_sessions.put(session);
    response.session_token = session.token.as_str().into();
    response.session_jwt = sessions::jwt(call, &session);
    response.session = Some(sessions::shown(call.state, &session));
    Ok(response)
}
