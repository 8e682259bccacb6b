//! Codes in mails to people whose organization is not known yet.

use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::otps::email::discovery::{
    AuthenticateRequest, AuthenticateResponse, SendRequest, SendResponse,
};

use super::{MINUTES, USUAL_MINUTES};
use crate::call::Call;
use crate::message::Channel;
use crate::operations::b2b::discovery;
use crate::refusal::Refusal;
use crate::rules::{codes, factors, login, spelling};

/// What the code opens that is sent to an address.
pub(crate) fn opens(email: &str) -> String {
    format!("discovery:{}", email.to_lowercase())
}

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    let email = &request.email_address;
    spelling::email(email)?;
    let asked = request.discovery_expiration_minutes;
    let sending = codes::Sending {
        opens: opens(email),
        minutes: codes::minutes(asked, MINUTES, USUAL_MINUTES)?,
        channel: Channel::Email,
        to: email,
        kind: "discovery",
        subject: Some("Your code to log in".to_owned()),
    };
    codes::send(call, sending);
    Ok(SendResponse::default())
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let email = &request.email_address;
    codes::spend(call, &opens(email), &request.code)?;
    let email_id = call.random.id("email");
    let factor = factors::email(FactorType::EmailOtp, &email_id, email, call.now);
    let begun = login::begin(call, email, factor);
    let mut response = AuthenticateResponse::default();
    discovery::fill!(response, call, email, begun);
    Ok(response)
}
