//! Sign In With Ethereum (EIP-4361): the text that a wallet is given to sign.

use std::fmt::Write as _;

use stytch_consumer::crypto_wallets::{SiweParams, SiweParamsResponse};
use stytch_core::Timestamp;
use url::Url;

use super::ethereum::Address;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::sessions::whole;
use crate::state::Siwe;

/// How long a nonce is.
const NONCE: usize = 32;

/// What was asked for, checked: a line break in it would let it say something else than it seems to.
pub(crate) fn checked(call: &Call<'_>, asked: &SiweParams) -> Result<Siwe, Refusal> {
    let refuse = |what: &str| {
        let message = format!("siwe_params.{what} can't stand in a message.");
        Refusal::bad_request(message)
    };
    let is_plain = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c))
    };
    if !is_plain(&asked.domain) || asked.domain.contains(['/', '?', '#']) {
        return Err(refuse("domain"));
    }
    let is_uri = |text: &str| is_plain(text) && Url::parse(text).is_ok();
    if !is_uri(&asked.uri) {
        return Err(refuse("uri"));
    }
    if !asked.resources.iter().all(|resource| is_uri(resource)) {
        return Err(refuse("resources"));
    }
    let chain_id = asked.chain_id.clone().filter(|id| !id.is_empty());
    let chain_id = chain_id.unwrap_or_else(|| "1".to_owned());
    if !chain_id
        .parse::<u64>()
        .is_ok_and(|id| id > 0 && id.to_string() == chain_id)
    {
        return Err(refuse("chain_id"));
    }
    let statement = asked.statement.iter().all(|text| {
        let mut letters = text.chars();
        letters.all(|c| c == ' ' || c.is_ascii_graphic() && !"\"<>\\^`{|}%".contains(c))
    });
    if !statement {
        return Err(refuse("statement"));
    }
    let id = asked.message_request_id.clone().filter(|id| !id.is_empty());
    if id
        .as_ref()
        .is_some_and(|id| !is_plain(id) || id.contains(['/', '?', '#', '[', ']']))
    {
        return Err(refuse("message_request_id"));
    }
    Ok(Siwe {
        domain: asked.domain.clone(),
        uri: asked.uri.clone(),
        chain_id,
        resources: asked.resources.clone(),
        issued_at: asked.issued_at.unwrap_or(call.now),
        not_before: asked.not_before.unwrap_or(call.now),
        message_request_id: id,
    })
}

/// The message, with a nonce of its own.
pub(crate) fn message(
    call: &mut Call<'_>,
    siwe: &Siwe,
    address: &Address,
    statement: Option<&str>,
    expires_at: Timestamp,
) -> String {
    let nonce = call.random.letters(NONCE);
    let mut text = format!(
        "{} wants you to sign in with your Ethereum account:\n{}\n\n",
        siwe.domain,
        address.checksummed()
    );
    if let Some(statement) = statement.filter(|statement| !statement.is_empty()) {
        let _ = writeln!(text, "{statement}");
    }
    let _ = write!(
        text,
        "\nURI: {}\nVersion: 1\nChain ID: {}\nNonce: {nonce}\nIssued At: {}\n\
         Expiration Time: {}\nNot Before: {}",
        siwe.uri,
        siwe.chain_id,
        whole(siwe.issued_at),
        whole(expires_at),
        whole(siwe.not_before),
    );
    if let Some(id) = &siwe.message_request_id {
        let _ = write!(text, "\nRequest ID: {id}");
    }
    if !siwe.resources.is_empty() {
        text.push_str("\nResources:");
        for resource in &siwe.resources {
            let _ = write!(text, "\n- {resource}");
        }
    }
    text
}

/// What a login says of the message that was signed.
pub(crate) fn shown(siwe: &Siwe) -> SiweParamsResponse {
    let mut shown = SiweParamsResponse::default();
    shown.domain.clone_from(&siwe.domain);
    shown.uri.clone_from(&siwe.uri);
    shown.chain_id.clone_from(&siwe.chain_id);
    shown.resources.clone_from(&siwe.resources);
    shown.status_code = 200;
    shown.issued_at = Some(whole(siwe.issued_at));
    shown
        .message_request_id
        .clone_from(&siwe.message_request_id);
    shown
}
