//! The claims of a token (RFC 7519, section 4), read in one pass and judged in a fixed order.

use std::{borrow::Cow, cell::Cell, fmt, time::Duration};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{Expected, Member, Members, Signed};
use crate::{
    Claim, JsonObject, TokenError, Value,
    wire::{Fill, Object, Slot},
};

/// All claims of the service, except the registered ones, begin like this.
const SERVICE: &str = "https://stytch.com/";

/// The last second of the year 9999. Nothing later is a time.
const LAST_SECOND: u64 = 253_402_300_799;

/// What a token says, once its signature, its issuer and its audience are known to be good.
///
/// The registered claims are there and well formed. Whether the others must be depends on the kind
/// of token.
#[derive(Debug)]
pub(crate) struct Claims<'de> {
    pub(crate) issuer: Cow<'de, str>,
    pub(crate) audience: Audience<'de>,
    pub(crate) subject: Cow<'de, str>,
    /// The three times count from the start of 1970.
    pub(crate) expires: Duration,
    pub(crate) not_before: Duration,
    pub(crate) issued: Duration,
    pub(crate) token_id: Part<Cow<'de, str>>,
    /// `scope` and `client_id`, unless they are claims of the app's own.
    pub(crate) scope: Part<Cow<'de, str>>,
    pub(crate) client_id: Part<Cow<'de, str>>,
    /// What the claim says went to its place.
    pub(crate) session: Part<()>,
    pub(crate) organization: Part<()>,
    /// The claims that are neither registered ones nor the service's.
    pub(crate) custom: JsonObject,
}

/// Where the claims go that only some kinds of tokens have.
pub(crate) struct Places<'a> {
    /// `None` if it is enough to know whether there is a session.
    pub(crate) session: Option<&'static [Member]>,
    pub(crate) organization: Option<&'static [Member]>,
    /// Whose fields the members of the two are.
    pub(crate) fields: &'a mut dyn Object,
    /// Whether `scope` and `client_id` are the service's.
    pub(crate) scopes: bool,
}

/// A claim, as far as it could be read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Part<T> {
    #[default]
    Missing,
    /// It is there, and is not what it should be.
    Odd,
    Read(T),
}

impl<T> Part<T> {
    /// The claim, or the refusal of a token that must have it.
    pub(crate) fn need(self, claim: Claim) -> Result<T, TokenError> {
        match self {
            Self::Missing => Err(TokenError::MissingClaim(claim)),
            Self::Odd => Err(TokenError::InvalidClaim(claim)),
            Self::Read(value) => Ok(value),
        }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Fills the place; a claim that is there twice makes the token ambiguous.
    fn fill<E: serde::de::Error>(&mut self, value: Option<T>) -> Result<(), E> {
        match std::mem::replace(self, value.map_or(Self::Odd, Self::Read)) {
            Self::Missing => Ok(()),
            _ => Err(E::custom("repeated")),
        }
    }
}

impl<'de> Claims<'de> {
    /// Reads the claims of a token whose signature is good. The order of refusals:
    ///
    /// 1. the payload is one JSON object without repetitions;
    /// 2. issuer and audience are there, and are [`Expected`] ones;
    /// 3. subject and times are there and well formed.
    ///
    /// So whatever is refused from the third step on is a token of this project, about which the
    /// service may know more.
    pub(crate) fn read(
        signed: &'de Signed,
        expected: &Expected,
        places: Places<'_>,
    ) -> Result<Self, TokenError> {
        let mut found = Found::default();
        // looking for invalid UTF-8 in one go is faster than text by text
        let text = std::str::from_utf8(&signed.payload).map_err(|_| TokenError::MalformedClaims)?;
        let mut json = serde_json::Deserializer::from_str(text);
        let read = json.deserialize_map(ClaimsVisitor {
            found: &mut found,
            places,
        });
        if read.and_then(|()| json.end()).is_err() {
            return Err(found.unreadable.unwrap_or(TokenError::MalformedClaims));
        }
        let issuer = found.issuer.need(Claim::Issuer)?;
        let audience = found.audience.need(Claim::Audience)?;
        expected.check_issuer(&issuer)?;
        expected.check_audience(audience.iter())?;
        let subject = found.subject.need(Claim::Subject)?;
        if subject.is_empty() {
            return Err(TokenError::InvalidClaim(Claim::Subject));
        }
        Ok(Self {
            issuer,
            audience,
            subject,
            expires: found.expires.need(Claim::Expiry)?,
            not_before: found.not_before.need(Claim::NotBefore)?,
            issued: found.issued.need(Claim::IssuedAt)?,
            token_id: found.token_id,
            scope: found.scope,
            client_id: found.client_id,
            session: found.session,
            organization: found.organization,
            custom: found.custom,
        })
    }
}

#[derive(Default)]
struct Found<'de> {
    issuer: Part<Cow<'de, str>>,
    audience: Part<Audience<'de>>,
    subject: Part<Cow<'de, str>>,
    expires: Part<Duration>,
    not_before: Part<Duration>,
    issued: Part<Duration>,
    token_id: Part<Cow<'de, str>>,
    scope: Part<Cow<'de, str>>,
    client_id: Part<Cow<'de, str>>,
    session: Part<()>,
    organization: Part<()>,
    custom: JsonObject,
    /// The claim at which reading broke off. serde's errors can carry no more than a text.
    unreadable: Option<TokenError>,
}

struct ClaimsVisitor<'a, 'p, 'de> {
    found: &'a mut Found<'de>,
    places: Places<'p>,
}

impl<'de> Visitor<'de> for ClaimsVisitor<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { found, mut places } = self;
        while let Some(name) = map.next_key::<Text<'de>>()? {
            let name = name.text().unwrap_or_default();
            let map = &mut map;
            match &*name {
                "iss" => found.issuer.fill(text(map)?),
                "sub" => found.subject.fill(text(map)?),
                "aud" => found
                    .audience
                    .fill(map.next_value::<Text<'de>>()?.audience()),
                "jti" => found.token_id.fill(text(map)?),
                "exp" => found
                    .expires
                    .fill(seconds(map, Claim::Expiry, &mut found.unreadable)?),
                "nbf" => {
                    (found.not_before).fill(seconds(map, Claim::NotBefore, &mut found.unreadable)?)
                }
                "iat" => found
                    .issued
                    .fill(seconds(map, Claim::IssuedAt, &mut found.unreadable)?),
                "scope" if places.scopes => found.scope.fill(text(map)?),
                "client_id" if places.scopes => found.client_id.fill(text(map)?),
                name if name == Claim::Session.as_str() => {
                    found.session.fill(places.read(places.session, map)?)
                }
                name if name == Claim::Organization.as_str() => found
                    .organization
                    .fill(places.read(places.organization, map)?),
                name if name.starts_with(SERVICE) => map.next_value::<IgnoredAny>().map(drop),
                _ => match found.custom.insert(name.into_owned(), map.next_value()?) {
                    None => Ok(()),
                    Some(_) => Err(A::Error::custom("repeated")),
                },
            }?;
        }
        Ok(())
    }
}

impl Places<'_> {
    /// Reads a claim of the service's into its fields. `None` if a member that a check needs can't
    /// be read; what no check needs is left out.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        members: Option<&'static [Member]>,
        map: &mut A,
    ) -> Result<Option<()>, A::Error> {
        let Some(members) = members else {
            return map.next_value::<IgnoredAny>().map(|_| Some(()));
        };
        let misfit = Cell::new(false);
        let mut members = Members::new(&mut *self.fields, members, &misfit);
        map.next_value_seed(Fill::leniently(Slot::Object(&mut members), &misfit))?;
        Ok(members.are_usable().then_some(()))
    }
}

fn text<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<Cow<'de, str>>, A::Error> {
    map.next_value::<Text<'de>>().map(Text::text)
}

/// Seconds since the start of 1970. RFC 7519 allows fractions (section 2, `NumericDate`); the service
/// writes none, so a token that has one is not the service's.
fn seconds<'de, A: MapAccess<'de>>(
    map: &mut A,
    claim: Claim,
    unreadable: &mut Option<TokenError>,
) -> Result<Option<Duration>, A::Error> {
    let value = map.next_value::<Value>().inspect_err(|_| {
        *unreadable = Some(TokenError::InvalidClaim(claim));
    })?;
    let seconds = value.as_u64().filter(|seconds| *seconds <= LAST_SECOND);
    Ok(seconds.map(Duration::from_secs))
}

/// For whom a token was made: `aud` as a list, or a single text (RFC 7519, section 4.1.3).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Audience<'de> {
    /// Apart, so that the usual list of one allocates nothing.
    first: Option<Cow<'de, str>>,
    rest: Vec<Cow<'de, str>>,
}

impl<'de> Audience<'de> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.first.iter().chain(&self.rest).map(|text| &**text)
    }

    pub(crate) fn into_texts(self) -> Vec<String> {
        self.first
            .into_iter()
            .chain(self.rest)
            .map(Cow::into_owned)
            .collect()
    }
}

/// A text that is borrowed from the token where it has no escapes, or a list of texts. Anything else
/// is read, too, and is neither.
pub(crate) enum Text<'de> {
    One(Cow<'de, str>),
    List(Audience<'de>),
    Neither,
}

impl<'de> Text<'de> {
    pub(crate) fn text(self) -> Option<Cow<'de, str>> {
        match self {
            Self::One(text) => Some(text),
            _ => None,
        }
    }

    fn audience(self) -> Option<Audience<'de>> {
        match self {
            Self::One(text) => Some(Audience {
                first: Some(text),
                rest: Vec::new(),
            }),
            Self::List(list) => Some(list),
            Self::Neither => None,
        }
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text::One(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text::One(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Text<'de>, E> {
        Ok(Text::Neither)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Text<'de>, E> {
        Ok(Text::Neither)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Text<'de>, E> {
        Ok(Text::Neither)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Text<'de>, E> {
        Ok(Text::Neither)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Text<'de>, E> {
        Ok(Text::Neither)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Text::Neither)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Text<'de>, A::Error> {
        let mut audience = Some(Audience::default());
        while let Some(element) = list.next_element::<Text<'de>>()? {
            let text = element.text();
            audience = audience.zip(text).map(|(mut audience, text)| {
                match audience.first {
                    None => audience.first = Some(text),
                    Some(_) => audience.rest.push(text),
                }
                audience
            });
        }
        Ok(audience.map_or(Text::Neither, Text::List))
    }
}
