//! What users log in with, taken off them.

use std::sync::Arc;

use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::users::{
    DeleteBiometricRegistrationRequest, DeleteBiometricRegistrationResponse,
    DeleteCryptoWalletRequest, DeleteCryptoWalletResponse, DeleteEmailRequest, DeleteEmailResponse,
    DeleteOauthRegistrationRequest, DeleteOauthRegistrationResponse, DeletePasswordRequest,
    DeletePasswordResponse, DeletePhoneNumberRequest, DeletePhoneNumberResponse, DeleteTotpRequest,
    DeleteTotpResponse, DeleteWebauthnRegistrationRequest, DeleteWebauthnRegistrationResponse,
};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors};
use crate::state::{Record as _, User};

/// An operation that takes one of a list off the user who has it.
macro_rules! delete {
    ($name:ident, $request:ident, $response:ident, $id:ident, $take:expr, $unknown:literal) => {
        pub(crate) fn $name(call: &mut Call<'_>, request: $request) -> Result<$response, Refusal> {
            let user = take(call, request.$id.as_str(), $take, $unknown)?;
            let mut response = $response::default();
            response.user = users::shown(call, &user);
            response.user_id = response.user.user_id.clone();
            Ok(response)
        }
    };
}

delete!(
    delete_email,
    DeleteEmailRequest,
    DeleteEmailResponse,
    email_id,
    |user, id| without(&mut user.model.emails, |one| one.email_id.as_str() == id),
    "email_not_found"
);

delete!(
    delete_phone_number,
    DeletePhoneNumberRequest,
    DeletePhoneNumberResponse,
    phone_id,
    |user, id| {
        let numbers = &mut user.model.phone_numbers;
        without(numbers, |one| one.phone_id.as_str() == id)
    },
    "phone_number_not_found"
);

delete!(
    delete_webauthn_registration,
    DeleteWebauthnRegistrationRequest,
    DeleteWebauthnRegistrationResponse,
    webauthn_registration_id,
    |user, id| {
        let keys = &mut user.model.webauthn_registrations;
        without(keys, |one| one.webauthn_registration_id.as_str() == id)
    },
    "webauthn_registration_not_found"
);

delete!(
    delete_biometric_registration,
    DeleteBiometricRegistrationRequest,
    DeleteBiometricRegistrationResponse,
    biometric_registration_id,
    |user, id| {
        let devices = &mut user.model.biometric_registrations;
        without(devices, |one| one.biometric_registration_id.as_str() == id)
    },
    "biometric_registration_not_found"
);

delete!(
    delete_crypto_wallet,
    DeleteCryptoWalletRequest,
    DeleteCryptoWalletResponse,
    crypto_wallet_id,
    |user, id| {
        let wallets = &mut user.model.crypto_wallets;
        without(wallets, |one| one.crypto_wallet_id.as_str() == id)
    },
    "crypto_wallet_not_found"
);

delete!(
    delete_oauth_registration,
    DeleteOauthRegistrationRequest,
    DeleteOauthRegistrationResponse,
    oauth_user_registration_id,
    |user, id| {
        let providers = &mut user.model.providers;
        without(providers, |one| {
            one.oauth_user_registration_id.as_str() == id
        })
    },
    "oauth_user_registration_not_found"
);

pub(crate) fn delete_totp(
    call: &mut Call<'_>,
    request: DeleteTotpRequest,
) -> Result<DeleteTotpResponse, Refusal> {
    let id = request.totp_id.as_str();
    let unknown = || Refusal::new("totp_not_found");
    let owner = call.state.totps.get(id).map(|totp| totp.owner.clone());
    let user = users::by_id(call, &owner.ok_or_else(unknown)?).map_err(|_| unknown())?;
    call.state.totps.remove(id);
    factors::take_off_sessions(call, user.id(), |factor| {
        factors::is_about(factor, id) || factor.r#type == FactorType::RecoveryCodes
    });
    let mut response = DeleteTotpResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    Ok(response)
}

pub(crate) fn delete_password(
    call: &mut Call<'_>,
    request: DeletePasswordRequest,
) -> Result<DeletePasswordResponse, Refusal> {
    let unknown = || Refusal::new("password_not_found");
    let found = call.state.passwords.get(request.password_id.as_str());
    let owner = found.map(|password| password.owner.clone());
    let user = users::by_id(call, &owner.ok_or_else(unknown)?).map_err(|_| unknown())?;
    factors::delete_password(call, user.id());
    let mut response = DeletePasswordResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    Ok(response)
}

/// Takes something off the user who has it, and off the sessions that it has opened.
fn take(
    call: &mut Call<'_>,
    id: &str,
    take: impl FnOnce(&mut User, &str) -> bool,
    unknown: &'static str,
) -> Result<Arc<User>, Refusal> {
    let unknown = || Refusal::new(unknown);
    let found = users::by_factor(call, id).ok_or_else(unknown)?;
    let mut user = (*found).clone();
    if !take(&mut user, id) {
        return Err(unknown());
    }
    if factors::count(&user) == 0 {
        return Err(Refusal::new("cannot_delete_last_primary_factor"));
    }
    user.kept_until.remove(id);
    let user = call.state.users.put(user);
    factors::forget_gone(call, &found, Some(&user));
    Ok(user)
}

/// Takes what matches out of a list. Whether there was something.
fn without<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool) -> bool {
    let before = list.len();
    list.retain(|one| !is_meant(one));
    list.len() < before
}
