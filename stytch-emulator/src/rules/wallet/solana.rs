//! Solana, where an address is a public key.

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::refusal::Refusal;

/// An address: an Ed25519 key.
#[derive(Debug)]
pub(crate) struct Address([u8; 32]);

impl Address {
    pub(crate) fn read(text: &str) -> Option<Self> {
        // nothing longer can be one, and decoding takes the square of the length
        let text = Some(text).filter(|text| text.len() <= 44)?;
        let bytes = bs58::decode(text).into_vec().ok()?;
        bytes.try_into().ok().map(Self)
    }

    pub(crate) fn text(&self) -> String {
        bs58::encode(self.0).into_string()
    }

    /// Whether the owner has signed this text; the signature is in base58 or base64.
    pub(crate) fn has_signed(&self, text: &str, signature: &str) -> Result<bool, Refusal> {
        let base58 = || bs58::decode(signature).into_vec().ok();
        let base58 = Some(signature)
            .filter(|text| text.len() <= 88)
            .and_then(|_| base58());
        let base58 = base58.filter(|bytes| bytes.len() == 64);
        let bytes = base58.or_else(|| BASE64_STANDARD.decode(signature).ok());
        let bytes = bytes.ok_or_else(|| Refusal::new("invalid_signature"))?;
        if bytes.len() != 64 {
            return Err(Refusal::new("signature_is_incorrect_size"));
        }
        let key = UnparsedPublicKey::new(&ED25519, self.0);
        Ok(key.verify(text.as_bytes(), &bytes).is_ok())
    }
}
