//! Why a token is refused.

use std::fmt;

/// Why a token that was checked locally is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// The text is not a JWT.
    Malformed,
    /// The signature is not by the key that the token names.
    InvalidSignature,
    /// The token is past its end.
    Expired,
}

impl TokenError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::InvalidSignature => "invalid_signature",
            Self::Expired => "expired",
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "the text is not a JWT",
            Self::InvalidSignature => "the signature does not fit",
            Self::Expired => "the token has expired",
        })
    }
}

impl std::error::Error for TokenError {}
