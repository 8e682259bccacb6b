//! The three headers of a message.

use http::{HeaderMap, HeaderValue};

use super::Error;

/// Svix's ids have 31 bytes, and texts of that kind no more than a few dozen.
const MAX_ID: usize = 256;

/// A second of the year 5138 has eleven digits.
const MAX_TIMESTAMP: usize = 11;

/// Room for some twenty signatures. While secrets are rotated, there are two or three.
const MAX_SIGNATURES: usize = 1024;

/// The names of the headers: id, timestamp, signature.
type Names = [&'static str; 3];

pub(super) const SVIX: Names = ["svix-id", "svix-timestamp", "svix-signature"];
pub(super) const STANDARD: Names = ["webhook-id", "webhook-timestamp", "webhook-signature"];

/// What the headers of a message say, unchecked.
#[derive(Debug)]
pub(super) struct Signed<'a> {
    /// The same for each attempt to deliver the message.
    pub(super) id: &'a str,
    /// The time of the attempt as it was signed.
    pub(super) timestamp: &'a str,
    /// The same in seconds since the start of 1970.
    pub(super) seconds: u64,
    /// Signatures with spaces between them.
    pub(super) signatures: &'a str,
}

impl<'a> Signed<'a> {
    /// Reads one complete set of headers.
    pub(super) fn read(headers: &'a HeaderMap) -> Result<Self, Error> {
        let has = |names: Names| names.iter().any(|name| headers.contains_key(*name));
        let [id_name, timestamp_name, signature_name] = match (has(SVIX), has(STANDARD)) {
            (true, true) => return Err(Error::MixedHeaders),
            (false, true) => STANDARD,
            _ => SVIX,
        };
        let id = text(headers, id_name, MAX_ID)?;
        // What is signed has dots in between, so that one more could move a part of it into the next.
        if id.contains('.') {
            return Err(Error::InvalidHeader(id_name));
        }
        let timestamp = text(headers, timestamp_name, MAX_TIMESTAMP)?;
        let is_number = timestamp.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = timestamp.parse().ok().filter(|_| is_number);
        let signatures = text(headers, signature_name, MAX_SIGNATURES)?;
        Ok(Self {
            id,
            timestamp,
            seconds: seconds.ok_or(Error::InvalidHeader(timestamp_name))?,
            signatures,
        })
    }
}

/// The value of a header that comes once, of visible ASCII and spaces.
fn text<'a>(headers: &'a HeaderMap, name: &'static str, max: usize) -> Result<&'a str, Error> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().ok_or(Error::MissingHeader(name))?;
    if values.next().is_some() {
        return Err(Error::RepeatedHeader(name));
    }
    let text = HeaderValue::to_str(value).ok().map(str::trim);
    let text = text.filter(|text| !text.is_empty() && text.len() <= max);
    text.ok_or(Error::InvalidHeader(name))
}
