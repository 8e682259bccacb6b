//! Sessions of people who act in place of users.

use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType, ImpersonatedFactor};
use stytch_consumer::impersonation::{AuthenticateRequest, AuthenticateResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors, sessions};
use crate::rules::{impersonation, tokens};
use crate::state::{Record as _, TokenKind, UserSession};

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    impersonation::check_allowed(call, impersonation::OF_USERS)?;
    let names = tokens::IMPERSONATION;
    let token = tokens::spend(call, &request.impersonation_token, None, names)?;
    let TokenKind::UserImpersonation {
        user_id,
        impersonator,
    } = &token.kind
    else {
        return Err(Refusal::new(names.unknown));
    };
    let user = users::by_id(call, user_id)?;
    let mut by = ImpersonatedFactor::default();
    by.impersonator_id.clone_from(&impersonator.id);
    by.impersonator_email_address
        .clone_from(&impersonator.email_address);
    let way = DeliveryMethod::Impersonation;
    let mut factor = factors::shown(FactorType::Impersonated, way, call.now);
    factor.impersonated_factor = Some(by);
    let session = UserSession {
        id: call.random.id("session"),
        token: call.random.token(),
        user_id: user.id().to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: call.in_minutes(impersonation::SESSION_MINUTES),
        factors: vec![factor],
        attributes: Default::default(),
        custom_claims: Default::default(),
    };
    let session = call.state.user_sessions.put(session);
    let mut response = AuthenticateResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    response.session_token = session.token.as_str().into();
    response.session_jwt = sessions::jwt(call, &session);
    response.session = Some(sessions::shown(call.state, &session));
    Ok(response)
}
