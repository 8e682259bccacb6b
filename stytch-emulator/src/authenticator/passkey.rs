//! What an authenticator keeps, and what it makes of it.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256,
    RsaKeyPair,
};
use minicbor::Encoder;
use serde_json::{Value, json};

use super::Algorithm;
use super::options::encoded;

/// A credential with its private key.
#[derive(Clone)]
pub(super) struct Passkey {
    pub(super) id: Vec<u8>,
    pub(super) domain: String,
    pub(super) user_handle: Vec<u8>,
    pub(super) algorithm: Algorithm,
    /// As PKCS #8.
    pub(super) key: Vec<u8>,
    pub(super) counter: u32,
}

impl Algorithm {
    pub(super) fn new_key(self) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        Some(match self {
            Self::Es256 => {
                let signing = &ECDSA_P256_SHA256_ASN1_SIGNING;
                EcdsaKeyPair::generate_pkcs8(signing, &random)
                    .ok()?
                    .as_ref()
                    .to_vec()
            }
            Self::EdDsa => Ed25519KeyPair::generate_pkcs8(&random)
                .ok()?
                .as_ref()
                .to_vec(),
            Self::Rs256 => {
                let pair = RsaKeyPair::generate(KeySize::Rsa2048).ok()?;
                let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().ok()?;
                der.as_ref().to_vec()
            }
        })
    }
}

impl Passkey {
    /// The public key as COSE (RFC 9052, section 7).
    pub(super) fn public_key(&self) -> Option<Vec<u8>> {
        let mut cose = Encoder::new(Vec::new());
        let number = self.algorithm.number();
        match self.algorithm {
            Algorithm::Es256 => {
                let pair =
                    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &self.key).ok()?;
                let point = pair.public_key().as_ref();
                let (x, y) = (point.get(1..33)?, point.get(33..65)?);
                cose.map(5)
                    .ok()?
                    .i8(1)
                    .ok()?
                    .i8(2)
                    .ok()?
                    .i8(3)
                    .ok()?
                    .i64(number)
                    .ok()?;
                cose.i8(-1).ok()?.i8(1).ok()?.i8(-2).ok()?.bytes(x).ok()?;
                cose.i8(-3).ok()?.bytes(y).ok()?;
            }
            Algorithm::EdDsa => {
                let pair = Ed25519KeyPair::from_pkcs8(&self.key).ok()?;
                cose.map(4)
                    .ok()?
                    .i8(1)
                    .ok()?
                    .i8(1)
                    .ok()?
                    .i8(3)
                    .ok()?
                    .i64(number)
                    .ok()?;
                cose.i8(-1)
                    .ok()?
                    .i8(6)
                    .ok()?
                    .i8(-2)
                    .ok()?
                    .bytes(pair.public_key().as_ref())
                    .ok()?;
            }
            Algorithm::Rs256 => {
                let pair = RsaKeyPair::from_pkcs8(&self.key).ok()?;
                let key = pair.public_key();
                let modulus = key.modulus().big_endian_without_leading_zero();
                let exponent = key.exponent().big_endian_without_leading_zero();
                cose.map(4)
                    .ok()?
                    .i8(1)
                    .ok()?
                    .i8(3)
                    .ok()?
                    .i8(3)
                    .ok()?
                    .i64(number)
                    .ok()?;
                cose.i8(-1)
                    .ok()?
                    .bytes(modulus)
                    .ok()?
                    .i8(-2)
                    .ok()?
                    .bytes(exponent)
                    .ok()?;
            }
        }
        Some(cose.into_writer())
    }

    pub(super) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        Some(match self.algorithm {
            Algorithm::Es256 => {
                let pair =
                    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &self.key).ok()?;
                pair.sign(&random, message).ok()?.as_ref().to_vec()
            }
            Algorithm::EdDsa => {
                let pair = Ed25519KeyPair::from_pkcs8(&self.key).ok()?;
                pair.sign(message).as_ref().to_vec()
            }
            Algorithm::Rs256 => {
                let pair = RsaKeyPair::from_pkcs8(&self.key).ok()?;
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature)
                    .ok()?;
                signature
            }
        })
    }

    /// Authenticator data (Web Authentication Level 3, section 6.1).
    pub(super) fn authenticator_data(&self, flags: u8, made: &[u8]) -> Vec<u8> {
        let hash = digest(&SHA256, self.domain.as_bytes());
        [hash.as_ref(), &[flags], &self.counter.to_be_bytes(), made].concat()
    }

    pub(super) fn json(&self, response: &Value) -> String {
        let id = encoded(&self.id);
        json!({
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "id": id,
            "rawId": id,
            "response": response,
            "type": "public-key",
        })
        .to_string()
    }
}

/// An attestation object that attests nothing (section 8.7).
pub(super) fn attestation(data: &[u8]) -> Option<Vec<u8>> {
    let mut object = Encoder::new(Vec::new());
    object.map(3).ok()?.str("fmt").ok()?.str("none").ok()?;
    object.str("attStmt").ok()?.map(0).ok()?;
    object.str("authData").ok()?.bytes(data).ok()?;
    Some(object.into_writer())
}
