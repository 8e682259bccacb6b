//! Finding the service's id of a request.

use std::fmt;

use http::{HeaderMap, HeaderName};
use memchr::memmem;
use serde::{
    Deserializer as _,
    de::{self, IgnoredAny, MapAccess, Visitor},
};

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is believed to be one.
const MAX_LENGTH: usize = 128;

/// The id in the headers, as gateways send it.
pub(super) fn in_headers(headers: &HeaderMap) -> Option<Box<str>> {
    plausible(headers.get(X_REQUEST_ID)?.to_str().ok()?)
}

/// The id at the top level of a JSON body. Reads no further than that.
pub(super) fn in_body(body: &[u8]) -> Option<Box<str>> {
    let mut found = None;
    // the visitor fails on purpose once it has the id
    let _ = serde_json::Deserializer::from_slice(body).deserialize_map(Finder(&mut found));
    plausible(&found?)
}

/// The id in a body that is not valid JSON, such as one that breaks off.
pub(super) fn in_debris(body: &[u8]) -> Option<Box<str>> {
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
fn plausible(id: &str) -> Option<Box<str>> {
    let fits = !id.is_empty()
        && id.len() <= MAX_LENGTH
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/+=".contains(&byte));
    fits.then(|| id.into())
}

struct Finder<'a>(&'a mut Option<String>);

impl<'de> Visitor<'de> for Finder<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(is_id) = map.next_key_seed(IsId)? {
            if is_id {
                *self.0 = map.next_value()?;
                return Err(de::Error::custom("found"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Compares a key without copying it.
struct IsId;

impl<'de> de::DeserializeSeed<'de> for IsId {
    type Value = bool;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsId {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == "request_id")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_top_level_counts() {
        let body = br#"{"a":{"request_id":"no"},"request_id":"req-1","b":1}"#;
        assert_eq!(in_body(body).as_deref(), Some("req-1"));
        assert_eq!(in_body(br#"{"a":{"request_id":"no"}}"#), None);
        assert_eq!(in_body(br#"{"request_id":null}"#), None);
        assert_eq!(in_body(br#"{"request_id":7}"#), None);
        assert_eq!(in_body(b"<html>"), None);
    }

    #[test]
    fn what_breaks_off_later_does_not_matter() {
        assert_eq!(
            in_body(br#"{"request_id":"r1","b":[1"#).as_deref(),
            Some("r1")
        );
        assert_eq!(
            in_debris(br#"<{"request_id" : "r1""#).as_deref(),
            Some("r1")
        );
        assert_eq!(in_debris(br#"{"request_id":"r1"#), None);
        assert_eq!(in_debris(b"{\"request_id\":\"\xff\""), None);
    }

    #[test]
    fn texts_that_are_no_ids_are_left_alone() {
        for text in ["", "two words", "a\\nb", &"x".repeat(129)] {
            assert_eq!(
                in_body(format!("{{\"request_id\":\"{text}\"}}").as_bytes()),
                None
            );
        }
    }
}
