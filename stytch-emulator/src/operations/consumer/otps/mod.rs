//! One-time passcodes.

pub(crate) mod email;
mod phone;
pub(crate) mod sms;
pub(crate) mod whatsapp;

use stytch_consumer::Attributes;
use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::otps::{AuthenticateRequest, AuthenticateResponse};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::message::Channel;
use crate::refusal::Refusal;
use crate::rules::attempts;
use crate::rules::codes::{self, Sending};
use crate::rules::users::{self, factors, login};
use crate::state::Record as _;

/// What codes may live for, in minutes, and how long they do unless the request says so.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=10;
const USUAL_MINUTES: u32 = 2;

/// A code that is to be sent to a user.
struct Asked<'a> {
    /// The id of the address or number.
    method_id: &'a str,
    to: &'a str,
    channel: Channel,
    minutes: Option<i32>,
    attributes: Option<Attributes>,
}

impl Asked<'_> {
    fn send(self, call: &mut Call<'_>) -> Result<(), Refusal> {
        let asked = self
            .minutes
            .map(|minutes| u32::try_from(minutes).unwrap_or_default());
        let minutes = codes::minutes(asked, MINUTES, USUAL_MINUTES)?;
        let opens = factors::opened_by_code(self.method_id);
        let is_mail = self.channel == Channel::Email;
        let sending = Sending {
            opens: opens.clone(),
            minutes,
            channel: self.channel,
            to: self.to,
            kind: "login",
            subject: is_mail.then(|| "Your code".to_owned()),
        };
        codes::send(call, sending);
        codes::bind(call, &opens, self.attributes);
        Ok(())
    }
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let method_id = request.method_id.as_str();
    let is_known_kind = ["email-", "phone-number-"];
    if !is_known_kind.iter().any(|kind| method_id.starts_with(kind)) {
        return Err(Refusal::new("invalid_method_id"));
    }
    let unknown = || Refusal::from(ErrorType::OtpCodeNotFound);
    let found = users::by_factor(call, method_id).ok_or_else(unknown)?;
    let mut user = (*found).clone();
    let opens = factors::opened_by_code(method_id);
    let sent = attempts::prove(call, found.id(), |call| {
        codes::spend(call, &opens, &request.code)
    })?;
    let here = request.attributes.as_ref();
    factors::check_attributes(&sent.attributes, here, request.options.as_ref())?;
    let mut wishes = login::wishes!(request);
    wishes.attributes.clone_from(&request.attributes);
    let mut response = AuthenticateResponse::default();
    response.method_id = request.method_id.clone();
    let factor = match factors::prove_phone_number(&mut user, method_id) {
        Some(number) => {
            let way = match sent.channel {
                Channel::Whatsapp => DeliveryMethod::Whatsapp,
                _ => DeliveryMethod::Sms,
            };
            factors::by_phone(way, method_id, &number, call.now)
        }
        None => {
            let session = wishes.session_of(call, &user)?;
            let proven = factors::prove_email(call, &mut user, method_id, session.as_deref());
            let proven = proven.ok_or_else(unknown)?;
            response.reset_sessions = proven.reset_sessions;
            factors::by_email(FactorType::Otp, &proven, call.now)
        }
    };
    attempts::forget(call, user.id());
    login::fill!(response, login::with(call, user, factor, wishes)?);
    Ok(response)
}
