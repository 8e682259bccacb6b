//! The claims of a token (RFC 7519, section 4), read in one pass.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, SeqAccess, Visitor},
};

use super::Signed;
use crate::{Claim, TokenError};

/// All claims of the service, except the registered ones, begin like this.
pub(crate) const SERVICE: &str = "https://stytch.com/";

/// The last second of the year 9999. Nothing later is a time.
const LAST_SECOND: u64 = 253_402_300_799;

/// Takes the claims that are not registered ones: those of the service and the app's own.
pub(crate) trait ClaimReader<'de> {
    /// Reads the value of a claim from the map.
    fn claim<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
        misfit: &mut Misfit,
    ) -> Result<(), A::Error>;
}

/// The claims that every token of the service has.
#[derive(Debug)]
pub(crate) struct Registered<'de> {
    pub(crate) issuer: Cow<'de, str>,
    pub(crate) audience: Audience<'de>,
    pub(crate) subject: Cow<'de, str>,
    /// The three times are seconds since the start of 1970.
    pub(crate) expires: u64,
    pub(crate) not_before: u64,
    pub(crate) issued: u64,
}

/// For whom a token was made: `aud` as a list, or a single text (RFC 7519, section 4.1.3).
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Audience<'de>(pub(crate) Vec<Cow<'de, str>>);

/// The claim that a reader could not make sense of. serde's errors can carry no more than a text.
#[derive(Debug, Default)]
pub(crate) struct Misfit(Option<TokenError>);

impl Misfit {
    /// Notes the reason of an error that is on its way up. The first one counts.
    pub(crate) fn note<T, E>(&mut self, claim: Claim, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            self.0.get_or_insert(TokenError::InvalidClaim(claim));
        }
        result
    }
}

/// Reads the claims of a token whose signature is good.
pub(crate) struct Claims;

impl Claims {
    /// Reads all claims: registered ones into the result, others into `others`.
    ///
    /// A registered claim that is missing, of the wrong type or there twice is a refusal, and so is
    /// a payload that is not one JSON object.
    pub(crate) fn read<'de>(
        signed: &'de Signed,
        others: &mut impl ClaimReader<'de>,
    ) -> Result<Registered<'de>, TokenError> {
        let mut found = Found::default();
        let mut misfit = Misfit::default();
        // looking for invalid UTF-8 in one go is faster than text by text
        let text = std::str::from_utf8(&signed.payload).map_err(|_| TokenError::MalformedClaims)?;
        let mut json = serde_json::Deserializer::from_str(text);
        json.deserialize_map(Reader {
            found: &mut found,
            misfit: &mut misfit,
            others,
        })
        .and_then(|()| json.end())
        .map_err(|_| misfit.0.unwrap_or(TokenError::MalformedClaims))?;
        found.complete()
    }
}

/// A text that is borrowed from the token where it has no escapes.
pub(crate) struct Name<'de>(pub(crate) Cow<'de, str>);

#[derive(Default)]
struct Found<'de> {
    issuer: Option<Cow<'de, str>>,
    audience: Option<Audience<'de>>,
    subject: Option<Cow<'de, str>>,
    expires: Option<u64>,
    not_before: Option<u64>,
    issued: Option<u64>,
}

impl<'de> Found<'de> {
    fn complete(self) -> Result<Registered<'de>, TokenError> {
        fn need<T>(value: Option<T>, claim: Claim) -> Result<T, TokenError> {
            value.ok_or(TokenError::MissingClaim(claim))
        }
        let subject = need(self.subject, Claim::Subject)?;
        if subject.is_empty() {
            return Err(TokenError::InvalidClaim(Claim::Subject));
        }
        Ok(Registered {
            issuer: need(self.issuer, Claim::Issuer)?,
            audience: need(self.audience, Claim::Audience)?,
            subject,
            expires: need(self.expires, Claim::Expiry)?,
            not_before: need(self.not_before, Claim::NotBefore)?,
            issued: need(self.issued, Claim::IssuedAt)?,
        })
    }
}

struct Reader<'a, 'de, R> {
    found: &'a mut Found<'de>,
    misfit: &'a mut Misfit,
    others: &'a mut R,
}

impl<'de, R: ClaimReader<'de>> Visitor<'de> for Reader<'_, 'de, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self {
            found,
            misfit,
            others,
        } = self;
        while let Some(Name(name)) = map.next_key()? {
            let map = &mut map;
            match &*name {
                "iss" => text(&mut found.issuer, Claim::Issuer, map, misfit)?,
                "sub" => text(&mut found.subject, Claim::Subject, map, misfit)?,
                "aud" => {
                    let audience = misfit.note(Claim::Audience, map.next_value())?;
                    once(&mut found.audience, audience)?;
                }
                "exp" => time(&mut found.expires, Claim::Expiry, map, misfit)?,
                "nbf" => time(&mut found.not_before, Claim::NotBefore, map, misfit)?,
                "iat" => time(&mut found.issued, Claim::IssuedAt, map, misfit)?,
                _ => others.claim(name, map, misfit)?,
            }
        }
        Ok(())
    }
}

fn text<'de, A: MapAccess<'de>>(
    slot: &mut Option<Cow<'de, str>>,
    claim: Claim,
    map: &mut A,
    misfit: &mut Misfit,
) -> Result<(), A::Error> {
    let Name(text) = misfit.note(claim, map.next_value())?;
    once(slot, text)
}

fn time<'de, A: MapAccess<'de>>(
    slot: &mut Option<u64>,
    claim: Claim,
    map: &mut A,
    misfit: &mut Misfit,
) -> Result<(), A::Error> {
    let Seconds(seconds) = misfit.note(claim, map.next_value())?;
    once(slot, seconds)
}

/// Fills a slot; a claim that is there twice makes the token ambiguous.
fn once<T, E: serde::de::Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::custom("repeated")),
    }
}

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(text.to_owned())))
    }
}

/// Seconds since the start of 1970. RFC 7519 allows fractions (section 2, `NumericDate`); the service
/// writes none, so a token that has one is not the service's.
struct Seconds(u64);

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = u64::deserialize(deserializer)?;
        if seconds > LAST_SECOND {
            return Err(D::Error::custom("not a time"));
        }
        Ok(Self(seconds))
    }
}

impl<'de> Deserialize<'de> for Audience<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AudienceVisitor)
    }
}

struct AudienceVisitor;

impl<'de> Visitor<'de> for AudienceVisitor {
    type Value = Audience<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Audience<'de>, E> {
        Ok(Audience(vec![Cow::Borrowed(text)]))
    }

    fn visit_str<E>(self, text: &str) -> Result<Audience<'de>, E> {
        Ok(Audience(vec![Cow::Owned(text.to_owned())]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Audience<'de>, A::Error> {
        let mut audience = Vec::with_capacity(1);
        while let Some(Name(text)) = list.next_element()? {
            audience.push(text);
        }
        Ok(Audience(audience))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::JsonObject;

    /// Keeps the other claims.
    #[derive(Default)]
    struct Others(JsonObject);

    impl<'de> ClaimReader<'de> for Others {
        fn claim<A: MapAccess<'de>>(
            &mut self,
            name: Cow<'de, str>,
            map: &mut A,
            _: &mut Misfit,
        ) -> Result<(), A::Error> {
            let value = map.next_value()?;
            self.0.insert(name.into_owned(), value);
            Ok(())
        }
    }

    fn with(name: &str, value: &str) -> Result<(), TokenError> {
        let claims = [
            ("iss", "\"i\""),
            ("aud", "[\"p\"]"),
            ("sub", "\"s\""),
            ("exp", "2"),
            ("nbf", "1"),
            ("iat", "1"),
        ];
        let text: Vec<_> = claims
            .iter()
            .map(|(known, valid)| (*known, if *known == name { value } else { valid }))
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        read(&format!("{{{}}}", text.join(",")))
    }

    fn read(json: &str) -> Result<(), TokenError> {
        let signed = Signed {
            payload: json.as_bytes().to_vec(),
        };
        Claims::read(&signed, &mut Others::default()).map(|_| ())
    }

    #[test]
    fn reads_registered_claims_and_passes_others_on() {
        let signed = Signed {
            payload: br#"{"aud":"p","exp":3,"iat":1,"iss":"\u0069","nbf":2,"sub":"s","a":[1]}"#
                .to_vec(),
        };
        let mut others = Others::default();
        let claims = Claims::read(&signed, &mut others).unwrap();
        assert_eq!(claims.issuer, "i");
        assert_eq!(claims.audience, Audience(vec!["p".into()]));
        assert_eq!(claims.subject, "s");
        assert_eq!(
            (claims.issued, claims.not_before, claims.expires),
            (1, 2, 3)
        );
        assert_eq!(serde_json::to_string(&others.0).unwrap(), r#"{"a":[1]}"#);
    }

    #[test]
    fn each_registered_claim_must_be_there() {
        for (name, claim) in [
            ("iss", Claim::Issuer),
            ("aud", Claim::Audience),
            ("sub", Claim::Subject),
            ("exp", Claim::Expiry),
            ("nbf", Claim::NotBefore),
            ("iat", Claim::IssuedAt),
        ] {
            assert_eq!(
                with(name, ""),
                Err(TokenError::MissingClaim(claim)),
                "{name}"
            );
            for odd in ["null", "true", "{}", "[[]]", "[1]", "1.5", "-1"] {
                let refusal = with(name, odd);
                assert_eq!(
                    refusal,
                    Err(TokenError::InvalidClaim(claim)),
                    "{name}: {odd}"
                );
            }
        }
        assert_eq!(with("", ""), Ok(()));
    }

    #[test]
    fn times_are_whole_seconds_of_this_age() {
        for good in ["0", "1735725900", "253402300799"] {
            assert_eq!(with("exp", good), Ok(()), "{good}");
        }
        for odd in [
            "1735725900.0",
            "1.7e9",
            "\"1735725900\"",
            "-0.0",
            "253402300800",
            "18446744073709551615",
            "18446744073709551616",
            "1e400",
        ] {
            let refusal = with("exp", odd);
            assert_eq!(
                refusal,
                Err(TokenError::InvalidClaim(Claim::Expiry)),
                "{odd}"
            );
        }
    }

    #[test]
    fn the_audience_may_be_a_text_or_a_list_of_texts() {
        for good in ["\"p\"", "[]", "[\"a\",\"p\"]"] {
            assert_eq!(with("aud", good), Ok(()), "{good}");
        }
        for odd in ["[\"p\",1]", "[null]", "1", "{\"p\":\"p\"}"] {
            assert_eq!(
                with("aud", odd),
                Err(TokenError::InvalidClaim(Claim::Audience)),
                "{odd}"
            );
        }
        assert_eq!(
            with("sub", "\"\""),
            Err(TokenError::InvalidClaim(Claim::Subject))
        );
    }

    #[test]
    fn what_is_no_clear_object_is_refused() {
        for json in [
            "",
            "null",
            "[]",
            "{",
            "{}{}",
            r#"{"exp":1,"exp":2}"#,
            "{\"a\":\"\u{1}\"}",
        ] {
            assert_eq!(read(json), Err(TokenError::MalformedClaims), "{json}");
        }
        let deep = format!(r#"{{"a":{}"#, "[".repeat(100_000));
        assert_eq!(read(&deep), Err(TokenError::MalformedClaims));
        assert_eq!(read("{}"), Err(TokenError::MissingClaim(Claim::Subject)));
    }
}
