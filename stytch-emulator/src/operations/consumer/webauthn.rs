//! Passkeys and security keys.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::json;
use stytch_consumer::authentication_factors::{
    AuthenticationFactor, DeliveryMethod, FactorType, WebauthnFactor,
};
use stytch_consumer::users::{UserStatus, WebauthnRegistration};
use stytch_consumer::webauthn::{
    AuthenticateRequest, AuthenticateResponse, AuthenticateStartRequest, AuthenticateStartResponse,
    AuthenticatorType, CredentialType, ListCredentialsRequest, ListCredentialsResponse,
    RegisterRequest, RegisterResponse, RegisterStartRequest, RegisterStartResponse, UpdateRequest,
    UpdateResponse, WebauthnCredential as Model,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::attempts;
use crate::rules::users::{self, factors, login};
use crate::rules::webauthn::options::{self, Account, Alphabet, Wanted};
use crate::rules::webauthn::{self, Given};
use crate::state::{Purpose, Record as _, User};

pub(crate) fn register_start(
    call: &mut Call<'_>,
    request: RegisterStartRequest,
) -> Result<RegisterStartResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    if user.model.status == UserStatus::Pending {
        return Err(ErrorType::CannotUseWebauthnWithPendingUser.into());
    }
    webauthn::check_domain(&request.domain)?;
    let alphabet = Alphabet {
        is_url_safe: request.use_base64_url_encoding.unwrap_or_default(),
    };
    let set = |text: Option<String>| text.filter(|text| !text.is_empty());
    let name = set(request.override_name).unwrap_or_else(|| account_name(&user));
    let display_name = set(request.override_display_name)
        .or_else(|| set(Some(full_name(&user))))
        .unwrap_or_else(|| name.clone());
    let handle = set(request.override_id).unwrap_or_else(|| user.id().to_owned());
    let excluded = webauthn::credentials(call.state, user.id(), &request.domain);
    let wanted = Wanted {
        is_passkey: request
            .return_passkey_credential_options
            .unwrap_or_default(),
        attachment: request
            .authenticator_type
            .as_ref()
            .map(AuthenticatorType::as_str),
        excluded: options::described(excluded, alphabet),
    };
    let purpose = Purpose::Registration {
        user_id: user.id().to_owned(),
        user_handle: BASE64_URL_SAFE_NO_PAD.encode(&handle),
        user_agent: request.user_agent.unwrap_or_default(),
        authenticator_type: request.authenticator_type.clone(),
    };
    let challenge = webauthn::begin(call, &request.domain, purpose);
    let account = Account {
        handle: handle.as_bytes(),
        name: &name,
        display_name: &display_name,
    };
    let mut response = RegisterStartResponse::default();
    response.user_id = user.model.user_id.clone();
    response.public_key_credential_creation_options =
        options::creation_options(&request.domain, &challenge, &account, wanted, alphabet);
    Ok(response)
}

pub(crate) fn register(
    call: &mut Call<'_>,
    request: RegisterRequest,
) -> Result<RegisterResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let id = call.random.id("webauthn-registration");
    let credential = &request.public_key_credential;
    let (kept, ceremony) = webauthn::register(call, id, user.id(), credential)?;
    let mut registration = WebauthnRegistration::default();
    registration.webauthn_registration_id = kept.id.as_str().into();
    registration.domain.clone_from(&kept.domain);
    if let Purpose::Registration {
        user_agent,
        authenticator_type,
        ..
    } = &ceremony.purpose
    {
        registration.user_agent.clone_from(user_agent);
        registration.authenticator_type = authenticator_type.clone().unwrap_or_default();
    }
    let factor = factor(call, &registration);
    let mut user = (*user).clone();
    user.model.webauthn_registrations.push(registration);
    let mut response = RegisterResponse::default();
    response.webauthn_registration_id = kept.id.as_str().into();
    let wishes = login::wishes!(request);
    let outcome = login::with(call, user, factor, wishes)?;
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn authenticate_start(
    call: &mut Call<'_>,
    request: AuthenticateStartRequest,
) -> Result<AuthenticateStartResponse, Refusal> {
    webauthn::check_domain(&request.domain)?;
    let user_id = request.user_id.filter(|id| !id.as_str().is_empty());
    let user = match user_id {
        Some(id) => Some(users::by_id(call, id.as_str())?),
        None => None,
    };
    let alphabet = Alphabet {
        is_url_safe: request.use_base64_url_encoding.unwrap_or_default(),
    };
    let allowed = match &user {
        None => json!([]),
        Some(user) => {
            let mut known =
                webauthn::credentials(call.state, user.id(), &request.domain).peekable();
            if known.peek().is_none() {
                return Err(ErrorType::NoActiveWebauthnRegistrations.into());
            }
            options::described(known, alphabet)
        }
    };
    let purpose = Purpose::Authentication {
        user_id: user.as_ref().map(|user| user.id().to_owned()),
    };
    let challenge = webauthn::begin(call, &request.domain, purpose);
    let is_passkey = request
        .return_passkey_credential_options
        .unwrap_or_default();
    let mut response = AuthenticateStartResponse::default();
    response.user_id = user
        .map(|user| user.model.user_id.clone())
        .unwrap_or_default();
    response.public_key_credential_request_options =
        options::request_options(&request.domain, &challenge, allowed, is_passkey, alphabet);
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let given = Given::read(&request.public_key_credential)?;
    let credential = webauthn::presented(call, &given)?;
    let user = users::by_id(call, &credential.user_id)?;
    attempts::prove(call, user.id(), |call| {
        webauthn::authenticate(call, &given, &credential)
    })?;
    attempts::forget(call, user.id());
    let mut user = (*user).clone();
    let registration = registration(&mut user, &credential.id);
    let registration =
        registration.ok_or_else(|| Refusal::new("webauthn_registration_not_found"))?;
    registration.verified = true;
    let factor = factor(call, registration);
    let mut response = AuthenticateResponse::default();
    response.webauthn_registration_id = credential.id.as_str().into();
    let wishes = login::wishes!(request);
    let outcome = login::with(call, user, factor, wishes)?;
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn update(
    call: &mut Call<'_>,
    request: UpdateRequest,
) -> Result<UpdateResponse, Refusal> {
    if request.name.trim().is_empty() {
        return Err(Refusal::new("empty_webauthn_registration_name"));
    }
    let id = request.webauthn_registration_id.as_str();
    let unknown = || Refusal::new("webauthn_registration_not_found");
    let found = users::by_factor(call, id).ok_or_else(unknown)?;
    let mut user = (*found).clone();
    let registration = registration(&mut user, id).ok_or_else(unknown)?;
    registration.name = request.name;
    let mut response = UpdateResponse::default();
    response.webauthn_registration = Some(registration.clone());
    call.state.users.put(user);
    Ok(response)
}

pub(crate) fn list_credentials(
    call: &mut Call<'_>,
    request: ListCredentialsRequest,
) -> Result<ListCredentialsResponse, Refusal> {
    let user = users::by_id(call, request.user_id.as_str())?;
    let credentials = webauthn::credentials(call.state, user.id(), &request.domain);
    let mut response = ListCredentialsResponse::default();
    response.credentials = credentials
        .map(|credential| {
            let mut model = Model::default();
            model.credential_id.clone_from(&credential.credential_id);
            model.webauthn_registration_id = credential.id.as_str().into();
            model.r#type = CredentialType::PublicKey;
            model.public_key.clone_from(&credential.public_key);
            model
        })
        .collect();
    Ok(response)
}

fn registration<'u>(user: &'u mut User, id: &str) -> Option<&'u mut WebauthnRegistration> {
    let mut registrations = user.model.webauthn_registrations.iter_mut();
    registrations.find(|one| one.webauthn_registration_id.as_str() == id)
}

fn factor(call: &Call<'_>, registration: &WebauthnRegistration) -> AuthenticationFactor {
    let mut key = WebauthnFactor::default();
    key.webauthn_registration_id = registration.webauthn_registration_id.clone();
    key.domain.clone_from(&registration.domain);
    key.user_agent = Some(registration.user_agent.clone()).filter(|agent| !agent.is_empty());
    let way = DeliveryMethod::WebauthnRegistration;
    let mut factor = factors::shown(FactorType::Webauthn, way, call.now);
    factor.webauthn_factor = Some(key);
    factor
}

/// What a browser lists an account by: the address, the number or the name of a user.
fn account_name(user: &Arc<User>) -> String {
    let emails = user.model.emails.iter().map(|email| email.email.clone());
    let numbers = user.model.phone_numbers.iter();
    let numbers = numbers.map(|phone| phone.phone_number.clone());
    let name = Some(full_name(user)).filter(|name| !name.is_empty());
    let mut all = emails.chain(numbers).chain(name);
    all.next().unwrap_or_else(|| user.id().to_owned())
}

fn full_name(user: &User) -> String {
    let name = user.model.name.clone().unwrap_or_default();
    let parts = [name.first_name, name.middle_name, name.last_name];
    let parts: Vec<_> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
