//! The secret of an endpoint, and what it signs.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::InvalidSecret;
use crate::Secret;

/// What stands in front of a shared secret.
const PREFIX: &str = "whsec_";

/// What stands in front of a signature that is made with one.
const VERSION: &str = "v1";

/// The least that Standard Webhooks allows: 192 bits.
const MIN_BYTES: usize = 24;

/// A shared secret, ready to sign.
#[derive(Clone)]
pub struct SigningSecret(Hmac<Sha256>);

impl SigningSecret {
    /// Reads a secret as the dashboard shows it: `whsec_` and the key in base64. The prefix may be missing.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn parse(secret: &Secret) -> Result<Self, InvalidSecret> {
        let text = secret.expose();
        let text = text.strip_prefix(PREFIX).unwrap_or(text);
        if text.is_empty() {
            return Err(InvalidSecret::Missing);
        }
        let key = STANDARD.decode(text).map(Zeroizing::new);
        let key = key.map_err(|_| InvalidSecret::NotBase64)?;
        if key.len() < MIN_BYTES {
            return Err(InvalidSecret::TooShort);
        }
        let hmac = Hmac::new_from_slice(&key);
        hmac.map(Self).map_err(|_| InvalidSecret::TooShort)
    }

    /// The signature as it stands in the header: `v1,` and base64.
    #[must_use]
    pub fn sign(&self, id: &str, timestamp: &str, body: &[u8]) -> String {
        let tag = self.tag(id, timestamp, body);
        format!("{VERSION},{}", STANDARD.encode(tag))
    }

    pub(super) fn tag(&self, id: &str, timestamp: &str, body: &[u8]) -> [u8; 32] {
        let mut hmac = self.0.clone();
        for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
            hmac.update(part);
        }
        hmac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningSecret(***)")
    }
}

/// The bytes of a signature of a version that a shared secret makes; `None` for any other. One that is
/// no base64 is empty, and so equal to none.
pub(super) fn signature(text: &str) -> Option<Vec<u8>> {
    let (version, signature) = text.split_once(',')?;
    (version == VERSION).then(|| STANDARD.decode(signature).unwrap_or_default())
}

/// Compares in a time that does not depend on where the two differ.
pub(super) fn is_equal(tag: &[u8; 32], signature: &[u8]) -> bool {
    tag.as_slice().ct_eq(signature).into()
}
