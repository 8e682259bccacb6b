// Generated from spec/shared/password_hashes.yaml by `cargo xtask generate`. Do not edit.

//! How the passwords that you bring along from another system were hashed.
//!
//! A migration sends the hash with its
//! [`password_hashes::HashType`](crate::password_hashes::HashType) and, where the hash alone does
//! not say enough to check a password against it, the parameters it was made with.

use stytch_core::Secret;
use stytch_core::wire::{Body, Fields};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

/// Parameters of an Argon2 hash in hex; the encoded form has them inside.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Argon2Config {
    /// Salt that was hashed with the password.
    pub salt: Secret,
    /// Number of rounds that the function ran.
    pub iteration_amount: i32,
    /// Memory cost in KiB.
    pub memory: i32,
    /// Degree of parallelism.
    pub threads: i32,
    /// Length of the hash in bytes, before any encoding as text.
    pub key_length: i32,
}

impl Argon2Config {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        salt: impl Into<Secret>,
        iteration_amount: i32,
        memory: i32,
        threads: i32,
        key_length: i32,
    ) -> Self {
        Self {
            salt: salt.into(),
            iteration_amount,
            memory,
            threads,
            key_length,
        }
    }
}

#[doc(hidden)]
impl Body for Argon2Config {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("salt", &self.salt);
        fields.add("iteration_amount", &self.iteration_amount);
        fields.add("memory", &self.memory);
        fields.add("threads", &self.threads);
        fields.add("key_length", &self.key_length);
    }
}

stytch_core::sent!(Argon2Config);

/// The function that made a password hash.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HashType {
    /// `bcrypt`: The hash carries its salt and cost, so nothing else is needed.
    Bcrypt,
    /// `md_5`: Salts, if any, go into `md_5_config`.
    Md5,
    /// `argon_2i`: Argon2i. In the encoded form, which begins with `$argon2i$`, the hash needs nothing
    /// else; a hash in hex needs `argon_2_config`.
    Argon2i,
    /// `argon_2id`: Argon2id. In the encoded form, which begins with `$argon2id$`, the hash needs
    /// nothing else; a hash in hex needs `argon_2_config`.
    Argon2id,
    /// `sha_1`: Salts, if any, go into `sha_1_config`.
    Sha1,
    /// `sha_512`: Salts, if any, go into `sha_512_config`.
    Sha512,
    /// `scrypt`: In the PHC string format the hash needs nothing else; a bare hash goes in base64,
    /// together with `scrypt_config`.
    Scrypt,
    /// `phpass`: Portable PHP hash, as older WordPress and phpBB installations keep them.
    Phpass,
    /// `pbkdf_2`: The hash goes in base64, together with `pbkdf_2_config`.
    Pbkdf2,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl HashType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Bcrypt => "bcrypt",
            Self::Md5 => "md_5",
            Self::Argon2i => "argon_2i",
            Self::Argon2id => "argon_2id",
            Self::Sha1 => "sha_1",
            Self::Sha512 => "sha_512",
            Self::Scrypt => "scrypt",
            Self::Phpass => "phpass",
            Self::Pbkdf2 => "pbkdf_2",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for HashType {
    fn from(value: &str) -> Self {
        match value {
            "bcrypt" => Self::Bcrypt,
            "md_5" => Self::Md5,
            "argon_2i" => Self::Argon2i,
            "argon_2id" => Self::Argon2id,
            "sha_1" => Self::Sha1,
            "sha_512" => Self::Sha512,
            "scrypt" => Self::Scrypt,
            "phpass" => Self::Phpass,
            "pbkdf_2" => Self::Pbkdf2,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(HashType);

/// Salts of an MD5 hash.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Md5Config {
    /// Salt that stood before the password when it was hashed; empty if there was none.
    pub prepend_salt: Secret,
    /// Salt that stood after the password when it was hashed; empty if there was none.
    pub append_salt: Secret,
}

impl Md5Config {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(prepend_salt: impl Into<Secret>, append_salt: impl Into<Secret>) -> Self {
        Self {
            prepend_salt: prepend_salt.into(),
            append_salt: append_salt.into(),
        }
    }
}

#[doc(hidden)]
impl Body for Md5Config {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("prepend_salt", &self.prepend_salt);
        fields.add("append_salt", &self.append_salt);
    }
}

stytch_core::sent!(Md5Config);

/// The hash function inside PBKDF2.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Pbkdf2Algorithm {
    /// `sha512`: HMAC with SHA-512.
    Sha512,
    /// `sha256`: HMAC with SHA-256, the default.
    Sha256,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Pbkdf2Algorithm {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sha512 => "sha512",
            Self::Sha256 => "sha256",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Pbkdf2Algorithm {
    fn from(value: &str) -> Self {
        match value {
            "sha512" => Self::Sha512,
            "sha256" => Self::Sha256,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Pbkdf2Algorithm);

/// Parameters of a PBKDF2 hash.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Pbkdf2Config {
    /// Salt that was hashed with the password, in base64.
    pub salt: Secret,
    /// Number of rounds that the function ran.
    pub iteration_amount: i32,
    /// Length of the hash in bytes, before any encoding as text.
    pub key_length: i32,
    /// Hash function that PBKDF2 ran; `sha256` is the usual one.
    pub algorithm: Pbkdf2Algorithm,
}

impl Pbkdf2Config {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        salt: impl Into<Secret>,
        iteration_amount: i32,
        key_length: i32,
        algorithm: impl Into<Pbkdf2Algorithm>,
    ) -> Self {
        Self {
            salt: salt.into(),
            iteration_amount,
            key_length,
            algorithm: algorithm.into(),
        }
    }
}

#[doc(hidden)]
impl Body for Pbkdf2Config {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("salt", &self.salt);
        fields.add("iteration_amount", &self.iteration_amount);
        fields.add("key_length", &self.key_length);
        fields.add("algorithm", &self.algorithm);
    }
}

stytch_core::sent!(Pbkdf2Config);

/// Parameters of a scrypt hash; one in the PHC string format has them inside.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ScryptConfig {
    /// Salt that was hashed with the password, in base64.
    pub salt: Secret,
    /// Cost N, a power of two from 2 to 262144. The vendor's support can allow more for your project.
    pub n_parameter: i32,
    /// Block size r.
    pub r_parameter: i32,
    /// Degree of parallelism p.
    pub p_parameter: i32,
    /// Length of the hash in bytes, before any encoding as text.
    pub key_length: i32,
}

impl ScryptConfig {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        salt: impl Into<Secret>,
        n_parameter: i32,
        r_parameter: i32,
        p_parameter: i32,
        key_length: i32,
    ) -> Self {
        Self {
            salt: salt.into(),
            n_parameter,
            r_parameter,
            p_parameter,
            key_length,
        }
    }
}

#[doc(hidden)]
impl Body for ScryptConfig {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("salt", &self.salt);
        fields.add("n_parameter", &self.n_parameter);
        fields.add("r_parameter", &self.r_parameter);
        fields.add("p_parameter", &self.p_parameter);
        fields.add("key_length", &self.key_length);
    }
}

stytch_core::sent!(ScryptConfig);

/// Salts of a SHA-1 hash.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Sha1Config {
    /// Salt that stood before the password when it was hashed; empty if there was none.
    pub prepend_salt: Secret,
    /// Salt that stood after the password when it was hashed; empty if there was none.
    pub append_salt: Secret,
}

impl Sha1Config {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(prepend_salt: impl Into<Secret>, append_salt: impl Into<Secret>) -> Self {
        Self {
            prepend_salt: prepend_salt.into(),
            append_salt: append_salt.into(),
        }
    }
}

#[doc(hidden)]
impl Body for Sha1Config {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("prepend_salt", &self.prepend_salt);
        fields.add("append_salt", &self.append_salt);
    }
}

stytch_core::sent!(Sha1Config);

/// Salts of a SHA-512 hash.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Sha512Config {
    /// Salt that stood before the password when it was hashed; empty if there was none.
    pub prepend_salt: Secret,
    /// Salt that stood after the password when it was hashed; empty if there was none.
    pub append_salt: Secret,
}

impl Sha512Config {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(prepend_salt: impl Into<Secret>, append_salt: impl Into<Secret>) -> Self {
        Self {
            prepend_salt: prepend_salt.into(),
            append_salt: append_salt.into(),
        }
    }
}

#[doc(hidden)]
impl Body for Sha512Config {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("prepend_salt", &self.prepend_salt);
        fields.add("append_salt", &self.append_salt);
    }
}

stytch_core::sent!(Sha512Config);
