//! From the claims of a session's JWT to the session type of the API.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor},
};

use super::SessionModel;
use crate::{
    Claim, JsonObject, Timestamp, TokenError,
    jwt::{ClaimReader, Claims, Life, Misfit, Name, SERVICE, Signed},
    tokens::{Content, Tokens},
    wire::{Fill, Object, Slot},
};

/// Where the members of the session claim go; the id has a different name in each vertical.
const SESSION: &[(&str, &str)] = &[
    ("id", ""),
    ("started_at", "started_at"),
    ("last_accessed_at", "last_accessed_at"),
    ("expires_at", "expires_at"),
    ("attributes", "attributes"),
    ("authentication_factors", "authentication_factors"),
    ("roles", "roles"),
];

const ORGANIZATION: &[(&str, &str)] = &[
    ("organization_id", "organization_id"),
    ("slug", "organization_slug"),
];

/// What the JWT of a session says.
pub(super) struct SessionToken<S> {
    pub(super) session: S,
    life: Life,
}

impl<S: SessionModel> Content for SessionToken<S> {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        let mut session = S::default();
        let mut reader = Reader {
            session: &mut session,
            id: S::ID,
            organizations: S::HAS_ORGANIZATION,
            has_session: false,
            has_organization: false,
            custom: JsonObject::new(),
        };
        let claims = Claims::read(signed, &mut reader)?;
        tokens.expected.check(&claims)?;
        if !reader.has_session {
            return Err(TokenError::WrongKind);
        }
        if reader.has_organization != S::HAS_ORGANIZATION {
            return Err(TokenError::WrongVertical);
        }
        let custom = reader.custom;
        if session.session_id().is_empty() {
            return Err(TokenError::InvalidClaim(Claim::Session));
        }
        if session.organization_id() == Some("") {
            return Err(TokenError::InvalidClaim(Claim::Organization));
        }
        let life = Life::new(&claims, session.expires_at());
        if session.expires_at().is_none() {
            // the session's own end is not known, so the token's has to do
            let end = i64::try_from(claims.expires)
                .ok()
                .and_then(Timestamp::from_unix_seconds);
            let end = end.map(|end| end.to_string()).unwrap_or_default();
            set_text(&mut session, "expires_at", &end);
        }
        set_text(&mut session, S::SUBJECT, &claims.subject);
        if let Some(Slot::JsonObject(slot)) = session.field("custom_claims") {
            *slot = custom;
        }
        Ok(Self { session, life })
    }

    fn life(&self) -> Life {
        self.life
    }

    fn shrink(&mut self) {
        if let Some(Slot::List(factors)) = self.session.field("authentication_factors") {
            factors.shrink();
        }
    }
}

fn set_text(session: &mut dyn Object, field: &str, text: &str) {
    match session.field(field) {
        Some(Slot::String(slot)) => text.clone_into(slot),
        // ids take any text, and a time that was just printed can be read again
        Some(Slot::Text(slot)) => drop(slot.set(text)),
        _ => {}
    }
}

/// Reads claims into a session. Not generic over its type.
struct Reader<'a> {
    session: &'a mut dyn Object,
    id: &'static str,
    organizations: bool,
    has_session: bool,
    has_organization: bool,
    custom: JsonObject,
}

impl<'de> ClaimReader<'de> for Reader<'_> {
    fn claim<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
        misfit: &mut Misfit,
    ) -> Result<(), A::Error> {
        let repeated = if name == Claim::Session.as_str() {
            let seed = Members {
                session: &mut *self.session,
                known: SESSION,
                id: self.id,
            };
            misfit.note(Claim::Session, map.next_value_seed(seed))?;
            std::mem::replace(&mut self.has_session, true)
        } else if name == Claim::Organization.as_str() {
            // a consumer's token has none; that there is one is all that matters there
            let known = if self.organizations {
                ORGANIZATION
            } else {
                &[]
            };
            let seed = Members {
                session: &mut *self.session,
                known,
                id: "",
            };
            misfit.note(Claim::Organization, map.next_value_seed(seed))?;
            std::mem::replace(&mut self.has_organization, true)
        } else if name == "jti" || name.starts_with(SERVICE) {
            map.next_value::<IgnoredAny>()?;
            false
        } else {
            self.custom
                .insert(name.into_owned(), map.next_value()?)
                .is_some()
        };
        if repeated {
            return Err(A::Error::custom("repeated"));
        }
        Ok(())
    }
}

/// Reads the members of a claim into the fields of a session.
struct Members<'a> {
    session: &'a mut dyn Object,
    known: &'static [(&'static str, &'static str)],
    id: &'static str,
}

impl<'de> DeserializeSeed<'de> for Members<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = 0_u32;
        while let Some(Name(name)) = map.next_key()? {
            let known = self
                .known
                .iter()
                .enumerate()
                .find(|(_, (known, _))| *known == name);
            let slot = known.and_then(|(number, (_, field))| {
                let repeated = seen >> number & 1 == 1;
                seen |= 1 << number;
                let field = if field.is_empty() { self.id } else { *field };
                Some((repeated, self.session.field(field)?))
            });
            match slot {
                Some((true, _)) => return Err(A::Error::custom("repeated")),
                Some((false, slot)) => drop(map.next_value_seed(Fill(slot))?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}
