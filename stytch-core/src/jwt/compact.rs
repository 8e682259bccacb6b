//! The shape of a token and its signature.

use memchr::memchr_iter;

use super::{PublicKey, base64url, header::Header};
use crate::TokenError;

/// No token of the service comes near. Custom claims are limited to 4 KB, and servers rarely take
/// headers of more than 16 KB.
const MAX_TOKEN_BYTES: usize = 32 * 1024;

/// The signature of an RSA key of 8192 bits, the largest that is accepted.
const MAX_SIGNATURE_BYTES: usize = 1024;

/// Headers up to this size are read without allocating; the service's have about 120 letters.
const USUAL_HEADER_BYTES: usize = 384;

/// A token of the right shape. Nothing else about it is known.
#[derive(Debug)]
pub(crate) struct Unverified<'a> {
    /// What the signature is made over: header and payload, as they came (RFC 7515, section 5.2).
    signed: &'a str,
    header: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> Unverified<'a> {
    /// The header as it came.
    pub(crate) fn header(&self) -> &'a str {
        self.header
    }

    /// Checks the size alone.
    pub(crate) fn check_size(token: &str) -> Result<(), TokenError> {
        if token.len() > MAX_TOKEN_BYTES {
            Err(TokenError::TooLarge)
        } else {
            Ok(())
        }
    }

    /// Checks size and shape.
    pub(crate) fn parse(token: &'a str) -> Result<Self, TokenError> {
        Self::check_size(token)?;
        let mut dots = memchr_iter(b'.', token.as_bytes());
        let (Some(first), Some(second), None) = (dots.next(), dots.next(), dots.next()) else {
            return Err(TokenError::Malformed);
        };
        let part = |range| token.get(range).unwrap_or_default();
        let (header, payload) = (part(0..first), part(first + 1..second));
        let (signed, signature) = (part(0..second), part(second + 1..token.len()));
        if header.is_empty() || payload.is_empty() {
            return Err(TokenError::Malformed);
        }
        Ok(Self {
            signed,
            header,
            payload,
            signature,
        })
    }

    /// Checks the header, and looks at the name of the key that the token claims to be signed with.
    pub(crate) fn with_key_id<R>(&self, look: impl FnOnce(&str) -> R) -> Result<R, TokenError> {
        let mut usual = [0; USUAL_HEADER_BYTES];
        let long;
        let json = match base64url::decode_into(self.header, &mut usual)? {
            Some(json) => json,
            None => {
                long = base64url::decode(self.header)?;
                &long
            }
        };
        let header = Header::parse(json)?;
        Ok(look(&header.key_id))
    }

    /// The payload although nothing is known about the signature. It may decide whether asking
    /// somebody about the token makes sense; nothing may be granted because of it.
    pub(crate) fn peek(&self) -> Result<Signed, TokenError> {
        Ok(Signed {
            payload: base64url::decode(self.payload)?,
        })
    }

    /// Checks the signature, and gives the payload if it is good.
    pub(crate) fn verify(&self, key: &PublicKey) -> Result<Signed, TokenError> {
        let payload = base64url::decode(self.payload)?;
        let mut buffer = [0; MAX_SIGNATURE_BYTES];
        // what does not fit in is longer than any signature
        let signature = base64url::decode_into(self.signature, &mut buffer)?
            .ok_or(TokenError::InvalidSignature)?;
        if key.verify(self.signed.as_bytes(), signature) {
            Ok(Signed { payload })
        } else {
            Err(TokenError::InvalidSignature)
        }
    }
}

/// The payload of a token whose signature is good.
pub(crate) struct Signed {
    pub(super) payload: Vec<u8>,
}

#[cfg(feature = "testing")]
impl Signed {
    /// A payload that nobody has signed, for randomized tests of the readers of claims.
    pub(crate) fn unchecked(payload: Vec<u8>) -> Self {
        Self { payload }
    }
}
