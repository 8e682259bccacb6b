//! Links that are sent by mail, with a token that works once.

use std::sync::Arc;

use crate::call::Call;
use crate::message::{Channel, Message};
use crate::refusal::Refusal;
use crate::rules::redirect;
use crate::state::{Pkce, SpentToken, Token, TokenKind};

/// What links may live for, in minutes.
const MINUTES: std::ops::RangeInclusive<u32> = 5..=10_080;

/// How long a link lives: what was asked for, else what is usual. Less than nothing is nothing.
pub(crate) fn minutes(asked: Option<i32>, usual: u32) -> u32 {
    asked.map_or(usual, |asked| u32::try_from(asked).unwrap_or_default())
}

/// A link that is to be sent.
#[derive(Debug)]
pub(crate) struct Link {
    /// Where it leads; where the project's settings say, if the request does not.
    pub(crate) url: Option<String>,
    pub(crate) minutes: u32,
    pub(crate) pkce: Option<String>,
    pub(crate) kind: &'static str,
    pub(crate) subject: String,
    pub(crate) token_type: &'static str,
    /// Of the organization that the link leads into.
    pub(crate) slug: Option<String>,
}

impl Link {
    /// What the app finds in the query of its address, beside what it put there.
    fn query<'a>(&'a self, token: &'a str) -> Vec<(&'static str, &'a str)> {
        let redirect_type = match self.kind {
            "signup" => "signup",
            "invite" => "invite",
            "password_reset" | "reset_password" => "reset_password",
            _ => "login",
        };
        let slug = self.slug.as_deref().map(|slug| ("slug", slug));
        let rest = [
            ("stytch_redirect_type", redirect_type),
            ("stytch_token_type", self.token_type),
            ("token", token),
        ];
        slug.into_iter().chain(rest).collect()
    }
}

/// Sends a link with a new token.
pub(crate) fn send(
    call: &mut Call<'_>,
    to: &str,
    kind: TokenKind,
    link: Link,
) -> Result<Arc<Token>, Refusal> {
    let url = match &link.url {
        Some(url) => {
            redirect::check(url)?;
            url.clone()
        }
        None => call.state.settings.default_redirect_url.clone(),
    };
    let made = token(call, kind, link.minutes, link.pkce.clone())?;
    let href = redirect::with_query(&url, &link.query(&made.token));
    let message = Message {
        id: call.random.id("message"),
        at: call.now,
        channel: Channel::Email,
        to: to.to_owned(),
        kind: link.kind.to_owned(),
        text: format!("{}: {href}", link.subject),
        subject: Some(link.subject),
        link: Some(href),
        token: Some(made.token.clone()),
        code: None,
    };
    call.send(message);
    Ok(made)
}

/// A new token, for a link that somebody else sends.
pub(crate) fn token(
    call: &mut Call<'_>,
    kind: TokenKind,
    minutes: u32,
    pkce: Option<String>,
) -> Result<Arc<Token>, Refusal> {
    if !MINUTES.contains(&minutes) {
        return Err(Refusal::new("invalid_expiration"));
    }
    if pkce.as_deref().is_some_and(|challenge| !is_hash(challenge)) {
        return Err(Refusal::new("invalid_pkce_code_challenge"));
    }
    let token = call.random.token();
    let expires_at = call.in_minutes(minutes);
    Ok(call.state.tokens.put(Token {
        token,
        kind,
        expires_at,
        pkce: pkce.map(Pkce),
        spent: SpentToken(false),
    }))
}

/// Whether a text can be the hash of a verifier (RFC 7636, section 4.2).
fn is_hash(challenge: &str) -> bool {
    challenge.len() == 43
        && challenge
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}
