//! The keys that tokens are signed with.
//!
//! Making an RSA key takes a tenth of a second, so the first ones of each project come with the program.
//! Everybody has them: they prove nothing outside of this emulator.

use std::fmt;
use std::sync::OnceLock;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::project::Identity;

/// A key of the program.
pub(crate) struct SigningKey(RsaKeyPair);

const PAIRS: [&[u8]; 2] = [include_bytes!("keys/1.der"), include_bytes!("keys/2.der")];

impl SigningKey {
    /// One of the keys that come with the program, used in turn.
    ///
    /// # Panics
    /// Never: the keys are tested.
    #[expect(
        clippy::expect_used,
        reason = "the keys come with the program, and are tested"
    )]
    pub(crate) fn built_in(number: usize) -> &'static Self {
        static KEYS: OnceLock<Vec<SigningKey>> = OnceLock::new();

        let keys = KEYS.get_or_init(|| {
            let read = |der: &&[u8]| RsaKeyPair::from_pkcs8(der).expect("a key in PKCS #8");
            PAIRS.iter().map(read).map(Self).collect()
        });
        keys.get(number % PAIRS.len()).expect("less than there are")
    }

    /// Signs with RS256 (RFC 7518, section 3.3).
    ///
    /// # Panics
    /// When the machine gives no random numbers.
    #[expect(clippy::expect_used, reason = "without chance there is no signature")]
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let random = SystemRandom::new();
        self.0
            .sign(&RSA_PKCS1_SHA256, &random, message, &mut signature)
            .expect("a signature");
        signature
    }

    /// The public half as an entry of a key set (RFC 7517, section 4), with the fields that the service
    /// sends.
    pub(crate) fn to_jwk(&self, key_id: &str) -> Value {
        let public = self.0.public_key();
        let number = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        json!({
            "kty": "RSA",
            "use": "sig",
            "key_ops": ["verify"],
            "alg": "RS256",
            "kid": key_id,
            "x5c": [],
            "x5tS256": "",
            "n": number(public.modulus().big_endian_without_leading_zero()),
            "e": number(public.exponent().big_endian_without_leading_zero()),
        })
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").finish_non_exhaustive()
    }
}

/// A token in compact form (RFC 7515, section 7.1).
pub(crate) fn jwt(key: &SigningKey, key_id: &str, claims: &Value) -> String {
    let header = json!({ "alg": "RS256", "kid": key_id, "typ": "JWT" });
    let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
    let signed = format!("{}.{}", part(&header), part(claims));
    let signature = BASE64_URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// The claims of a token whose signature is good. `None`: it is none of ours.
pub(crate) fn read(
    jwt: &str,
    find: impl FnOnce(&str) -> Option<&'static SigningKey>,
) -> Option<Map<String, Value>> {
    let (signed, signature) = jwt.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let json = |part: &str| -> Option<Value> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).ok()?;
        serde_json::from_slice(&bytes).ok()
    };
    let key = find(json(header)?.get("kid")?.as_str()?)?;
    let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key.0.public_key());
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
    public.verify(signed.as_bytes(), &signature).ok()?;
    match json(payload)? {
        Value::Object(claims) => Some(claims),
        _ => None,
    }
}

/// The keys of a project: the newest signs, the others still check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Keys(Vec<Key>);

/// One of the keys that come with the program, under a name of the project's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Key {
    /// How many keys the project had before.
    pub(crate) number: usize,
}

impl Default for Keys {
    fn default() -> Self {
        Self(vec![Key { number: 0 }])
    }
}

impl Keys {
    /// The key that signs.
    pub(crate) fn signing(&self) -> Key {
        self.0.last().cloned().unwrap_or(Key { number: 0 })
    }

    /// The key of a name.
    pub(crate) fn find(&self, key_id: &str, identity: &Identity) -> Option<&Key> {
        self.0.iter().find(|key| key.id(identity) == key_id)
    }

    /// All keys as a key set (RFC 7517, section 5).
    pub(crate) fn to_jwks(&self, identity: &Identity) -> Vec<Value> {
        let jwk = |key: &Key| SigningKey::built_in(key.number).to_jwk(&key.id(identity));
        self.0.iter().map(jwk).collect()
    }

    /// The names of all keys, newest first; that one signs.
    pub(crate) fn ids(&self, identity: &Identity) -> Vec<String> {
        self.0.iter().rev().map(|key| key.id(identity)).collect()
    }

    /// Signs with a new key from now on.
    pub(crate) fn rotate(&mut self) {
        let number = self.signing().number + 1;
        self.0.push(Key { number });
    }

    /// Withdraws all keys but the newest.
    pub(crate) fn revoke(&mut self) {
        self.0 = vec![self.signing()];
    }
}

impl Key {
    /// Its name: that of the project, and a number.
    pub(crate) fn id(&self, identity: &Identity) -> String {
        let project = identity.project_id.trim_start_matches("project-test-");
        format!("jwk-test-{project}-{}", self.number)
    }
}
