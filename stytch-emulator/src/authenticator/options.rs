//! What the browser's side knows: options, pages and their origins.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use url::Url;

use super::AuthenticatorError;

/// A browser lets a page use what belongs to its own domain, or to one above it.
pub(super) fn check_origin(origin: &str, domain: &str) -> Result<(), AuthenticatorError> {
    let url = Url::parse(origin).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
    let below = host.strip_suffix(domain);
    match below.is_some_and(|below| below.is_empty() || below.ends_with('.')) {
        true => Ok(()),
        false => Err(AuthenticatorError::Security),
    }
}

/// Options as the service gives them.
pub(super) struct Options(Value);

impl Options {
    pub(super) fn read(text: &str) -> Result<Self, AuthenticatorError> {
        let parsed = serde_json::from_str(text).map(Self);
        parsed.map_err(|_| AuthenticatorError::Options("the options are not JSON"))
    }

    pub(super) fn text(
        &self,
        path: &str,
        missing: &'static str,
    ) -> Result<&str, AuthenticatorError> {
        let text = self.0.pointer(path).and_then(Value::as_str);
        text.ok_or(AuthenticatorError::Options(missing))
    }

    pub(super) fn bytes(
        &self,
        path: &str,
        missing: &'static str,
    ) -> Result<Vec<u8>, AuthenticatorError> {
        let text = self.text(path, missing)?;
        decoded(text).ok_or(AuthenticatorError::Options(missing))
    }

    pub(super) fn list(&self, path: &str) -> &[Value] {
        let list = self.0.pointer(path).and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// What the browser says about where it is (section 5.8.1).
    pub(super) fn client_data(
        &self,
        r#type: &str,
        origin: &str,
    ) -> Result<String, AuthenticatorError> {
        let challenge = self.bytes("/challenge", "the options have no challenge")?;
        let data = json!({
            "type": r#type,
            "challenge": encoded(&challenge),
            "origin": origin,
            "crossOrigin": false,
        });
        Ok(data.to_string())
    }
}

pub(super) fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a text in base64 or base64url.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let text = text
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}
