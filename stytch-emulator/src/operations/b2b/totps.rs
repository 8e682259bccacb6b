//! Authenticator apps of members.

use stytch_b2b::organizations::MfaMethod;
use stytch_b2b::totps::{
    AuthenticateRequest, AuthenticateResponse, CreateRequest, CreateResponse, MigrateRequest,
    MigrateResponse,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::login::Wishes;
use crate::rules::second_factor::{self, Choice};
use crate::rules::{attempts, factors, find, roles, totp};
use crate::state::{RecoveryCode, Totp};

/// How long a registration may wait for its first code, in minutes, and how long it does unless the
/// request says so.
const MINUTES: std::ops::RangeInclusive<u32> = 5..=1440;
const USUAL_MINUTES: u32 = 60;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let found = second_factor::member(
        call,
        request.organization_id.as_str(),
        request.member_id.as_str(),
    )?;
    let minutes = match request.expiration_minutes.map(u32::try_from) {
        None => USUAL_MINUTES,
        Some(Ok(minutes)) if MINUTES.contains(&minutes) => minutes,
        Some(_) => return Err(Refusal::new("invalid_expiration")),
    };
    let owner = found.1.model.member_id.as_str().to_owned();
    if totp::of(call, &owner).is_some_and(|there| there.is_verified) {
        return Err(ErrorType::ActiveTotpExists.into());
    }
    second_factor::may_enroll(
        call,
        &found,
        &MfaMethod::Totp,
        request.intermediate_session_token.as_ref(),
        request.session_token.as_ref(),
        request.session_jwt.as_ref(),
    )?;
    let id = call.random.id("member-totp");
    let fresh = totp::registration(call, &owner, id, minutes);
    let fresh = put(call, fresh);
    let (organization, member) = found;
    let issuer = &organization.model.organization_name;
    let url = totp::url(&fresh.secret, issuer, &member.model.email_address);
    let mut response = CreateResponse::default();
    response.totp_registration_id = fresh.id.as_str().into();
    response.secret = fresh.secret.as_str().into();
    response.qr_code = totp::qr_code(&url)?.into();
    response.recovery_codes = fresh
        .recovery_codes
        .iter()
        .map(|one| one.code.as_str().into())
        .collect();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization = organization.model.clone();
    Ok(response)
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
    second_factor::begin(call, &found, &wishes, &MfaMethod::Totp)?;
    let (organization, member) = found;
    let account = member.model.member_id.as_str();
    let app = attempts::prove(call, account, |call| {
        totp::authenticate(call, account, &request.code)
    })?;
    let mut member = (*member).clone();
    member.model.totp_registration_id = app.id.as_str().into();
    let factor = factors::totp(&app.id, call.now);
    let choice = Choice {
        set_mfa_enrollment: request.set_mfa_enrollment,
        set_default_mfa: request.set_default_mfa,
    };
    let method = Some(MfaMethod::Totp);
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

pub(crate) fn migrate(
    call: &mut Call<'_>,
    request: MigrateRequest,
) -> Result<MigrateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let found = find::member(call.state, &organization, request.member_id.as_str())?;
    let owner = found.model.member_id.as_str();
    if totp::of(call, owner).is_some_and(|there| there.is_verified) {
        return Err(ErrorType::ActiveTotpExists.into());
    }
    let secret = request.secret.expose();
    if totp::decoded(secret).is_none() {
        return Err(Refusal::bad_request("secret: expected a key in base32"));
    }
    let id = call.random.id("member-totp");
    let mut migrated = totp::registration(call, owner, id, USUAL_MINUTES);
    secret.clone_into(&mut migrated.secret);
    migrated.is_verified = true;
    migrated.expires_at = None;
    if !request.recovery_codes.is_empty() {
        migrated.recovery_codes = request
            .recovery_codes
            .iter()
            .map(|code| RecoveryCode {
                id: call.random.id("totp-recovery-code"),
                code: code.expose().to_owned(),
            })
            .collect();
    }
    let migrated = put(call, migrated);
    let mut member = (*found).clone();
    member.model.totp_registration_id = migrated.id.as_str().into();
    member.model.updated_at = Some(call.now);
    let member = call.state.members.put(member);
    let mut response = MigrateResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization = organization.model.clone();
    response.totp_registration_id = migrated.id.as_str().into();
    response.recovery_codes = migrated
        .recovery_codes
        .iter()
        .map(|one| one.code.as_str().into())
        .collect();
    Ok(response)
}

/// Puts a registration in place of an unconfirmed one.
fn put(call: &mut Call<'_>, fresh: Totp) -> std::sync::Arc<Totp> {
    let old = call.state.totps.named(&Totp::named_by_owner(&fresh.owner));
    if let Some(id) = old.map(|old| old.id.clone()) {
        call.state.totps.remove(&id);
    }
    call.state.totps.put(fresh)
}
