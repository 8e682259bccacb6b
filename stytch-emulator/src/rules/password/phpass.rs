//! The portable hashes of `PHPass`: MD5, over and over.

use data_encoding::{BitOrder, Encoding, Specification};
use md5::{Digest as _, Md5};

const LETTERS: &str = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// How long a hash is: prefix, one letter for the rounds, eight of salt, and 16 bytes in 22 letters.
const LENGTH: usize = 34;

/// What a hash would be if it was of this password; `None` if it is no hash of this kind.
pub(super) fn computed(password: &[u8], hash: &str) -> Option<String> {
    if !hash.is_ascii() || hash.len() != LENGTH {
        return None;
    }
    let (setting, _) = hash.split_at_checked(12)?;
    let rounds = setting
        .strip_prefix("$P$")
        .or_else(|| setting.strip_prefix("$H$"))?
        .chars()
        .next()
        .and_then(|letter| LETTERS.find(letter))
        .filter(|log| (7..=20).contains(log))?;
    let salt = setting.get(4..)?;
    let mut digest = Md5::digest([salt.as_bytes(), password].concat());
    for _ in 0..1_u32 << rounds {
        digest = Md5::digest([digest.as_slice(), password].concat());
    }
    Some(format!("{setting}{}", encoding()?.encode(&digest)))
}

fn encoding() -> Option<Encoding> {
    let mut specification = Specification::new();
    specification.symbols.push_str(LETTERS);
    specification.bit_order = BitOrder::LeastSignificantFirst;
    specification.encoding().ok()
}
