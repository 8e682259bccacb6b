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
mod tests;
