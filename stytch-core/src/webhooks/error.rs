//! Why a message is no event, and a secret none.

use std::{error, fmt};

use http::StatusCode;

/// Why a message is not taken for an event.
///
/// None of them says more to the sender than that the message was refused: answer
/// [`status`](Self::status), and log the rest. No value of the message and nothing of a secret is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The body is larger than [`max_body_bytes`](super::Verifier::max_body_bytes).
    BodyTooLarge,
    /// There is no such header; it names the one that is missing. A message has all three of `svix-id`,
    /// `svix-timestamp` and `svix-signature`, or of `webhook-id`, `webhook-timestamp` and
    /// `webhook-signature`.
    MissingHeader(&'static str),
    /// Headers of both names are there, such as `svix-id` with `webhook-timestamp`: which of them were
    /// signed is anybody's guess.
    MixedHeaders,
    /// The header comes more than once.
    RepeatedHeader(&'static str),
    /// The header is empty, too long, or of another form than such a header has.
    InvalidHeader(&'static str),
    /// The message is older than [`tolerance`](super::Verifier::tolerance) allows: somebody sends again
    /// what was sent once, it was held up on its way, or the clock of this machine is wrong.
    TooOld,
    /// The message is from the future by more than [`tolerance`](super::Verifier::tolerance): most likely
    /// the clock of this machine is wrong.
    TooNew,
    /// There is no signature of the version `v1`, which is the only one made with a shared secret.
    NoSignature,
    /// No signature is one that any of the secrets makes: the message or its headers were changed, by an
    /// attacker or by a proxy or framework that rewrites bodies, or the secret is that of another endpoint.
    WrongSignature,
    /// The signature is good, but the body is no event. It says where in the JSON and why.
    InvalidBody(String),
}

impl Error {
    /// What to answer: always 400. The service then tries again later, and shows what failed in its log.
    /// To an event, answer 204.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("webhook refused: ")?;
        match self {
            Self::BodyTooLarge => f.write_str("the body is too large"),
            Self::MissingHeader(name) => write!(f, "no header `{name}`"),
            Self::MixedHeaders => f.write_str("headers of both names, `svix-…` and `webhook-…`"),
            Self::RepeatedHeader(name) => write!(f, "the header `{name}` comes more than once"),
            Self::InvalidHeader(name) => write!(f, "the header `{name}` has no value of its kind"),
            Self::TooOld => f.write_str("the message is too old"),
            Self::TooNew => f.write_str("the message is from the future"),
            Self::NoSignature => f.write_str("no signature of the version v1"),
            Self::WrongSignature => f.write_str("no signature of any of the secrets"),
            Self::InvalidBody(why) => write!(f, "the body is no event: {why}"),
        }
    }
}

impl error::Error for Error {}

/// Why a text is no secret of a webhook endpoint. Nothing of the text is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidSecret {
    /// There is none at all.
    Missing,
    /// What stands behind `whsec_` is no base64. A public key (`whpk_`) is none either.
    NotBase64,
    /// It has fewer than 24 bytes, the least that Standard Webhooks and Svix accept.
    TooShort,
}

impl fmt::Display for InvalidSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "no webhook secret",
            Self::NotBase64 => "a webhook secret that is not `whsec_` and base64",
            Self::TooShort => "a webhook secret of fewer than 24 bytes",
        })
    }
}

impl error::Error for InvalidSecret {}
