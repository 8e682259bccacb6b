//! One-time codes that are sent to somebody.

use std::sync::Arc;

use aws_lc_rs::constant_time;
use stytch_consumer::Attributes;
use stytch_core::Secret;

use super::attempts::Trace;
use super::sandbox;
use crate::call::Call;
use crate::clock;
use crate::message::{Channel, Message};
use crate::refusal::Refusal;
use crate::state::Code;

/// So many wrong ones, and the right one is not taken any more.
const ATTEMPTS: u32 = 10;
/// So many codes that a newer one has replaced are told from wrong ones.
const REMEMBERED: usize = 5;

/// A code that is to be sent.
#[derive(Debug)]
pub(crate) struct Sending<'a> {
    /// What it opens, such as `email:organization-…:ada@example.com`. A newer code voids the older one.
    pub(crate) opens: String,
    pub(crate) minutes: u32,
    pub(crate) channel: Channel,
    pub(crate) to: &'a str,
    /// What it is for, such as `login`.
    pub(crate) kind: &'static str,
    /// The subject of a mail.
    pub(crate) subject: Option<String>,
}

/// How long a code lives: what was asked for, if it is within bounds.
pub(crate) fn minutes(
    asked: Option<u32>,
    bounds: std::ops::RangeInclusive<u32>,
    usual: u32,
) -> Result<u32, Refusal> {
    let minutes = asked.unwrap_or(usual);
    match bounds.contains(&minutes) {
        true => Ok(minutes),
        false => Err(Refusal::new("invalid_expiration_otp")),
    }
}

/// How long a code in a text message lives, in minutes.
const TEXT_MINUTES: u32 = 2;

/// What a code in a text message to somebody opens: it proves this number and no later one.
pub(crate) fn text_opens(account: &str, number: &str) -> String {
    format!("sms:{account}:{number}")
}

/// Texts a new code to somebody.
pub(crate) fn text(call: &mut Call<'_>, account: &str, number: &str) {
    let sending = Sending {
        opens: text_opens(account, number),
        minutes: TEXT_MINUTES,
        channel: Channel::Sms,
        to: number,
        kind: "login",
        subject: None,
    };
    send(call, sending);
}

/// Sends a new code.
pub(crate) fn send(call: &mut Call<'_>, sending: Sending<'_>) {
    let code = call.random.code();
    let expires_at = call.in_minutes(sending.minutes);
    let mut earlier = Vec::new();
    if let Some(old) = call.state.codes.get(&sending.opens) {
        earlier.push(old.code.clone());
        earlier.extend(old.earlier.iter().take(REMEMBERED - 1).cloned());
    }
    earlier.retain(|old| *old != code);
    let message = Message {
        id: call.random.id("message"),
        at: call.now,
        channel: sending.channel,
        to: sending.to.to_owned(),
        kind: sending.kind.to_owned(),
        subject: sending.subject,
        text: format!("Your code is {code}."),
        link: None,
        token: None,
        login_link: None,
        login_token: None,
        code: Some(code.clone()),
        locale: None,
        template_id: None,
    };
    call.send(message);
    call.state.codes.put(Code {
        opens: sending.opens,
        code,
        channel: sending.channel,
        attributes: Attributes::default(),
        expires_at,
        is_spent: false,
        attempts: 0,
        earlier,
    });
}

/// Puts the code of the sandbox into the state, as the newest for what it opens.
pub(crate) fn put_sandbox(call: &mut Call<'_>, opens: String, channel: Channel) {
    call.state.codes.put(Code {
        opens,
        code: sandbox::CODE.to_owned(),
        channel,
        attributes: Attributes::default(),
        expires_at: clock::after(call.now, sandbox::LIFE),
        is_spent: false,
        attempts: 0,
        earlier: Vec::new(),
    });
}

/// Keeps what is known of whoever asked for a code, to hold against whoever comes with it.
pub(crate) fn bind(call: &mut Call<'_>, opens: &str, attributes: Option<Attributes>) {
    let code = call.state.codes.get(opens).map(|code| (**code).clone());
    if let (Some(mut code), Some(attributes)) = (code, attributes) {
        code.attributes = attributes;
        call.state.codes.put(code);
    }
}

/// Uses up the code that opens something, and gives it. A wrong one counts.
pub(crate) fn spend(call: &mut Call<'_>, opens: &str, code: &Secret) -> Result<Arc<Code>, Refusal> {
    let code = code.expose().trim();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::new("invalid_code"));
    }
    let is = |other: &str| {
        constant_time::verify_slices_are_equal(other.as_bytes(), code.as_bytes()).is_ok()
    };
    let wrong = || Refusal::new("otp_code_not_found");
    let found = call.state.codes.get(opens).ok_or_else(wrong)?;
    if !is(&found.code) {
        let was_right = found.earlier.iter().any(|earlier| is(earlier));
        let refusal = match was_right {
            true => Refusal::new("unable_to_auth_otp_code"),
            false => wrong(),
        };
        return Err(refusal.leaving(Trace::WrongCode {
            opens: opens.to_owned(),
        }));
    }
    if found.is_spent || found.expires_at <= call.now || found.attempts >= ATTEMPTS {
        return Err(Refusal::new("unable_to_auth_otp_code"));
    }
    let mut spent = (**found).clone();
    spent.is_spent = true;
    Ok(call.state.codes.put(spent))
}
