//! Why the keys are not at hand.

use std::fmt;

/// Why the keys that tokens are checked with can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeysError {
    /// Fetching the key set failed, and no earlier one is good enough. The error's source says why.
    Unavailable,
}

impl KeysError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Unavailable => "unavailable",
        }
    }
}

impl fmt::Display for KeysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unavailable => "the key set could not be fetched",
        })
    }
}

impl std::error::Error for KeysError {}
