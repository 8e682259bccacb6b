//! Users.

mod connected_apps;
mod factors;
mod search;

use stytch_consumer::users::{
    CreateRequest, CreateResponse, DeleteExternalIdRequest, DeleteExternalIdResponse,
    DeleteRequest, DeleteResponse, ExchangePrimaryFactorRequest, ExchangePrimaryFactorResponse,
    GetRequest, GetResponse, UpdateRequest, UpdateResponse,
};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::{self, factors as rules, roles};
use crate::rules::{metadata, tokens};
use crate::state::Record as _;

pub(crate) use connected_apps::{connected_apps, revoke};
pub(crate) use factors::{
    delete_biometric_registration, delete_crypto_wallet, delete_email, delete_oauth_registration,
    delete_password, delete_phone_number, delete_totp, delete_webauthn_registration,
};
pub(crate) use search::search;

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let email = request.email.filter(|email| !email.is_empty());
    let number = request.phone_number.filter(|number| !number.is_empty());
    if email.is_none() && number.is_none() {
        return Err(Refusal::new("invalid_create_user_request"));
    }
    let mut user = users::fresh(call, request.create_user_as_pending);
    let mut response = CreateResponse::default();
    if let Some(email) = email {
        response.email_id = rules::add_email(call, &mut user, &email)?.email_id;
    }
    if let Some(number) = number {
        response.phone_id = rules::add_phone_number(call, &mut user, &number)?.phone_id;
    }
    users::set_name(&mut user, request.name);
    metadata::merge(&mut user.model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(
        &mut user.model.untrusted_metadata,
        request.untrusted_metadata,
    )?;
    users::set_external_id(call, &mut user, request.external_id)?;
    user.assigned_roles = roles::assignable(call.state, request.roles.unwrap_or_default())?;
    let user = call.state.users.put(user);
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    response.status = response.user.status.clone();
    Ok(response)
}

pub(crate) fn get(call: &mut Call<'_>, request: GetRequest) -> Result<GetResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let user = users::shown(call, &user);
    let mut response = GetResponse::default();
    response.user_id = user.user_id;
    response.emails = user.emails;
    response.status = user.status;
    response.phone_numbers = user.phone_numbers;
    response.webauthn_registrations = user.webauthn_registrations;
    response.providers = user.providers;
    response.totps = user.totps;
    response.crypto_wallets = user.crypto_wallets;
    response.biometric_registrations = user.biometric_registrations;
    response.is_locked = user.is_locked;
    response.roles = user.roles;
    response.name = user.name;
    response.created_at = user.created_at;
    response.password = user.password;
    response.trusted_metadata = user.trusted_metadata;
    response.untrusted_metadata = user.untrusted_metadata;
    response.external_id = user.external_id;
    response.lock_created_at = user.lock_created_at;
    response.lock_expires_at = user.lock_expires_at;
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    let mut user = (*users::by_id(call, request.user_id.as_str())?).clone();
    users::set_name(&mut user, request.name);
    metadata::merge(&mut user.model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(
        &mut user.model.untrusted_metadata,
        request.untrusted_metadata,
    )?;
    users::set_external_id(call, &mut user, request.external_id)?;
    if let Some(wanted) = request.roles {
        user.assigned_roles = roles::assignable(call.state, wanted)?;
    }
    let user = call.state.users.put(user);
    let user = users::shown(call, &user);
    let mut response = UpdateResponse::default();
    response.user_id = user.user_id.clone();
    response.emails.clone_from(&user.emails);
    response.phone_numbers.clone_from(&user.phone_numbers);
    response.crypto_wallets.clone_from(&user.crypto_wallets);
    response.user = user;
    Ok(response)
}

pub(crate) fn exchange_primary_factor(
    call: &mut Call<'_>,
    request: ExchangePrimaryFactorRequest,
) -> Result<ExchangePrimaryFactorResponse, Refusal> {
    let found = users::by_id(call, request.user_id.as_str())?;
    let mut user = (*found).clone();
    if rules::count(&user) != 1 || user.model.emails.len() + user.model.phone_numbers.len() != 1 {
        return Err(Refusal::new("invalid_exchange_primary_factor_user"));
    }
    user.model.emails.clear();
    user.model.phone_numbers.clear();
    user.kept_until.clear();
    match (&request.email_address, &request.phone_number) {
        (Some(email), None) => {
            rules::add_email(call, &mut user, email)?;
        }
        (None, Some(number)) => {
            rules::add_phone_number(call, &mut user, number)?;
        }
        _ => return Err(Refusal::new("invalid_exchange_primary_factor_fields")),
    }
    let user = call.state.users.put(user);
    // whoever had the old address or number has no business here any more
    users::sessions::end_all(call.state, user.id(), None);
    tokens::void_of(call.state, user.id());
    rules::forget_gone(call, &found, Some(&user));
    let mut response = ExchangePrimaryFactorResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    Ok(response)
}

pub(crate) fn delete(
    call: &mut Call<'_>,
    request: DeleteRequest,
) -> Result<DeleteResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    users::delete(call, user.model.user_id.as_str());
    let mut response = DeleteResponse::default();
    response.user_id = user.model.user_id.clone();
    Ok(response)
}

pub(crate) fn delete_external_id(
    call: &mut Call<'_>,
    request: DeleteExternalIdRequest,
) -> Result<DeleteExternalIdResponse, Refusal> {
    let mut user = (*users::by_id(call, request.user_id.as_str())?).clone();
    user.model.external_id = None;
    let user = call.state.users.put(user);
    let mut response = DeleteExternalIdResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    Ok(response)
}
