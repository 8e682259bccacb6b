//! Links that are sent to an address whose organization is not known yet.

use stytch_b2b::magic_links::email::discovery::{SendRequest, SendResponse};

use super::LOGIN_MINUTES;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::spelling;
use crate::state::TokenKind;

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    let email = &request.email_address;
    spelling::email(email)?;
    let link = Link {
        opens: TokenKind::DiscoveryMagicLink {
            email_address: email.clone(),
        },
        token_type: "discovery",
        url: request.discovery_redirect_url,
        leads_from: UrlType::Discovery,
        minutes: request
            .discovery_expiration_minutes
            .unwrap_or(LOGIN_MINUTES),
        pkce: request.pkce_code_challenge,
    };
    let mail = Mail {
        to: email,
        kind: "discovery",
        subject: "Log in".to_owned(),
        organization: None,
        link,
        login: None,
    };
    links::send(call, mail)?;
    Ok(SendResponse::default())
}
