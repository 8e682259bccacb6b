//! The header of a token (RFC 7515, section 4).

use std::{borrow::Cow, fmt, str::FromStr as _};

use jsonwebtoken::Algorithm;
use serde::{
    Deserializer as _,
    de::{Error as _, IgnoredAny, MapAccess, Visitor},
};

use super::Name;
use crate::TokenError;

/// Longer than any name of a key; the service's have 45 letters.
const MAX_KEY_ID_BYTES: usize = 256;

/// Names that this reader does not know are compared with each other to find repetitions.
const MAX_UNKNOWN: usize = 16;

/// What is left of a header once it is checked.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) key_id: String,
}

impl Header {
    /// Checks a header for what the service's tokens have, and for what they never have.
    pub(super) fn parse(json: &[u8]) -> Result<Self, TokenError> {
        let mut fields = Fields::default();
        let mut reader = serde_json::Deserializer::from_slice(json);
        reader
            .deserialize_map(Reader(&mut fields))
            .and_then(|()| reader.end())
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
            Some(id) if !id.is_empty() && id.len() <= MAX_KEY_ID_BYTES => Ok(Self {
                key_id: id.into_owned(),
            }),
            Some(_) => Err(TokenError::InvalidKeyId),
        }
    }
}

#[derive(Default)]
struct Fields<'de> {
    algorithm: Option<Cow<'de, str>>,
    key_id: Option<Cow<'de, str>>,
    untrusted: bool,
    unknown: Vec<Cow<'de, str>>,
}

struct Reader<'a, 'de>(&'a mut Fields<'de>);

impl<'de> Visitor<'de> for Reader<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let fields = self.0;
        while let Some(Name(name)) = map.next_key()? {
            let repeated = match &*name {
                "alg" => fields
                    .algorithm
                    .replace(map.next_value::<Name<'de>>()?.0)
                    .is_some(),
                "kid" => fields
                    .key_id
                    .replace(map.next_value::<Name<'de>>()?.0)
                    .is_some(),
                other => {
                    map.next_value::<IgnoredAny>()?;
                    fields.untrusted |= matches!(other, "jwk" | "jku" | "x5u" | "x5c" | "crit");
                    let repeated = fields.unknown.contains(&name);
                    fields.unknown.push(name);
                    repeated || fields.unknown.len() > MAX_UNKNOWN
                }
            };
            if repeated {
                return Err(A::Error::custom("repeated"));
            }
        }
        Ok(())
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
        assert_eq!(
            Header::parse(b"{\"alg\":\"RS256\",\"kid\":\"\xff\"}").unwrap_err(),
            TokenError::MalformedHeader
        );
        let deep = format!(r#"{{"a":{}"#, "[".repeat(10_000));
        assert_eq!(refusal(&deep), TokenError::MalformedHeader);
        let many: String = (0..1000).map(|i| format!(r#""n{i}":0,"#)).collect();
        assert_eq!(
            refusal(&format!(r#"{{{many}"alg":"RS256","kid":"k"}}"#)),
            TokenError::MalformedHeader
        );
    }
}
