//! Proof that a login ends where it began (RFC 7636).

use aws_lc_rs::{
    digest::{SHA256, digest},
    rand,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::{Error, Secret};

/// How long a verifier may be (RFC 7636, section 4.1).
const LENGTHS: std::ops::RangeInclusive<usize> = 43..=128;

/// A secret for one login, and its hash: whoever steals the token that the login ends with can't use
/// it without the secret.
///
/// The [challenge](Self::challenge) goes into the link or the mail with which the login begins, and the
/// [verifier](Self::verifier) into the call that finishes it. In between, keep the verifier where only
/// the browser that began the login brings it back from: in a short-lived cookie that is `HttpOnly`,
/// `Secure` and `SameSite=Lax`.
///
/// The method is always `S256`: the challenge is the base64url of the verifier's SHA-256 hash
/// (RFC 7636, section 4.2).
///
/// ```
/// # use stytch_core::Pkce;
/// let pkce = Pkce::new();
/// let cookie = pkce.verifier().expose().to_owned();
///
/// // later, when the browser is back
/// let resumed = Pkce::from_verifier(cookie)?;
/// assert_eq!(resumed, pkce);
/// # Ok::<(), stytch_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pkce {
    verifier: Secret,
    challenge: String,
}

impl Pkce {
    /// A new pair, whose verifier has 256 random bits in 43 characters.
    ///
    /// # Panics
    ///
    /// If the operating system has no randomness to give, without which nothing in TLS works either.
    #[must_use]
    #[allow(
        clippy::new_without_default,
        reason = "a default is the same each time"
    )]
    #[allow(
        clippy::expect_used,
        reason = "there is nothing to do about it, and going on would be worse"
    )]
    pub fn new() -> Self {
        let mut random = Zeroizing::new([0; 32]);
        rand::fill(random.as_mut_slice()).expect("the operating system gives random bytes");
        Self::of(BASE64_URL_SAFE_NO_PAD.encode(random.as_slice()).into())
    }

    /// The pair of a verifier that was kept since the login began.
    ///
    /// # Errors
    ///
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) if it can't be one: it has 43 to 128
    /// letters, digits, `-`, `.`, `_` and `~`.
    pub fn from_verifier(verifier: impl Into<Secret>) -> Result<Self, Error> {
        let verifier = verifier.into();
        let text = verifier.expose().as_bytes();
        let is_unreserved = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
        if LENGTHS.contains(&text.len()) && text.iter().all(is_unreserved) {
            return Ok(Self::of(verifier));
        }
        Err(Error::invalid_request(
            "code_verifier",
            "a PKCE verifier has 43 to 128 letters, digits, `-`, `.`, `_` and `~`",
        ))
    }

    fn of(verifier: Secret) -> Self {
        let hash = digest(&SHA256, verifier.expose().as_bytes());
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(hash);
        Self {
            verifier,
            challenge,
        }
    }

    /// The hash of the verifier, which begins the login: `code_challenge` or `pkce_code_challenge`.
    #[must_use]
    pub fn challenge(&self) -> &str {
        &self.challenge
    }

    /// The secret, which finishes the login: `code_verifier` or `pkce_code_verifier`.
    #[must_use]
    pub fn verifier(&self) -> &Secret {
        &self.verifier
    }

    /// The same, where the challenge has done its part.
    #[must_use]
    pub fn into_verifier(self) -> Secret {
        self.verifier
    }
}
