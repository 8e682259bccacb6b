//! Hashes that are brought along from another system.

use std::num::NonZeroU32;

use data_encoding::BASE64;

use super::hash::Hash;
use super::phpass;
use crate::refusal::Refusal;

/// What fits into a machine of today; more would only stop the emulator.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;
const MAX_ROUNDS: u32 = 10_000_000;

/// A hash with the parameters that came with it, whichever client sent it.
#[derive(Debug, Default)]
pub(crate) struct Import {
    pub(crate) hash_type: String,
    pub(crate) hash: String,
    pub(crate) md_5: Salts,
    pub(crate) sha_1: Salts,
    pub(crate) sha_512: Salts,
    /// Salt, iterations, memory in KiB, threads, length.
    pub(crate) argon_2: Option<(String, [i32; 4])>,
    /// Salt, N, r, p, length.
    pub(crate) scrypt: Option<(String, [i32; 4])>,
    /// Salt, iterations, length, and the name of the function.
    pub(crate) pbkdf_2: Option<(String, [i32; 2], String)>,
}

/// The salts before and after a password.
#[derive(Debug, Default)]
pub(crate) struct Salts {
    pub(crate) prepend: String,
    pub(crate) append: String,
}

/// Collects what a request to migrate has to say about its hash.
macro_rules! import {
    ($request:ident) => {{
        let salts = |prepend: stytch_core::Secret, append: stytch_core::Secret| {
            $crate::rules::password::Salts {
                prepend: prepend.expose().to_owned(),
                append: append.expose().to_owned(),
            }
        };
        $crate::rules::password::Import {
            hash_type: $request.hash_type.as_str().to_owned(),
            hash: $request.hash.expose().to_owned(),
            md_5: $request
                .md_5_config
                .map(|config| salts(config.prepend_salt, config.append_salt))
                .unwrap_or_default(),
            sha_1: $request
                .sha_1_config
                .map(|config| salts(config.prepend_salt, config.append_salt))
                .unwrap_or_default(),
            sha_512: $request
                .sha_512_config
                .map(|config| salts(config.prepend_salt, config.append_salt))
                .unwrap_or_default(),
            argon_2: $request.argon_2_config.map(|config| {
                let numbers = [
                    config.iteration_amount,
                    config.memory,
                    config.threads,
                    config.key_length,
                ];
                (config.salt.expose().to_owned(), numbers)
            }),
            scrypt: $request.scrypt_config.map(|config| {
                let numbers = [
                    config.n_parameter,
                    config.r_parameter,
                    config.p_parameter,
                    config.key_length,
                ];
                (config.salt.expose().to_owned(), numbers)
            }),
            pbkdf_2: $request.pbkdf_2_config.map(|config| {
                let numbers = [config.iteration_amount, config.key_length];
                let function = config.algorithm.as_str().to_owned();
                (config.salt.expose().to_owned(), numbers, function)
            }),
        }
    }};
}

pub(crate) use import;

impl Import {
    /// The hash as it is kept, if it is one of its type.
    pub(crate) fn into_hash(self) -> Result<Hash, Refusal> {
        let hash = self.hash;
        match self.hash_type.as_str() {
            "bcrypt" => bcrypt(hash),
            kind @ ("argon_2i" | "argon_2id") => argon(kind, hash, self.argon_2),
            "scrypt" => scrypt(hash, self.scrypt),
            "pbkdf_2" => pbkdf(hash, self.pbkdf_2),
            "phpass" => {
                if !hash.starts_with("$P$") && !hash.starts_with("$H$") {
                    return Err(Refusal::new("invalid_phpass_hash_prefix"));
                }
                match phpass::computed(b"", &hash) {
                    Some(_) => Ok(Hash::Phpass { hash }),
                    None => Err(Refusal::new("invalid_phpass_hash_format")),
                }
            }
            "md_5" => {
                let Salts { prepend, append } = self.md_5;
                let hash = Hash::Md5 {
                    hash,
                    prepend,
                    append,
                };
                of_length(hash, 16, "invalid_md_5_hash")
            }
            "sha_1" => {
                let Salts { prepend, append } = self.sha_1;
                let hash = Hash::Sha1 {
                    hash,
                    prepend,
                    append,
                };
                of_length(hash, 20, "invalid_sha_1_hash")
            }
            "sha_512" => {
                let Salts { prepend, append } = self.sha_512;
                let hash = Hash::Sha512 {
                    hash,
                    prepend,
                    append,
                };
                of_length(hash, 64, "invalid_sha_512_hash")
            }
            _ => Err(Refusal::new("invalid_hash_type")),
        }
    }
}

fn bcrypt(hash: String) -> Result<Hash, Refusal> {
    let parts: bcrypt::HashParts = hash
        .parse()
        .map_err(|_| Refusal::new("invalid_bcrypt_hash"))?;
    match (4..=20).contains(&parts.get_cost()) {
        true => Ok(Hash::Bcrypt { hash }),
        false => Err(Refusal::new("invalid_bcrypt_cost")),
    }
}

fn argon(kind: &str, hash: String, config: Option<(String, [i32; 4])>) -> Result<Hash, Refusal> {
    let algorithm = match kind {
        "argon_2i" => "argon2i",
        _ => "argon2id",
    };
    if let Some(rest) = hash.strip_prefix('$') {
        let is_whole = argon2::PasswordHash::new(&hash).is_ok();
        return match is_whole && rest.split('$').next() == Some(algorithm) {
            true => Ok(Hash::ArgonText { hash }),
            false => Err(Refusal::new("invalid_hash")),
        };
    }
    let Some((salt, [iterations, memory, threads, length])) = config else {
        return Err(Refusal::new("invalid_hash"));
    };
    if salt.len() < argon2::MIN_SALT_LEN {
        return Err(Refusal::new("invalid_argon_2_salt"));
    }
    let hash = Hash::Argon {
        algorithm: algorithm.to_owned(),
        hash,
        salt: BASE64.encode(salt.as_bytes()),
        iterations: within(iterations, 1, 1000, "invalid_argon_2_iteration_amount")?,
        memory: within(memory, 8, MAX_MEMORY_KIB, "invalid_argon_2_memory")?,
        threads: within(threads, 1, 255, "invalid_argon_2_threads")?,
    };
    let length = within(length, 4, 1024, "invalid_argon_2_key_length")?;
    of_config_length(hash, length, "invalid_hash", "argon_2_key_length_mismatch")
}

fn scrypt(hash: String, config: Option<(String, [i32; 4])>) -> Result<Hash, Refusal> {
    if hash.starts_with('$') {
        return match hash.starts_with("$scrypt$") && scrypt::phc::PasswordHash::new(&hash).is_ok() {
            true => Ok(Hash::ScryptText { hash }),
            false => Err(Refusal::new("invalid_hash")),
        };
    }
    let Some((salt, [n, r, p, length])) = config else {
        return Err(Refusal::new("invalid_scrypt_parameters"));
    };
    base64(&salt, "invalid_base64_scrypt_salt")?;
    let n = within(n, 2, 262_144, "invalid_scrypt_n_parameter")?;
    let log_n = n.is_power_of_two().then(|| n.ilog2());
    let log_n = log_n.and_then(|log_n| u8::try_from(log_n).ok());
    let hash = Hash::Scrypt {
        hash,
        salt,
        log_n: log_n.ok_or_else(|| Refusal::new("invalid_scrypt_n_parameter"))?,
        r: within(r, 1, 64, "invalid_scrypt_parameters")?,
        p: within(p, 1, 64, "invalid_scrypt_parameters")?,
    };
    let length = within(length, 1, 1024, "scrypt_key_length_mismatch")?;
    let unreadable = "invalid_base64_scrypt_hash";
    of_config_length(hash, length, unreadable, "scrypt_key_length_mismatch")
}

fn pbkdf(hash: String, config: Option<(String, [i32; 2], String)>) -> Result<Hash, Refusal> {
    let Some((salt, [iterations, length], function)) = config else {
        return Err(Refusal::new("invalid_pbkdf_2_hash"));
    };
    base64(&salt, "invalid_pbkdf_2_salt")?;
    let name = "invalid_pbkdf_2_iteration_amount";
    let iterations = NonZeroU32::new(within(iterations, 1, MAX_ROUNDS, name)?);
    let hash = Hash::Pbkdf2 {
        hash,
        salt,
        iterations: iterations.ok_or_else(|| Refusal::new(name))?,
        is_sha512: match function.as_str() {
            "sha256" | "" => false,
            "sha512" => true,
            _ => return Err(Refusal::new("invalid_pbkdf_2_algorithm")),
        },
    };
    let length = within(length, 1, 1024, "pbkdf_2_key_length_mismatch")?;
    let unreadable = "invalid_pbkdf_2_hash";
    of_config_length(hash, length, unreadable, "pbkdf_2_key_length_mismatch")
}

/// A hash that has to be so many bytes long.
fn of_length(hash: Hash, length: u32, name: &str) -> Result<Hash, Refusal> {
    of_config_length(hash, length, name, name)
}

fn of_config_length(
    hash: Hash,
    length: u32,
    unreadable: &str,
    mismatch: &str,
) -> Result<Hash, Refusal> {
    let bytes = hash.bytes().ok_or_else(|| Refusal::new(unreadable))?;
    match u32::try_from(bytes.len()) == Ok(length) {
        true => Ok(hash),
        false => Err(Refusal::new(mismatch)),
    }
}

fn base64(text: &str, name: &str) -> Result<(), Refusal> {
    let bytes = BASE64.decode(text.as_bytes());
    bytes.map(drop).map_err(|_| Refusal::new(name))
}

fn within(number: i32, least: u32, most: u32, name: &str) -> Result<u32, Refusal> {
    u32::try_from(number)
        .ok()
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| Refusal::new(name))
}
