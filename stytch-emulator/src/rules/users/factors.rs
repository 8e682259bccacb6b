//! What users log in with.

mod gone;

use std::sync::Arc;
use std::time::Duration;

use stytch_consumer::authentication_factors::{
    AuthenticationFactor, DeliveryMethod, EmailFactor, FactorType, PhoneNumberFactor,
};
use stytch_consumer::{Attributes, magic_links, users};
use stytch_core::{ErrorType, Timestamp};

pub(crate) use self::gone::{
    delete_password, forget_gone, forget_unproven, is_about, take_off_sessions,
};
use super::{Chosen, sessions};
use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::sessions::whole;
use crate::rules::spelling;
use crate::state::{User, UserSession};

/// How long a further address or number waits to be proven.
const PROOF: Duration = Duration::from_secs(5 * 60);

/// Gives a user an address that nobody has. Addresses are kept in lower case.
pub(crate) fn add_email(
    call: &mut Call<'_>,
    user: &mut User,
    address: &str,
) -> Result<users::Email, Refusal> {
    spelling::email(address)?;
    if super::by_email(call, address).is_some() {
        return Err(ErrorType::DuplicateEmail.into());
    }
    let mut email = users::Email::default();
    email.email_id = call.random.id("email").into();
    email.email = address.to_lowercase();
    user.model.emails.push(email.clone());
    Ok(email)
}

/// Gives a user a phone number that nobody has.
pub(crate) fn add_phone_number(
    call: &mut Call<'_>,
    user: &mut User,
    number: &str,
) -> Result<users::PhoneNumber, Refusal> {
    spelling::phone_number(number)?;
    if super::by_phone_number(call, number).is_some() {
        return Err(ErrorType::DuplicatePhoneNumber.into());
    }
    let mut phone = users::PhoneNumber::default();
    phone.phone_id = call.random.id("phone-number").into();
    phone.phone_number = number.to_owned();
    user.model.phone_numbers.push(phone.clone());
    Ok(phone)
}

/// The address of a user, which the user gets now if it is a new one; then it has to be proven soon.
pub(crate) fn email_to_prove(
    call: &mut Call<'_>,
    user: &mut User,
    address: &str,
) -> Result<users::Email, Refusal> {
    let emails = &user.model.emails;
    let found = emails
        .iter()
        .find(|email| email.email.eq_ignore_ascii_case(address))
        .cloned();
    let email = match found {
        Some(email) if !user.kept_until.contains_key(email.email_id.as_str()) => return Ok(email),
        Some(email) => email,
        None => {
            if emails.iter().any(|email| !email.verified) {
                // whoever has not proven the first one may not be its owner
                return Err(Refusal::new("too_many_unverified_factors"));
            }
            add_email(call, user, address)?
        }
    };
    wait_for_proof(call, user, email.email_id.as_str());
    Ok(email)
}

/// The phone number of a user, which the user gets now if it is a new one; then it has to be proven
/// soon.
pub(crate) fn phone_number_to_prove(
    call: &mut Call<'_>,
    user: &mut User,
    number: &str,
) -> Result<users::PhoneNumber, Refusal> {
    let numbers = &user.model.phone_numbers;
    let found = numbers
        .iter()
        .find(|phone| phone.phone_number == number)
        .cloned();
    let phone = match found {
        Some(phone) if !user.kept_until.contains_key(phone.phone_id.as_str()) => return Ok(phone),
        Some(phone) => phone,
        None => {
            if numbers.iter().any(|phone| !phone.verified) {
                return Err(Refusal::new("too_many_unverified_factors"));
            }
            add_phone_number(call, user, number)?
        }
    };
    wait_for_proof(call, user, phone.phone_id.as_str());
    Ok(phone)
}

/// The user and the address that something is to be sent to: an address that the user who was chosen has
/// or gets now, or else one that a user has.
pub(crate) fn email_to_send_to(
    call: &mut Call<'_>,
    chosen: Chosen<'_>,
    address: &str,
) -> Result<(Arc<User>, users::Email), Refusal> {
    spelling::email(address)?;
    let user = match chosen.find(call)? {
        Some(user) => user,
        None => {
            super::by_email(call, address).ok_or_else(|| Refusal::from(ErrorType::EmailNotFound))?
        }
    };
    let mut user = (*user).clone();
    let email = email_to_prove(call, &mut user, address)?;
    Ok((call.state.users.put(user), email))
}

/// The same for a phone number.
pub(crate) fn phone_number_to_send_to(
    call: &mut Call<'_>,
    chosen: Chosen<'_>,
    number: &str,
) -> Result<(Arc<User>, users::PhoneNumber), Refusal> {
    spelling::phone_number(number)?;
    let user = match chosen.find(call)? {
        Some(user) => user,
        None => super::by_phone_number(call, number)
            .ok_or_else(|| Refusal::from(ErrorType::PhoneNumberNotFound))?,
    };
    let mut user = (*user).clone();
    let phone = phone_number_to_prove(call, &mut user, number)?;
    Ok((call.state.users.put(user), phone))
}

fn wait_for_proof(call: &Call<'_>, user: &mut User, id: &str) {
    let until = clock::after(call.now, PROOF);
    user.kept_until.insert(id.to_owned(), until);
}

/// An address of a user that was proven just now.
#[derive(Debug)]
pub(crate) struct Proven {
    pub(crate) email_id: String,
    pub(crate) address: String,
    /// Whether a password of somebody who had not proven the address was put out of use for it, and all
    /// sessions with it.
    pub(crate) reset_sessions: bool,
}

/// Marks an address of a user as proven. A password that was set before anybody had done so is put out
/// of use, unless whoever proves the address is logged in with it.
pub(crate) fn prove_email(
    call: &mut Call<'_>,
    user: &mut User,
    email_id: &str,
    session: Option<&UserSession>,
) -> Option<Proven> {
    let emails = &mut user.model.emails;
    let email = emails
        .iter_mut()
        .find(|email| email.email_id.as_str() == email_id)?;
    let is_first_time = !std::mem::replace(&mut email.verified, true);
    let address = email.email.clone();
    user.kept_until.remove(email_id);
    let is_known = session.is_some_and(|session| {
        let mut factors = session.factors.iter();
        factors.any(|factor| factor.r#type == FactorType::Password)
    });
    let doubtful = super::password(call, user.model.user_id.as_str());
    let doubtful = doubtful.filter(|_| is_first_time && !is_known);
    let reset_sessions = doubtful.is_some();
    if let Some(password) = doubtful {
        let mut password = (*password).clone();
        password.requires_reset = true;
        call.state.passwords.put(password);
        let but = session.map(|session| session.id.as_str());
        sessions::end_all(call.state, user.model.user_id.as_str(), but);
    }
    Some(Proven {
        email_id: email_id.to_owned(),
        address,
        reset_sessions,
    })
}

/// Marks a phone number of a user as proven, and gives it.
pub(crate) fn prove_phone_number(user: &mut User, phone_id: &str) -> Option<String> {
    let numbers = &mut user.model.phone_numbers;
    let phone = numbers
        .iter_mut()
        .find(|phone| phone.phone_id.as_str() == phone_id)?;
    phone.verified = true;
    let number = phone.phone_number.clone();
    user.kept_until.remove(phone_id);
    Some(number)
}

/// A factor that was shown now.
pub(crate) fn shown(
    r#type: FactorType,
    delivery_method: DeliveryMethod,
    now: Timestamp,
) -> AuthenticationFactor {
    let now = Some(whole(now));
    let mut factor = AuthenticationFactor::default();
    factor.r#type = r#type;
    factor.delivery_method = delivery_method;
    factor.last_authenticated_at = now;
    factor.created_at = now;
    factor.updated_at = now;
    factor
}

/// A factor that was sent to an address.
pub(crate) fn by_email(
    r#type: FactorType,
    proven: &Proven,
    now: Timestamp,
) -> AuthenticationFactor {
    let mut email = EmailFactor::default();
    email.email_id = proven.email_id.as_str().into();
    email.email_address.clone_from(&proven.address);
    let mut factor = shown(r#type, DeliveryMethod::Email, now);
    factor.email_factor = Some(email);
    factor
}

/// A code that was sent to a phone.
pub(crate) fn by_phone(
    delivery_method: DeliveryMethod,
    phone_id: &str,
    number: &str,
    now: Timestamp,
) -> AuthenticationFactor {
    let mut phone = PhoneNumberFactor::default();
    phone.phone_id = phone_id.into();
    phone.phone_number = number.to_owned();
    let mut factor = shown(FactorType::Otp, delivery_method, now);
    factor.phone_number_factor = Some(phone);
    factor
}

/// What a code to an address or a number of a user opens.
pub(crate) fn opened_by_code(method_id: &str) -> String {
    format!("user:{method_id}")
}

/// Makes sure that somebody who comes with a link or code is where it was asked for, as far as the
/// request wants that.
pub(crate) fn check_attributes(
    asked: &Attributes,
    shown: Option<&Attributes>,
    options: Option<&magic_links::Options>,
) -> Result<(), Refusal> {
    let Some(options) = options else {
        return Ok(());
    };
    let differs = |asked: Option<&String>, shown: Option<&String>| {
        asked.is_none_or(String::is_empty) || asked != shown
    };
    let address = shown.and_then(|shown| shown.ip_address.as_ref());
    let agent = shown.and_then(|shown| shown.user_agent.as_ref());
    let is_elsewhere = (options.ip_match_required && differs(asked.ip_address.as_ref(), address))
        || (options.user_agent_match_required && differs(asked.user_agent.as_ref(), agent));
    match is_elsewhere {
        true => Err(ErrorType::AttributeMismatch.into()),
        false => Ok(()),
    }
}

/// How many addresses, numbers and accounts at providers a user has, of which one has to stay.
pub(crate) fn count(user: &User) -> usize {
    let model = &user.model;
    model.emails.len() + model.phone_numbers.len() + model.providers.len()
}
