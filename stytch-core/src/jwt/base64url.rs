//! Unpadded base64url, and only in its canonical form: no padding, no white space, no bits left over,
//! so that what is encoded has one text (RFC 7515, section 2).

use std::sync::LazyLock;

use base64::{DecodeSliceError, Engine as _, engine::general_purpose::NO_PAD};

use crate::TokenError;

/// With the vector instructions of the machine where `base64` has them. Without, decoding takes a
/// tenth of the time of a whole check.
#[cfg(any(
    target_arch = "x86_64",
    all(target_arch = "aarch64", target_feature = "neon")
))]
static ENGINE: LazyLock<base64::engine::Simd> =
    LazyLock::new(|| base64::engine::Simd::url_safe(NO_PAD));

#[cfg(not(any(
    target_arch = "x86_64",
    all(target_arch = "aarch64", target_feature = "neon")
)))]
static ENGINE: LazyLock<base64::engine::GeneralPurpose> =
    LazyLock::new(|| base64::engine::GeneralPurpose::new(&base64::alphabet::URL_SAFE, NO_PAD));

/// The bytes.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, TokenError> {
    ENGINE.decode(text).map_err(|_| TokenError::Malformed)
}

/// The bytes in the buffer; `None` if they do not fit in.
pub(super) fn decode_into<'b>(
    text: &str,
    buffer: &'b mut [u8],
) -> Result<Option<&'b [u8]>, TokenError> {
    match ENGINE.decode_slice(text, buffer) {
        Ok(length) => Ok(buffer.get(..length)),
        Err(DecodeSliceError::OutputSliceTooSmall) => Ok(None),
        Err(DecodeSliceError::DecodeError(_)) => Err(TokenError::Malformed),
    }
}
