//! An issuer of tokens whom a project trusts.

use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

pub(crate) const PROFILE: &str =
    "trusted-auth-token-profile-test-8d5b0c27-1e94-4fa6-b3d8-27c6e9f0a514";

/// Who signs tokens.
pub(crate) struct Issuer(EcdsaKeyPair);

impl Issuer {
    pub(crate) fn new() -> Self {
        Self(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap())
    }

    /// What a project has to know, for `settings.trusted_auth_tokens`.
    pub(crate) fn profile(&self) -> Value {
        let der: PublicKeyX509Der<'_> = self.0.public_key().as_der().unwrap();
        let pem = format!(
            "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
            BASE64_STANDARD.encode(der.as_ref())
        );
        json!({
            "profile_id": PROFILE,
            "issuer": "https://old.example",
            "audience": "new",
            "public_keys": [pem],
            "can_jit_provision": true,
        })
    }

    pub(crate) fn token(&self, claims: &Value) -> String {
        let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
        let header = json!({"alg": "ES256", "typ": "JWT"});
        let signed = format!("{}.{}", part(&header), part(claims));
        let signature = self
            .0
            .sign(&SystemRandom::new(), signed.as_bytes())
            .unwrap();
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }
}
