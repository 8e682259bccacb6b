//! Passwords of users.

pub(crate) mod email;
pub(crate) mod existing_password;
pub(crate) mod sessions;

use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::passwords::{
    AuthenticateRequest, AuthenticateResponse, CreateRequest, CreateResponse, Feedback,
    LudsRequirements, MigrateRequest, MigrateResponse, StrengthCheckRequest, StrengthCheckResponse,
};
use stytch_core::{ErrorType, Secret};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::users::login::{Outcome, Wishes};
use crate::rules::users::{self, factors, login, roles};
use crate::rules::{attempts, metadata, password, spelling};
use crate::state::{Password, Record as _, User};

pub(crate) fn create(
    call: &mut Call<'_>,
    request: CreateRequest,
) -> Result<CreateResponse, Refusal> {
    let mut user = users::fresh(call, None);
    let email = factors::add_email(call, &mut user, &request.email)?;
    users::set_name(&mut user, request.name);
    metadata::merge(&mut user.model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(
        &mut user.model.untrusted_metadata,
        request.untrusted_metadata,
    )?;
    set(call, user.id(), &request.password, &request.email)?;
    let wishes = Wishes {
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let mut response = CreateResponse::default();
    response.email_id = email.email_id;
    login::fill!(response, log_in(call, user, wishes)?);
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    spelling::email(&request.email)?;
    let user = owner(call, &request.email)?;
    let kept = prove(call, &user, &request.password)?;
    let policy = &call.state.settings.passwords;
    let strength = password::check(policy, &request.password, Some(&request.email));
    let is_out_of_use = kept.requires_reset
        || (policy.check_breach_on_authentication && strength.is_breached)
        || (policy.validate_on_authentication && !strength.is_valid);
    if is_out_of_use {
        return Err(ErrorType::ResetPassword.into());
    }
    let wishes = login::wishes!(request);
    let mut response = AuthenticateResponse::default();
    login::fill!(response, log_in(call, user, wishes)?);
    Ok(response)
}

pub(crate) fn strength_check(
    call: &mut Call<'_>,
    request: StrengthCheckRequest,
) -> Result<StrengthCheckResponse, Refusal> {
    let policy = &call.state.settings.passwords;
    let email = request.email.as_deref().filter(|email| !email.is_empty());
    let strength = password::check(policy, &request.password, email);
    let mut feedback = Feedback::default();
    match strength.feedback {
        password::Feedback::Zxcvbn {
            warning,
            suggestions,
        } => {
            feedback.warning = warning;
            feedback.suggestions = suggestions;
        }
        password::Feedback::Luds(luds) => {
            let mut requirements = LudsRequirements::default();
            requirements.has_lower_case = luds.has_lower_case;
            requirements.has_upper_case = luds.has_upper_case;
            requirements.has_digit = luds.has_digit;
            requirements.has_symbol = luds.has_symbol;
            requirements.missing_complexity = luds.missing_complexity;
            requirements.missing_characters = luds.missing_characters;
            feedback.luds_requirements = Some(requirements);
        }
    }
    let mut response = StrengthCheckResponse::default();
    response.valid_password = strength.is_valid;
    response.score = strength.score;
    response.breached_password = strength.is_breached;
    response.strength_policy = policy.policy.as_str().into();
    response.breach_detection_on_create = policy.check_breach_on_creation;
    response.feedback = Some(feedback);
    Ok(response)
}

pub(crate) fn migrate(
    call: &mut Call<'_>,
    request: MigrateRequest,
) -> Result<MigrateResponse, Refusal> {
    let found = users::by_email_or_new(call, &request.email, None)?;
    let mut user = (*found.user).clone();
    if users::password(call, user.id()).is_some() {
        return Err(Refusal::new("password_already_exists"));
    }
    users::set_name(&mut user, request.name.clone());
    let trusted = request.trusted_metadata.clone();
    metadata::merge(&mut user.model.trusted_metadata, trusted)?;
    let untrusted = request.untrusted_metadata.clone();
    metadata::merge(&mut user.model.untrusted_metadata, untrusted)?;
    if found.is_new {
        users::set_external_id(call, &mut user, request.external_id.clone())?;
    }
    if let Some(wanted) = request.roles.clone() {
        user.assigned_roles = roles::assignable(call.state, wanted)?;
    }
    if let Some(number) = request.phone_number.as_deref().filter(|it| !it.is_empty()) {
        let has = user.model.phone_numbers.iter();
        if !has.clone().any(|phone| phone.phone_number == number) {
            factors::add_phone_number(call, &mut user, number)?;
        }
        if request.set_phone_number_verified == Some(true) {
            let mut numbers = user.model.phone_numbers.iter_mut();
            let meant = numbers.find(|phone| phone.phone_number == number);
            meant.into_iter().for_each(|phone| phone.verified = true);
        }
    }
    let email_id = found.factor.email_id;
    if request.set_email_verified == Some(true) {
        factors::prove_email(call, &mut user, email_id.as_str(), None);
    }
    let hash = password::import!(request).into_hash()?;
    put(call, user.id(), hash);
    let user = call.state.users.put(user);
    let mut response = MigrateResponse::default();
    response.user = users::shown(call, &user);
    response.user_id = response.user.user_id.clone();
    response.email_id = email_id;
    response.user_created = found.is_new;
    Ok(response)
}

/// The user with an address.
fn owner(call: &mut Call<'_>, email: &str) -> Result<User, Refusal> {
    let user = users::by_email(call, email);
    let user = user.ok_or_else(|| Refusal::from(ErrorType::EmailNotFound))?;
    Ok((*user).clone())
}

/// Holds a password against that of a user, which it gives.
fn prove(call: &mut Call<'_>, user: &User, password: &Secret) -> Result<Password, Refusal> {
    attempts::prove(call, user.id(), |call| {
        let kept = users::password(call, user.id());
        let kept = kept.ok_or_else(|| Refusal::from(ErrorType::NoUserPassword))?;
        match kept.hash.is_of(password) {
            true => Ok((*kept).clone()),
            false => Err(ErrorType::UnauthorizedCredentials.into()),
        }
    })
}

/// Gives a user a password that is good enough, in place of any other.
fn set(call: &mut Call<'_>, user_id: &str, password: &Secret, email: &str) -> Result<(), Refusal> {
    password::accept(&call.state.settings.passwords, password, email)?;
    let hash = password::Hash::new(&mut call.random, password);
    put(call, user_id, hash);
    Ok(())
}

fn put(call: &mut Call<'_>, user_id: &str, hash: password::Hash) {
    let id = match users::password(call, user_id) {
        Some(old) => old.id.clone(),
        None => call.random.id("password"),
    };
    call.state.passwords.put(Password {
        id,
        owner: user_id.to_owned(),
        hash,
        requires_reset: false,
    });
}

/// Logs a user in by the password.
fn log_in(call: &mut Call<'_>, user: User, wishes: Wishes) -> Result<Outcome, Refusal> {
    attempts::forget(call, user.id());
    let way = DeliveryMethod::Knowledge;
    let factor = factors::shown(FactorType::Password, way, call.now);
    login::with(call, user, factor, wishes)
}
