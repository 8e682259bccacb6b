//! Tokens with scopes: those of machines and those of connected apps.

use std::borrow::Cow;

use super::{Kind, Tokens};
use crate::{
    Claim, JsonObject, Timestamp, TokenError,
    clock::from_epoch,
    jwt::{Claims, Life, Member, Part, Places, Signed},
    rbac::{Rights, Subject},
    wire::{Object, Receive as _, Slot},
};

/// What the token of a machine says. It is its own subject, and names no app beside it.
pub(crate) type MachineClaims = ScopedToken<false>;

/// What the token of an app says, which acts for a user or a member.
pub(crate) type AppClaims = ScopedToken<true>;

/// What a token with scopes says, of an app or of a machine.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub(crate) struct ScopedToken<const OF_APP: bool> {
    pub(crate) subject: String,
    pub(crate) client_id: String,
    pub(crate) issuer: String,
    pub(crate) audience: Vec<String>,
    pub(crate) scopes: Vec<String>,
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) expires_at: Option<Timestamp>,
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) issued_at: Option<Timestamp>,
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) not_before: Option<Timestamp>,
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) jti: Option<String>,
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) organization: Option<TokenOrganization>,
    pub(crate) custom_claims: JsonObject,
    #[cfg_attr(feature = "serialize", serde(skip))]
    pub(crate) life: Life,
}

/// The organization of the member that an app acts for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TokenOrganization {
    /// The id of the organization.
    pub organization_id: String,
    /// Its slug.
    pub slug: String,
}

impl Object for TokenOrganization {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        match name {
            "organization_id" => Some(self.organization_id.slot()),
            "slug" => Some(self.slug.slot()),
            _ => None,
        }
    }
}

const ORGANIZATION: &[Member] = &[
    Member::needed("organization_id", "organization_id"),
    Member::extra("slug", "slug"),
];

impl<const OF_APP: bool> Kind for ScopedToken<OF_APP> {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        let mut organization = TokenOrganization::default();
        let places = Places {
            session: None,
            organization: OF_APP.then_some(ORGANIZATION),
            fields: &mut organization,
            scopes: true,
        };
        let claims = Claims::read(signed, &tokens.expected, places)?;
        // a session has its own claim, and may have any of the app's beside it
        if !claims.session.is_missing() {
            return Err(TokenError::WrongKind);
        }
        let life = Life::new(&claims, None);
        let names_itself = claims.client_id == Part::Read(claims.subject.clone());
        let names_app = !claims.client_id.is_missing() && !names_itself;
        if names_app != OF_APP {
            return Err(TokenError::WrongKind);
        }
        let client_id = if OF_APP {
            claims.client_id.need(Claim::ClientId)?
        } else {
            claims.subject.clone()
        };
        if client_id.is_empty() {
            return Err(TokenError::WrongKind);
        }
        let scope = claims.scope.need(Claim::Scope)?;
        if OF_APP && claims.organization.is_missing() == tokens.has_organizations {
            return Err(TokenError::WrongVertical);
        }
        let organization = if OF_APP && tokens.has_organizations {
            claims.organization.need(Claim::Organization)?;
            if organization.organization_id.is_empty() {
                return Err(TokenError::InvalidClaim(Claim::Organization));
            }
            Some(organization)
        } else {
            None
        };
        Ok(Self {
            client_id: client_id.into_owned(),
            subject: claims.subject.into_owned(),
            issuer: claims.issuer.into_owned(),
            audience: claims.audience.into_texts(),
            scopes: split_scopes(&scope),
            expires_at: from_epoch(claims.expires),
            issued_at: from_epoch(claims.issued),
            not_before: from_epoch(claims.not_before),
            jti: match claims.token_id {
                Part::Read(id) => Some(Cow::into_owned(id)),
                _ => None,
            },
            organization,
            custom_claims: claims.custom,
            life,
        })
    }

    fn life(&self) -> Life {
        self.life
    }
}

impl AppClaims {
    pub(crate) fn rights(&self) -> Subject<'_> {
        let organization = self.organization.as_ref();
        Subject {
            organization_id: organization.map(|organization| &*organization.organization_id),
            rights: Rights::Scopes(&self.scopes),
        }
    }
}

/// The scopes in the `scope` of a token (RFC 6749, section 3.3).
pub(crate) fn split_scopes(text: &str) -> Vec<String> {
    text.split_ascii_whitespace().map(str::to_owned).collect()
}

/// What tokens with scopes say in the same way.
macro_rules! scoped {
    ($token:ident => $content:ident, |$this:ident| $get:expr) => {
        impl $token {
            /// What the token permits.
            #[must_use]
            pub fn scopes(&self) -> &[String] {
                &self.content().scopes
            }

            /// Who made the token: the `iss` claim.
            #[must_use]
            pub fn issuer(&self) -> &str {
                &self.content().issuer
            }

            /// For whom it was made: the `aud` claim.
            #[must_use]
            pub fn audience(&self) -> &[String] {
                &self.content().audience
            }

            /// When the token ends: the `exp` claim.
            #[must_use]
            pub fn expires_at(&self) -> Option<crate::Timestamp> {
                self.content().expires_at
            }

            /// When it was made: the `iat` claim.
            #[must_use]
            pub fn issued_at(&self) -> Option<crate::Timestamp> {
                self.content().issued_at
            }

            /// When it begins: the `nbf` claim.
            #[must_use]
            pub fn not_before(&self) -> Option<crate::Timestamp> {
                self.content().not_before
            }

            /// The id of the token: the `jti` claim (RFC 7519, section 4.1.7), if it has one.
            #[must_use]
            pub fn jti(&self) -> Option<&str> {
                self.content().jti.as_deref()
            }

            /// The app's own claims.
            #[must_use]
            pub fn custom_claims(&self) -> &crate::JsonObject {
                &self.content().custom_claims
            }

            /// The app's own claims as a type of its own.
            ///
            /// # Errors
            ///
            /// [`Decode`](crate::ErrorKind::Decode) when the claims don't fit the type.
            pub fn custom_claims_as<C: serde::de::DeserializeOwned>(
                &self,
            ) -> Result<C, crate::Error> {
                crate::claims::custom_claims_as(self.custom_claims())
            }

            fn content(&self) -> &crate::tokens::$content {
                let $this = self;
                $get
            }
        }
    };
}

pub(crate) use scoped;
