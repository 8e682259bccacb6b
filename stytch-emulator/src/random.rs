//! Ids, tokens and codes.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rand::rngs::ChaCha20Rng;
use rand::{RngExt as _, SeedableRng as _};

/// Random values for one request. With the same seed, the same requests get the same ones.
#[derive(Debug)]
pub(crate) struct Random(ChaCha20Rng);

impl Random {
    /// What the request of this number gets.
    pub(crate) fn of_request(seed: [u8; 32], number: u64) -> Self {
        let mut random = ChaCha20Rng::from_seed(seed);
        random.set_stream(number);
        Self(random)
    }

    /// An id such as `member-test-` and a random UUID (RFC 9562, version 4).
    pub(crate) fn id(&mut self, prefix: &str) -> String {
        let bits: u128 = self.0.random();
        let bits = (bits & !(0xf << 76) & !(0b11 << 62)) | (4 << 76) | (0b10 << 62);
        let hex = format!("{bits:032x}");
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
        format!(
            "{prefix}-test-{}-{}-{}-{}-{}",
            part(0, 8),
            part(8, 12),
            part(12, 16),
            part(16, 20),
            part(20, 32)
        )
    }

    /// An opaque token: 33 random bytes in 44 letters.
    pub(crate) fn token(&mut self) -> String {
        let bytes: [u8; 33] = self.0.random();
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    /// So many bytes.
    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.0.random())
    }

    /// Letters and digits in lower case.
    pub(crate) fn letters(&mut self, length: usize) -> String {
        const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
        (0..length)
            .filter_map(|_| LETTERS.get(self.0.random_range(0..LETTERS.len())))
            .map(|letter| char::from(*letter))
            .collect()
    }

    /// Six digits.
    pub(crate) fn code(&mut self) -> String {
        format!("{:06}", self.0.random_range(0..1_000_000))
    }
}
