//! What browsers answer: the JSON of a `PublicKeyCredential`, in which bytes are base64url, or base64 where
//! a library stands in between.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Map, Value};
use stytch_core::{ErrorType, Secret};
use url::Url;

use crate::refusal::Refusal;

/// A credential as a browser gives it.
#[derive(Debug)]
pub(crate) struct Given {
    /// What the authenticator calls it.
    pub(crate) id: Vec<u8>,
    pub(crate) client_data: ClientData,
    /// The hash of the client data, which is signed.
    client_data_hash: Vec<u8>,
    response: Map<String, Value>,
}

/// What a browser says about where it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientData {
    r#type: String,
    /// In base64url.
    pub(crate) challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

impl Given {
    pub(crate) fn read(text: &Secret) -> Result<Self, Refusal> {
        let Ok(Value::Object(mut credential)) = serde_json::from_str(text.expose()) else {
            return Err(ErrorType::InvalidPublicKeyCredential.into());
        };
        if credential.get("type").and_then(Value::as_str) != Some("public-key") {
            return Err(ErrorType::InvalidPublicKeyCredential.into());
        }
        let id = bytes(&credential, "id", "missing_id_field", "invalid_id")?;
        let Some(Value::Object(response)) = credential.remove("response") else {
            return Err(invalid("missing_response_field"));
        };
        let client_data = bytes(
            &response,
            "clientDataJSON",
            "missing_client_data_json_field",
            "malformed_client_data_json",
        )?;
        Ok(Self {
            id,
            client_data_hash: digest(&SHA256, &client_data).as_ref().to_vec(),
            client_data: serde_json::from_slice(&client_data)
                .map_err(|_| invalid("malformed_client_data_json"))?,
            response,
        })
    }

    pub(crate) fn attestation(&self) -> Result<Vec<u8>, Refusal> {
        let missing = "missing_attestation_object_field";
        let malformed = "malformed_attestation_object";
        bytes(&self.response, "attestationObject", missing, malformed)
    }

    pub(crate) fn authenticator_data(&self) -> Result<Vec<u8>, Refusal> {
        let missing = "missing_authenticator_data_field";
        let malformed = "invalid_authenticator_data";
        bytes(&self.response, "authenticatorData", missing, malformed)
    }

    pub(crate) fn signature(&self) -> Result<Vec<u8>, Refusal> {
        let missing = "missing_signature_field";
        bytes(&self.response, "signature", missing, "invalid_signature")
    }

    /// What the authenticator calls the user, if it says so.
    pub(crate) fn user_handle(&self) -> Option<Vec<u8>> {
        let text = self.response.get("userHandle")?.as_str()?;
        // what can't be read is nobody's
        (!text.is_empty()).then(|| decoded(text).unwrap_or_default())
    }

    /// What the authenticator has signed (section 6.3.3, step 11).
    pub(crate) fn signed(&self, authenticator_data: &[u8]) -> Vec<u8> {
        [authenticator_data, &self.client_data_hash].concat()
    }
}

impl ClientData {
    /// Whether the browser was doing this, on a page that may use what belongs to the domain.
    pub(crate) fn is(&self, r#type: &str, domain: &str) -> bool {
        self.r#type == r#type && !self.cross_origin && is_at(&self.origin, domain)
    }
}

/// Whether an origin is at a domain or below it, and its pages came over a safe way.
fn is_at(origin: &str, domain: &str) -> bool {
    let Ok(url) = Url::parse(origin) else {
        return false;
    };
    let Some(host) = url.host_str() else {
        return false;
    };
    let is_local = host == "localhost" || host.ends_with(".localhost");
    let is_safe = url.scheme() == "https" || url.scheme() == "http" && is_local;
    let below = host.strip_suffix(domain);
    let is_inside = below.is_some_and(|below| below.is_empty() || below.ends_with('.'));
    is_safe && is_inside && url.origin().ascii_serialization() == origin
}

fn bytes(
    object: &Map<String, Value>,
    field: &str,
    missing: &str,
    malformed: &str,
) -> Result<Vec<u8>, Refusal> {
    match object.get(field) {
        None | Some(Value::Null) => Err(invalid(missing)),
        Some(Value::String(text)) => decoded(text).ok_or_else(|| invalid(malformed)),
        Some(_) => Err(invalid(malformed)),
    }
}

/// The bytes of a text in either alphabet, padded or not; `None` if there are none.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text = text
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    (!bytes.is_empty()).then_some(bytes)
}

pub(super) fn invalid(how: &str) -> Refusal {
    Refusal::new(format!("invalid_public_key_credential_{how}"))
}
