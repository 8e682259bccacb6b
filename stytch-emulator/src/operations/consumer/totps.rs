//! Authenticator apps.

use stytch_consumer::authentication_factors::{
    AuthenticatorAppFactor, DeliveryMethod, FactorType, RecoveryCodeFactor,
};
use stytch_consumer::totps::{
    AuthenticateRequest, AuthenticateResponse, CreateRequest, CreateResponse, RecoverRequest,
    RecoverResponse, RecoveryCodesRequest, RecoveryCodesResponse, Totp as Model,
};
use stytch_consumer::users::UserStatus;
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors, login};
use crate::rules::{attempts, totp};
use crate::state::{Record as _, Totp};

/// How long a registration may wait to be confirmed, in minutes.
const MINUTES: std::ops::RangeInclusive<i32> = 5..=1440;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    if user.model.status == UserStatus::Pending {
        return Err(Refusal::bad_request(
            "A pending user can't have an authenticator app.",
        ));
    }
    match totp::of(call, user.id()) {
        Some(totp) if totp.is_verified => return Err(ErrorType::ActiveTotpExists.into()),
        Some(_) => return Err(Refusal::new("pending_totp_exists")),
        None => {}
    }
    let minutes = request.expiration_minutes.unwrap_or(*MINUTES.end());
    if !MINUTES.contains(&minutes) {
        return Err(Refusal::new("invalid_expiration"));
    }
    let name = Totp::named_by_owner(user.id());
    if let Some(id) = call.state.totps.named(&name).map(|old| old.id.clone()) {
        call.state.totps.remove(&id);
    }
    let id = call.random.id("totp");
    let made = totp::registration(call, user.id(), id, minutes.unsigned_abs());
    let made = call.state.totps.put(made);
    let emails = user.model.emails.iter().map(|email| email.email.as_str());
    let numbers = user.model.phone_numbers.iter();
    let account = emails
        .chain(numbers.map(|phone| phone.phone_number.as_str()))
        .next();
    let url = totp::url(&made.secret, "Stytch", account.unwrap_or(user.id()));
    let mut response = CreateResponse::default();
    response.totp_id = made.id.as_str().into();
    response.secret = made.secret.as_str().into();
    response.qr_code = totp::qr_code(&url)?.into();
    response.recovery_codes = recovery_codes_of(&made);
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    if call
        .state
        .totps
        .named(&Totp::named_by_owner(user.id()))
        .is_none()
    {
        return Err(Refusal::new("totps_not_found_for_user"));
    }
    let used = attempts::prove(call, user.id(), |call| {
        totp::authenticate(call, user.id(), &request.totp_code)
    })?;
    let mut app = AuthenticatorAppFactor::default();
    app.totp_id = used.id.as_str().into();
    let way = DeliveryMethod::AuthenticatorApp;
    let mut factor = factors::shown(FactorType::Totp, way, call.now);
    factor.authenticator_app_factor = Some(app);
    attempts::forget(call, user.id());
    let mut response = AuthenticateResponse::default();
    response.totp_id = used.id.as_str().into();
    let wishes = login::wishes!(request);
    let outcome = login::with(call, (*user).clone(), factor, wishes)?;
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn recovery_codes(
    call: &mut Call<'_>,
    request: RecoveryCodesRequest,
) -> Result<RecoveryCodesResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let totps = totp::of(call, user.id()).map(|totp| {
        let mut model = Model::default();
        model.totp_id = totp.id.as_str().into();
        model.verified = totp.is_verified;
        model.recovery_codes = recovery_codes_of(&totp);
        model
    });
    let mut response = RecoveryCodesResponse::default();
    response.user_id = user.model.user_id.clone();
    response.totps = totps.into_iter().collect();
    Ok(response)
}

pub(crate) fn recover(
    call: &mut Call<'_>,
    request: RecoverRequest,
) -> Result<RecoverResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let (used, code) = attempts::prove(call, user.id(), |call| {
        totp::recover(call, user.id(), &request.recovery_code)
    })?;
    let mut recovery = RecoveryCodeFactor::default();
    recovery.totp_recovery_code_id = code.id.as_str().into();
    let way = DeliveryMethod::RecoveryCode;
    let mut factor = factors::shown(FactorType::RecoveryCodes, way, call.now);
    factor.recovery_code_factor = Some(recovery);
    attempts::forget(call, user.id());
    let mut response = RecoverResponse::default();
    response.totp_id = used.id.as_str().into();
    let wishes = login::wishes!(request);
    let outcome = login::with(call, (*user).clone(), factor, wishes)?;
    login::fill!(response, outcome);
    Ok(response)
}

fn recovery_codes_of(totp: &Totp) -> Vec<Secret> {
    let codes = totp.recovery_codes.iter();
    codes.map(|one| one.code.as_str().into()).collect()
}
