//! A key that tokens are signed with.

use std::{fmt, sync::OnceLock};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::jwk::{RSAKeyParameters, RSAKeyType};

/// Modulus lengths that are accepted, in bits (RFC 7518, section 3.3, asks for at least 2048).
const MODULUS_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;

/// Real exponents have three; large ones only make the check slow.
const MAX_EXPONENT_BYTES: usize = 4;

/// An RSA key for RS256, parsed once: building a key inside each verification would cost a tenth of
/// it.
pub(crate) struct PublicKey {
    parsed: ParsedPublicKey,
    /// To see whether a later set has the same key.
    modulus: Box<[u8]>,
    exponent: Box<[u8]>,
    /// The header of the first token that was found to be signed with this key. The service writes
    /// the same one into each token, so that it need not be read again.
    header: OnceLock<Box<str>>,
}

impl PublicKey {
    /// Parses a key from its two numbers in base64url. `None` if it is not usable.
    pub(crate) fn new(parameters: &RSAKeyParameters) -> Option<Self> {
        let number = |text: &str| {
            let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
            // a leading zero is against RFC 7518, section 6.3.1.1, but does not change the number
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            bytes.get(zeros..).map(Box::<[u8]>::from)
        };
        let (modulus, exponent) = (number(&parameters.n)?, number(&parameters.e)?);
        let first = modulus.first()?;
        let bits = modulus.len() * 8 - first.leading_zeros() as usize;
        let is_odd = |number: &[u8]| number.last().is_some_and(|byte| byte % 2 == 1);
        // with an exponent of 1 every signature would be its own plain text
        if !MODULUS_BITS.contains(&bits)
            || !is_odd(&modulus)
            || !is_odd(&exponent)
            || exponent.len() > MAX_EXPONENT_BYTES
            || *exponent == [1]
        {
            return None;
        }
        let components = RsaPublicKeyComponents {
            n: &*modulus,
            e: &*exponent,
        };
        let parsed = components
            .to_parsed_public_key(&RSA_PKCS1_2048_8192_SHA256)
            .ok()?;
        Some(Self {
            parsed,
            modulus,
            exponent,
            header: OnceLock::new(),
        })
    }

    /// Its two numbers in base64url.
    pub(crate) fn parameters(&self) -> RSAKeyParameters {
        RSAKeyParameters {
            key_type: RSAKeyType::RSA,
            n: BASE64_URL_SAFE_NO_PAD.encode(&self.modulus),
            e: BASE64_URL_SAFE_NO_PAD.encode(&self.exponent),
        }
    }

    /// Whether a token with this very header was signed with this key.
    pub(crate) fn has_signed(&self, header: &str) -> bool {
        self.header.get().is_some_and(|known| **known == *header)
    }

    /// Remembers the header of a token that was signed with this key.
    pub(crate) fn remember(&self, header: &str) {
        self.header.get_or_init(|| Box::from(header));
    }

    /// Whether the signature over the message is this key's: RSASSA-PKCS1-v1_5 with SHA-256
    /// (RFC 8017, section 8.2).
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.parsed.verify_sig(message, signature).is_ok()
    }

    /// Whether it is the same key.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.modulus == other.modulus && self.exponent == other.exponent
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey")
            .field("bytes", &self.modulus.len())
            .finish_non_exhaustive()
    }
}
