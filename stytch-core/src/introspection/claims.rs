//! From the claims of a connected app's token to what it says.

use std::borrow::Cow;

use serde::{
    Deserialize,
    de::{Error as _, IgnoredAny, MapAccess},
};

use super::token::{Content, TokenOrganization};
use crate::{
    Claim, JsonObject, Timestamp, TokenError,
    jwt::{ClaimReader, Claims, Life, Misfit, Name, SERVICE, Signed},
    m2m::split_scopes,
    tokens::{self, Tokens},
};

/// A token that was checked here.
pub(super) struct Checked {
    pub(super) content: std::sync::Arc<Content>,
    life: Life,
}

impl tokens::Content for Checked {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        let mut reader = Reader::default();
        let claims = Claims::read(signed, &mut reader)?;
        tokens.expected.check(&claims)?;
        // a session has its own claim; a machine is its own subject and names no app beside it
        let client_id = reader.client_id.unwrap_or_default();
        if reader.has_session || client_id.is_empty() || client_id == claims.subject {
            return Err(TokenError::WrongKind);
        }
        let scope = reader.scope.ok_or(TokenError::MissingClaim(Claim::Scope))?;
        if reader.organization.is_some() != tokens.has_organizations {
            return Err(TokenError::WrongVertical);
        }
        let time = |seconds: u64| {
            i64::try_from(seconds)
                .ok()
                .and_then(Timestamp::from_unix_seconds)
        };
        let life = Life::new(&claims, None);
        let content = Content {
            client_id: client_id.into_owned(),
            issuer: claims.issuer.into_owned(),
            audience: claims.audience.0.into_iter().map(Cow::into_owned).collect(),
            scopes: split_scopes(&scope),
            expires_at: time(claims.expires),
            issued_at: time(claims.issued),
            not_before: time(claims.not_before),
            token_type: "access_token".to_owned(),
            organization: reader.organization,
            custom_claims: reader.custom,
            subject: claims.subject.into_owned(),
        };
        Ok(Self {
            content: content.into(),
            life,
        })
    }

    fn life(&self) -> Life {
        self.life
    }
}

#[derive(Default)]
struct Reader<'de> {
    scope: Option<Cow<'de, str>>,
    client_id: Option<Cow<'de, str>>,
    organization: Option<TokenOrganization>,
    has_session: bool,
    custom: JsonObject,
}

impl<'de> ClaimReader<'de> for Reader<'de> {
    fn claim<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
        misfit: &mut Misfit,
    ) -> Result<(), A::Error> {
        let repeated = match &*name {
            "scope" => {
                let Name(scope) = misfit.note(Claim::Scope, map.next_value())?;
                self.scope.replace(scope).is_some()
            }
            "client_id" => {
                let Name(client) = misfit.note(Claim::ClientId, map.next_value())?;
                self.client_id.replace(client).is_some()
            }
            name if name == Claim::Organization.as_str() => {
                let organization = misfit.note(Claim::Organization, organization(map))?;
                self.organization.replace(organization).is_some()
            }
            name if name == "jti" || name.starts_with(SERVICE) => {
                self.has_session |= name == Claim::Session.as_str();
                map.next_value::<IgnoredAny>()?;
                false
            }
            _ => self
                .custom
                .insert(name.into_owned(), map.next_value()?)
                .is_some(),
        };
        if repeated {
            return Err(A::Error::custom("repeated"));
        }
        Ok(())
    }
}

fn organization<'de, A: MapAccess<'de>>(map: &mut A) -> Result<TokenOrganization, A::Error> {
    #[derive(Deserialize)]
    struct Body {
        organization_id: String,
        slug: Option<String>,
    }

    let Body {
        organization_id,
        slug,
    } = map.next_value()?;
    if organization_id.is_empty() {
        return Err(A::Error::custom("empty"));
    }
    Ok(TokenOrganization {
        organization_id,
        slug: slug.unwrap_or_default(),
    })
}
