//! An access token that is good.

use std::{fmt, sync::Arc};

use serde::de::DeserializeOwned;

use crate::{
    Error, JsonObject, Timestamp,
    claims::custom_claims_as,
    rbac::{Rights, Subject, Verdict},
};

/// An access token of a connected app that was found to be good. Clones are cheap.
#[derive(Clone)]
pub struct AccessToken {
    content: Arc<Content>,
    verdict: Option<Verdict>,
}

/// What an access token says.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    pub(super) subject: String,
    pub(super) client_id: String,
    pub(super) issuer: String,
    pub(super) audience: Vec<String>,
    pub(super) scopes: Vec<String>,
    pub(super) expires_at: Option<Timestamp>,
    pub(super) issued_at: Option<Timestamp>,
    pub(super) not_before: Option<Timestamp>,
    pub(super) token_type: String,
    pub(super) organization: Option<TokenOrganization>,
    pub(super) custom_claims: JsonObject,
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

impl AccessToken {
    pub(super) fn new(content: Arc<Content>, verdict: Option<Verdict>) -> Self {
        Self { content, verdict }
    }

    /// The user or member that the app acts for.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.content.subject
    }

    /// The connected app that the token was given to.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.content.client_id
    }

    /// What the app may do.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        &self.content.scopes
    }

    /// Who made the token.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.content.issuer
    }

    /// For whom it was made.
    #[must_use]
    pub fn audience(&self) -> &[String] {
        &self.content.audience
    }

    /// When the token ends.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.content.expires_at
    }

    /// When it was made.
    #[must_use]
    pub fn issued_at(&self) -> Option<Timestamp> {
        self.content.issued_at
    }

    /// When it begins.
    #[must_use]
    pub fn not_before(&self) -> Option<Timestamp> {
        self.content.not_before
    }

    /// `access_token` or `refresh_token`.
    #[must_use]
    pub fn token_type(&self) -> &str {
        &self.content.token_type
    }

    /// The organization of the member; `None` for users.
    #[must_use]
    pub fn organization(&self) -> Option<&TokenOrganization> {
        self.content.organization.as_ref()
    }

    /// The app's own claims.
    #[must_use]
    pub fn custom_claims(&self) -> &JsonObject {
        &self.content.custom_claims
    }

    /// The app's own claims as a type of its own.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(&self.content.custom_claims)
    }

    /// What allowed the action that the check was about; `None` if it was about none.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdict.as_ref()
    }
}

impl Content {
    pub(super) fn subject(&self) -> Subject<'_> {
        let organization_id = self
            .organization
            .as_ref()
            .map(|organization| &*organization.organization_id);
        Subject {
            organization_id,
            rights: Rights::Scopes(&self.scopes),
        }
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("content", &self.content)
            .field("verdict", &self.verdict)
            .finish()
    }
}
