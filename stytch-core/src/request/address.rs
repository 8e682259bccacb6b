//! Putting an address together so that no value can change where it leads.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Url;

use crate::{Error, client::BaseUrl};

/// Everything but the unreserved characters of RFC 3986.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The path and query of a call, which grow from left to right.
#[derive(Clone)]
pub(crate) struct Address {
    path: String,
    /// The part of the path template that is still to come.
    rest: &'static str,
    query: Vec<(String, String)>,
}

impl Address {
    /// Begins with what comes before the path of every call.
    pub(crate) fn new(prefix: &str, template: &'static str) -> Self {
        // room for two ids, so that it is allocated once as a rule
        let mut path = String::with_capacity(prefix.len() + template.len() + 128);
        path.push_str(prefix);
        Self {
            path,
            rest: template,
            query: Vec::new(),
        }
    }

    /// Fills in the next parameter of the path as one segment.
    ///
    /// An empty value, `.` and `..` are refused: URL parsers fold such segments away however they
    /// are escaped, and the call would land on another endpoint.
    pub(crate) fn path(&mut self, name: &'static str, value: &str) -> Result<(), Error> {
        let refuse = |why| Err(Error::invalid_request(name, why));
        let next = self.rest.split_once('{');
        let next = next.and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
        let Some((before, (_, after))) = next.filter(|(_, (found, _))| *found == name) else {
            return refuse("the path of the operation has no such parameter at this place");
        };
        match value {
            "" => return refuse("a value in the path must not be empty"),
            "." | ".." => return refuse("a value in the path must not be `.` or `..`"),
            _ => {}
        }
        self.path.push_str(before);
        self.path.extend(utf8_percent_encode(value, ESCAPED));
        self.rest = after;
        Ok(())
    }

    /// Takes over what is left of the path once all its parameters are known.
    pub(crate) fn finish_path(&mut self) -> Result<(), Error> {
        if self.rest.contains('{') {
            return Err(Error::invalid_request(
                "path",
                "a parameter of the path has no value",
            ));
        }
        self.path.push_str(self.rest);
        self.rest = "";
        Ok(())
    }

    /// Adds a parameter to the query.
    pub(crate) fn query(&mut self, name: &str, value: &dyn Display) {
        self.query.push((name.to_owned(), value.to_string()));
    }

    /// Whether the query has a parameter of this name.
    pub(crate) fn has_query(&self, name: &str) -> bool {
        self.query.iter().any(|(known, _)| known == name)
    }

    /// Sets a parameter of the query, in place of one of the same name.
    pub(super) fn set_query(&mut self, name: &str, value: &dyn Display) {
        self.query.retain(|(known, _)| known != name);
        self.query(name, value);
    }

    /// The whole of it, at the API of this address.
    pub(crate) fn at(&self, base: &BaseUrl) -> Result<Url, Error> {
        let mut url = base.with(&self.path)?;
        self.extend_query(&mut url);
        Ok(url)
    }

    /// Puts the query behind the one that the address has.
    pub(crate) fn extend_query(&self, url: &mut Url) {
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_at_random_stay_one_segment() {
        let hostile = [
            '.', '/', '\\', '%', '2', 'e', 'E', '?', '#', ';', ':', '@', ' ', '\0', '\n', 'é',
        ];
        for _ in 0..5_000 {
            let any = || match fastrand::bool() {
                true => hostile[fastrand::usize(..hostile.len())],
                false => fastrand::char(..),
            };
            let value: String = (0..fastrand::usize(1..8)).map(|_| any()).collect();
            let mut address = Address::new("/base", "/v1/members/{member_id}/x");
            if value == "." || value == ".." {
                continue;
            }
            address.path("member_id", &value).unwrap();
            address.finish_path().unwrap();
            let path = address.path;
            // and the parser of the HTTP client leaves it there
            let url = Url::parse(&format!("https://example.com{path}")).unwrap();
            assert_eq!(url.path(), path);
            let segment = url.path_segments().unwrap().nth(3).unwrap();
            let decoded = percent_encoding::percent_decode_str(segment);
            assert_eq!(decoded.decode_utf8().unwrap(), value);
        }
    }
}
