//! Why a token is refused.

use std::fmt;

/// A claim of a token, as the subject of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Claim {
    /// `iss`, who made the token (RFC 7519, section 4.1.1).
    Issuer,
    /// `aud`, for whom it was made (section 4.1.3).
    Audience,
    /// `sub`, whom it speaks about (section 4.1.2).
    Subject,
    /// `exp`, when it ends (section 4.1.4).
    Expiry,
    /// `nbf`, when it begins (section 4.1.5).
    NotBefore,
    /// `iat`, when it was made (section 4.1.6).
    IssuedAt,
    /// `https://stytch.com/session`, the session that the token stands for.
    Session,
    /// `https://stytch.com/organization`, the organization of the session or access token.
    Organization,
    /// `scope`, what a machine or an app may do.
    Scope,
    /// `client_id`, the connected app that holds the access token.
    ClientId,
    /// `token_type`, what the service says of a token that it was asked about.
    TokenType,
}

impl Claim {
    /// The name of the claim in the token.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issuer => "iss",
            Self::Audience => "aud",
            Self::Subject => "sub",
            Self::Expiry => "exp",
            Self::NotBefore => "nbf",
            Self::IssuedAt => "iat",
            Self::Session => "https://stytch.com/session",
            Self::Organization => "https://stytch.com/organization",
            Self::Scope => "scope",
            Self::ClientId => "client_id",
            Self::TokenType => "token_type",
        }
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a token that was checked locally is refused. No reason repeats anything of the token.
///
/// The checks are made in the order of the variants, so a reason also says that all reasons before
/// it do not hold; in particular, every reason after
/// [`InvalidSignature`](Self::InvalidSignature) concerns a token that the project's key has signed.
/// Issuer and audience are looked at before all other claims, the claims of the token's kind last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenError {
    /// The text is longer than any token of the service.
    TooLarge,
    /// The text is not a JWT in compact form: three parts in unpadded base64url (RFC 7515,
    /// section 7.1). An opaque session token looks like this, too.
    Malformed,
    /// The header is not a JSON object with an `alg`, has a value of the wrong type, or names
    /// something twice (RFC 7515, section 4).
    MalformedHeader,
    /// The token is not signed with RS256, the one algorithm that the service uses.
    UnsupportedAlgorithm,
    /// The header brings a key or the address of one (`jwk`, `jku`, `x5u`, `x5c`), or asks for an
    /// extension (`crit`). The service's tokens do neither.
    UntrustedHeader,
    /// The header does not name a key (`kid`).
    MissingKeyId,
    /// The name of the key is empty, or longer than any name of a key.
    InvalidKeyId,
    /// The key set has no key of this name, and a newer one could not be asked for again so soon.
    UnknownKey,
    /// The key set has a key of this name that must not be used: it is not an RSA key for RS256
    /// signatures of at least 2048 bits, or several keys share the name.
    UnusableKey,
    /// The signature was not made with the key that the token names.
    InvalidSignature,
    /// The payload is not a JSON object, or names a claim twice (RFC 7519, section 4).
    MalformedClaims,
    /// A claim that such a token always has is missing.
    MissingClaim(Claim),
    /// A claim has a value of the wrong type or form, such as a time that is not a whole number of
    /// seconds.
    InvalidClaim(Claim),
    /// The token was made by someone else: another project or another environment.
    WrongIssuer,
    /// The token was made for someone else: its audience does not hold the project id.
    WrongAudience,
    /// The token is of another kind: of a machine or a connected app where a session is expected,
    /// or the other way round.
    WrongKind,
    /// The session is of the other vertical: a member's at a consumer client or a user's at a B2B
    /// client.
    WrongVertical,
    /// The token was given to another connected app than the one that the service was asked about.
    WrongClient,
    /// The token is not valid yet, or was made in the future. The clock of this machine may be
    /// behind.
    NotYetValid,
    /// The token is past its end. A session's JWT ends after five minutes; the session itself may
    /// live on.
    Expired,
    /// The session that the token stands for is past its end.
    SessionExpired,
    /// The token is older than the call allows.
    TooOld,
    /// The service says that the token is not active: it has ended, was revoked or never existed.
    Inactive,
}

impl TokenError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        self.words().0
    }

    /// The short name, and the sentence that an error shows.
    const fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::TooLarge => ("too_large", "the text is longer than any token"),
            Self::Malformed => ("malformed", "the text is not a JWT"),
            Self::MalformedHeader => (
                "malformed_header",
                "the header of the token is not well formed",
            ),
            Self::UnsupportedAlgorithm => (
                "unsupported_algorithm",
                "the token is not signed with RS256",
            ),
            Self::UntrustedHeader => (
                "untrusted_header",
                "the header of the token brings a key or an extension",
            ),
            Self::MissingKeyId => ("missing_key_id", "the token does not name its key"),
            Self::InvalidKeyId => (
                "invalid_key_id",
                "the name of the token's key is not usable",
            ),
            Self::UnknownKey => (
                "unknown_key",
                "the key set has no key of the name in the token",
            ),
            Self::UnusableKey => (
                "unusable_key",
                "the key that the token names must not be used",
            ),
            Self::InvalidSignature => (
                "invalid_signature",
                "the signature of the token does not fit",
            ),
            Self::MalformedClaims => (
                "malformed_claims",
                "the claims of the token are not well formed",
            ),
            Self::MissingClaim(_) => ("missing_claim", "the token has no claim"),
            Self::InvalidClaim(_) => (
                "invalid_claim",
                "the token has a claim that is not well formed:",
            ),
            Self::WrongIssuer => ("wrong_issuer", "the token was made by someone else"),
            Self::WrongAudience => ("wrong_audience", "the token was made for someone else"),
            Self::WrongKind => ("wrong_kind", "the token is of another kind"),
            Self::WrongVertical => ("wrong_vertical", "the token belongs to the other vertical"),
            Self::WrongClient => (
                "wrong_client",
                "the token was given to another connected app",
            ),
            Self::NotYetValid => ("not_yet_valid", "the token is not valid yet"),
            Self::Expired => ("expired", "the token has expired"),
            Self::SessionExpired => ("session_expired", "the session of the token has expired"),
            Self::TooOld => ("too_old", "the token is older than the call allows"),
            Self::Inactive => ("inactive", "the service says that the token is not active"),
        }
    }

    /// Whether the service may know better: the project has signed the token for itself, and only
    /// its times stand against it, or something in it that can't be read here. A forged, foreign or
    /// malformed token stays one.
    pub(crate) const fn is_worth_asking(self) -> bool {
        match self {
            Self::MissingClaim(claim) | Self::InvalidClaim(claim) => {
                !matches!(claim, Claim::Issuer | Claim::Audience)
            }
            Self::NotYetValid | Self::Expired | Self::SessionExpired | Self::TooOld => true,
            _ => false,
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().1)?;
        match self {
            Self::MissingClaim(claim) | Self::InvalidClaim(claim) => write!(f, " `{claim}`"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for TokenError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forged_is_never_asked_about() {
        for reason in [
            TokenError::InvalidSignature,
            TokenError::UnknownKey,
            TokenError::UnusableKey,
            TokenError::MissingClaim(Claim::Issuer),
            TokenError::InvalidClaim(Claim::Audience),
            TokenError::MalformedClaims,
            TokenError::Malformed,
            TokenError::WrongIssuer,
            TokenError::WrongAudience,
            TokenError::WrongKind,
            TokenError::WrongVertical,
            TokenError::UnsupportedAlgorithm,
        ] {
            assert!(!reason.is_worth_asking(), "{reason}");
        }
    }
}
