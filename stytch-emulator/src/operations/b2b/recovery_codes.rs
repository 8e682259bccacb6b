//! Codes for those who have lost their authenticator app.

use std::sync::Arc;

use stytch_b2b::organizations::MfaMethod;
use stytch_b2b::recovery_codes::{
    GetRequest, GetResponse, RecoverRequest, RecoverResponse, RotateRequest, RotateResponse,
};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::login::Wishes;
use crate::rules::second_factor::{self, Choice};
use crate::rules::{attempts, factors, find, roles, totp};
use crate::state::{Member, Totp};

/// Fills a response with a member's codes.
macro_rules! shown {
    ($response:ident, $call:ident, $organization:expr, $member:expr, $app:expr) => {{
        let mut response = $response::default();
        response.member = roles::shown($call.state, $member);
        response.member_id = response.member.member_id.clone();
        response.organization = $organization.model.clone();
        let codes = $app.recovery_codes.iter();
        response.recovery_codes = codes.map(|one| one.code.as_str().into()).collect();
        Ok(response)
    }};
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = find::member(call.state, &organization, request.member_id.as_str())?;
    let app = app(call, &member)?;
    shown!(GetResponse, call, organization, &member, app)
}

pub(crate) fn rotate(
    call: &mut Call<'_>,
    request: RotateRequest,
) -> Result<RotateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let member = find::member(call.state, &organization, request.member_id.as_str())?;
    let mut app = (*app(call, &member)?).clone();
    app.recovery_codes = totp::recovery_codes(&mut call.random);
    let app = call.state.totps.put(app);
    shown!(RotateResponse, call, organization, &member, app)
}

pub(crate) fn recover(
    call: &mut Call<'_>,
    request: RecoverRequest,
) -> Result<RecoverResponse, Refusal> {
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
    second_factor::begin(call, &found, &wishes, &MfaMethod::Totp)?;
    let (organization, member) = found;
    let account = member.model.member_id.as_str();
    let (app, spent) = attempts::prove(call, account, |call| {
        totp::recover(call, account, &request.recovery_code)
    })?;
    let factor = factors::recovery_code(&spent.id, call.now);
    let choice = Choice::default();
    let outcome =
        second_factor::finish(call, &organization, &member, factor, None, wishes, &choice)?;
    let mut response = RecoverResponse::default();
    response.recovery_codes_remaining = i32::try_from(app.recovery_codes.len()).unwrap_or(i32::MAX);
    second_factor::fill!(response, outcome);
    Ok(response)
}

fn app(call: &Call<'_>, member: &Member) -> Result<Arc<Totp>, Refusal> {
    totp::of(call, member.model.member_id.as_str())
        .filter(|app| app.is_verified)
        .ok_or_else(|| Refusal::new("recovery_codes_not_found"))
}
