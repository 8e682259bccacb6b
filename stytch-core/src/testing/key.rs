//! A key that tokens are signed with.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use aws_lc_rs::{
    rand::SystemRandom,
    rsa::KeySize,
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::json;

use crate::Value;

/// An RSA key with a name.
#[derive(Clone)]
pub struct SigningKey {
    pair: Arc<RsaKeyPair>,
    key_id: String,
}

impl SigningKey {
    /// Makes a new key, which takes about a tenth of a second.
    ///
    /// # Panics
    ///
    /// When the machine gives no random numbers.
    #[must_use]
    pub fn generate(key_id: impl Into<String>) -> Self {
        Self::of_size(KeySize::Rsa2048, key_id.into())
    }

    #[expect(clippy::expect_used, reason = "a test can't go on without its key")]
    fn of_size(size: KeySize, key_id: String) -> Self {
        let pair = RsaKeyPair::generate(size).expect("random numbers");
        Self {
            pair: Arc::new(pair),
            key_id,
        }
    }

    /// The key that all issuers of the process share, unless they are given their own.
    pub(super) fn shared() -> Self {
        static SHARED: OnceLock<SigningKey> = OnceLock::new();

        SHARED
            .get_or_init(|| Self::generate("jwk-test-00000000-0000-0000-0000-000000000000"))
            .clone()
    }

    /// The same key under another name.
    #[must_use]
    pub fn named(&self, key_id: impl Into<String>) -> Self {
        Self {
            pair: Arc::clone(&self.pair),
            key_id: key_id.into(),
        }
    }

    /// The name of the key, which is the `kid` of its tokens.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The public half as an entry of a key set (RFC 7517, section 4).
    #[must_use]
    pub fn to_jwk(&self) -> Value {
        let public = self.pair.public_key();
        let number = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        json!({
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.key_id,
            "n": number(public.modulus().big_endian_without_leading_zero()),
            "e": number(public.exponent().big_endian_without_leading_zero()),
        })
    }

    /// The public half in the form of RFC 8017, appendix A.1.1, in DER.
    #[must_use]
    pub fn to_public_der(&self) -> Vec<u8> {
        self.pair.public_key().as_ref().to_vec()
    }

    /// Signs with RS256 (RFC 7518, section 3.3).
    ///
    /// # Panics
    ///
    /// When the machine gives no random numbers.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test can't go on without its token")]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message,
                &mut signature,
            )
            .expect("a signature");
        signature
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}
