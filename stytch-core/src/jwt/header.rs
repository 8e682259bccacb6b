//! The header of a token (RFC 7515, section 4).

use std::{borrow::Cow, fmt, str::FromStr as _};

use jsonwebtoken::Algorithm;
use serde::{
    Deserializer as _,
    de::{Error as _, IgnoredAny, MapAccess, Visitor},
};

use super::Text;
use crate::TokenError;

/// Longer than any name of a key; the service's have 45 letters.
const MAX_KEY_ID_BYTES: usize = 256;

/// Names that are not known here are compared with each other to find repetitions.
const MAX_UNKNOWN: usize = 16;

/// What is left of a header once it is checked.
#[derive(Debug)]
pub(super) struct Header<'de> {
    pub(super) key_id: Cow<'de, str>,
}

impl<'de> Header<'de> {
    /// Checks a header for what the service's tokens have, and for what they never have.
    pub(super) fn parse(json: &'de [u8]) -> Result<Self, TokenError> {
        let mut fields = Fields::default();
        // JSON is UTF-8 everywhere, in values that are skipped, too (RFC 7515, section 5.2)
        let text = std::str::from_utf8(json).map_err(|_| TokenError::MalformedHeader)?;
        let mut json = serde_json::Deserializer::from_str(text);
        json.deserialize_map(HeaderVisitor(&mut fields))
            .and_then(|()| json.end())
            .map_err(|_| TokenError::MalformedHeader)?;
        // a text that is no algorithm at all, such as `none`, is as foreign as a wrong one
        let algorithm = fields.algorithm.ok_or(TokenError::MalformedHeader)?;
        if Algorithm::from_str(&algorithm).ok() != Some(Algorithm::RS256) {
            return Err(TokenError::UnsupportedAlgorithm);
        }
        if fields.untrusted {
            return Err(TokenError::UntrustedHeader);
        }
        match fields.key_id {
            None => Err(TokenError::MissingKeyId),
            Some(key_id) if !key_id.is_empty() && key_id.len() <= MAX_KEY_ID_BYTES => {
                Ok(Self { key_id })
            }
            Some(_) => Err(TokenError::InvalidKeyId),
        }
    }
}

#[derive(Default)]
struct Fields<'de> {
    algorithm: Option<Cow<'de, str>>,
    key_id: Option<Cow<'de, str>>,
    untrusted: bool,
    unknown: [Option<Cow<'de, str>>; MAX_UNKNOWN],
}

struct HeaderVisitor<'a, 'de>(&'a mut Fields<'de>);

impl<'de> Visitor<'de> for HeaderVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let fields = self.0;
        while let Some(name) = map.next_key::<Text<'de>>()? {
            let name = name.text().unwrap_or_default();
            let is_new = match &*name {
                "alg" => fields.algorithm.replace(text(&mut map)?).is_none(),
                "kid" => fields.key_id.replace(text(&mut map)?).is_none(),
                other => {
                    map.next_value::<IgnoredAny>()?;
                    fields.untrusted |= matches!(other, "jwk" | "jku" | "x5u" | "x5c" | "crit");
                    fields.note(name)
                }
            };
            if !is_new {
                return Err(A::Error::custom("repeated"));
            }
        }
        Ok(())
    }
}

/// A value that must be a text.
fn text<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Cow<'de, str>, A::Error> {
    let text = map.next_value::<Text<'de>>()?.text();
    text.ok_or_else(|| A::Error::custom("not a text"))
}

impl<'de> Fields<'de> {
    /// Whether a name is new, and one of so few that it can be told.
    fn note(&mut self, name: Cow<'de, str>) -> bool {
        for place in &mut self.unknown {
            match place {
                Some(known) if *known == name => return false,
                Some(_) => {}
                None => {
                    *place = Some(name);
                    return true;
                }
            }
        }
        false
    }
}
