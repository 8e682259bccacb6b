//! Keys and certificates as text.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// What stands in a text with this label (RFC 7468); `None` if it is none.
pub(crate) fn read(text: &str, label: &str) -> Option<Vec<u8>> {
    let rest = text
        .trim()
        .strip_prefix(&format!("-----BEGIN {label}-----"))?;
    let body = rest.strip_suffix(&format!("-----END {label}-----"))?;
    let body: String = body.split_whitespace().collect();
    BASE64_STANDARD.decode(body).ok()
}
