//! Links that are sent by mail, with a token that works once.

use std::sync::Arc;

use super::redirect::{self, UrlType};
use crate::call::Call;
use crate::message::{Channel, Message};
use crate::refusal::Refusal;
use crate::state::{Organization, Pkce, SpentToken, Token, TokenKind};

/// What links may live for, in minutes.
const MINUTES: std::ops::RangeInclusive<u32> = 5..=10_080;

/// How long a link lives: what was asked for, else what is usual. Less than nothing is nothing.
pub(crate) fn minutes(asked: Option<i32>, usual: u32) -> u32 {
    asked.map_or(usual, |asked| u32::try_from(asked).unwrap_or_default())
}

/// A link that is to be sent.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) opens: TokenKind,
    /// What the app is told that it opens.
    pub(crate) token_type: &'static str,
    /// Where it leads; where the project's settings say, if the request does not.
    pub(crate) url: Option<String>,
    pub(crate) leads_from: UrlType,
    pub(crate) minutes: u32,
    pub(crate) pkce: Option<String>,
}

/// A mail with a link.
#[derive(Debug)]
pub(crate) struct Mail<'a> {
    pub(crate) to: &'a str,
    /// What it is for, such as `login`.
    pub(crate) kind: &'static str,
    pub(crate) subject: String,
    /// Whose app it leads to, if that is known.
    pub(crate) organization: Option<&'a Organization>,
    pub(crate) link: Link,
    /// A link to log in instead, in a mail about a password.
    pub(crate) login: Option<Link>,
}

/// A link as it stands in a mail.
struct Written {
    href: String,
    token: String,
}

/// Sends a mail with new tokens in its links.
pub(crate) fn send(call: &mut Call<'_>, mail: Mail<'_>) -> Result<(), Refusal> {
    let link = write(call, mail.link, mail.organization)?;
    let login = mail
        .login
        .map(|login| write(call, login, mail.organization));
    let login = login.transpose()?;
    let mut text = format!("{}: {}", mail.subject, link.href);
    if let Some(login) = &login {
        text += &format!("\nLog in without a password: {}", login.href);
    }
    let (login_link, login_token) = login.map(|login| (login.href, login.token)).unzip();
    let message = Message {
        id: call.random.id("message"),
        at: call.now,
        channel: Channel::Email,
        to: mail.to.to_owned(),
        kind: mail.kind.to_owned(),
        subject: Some(mail.subject),
        text,
        link: Some(link.href),
        token: Some(link.token),
        login_link,
        login_token,
        code: None,
        locale: None,
        template_id: None,
    };
    call.send(message);
    Ok(())
}

fn write(
    call: &mut Call<'_>,
    link: Link,
    organization: Option<&Organization>,
) -> Result<Written, Refusal> {
    let url = redirect::target(
        &call.state.settings,
        link.url.as_deref(),
        link.leads_from,
        redirect::MAGIC_LINK,
    )?;
    let made = token(call, link.opens, link.minutes, link.pkce)?;
    let slug = organization.map(|organization| organization.model.organization_slug.as_str());
    let pairs: Vec<_> = slug
        .map(|slug| ("slug", slug))
        .into_iter()
        .chain([
            ("stytch_redirect_type", link.leads_from.redirect_type()),
            ("stytch_token_type", link.token_type),
            ("token", made.token.as_str()),
        ])
        .collect();
    Ok(Written {
        href: redirect::with_query(&url, &pairs),
        token: made.token.clone(),
    })
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
    check_challenge(pkce.as_deref())?;
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

/// Makes sure that a challenge, if there is one, can be met.
pub(crate) fn check_challenge(challenge: Option<&str>) -> Result<(), Refusal> {
    match challenge.is_some_and(|challenge| !is_hash(challenge)) {
        true => Err(Refusal::new("invalid_pkce_code_challenge")),
        false => Ok(()),
    }
}

/// Whether a text can be the hash of a verifier (RFC 7636, section 4.2).
fn is_hash(challenge: &str) -> bool {
    challenge.len() == 43
        && challenge
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}
