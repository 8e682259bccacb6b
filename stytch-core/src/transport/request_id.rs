//! Finding the service's id of a request.

use http::{HeaderMap, HeaderName};
use memchr::memmem;

use crate::wire::{self, Object, Receive as _, Slot};

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is believed to be one.
const MAX_LENGTH: usize = 128;

/// The id in the headers, as gateways send it.
pub(super) fn in_headers(headers: &HeaderMap) -> Option<Box<str>> {
    plausible(headers.get(X_REQUEST_ID)?.to_str().ok()?)
}

/// The id at the top level of a JSON body, or anywhere in one that is not valid, such as one that
/// breaks off.
pub(super) fn in_body(body: &[u8]) -> Option<Box<str>> {
    let mut found = Body::default();
    match wire::decode_into(&mut found, body) {
        Ok(()) => plausible(&found.request_id),
        Err(_) => in_debris(body),
    }
}

#[derive(Default)]
struct Body {
    request_id: String,
}

impl Object for Body {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == "request_id").then(|| self.request_id.slot())
    }
}

fn in_debris(body: &[u8]) -> Option<Box<str>> {
    const KEY: &[u8] = b"\"request_id\"";

    let rest = body.get(memmem::find(body, KEY)? + KEY.len()..)?;
    let rest = rest
        .trim_ascii_start()
        .strip_prefix(b":")?
        .trim_ascii_start();
    let rest = rest.strip_prefix(b"\"")?;
    let id = rest.get(..rest.iter().position(|byte| *byte == b'"')?)?;
    plausible(std::str::from_utf8(id).ok()?)
}

/// Keeps what is no id out of logs.
pub(super) fn plausible(id: &str) -> Option<Box<str>> {
    let fits = !id.is_empty()
        && id.len() <= MAX_LENGTH
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/+=".contains(&byte));
    fits.then(|| id.into())
}
