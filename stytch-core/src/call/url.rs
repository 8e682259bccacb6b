//! Putting an address together so that no value can change where it leads.

use std::fmt::{Display, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Error;

/// Everything but the unreserved characters of RFC 3986.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The path and query of a call, which grow from left to right.
#[derive(Clone)]
pub(crate) struct Address {
    text: String,
    /// The part of the path template that is still to come.
    rest: &'static str,
    has_query: bool,
}

impl Address {
    /// Begins with what comes before the path of every call.
    pub(super) fn new(prefix: &str, template: &'static str) -> Self {
        // room for two ids, so that it is allocated once as a rule
        let ids = if template.contains('{') { 128 } else { 0 };
        let mut text = String::with_capacity(prefix.len() + template.len() + ids);
        text.push_str(prefix);
        Self {
            text,
            rest: template,
            has_query: false,
        }
    }

    /// Fills in the next parameter of the path as one segment.
    ///
    /// An empty value, `.` and `..` are refused: URL parsers fold such segments away however they
    /// are escaped, and the call would land on another endpoint.
    pub(super) fn path(&mut self, name: &'static str, value: &str) -> Result<(), Error> {
        let refuse = |why| Err(Error::invalid_request(name, why));
        let Some((before, after)) = self
            .rest
            .split_once('{')
            .and_then(|(before, rest)| {
                rest.split_once('}')
                    .map(|(found, after)| (before, found, after))
            })
            .and_then(|(before, found, after)| (found == name).then_some((before, after)))
        else {
            return refuse("the path of the operation has no such parameter at this place");
        };
        match value {
            "" => return refuse("a value in the path must not be empty"),
            "." | ".." => return refuse("a value in the path must not be `.` or `..`"),
            _ => {}
        }
        self.text.push_str(before);
        self.text.extend(utf8_percent_encode(value, ESCAPED));
        self.rest = after;
        Ok(())
    }

    /// Adds a parameter to the query.
    pub(super) fn query(&mut self, name: &str, value: &dyn Display) -> Result<(), Error> {
        self.finish_path()?;
        let separator = if self.has_query { '&' } else { '?' };
        self.has_query = true;
        let mut text = String::new();
        // writing to a string does not fail
        let _ = write!(text, "{value}");
        let (name, value) = (
            utf8_percent_encode(name, ESCAPED),
            utf8_percent_encode(&text, ESCAPED),
        );
        let _ = write!(self.text, "{separator}{name}={value}");
        Ok(())
    }

    /// Sets a parameter of the query, in place of one of the same name.
    pub(super) fn set_query(&mut self, name: &str, value: &dyn Display) -> Result<(), Error> {
        self.finish_path()?;
        let escaped = utf8_percent_encode(name, ESCAPED).to_string();
        if let Some((path, query)) = self.text.split_once('?') {
            let others = query.split('&').filter(|pair| {
                pair.split_once('=')
                    .is_none_or(|(known, _)| known != escaped)
            });
            let mut text = path.to_owned();
            self.has_query = false;
            for pair in others {
                text.push(if self.has_query { '&' } else { '?' });
                text.push_str(pair);
                self.has_query = true;
            }
            self.text = text;
        }
        self.query(name, value)
    }

    /// Takes over what is left of the path once all its parameters are known.
    pub(super) fn finish_path(&mut self) -> Result<(), Error> {
        if self.rest.contains('{') {
            return Err(Error::invalid_request(
                "path",
                "a parameter of the path has no value",
            ));
        }
        self.text.push_str(self.rest);
        self.rest = "";
        Ok(())
    }

    /// The path and the query, both escaped.
    pub(super) fn parts(&self) -> (&str, Option<&str>) {
        match self.text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (&self.text, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "/base";
    const PATH: &str = "/v1/orgs/{organization_id}/members/{member_id}/x";

    fn with(member: &str) -> Result<Address, Error> {
        let mut address = Address::new(BASE, PATH);
        address.path("organization_id", "o")?;
        address.path("member_id", member)?;
        address.finish_path()?;
        Ok(address)
    }

    #[test]
    fn every_value_stays_one_segment() {
        for (value, segment) in [
            ("member-test-1_2.3~", "member-test-1_2.3~"),
            ("a/b", "a%2Fb"),
            ("a/../b", "a%2F..%2Fb"),
            ("%2e%2e", "%252e%252e"),
            ("%2E", "%252E"),
            ("?x=1", "%3Fx%3D1"),
            ("#f", "%23f"),
            (";", "%3B"),
            ("\\", "%5C"),
            ("..\\", "..%5C"),
            (" ", "%20"),
            ("+", "%2B"),
            ("%", "%25"),
            ("...", "..."),
            ("é\u{202e}", "%C3%A9%E2%80%AE"),
            ("\0\r\n\t", "%00%0D%0A%09"),
            ("{member_id}", "%7Bmember_id%7D"),
        ] {
            let address = with(value).unwrap();
            assert_eq!(
                address.text,
                format!("{BASE}/v1/orgs/o/members/{segment}/x")
            );
            // and the parser of the HTTP client leaves it there
            let url = reqwest::Url::parse(&format!("https://example.com{}", address.text)).unwrap();
            assert_eq!(url.path(), address.text);
            assert_eq!(url.path_segments().unwrap().count(), 7, "{value}");
        }
    }

    #[test]
    fn values_at_random_stay_one_segment_too() {
        let hostile = [
            '.', '/', '\\', '%', '2', 'e', 'E', '?', '#', ';', ':', '@', ' ', '\0', '\n', 'é',
        ];
        for _ in 0..5_000 {
            let any = || match fastrand::bool() {
                true => hostile[fastrand::usize(..hostile.len())],
                false => fastrand::char(..),
            };
            let value: String = (0..fastrand::usize(1..8)).map(|_| any()).collect();
            if value == "." || value == ".." {
                continue;
            }
            let path = with(&value).unwrap().text;
            let url = reqwest::Url::parse(&format!("https://example.com{path}")).unwrap();
            assert_eq!(url.path(), path);
            let segment = url.path_segments().unwrap().nth(5).unwrap();
            let decoded = percent_encoding::percent_decode_str(segment)
                .decode_utf8()
                .unwrap();
            assert_eq!(decoded, value);
        }
    }

    #[test]
    fn values_that_would_fold_the_path_are_refused_by_name() {
        for value in ["", ".", ".."] {
            let error = with(value).err().unwrap();
            assert_eq!(error.field(), Some("member_id"));
            assert!(
                error
                    .message()
                    .starts_with("a value in the path must not be"),
                "{error}"
            );
        }
    }

    #[test]
    fn a_template_must_be_filled_in_order_and_whole() {
        let mut address = Address::new(BASE, PATH);
        assert_eq!(
            address.path("member_id", "m").unwrap_err().field(),
            Some("member_id")
        );
        assert_eq!(address.finish_path().unwrap_err().field(), Some("path"));
        address.path("organization_id", "o").unwrap();
        assert!(address.path("organization_id", "o").is_err());
    }

    #[test]
    fn queries_are_escaped_and_can_be_replaced() {
        let mut address = Address::new(BASE, "/v1/a");
        address.query("include", &true).unwrap();
        address.query("cursor", &"a&b=c d").unwrap();
        address.query("limit", &10).unwrap();
        assert_eq!(
            address.text,
            "/base/v1/a?include=true&cursor=a%26b%3Dc%20d&limit=10"
        );
        address.set_query("cursor", &"é").unwrap();
        assert_eq!(
            address.text,
            "/base/v1/a?include=true&limit=10&cursor=%C3%A9"
        );
        let mut address = Address::new(BASE, "/v1/a");
        address.set_query("cursor", &"1").unwrap();
        address.set_query("cursor", &"2").unwrap();
        assert_eq!(address.text, "/base/v1/a?cursor=2");
        address.set_query("a&b", &"1").unwrap();
        address.set_query("a&b", &"2").unwrap();
        assert_eq!(address.text, "/base/v1/a?cursor=2&a%26b=2");
    }
}
