//! Why the keys are not at hand.

use std::fmt;

/// Why the keys that tokens are checked with can't be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeysError {
    /// Fetching the key set failed, and no earlier one is recent enough to go on with. The error's
    /// source says why.
    Unavailable,
    /// A key set that was given to the client is not usable: not JSON, or without a single key that
    /// could check a token.
    Invalid,
}

impl KeysError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Unavailable => "unavailable",
            Self::Invalid => "invalid",
        }
    }
}

impl fmt::Display for KeysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unavailable => "the key set could not be fetched",
            Self::Invalid => "the key set holds no usable key",
        })
    }
}

impl std::error::Error for KeysError {}
