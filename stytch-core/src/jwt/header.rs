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

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> TokenError {
        Header::parse(json.as_bytes()).unwrap_err()
    }

    #[test]
    fn the_order_of_fields_and_unknown_ones_do_not_matter() {
        for json in [
            r#"{"alg":"RS256","kid":"k","typ":"JWT"}"#,
            r#"{"typ":"JWT","kid":"k","alg":"RS256"}"#,
            r#" { "\u0061lg" : "RS256" , "kid" : "\u006b", "x5t":"t", "new":{"a":[1]} } "#,
        ] {
            assert_eq!(Header::parse(json.as_bytes()).unwrap().key_id, "k");
        }
    }

    #[test]
    fn one_algorithm_is_accepted_in_one_spelling() {
        for name in [
            "none",
            "None",
            "NONE",
            "nOnE",
            "",
            "rs256",
            "RS256 ",
            "RS 256",
            "HS256",
            "HS384",
            "HS512",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES256K",
            "EdDSA",
            "RS256\\u0000",
        ] {
            let json = format!(r#"{{"alg":"{name}","kid":"k"}}"#);
            assert_eq!(refusal(&json), TokenError::UnsupportedAlgorithm, "{name}");
        }
        for json in [
            r#"{"kid":"k"}"#,
            r#"{"alg":null,"kid":"k"}"#,
            r#"{"alg":["RS256"],"kid":"k"}"#,
        ] {
            assert_eq!(refusal(json), TokenError::MalformedHeader, "{json}");
        }
    }

    #[test]
    fn keys_and_extensions_that_come_along_are_refused() {
        for field in [
            r#""jwk":{"kty":"RSA"}"#,
            r#""jku":"https://evil.example/keys""#,
            r#""x5u":"https://evil.example/cert""#,
            r#""x5c":["AA=="]"#,
            r#""crit":["b64"],"b64":false"#,
            r#""crit":[]"#,
            r#""jwk":null"#,
        ] {
            let json = format!(r#"{{"alg":"RS256","kid":"k",{field}}}"#);
            assert_eq!(refusal(&json), TokenError::UntrustedHeader, "{field}");
        }
    }

    #[test]
    fn a_key_must_be_named() {
        assert_eq!(refusal(r#"{"alg":"RS256"}"#), TokenError::MissingKeyId);
        assert_eq!(
            refusal(r#"{"alg":"RS256","kid":""}"#),
            TokenError::InvalidKeyId
        );
        for id in ["null", "7", "-7", "7.5", "true", "[\"k\"]", "{\"k\":\"k\"}"] {
            let json = format!(r#"{{"alg":"RS256","kid":{id}}}"#);
            assert_eq!(refusal(&json), TokenError::MalformedHeader, "{id}");
        }
        let long = |length| format!(r#"{{"alg":"RS256","kid":"{}"}}"#, "k".repeat(length));
        assert!(Header::parse(long(256).as_bytes()).is_ok());
        assert_eq!(refusal(&long(257)), TokenError::InvalidKeyId);
    }

    #[test]
    fn what_is_no_clear_object_is_refused() {
        for json in [
            "",
            "null",
            "[]",
            "\"RS256\"",
            r#"{"alg":"RS256","kid":"k""#,
            r#"{"alg":"RS256","kid":"k"}{}"#,
            r#"{"alg":"RS256","kid":"k",}"#,
            r#"{"alg":"none","alg":"RS256","kid":"k"}"#,
            r#"{"alg":"RS256","kid":"k","kid":"k"}"#,
            r#"{"alg":"RS256","kid":"k","a":1,"a":1}"#,
            "{\"alg\":\"RS256\",\"kid\":\"\u{0}\"}",
        ] {
            assert_eq!(refusal(json), TokenError::MalformedHeader, "{json}");
        }
        for invalid in [
            b"{\"alg\":\"RS256\",\"kid\":\"\xff\"}".as_slice(),
            b"{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"\xff\"}",
            b"{\"alg\":\"RS256\",\"kid\":\"k\",\"a\":{\"\xc0\xaf\":[\"\xed\xa0\x80\"]}}",
        ] {
            let refusal = Header::parse(invalid).unwrap_err();
            assert_eq!(refusal, TokenError::MalformedHeader, "{invalid:?}");
        }
        let deep = format!(r#"{{"a":{}"#, "[".repeat(10_000));
        assert_eq!(refusal(&deep), TokenError::MalformedHeader);
        let many: String = (0..1000).map(|i| format!(r#""n{i}":0,"#)).collect();
        assert_eq!(
            refusal(&format!(r#"{{{many}"alg":"RS256","kid":"k"}}"#)),
            TokenError::MalformedHeader
        );
    }
}
