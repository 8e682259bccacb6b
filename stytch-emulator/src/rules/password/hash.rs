//! Hashes of passwords, in every form in which they can be brought along.

use std::num::NonZeroU32;

use argon2::{Algorithm, Argon2, Params, PasswordVerifier as _, Version};
use aws_lc_rs::{constant_time, digest, pbkdf2};
use data_encoding::{BASE64, HEXLOWER};
use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};
use stytch_core::Secret;

use super::phpass;
use crate::random::Random;

/// The costs of new hashes: they defend nothing, and logins are to be quick.
const MEMORY_KIB: u32 = 1024;
const ROUNDS: u32 = 1;
const BYTES: usize = 32;

/// A password as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "hash_type", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Hash {
    /// The password itself, for documents that people write.
    Plain {
        password: String,
    },
    Bcrypt {
        hash: String,
    },
    /// Argon2 in the PHC string format, which has the parameters inside.
    ArgonText {
        hash: String,
    },
    /// Argon2 with the parameters beside it.
    Argon {
        algorithm: String,
        /// In hex.
        hash: String,
        /// In base64.
        salt: String,
        iterations: u32,
        memory: u32,
        threads: u32,
    },
    /// scrypt in the PHC string format.
    ScryptText {
        hash: String,
    },
    /// scrypt with the parameters beside it.
    Scrypt {
        /// In base64, as the salt.
        hash: String,
        salt: String,
        /// N is 2 to the power of this.
        log_n: u8,
        r: u32,
        p: u32,
    },
    #[serde(rename = "pbkdf_2")]
    Pbkdf2 {
        /// In base64, as the salt.
        hash: String,
        salt: String,
        iterations: NonZeroU32,
        is_sha512: bool,
    },
    Phpass {
        hash: String,
    },
    #[serde(rename = "md_5")]
    Md5 {
        hash: String,
        prepend: String,
        append: String,
    },
    #[serde(rename = "sha_1")]
    Sha1 {
        hash: String,
        prepend: String,
        append: String,
    },
    #[serde(rename = "sha_512")]
    Sha512 {
        hash: String,
        prepend: String,
        append: String,
    },
}

impl Hash {
    /// Of a password that somebody chooses now.
    pub(crate) fn new(random: &mut Random, password: &Secret) -> Self {
        let salt = random.bytes::<16>();
        let mut hash = Self::Argon {
            algorithm: "argon2id".to_owned(),
            hash: String::new(),
            salt: BASE64.encode(&salt),
            iterations: ROUNDS,
            memory: MEMORY_KIB,
            threads: 1,
        };
        let made = hash.computed(password.expose().as_bytes(), BYTES);
        if let (Self::Argon { hash, .. }, Some(made)) = (&mut hash, made) {
            *hash = HEXLOWER.encode(&made);
        }
        hash
    }

    /// Whether it is the hash of a password. One that can't be read is the hash of none.
    pub(crate) fn is_of(&self, password: &Secret) -> bool {
        let password = password.expose();
        let bytes = password.as_bytes();
        match self {
            Self::Plain { password: kept } => equal(kept.as_bytes(), bytes),
            Self::Bcrypt { hash } => bcrypt::verify(bytes, hash).unwrap_or_default(),
            Self::ArgonText { hash } => Argon2::default()
                .verify_password(bytes, hash.as_str())
                .is_ok(),
            Self::ScryptText { hash } => scrypt::phc::PasswordHash::new(hash).is_ok_and(|hash| {
                scrypt::Scrypt::default()
                    .verify_password(bytes, &hash)
                    .is_ok()
            }),
            Self::Phpass { hash } => phpass::computed(bytes, hash)
                .is_some_and(|made| equal(made.as_bytes(), hash.as_bytes())),
            _ => {
                let kept = self.bytes().filter(|kept| !kept.is_empty());
                kept.is_some_and(|kept| {
                    self.computed(bytes, kept.len())
                        .is_some_and(|made| equal(&made, &kept))
                })
            }
        }
    }

    /// The bytes of a hash that stands beside its parameters.
    pub(super) fn bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Argon { hash, .. }
            | Self::Md5 { hash, .. }
            | Self::Sha1 { hash, .. }
            | Self::Sha512 { hash, .. } => {
                HEXLOWER.decode(hash.to_ascii_lowercase().as_bytes()).ok()
            }
            Self::Scrypt { hash, .. } | Self::Pbkdf2 { hash, .. } => {
                BASE64.decode(hash.as_bytes()).ok()
            }
            _ => None,
        }
    }

    /// What the function and its parameters make of a password.
    fn computed(&self, password: &[u8], length: usize) -> Option<Vec<u8>> {
        let mut out = vec![0; length];
        match self {
            Self::Argon {
                algorithm,
                salt,
                iterations,
                memory,
                threads,
                ..
            } => {
                let algorithm = Algorithm::new(algorithm).ok()?;
                let params = Params::new(*memory, *iterations, *threads, Some(length)).ok()?;
                let salt = BASE64.decode(salt.as_bytes()).ok()?;
                Argon2::new(algorithm, Version::V0x13, params)
                    .hash_password_into(password, &salt, &mut out)
                    .ok()?;
            }
            Self::Scrypt {
                salt, log_n, r, p, ..
            } => {
                let params = scrypt::Params::new(*log_n, *r, *p).ok()?;
                let salt = BASE64.decode(salt.as_bytes()).ok()?;
                scrypt::scrypt(password, &salt, &params, &mut out).ok()?;
            }
            Self::Pbkdf2 {
                salt,
                iterations,
                is_sha512,
                ..
            } => {
                let algorithm = match is_sha512 {
                    true => pbkdf2::PBKDF2_HMAC_SHA512,
                    false => pbkdf2::PBKDF2_HMAC_SHA256,
                };
                let salt = BASE64.decode(salt.as_bytes()).ok()?;
                pbkdf2::derive(algorithm, *iterations, &salt, password, &mut out);
            }
            Self::Md5 {
                prepend, append, ..
            } => {
                out = Md5::digest(salted(prepend, password, append)).to_vec();
            }
            Self::Sha1 {
                prepend, append, ..
            } => {
                let salted = salted(prepend, password, append);
                out = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, &salted)
                    .as_ref()
                    .to_vec();
            }
            Self::Sha512 {
                prepend, append, ..
            } => {
                let salted = salted(prepend, password, append);
                out = digest::digest(&digest::SHA512, &salted).as_ref().to_vec();
            }
            _ => return None,
        }
        Some(out)
    }
}

fn salted(prepend: &str, password: &[u8], append: &str) -> Vec<u8> {
    [prepend.as_bytes(), password, append.as_bytes()].concat()
}

fn equal(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}
