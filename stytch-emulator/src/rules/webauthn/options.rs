//! The options that a browser is given: JSON, as `PublicKeyCredential.parseCreationOptionsFromJSON` and
//! `parseRequestOptionsFromJSON` take it.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

use super::TIME;
use super::key::ALGORITHMS;
use crate::state::WebauthnCredential;

/// How bytes are written into options.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alphabet {
    /// base64url, as browsers read it; else base64.
    pub(crate) is_url_safe: bool,
}

impl Alphabet {
    fn encode(self, bytes: &[u8]) -> String {
        match self.is_url_safe {
            true => BASE64_URL_SAFE_NO_PAD.encode(bytes),
            false => BASE64_STANDARD.encode(bytes),
        }
    }
}

/// Credentials in options.
pub(crate) fn described<'c>(
    credentials: impl Iterator<Item = &'c Arc<WebauthnCredential>>,
    alphabet: Alphabet,
) -> Value {
    let described = credentials.map(|credential| {
        let id = BASE64_URL_SAFE_NO_PAD.decode(&credential.credential_id);
        let id = alphabet.encode(&id.unwrap_or_default());
        json!({ "id": id, "type": "public-key" })
    });
    described.collect()
}

/// How a browser names a user who registers.
#[derive(Debug)]
pub(crate) struct Account<'a> {
    pub(crate) handle: &'a [u8],
    pub(crate) name: &'a str,
    pub(crate) display_name: &'a str,
}

/// What is asked of the authenticator.
#[derive(Debug)]
pub(crate) struct Wanted<'a> {
    pub(crate) is_passkey: bool,
    pub(crate) attachment: Option<&'a str>,
    pub(crate) excluded: Value,
}

/// The options for `navigator.credentials.create()`.
pub(crate) fn creation_options(
    domain: &str,
    challenge: &[u8],
    account: &Account<'_>,
    wanted: Wanted<'_>,
    alphabet: Alphabet,
) -> String {
    let algorithms = ALGORITHMS.map(|alg| json!({ "alg": alg, "type": "public-key" }));
    let mut options = json!({
        "attestation": "direct",
        "challenge": alphabet.encode(challenge),
        "excludeCredentials": wanted.excluded,
        "pubKeyCredParams": algorithms,
        "rp": { "id": domain, "name": domain },
        "timeout": milliseconds(),
        "user": {
            "displayName": account.display_name,
            "id": alphabet.encode(account.handle),
            "name": account.name,
        },
    });
    let mut selection = Map::new();
    if let Some(attachment) = wanted.attachment {
        selection.insert("authenticatorAttachment".to_owned(), attachment.into());
    }
    if wanted.is_passkey {
        selection.insert("residentKey".to_owned(), "required".into());
        selection.insert("requireResidentKey".to_owned(), true.into());
        selection.insert("userVerification".to_owned(), "preferred".into());
    }
    if let (false, Some(options)) = (selection.is_empty(), options.as_object_mut()) {
        options.insert("authenticatorSelection".to_owned(), selection.into());
    }
    options.to_string()
}

/// The options for `navigator.credentials.get()`.
pub(crate) fn request_options(
    domain: &str,
    challenge: &[u8],
    allowed: Value,
    is_passkey: bool,
    alphabet: Alphabet,
) -> String {
    let mut options = json!({
        "allowCredentials": allowed,
        "challenge": alphabet.encode(challenge),
        "rpId": domain,
        "timeout": milliseconds(),
    });
    if let (true, Some(options)) = (is_passkey, options.as_object_mut()) {
        options.insert("userVerification".to_owned(), "preferred".into());
    }
    options.to_string()
}

fn milliseconds() -> u64 {
    TIME.as_secs() * 1000
}
