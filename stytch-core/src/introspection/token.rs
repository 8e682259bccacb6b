//! An access token that is good.

use std::{fmt, sync::Arc};

use crate::{
    Error, Handle, TokenError,
    jwt::{Life, Signed},
    rbac::Verdict,
    tokens::{Holder, Kind, ScopedToken, Terms, Tokens, scoped},
    wire::{Object, Receive as _, Slot},
};

/// An access token of a connected app that was found to be good. Clones are cheap.
#[derive(Clone)]
pub struct AccessToken {
    token: Arc<Access>,
    verdicts: Vec<Verdict>,
}

/// What an access token says.
pub(super) struct Access(pub(super) ScopedToken);

impl Kind for Access {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        ScopedToken::read(signed, tokens, Holder::App).map(Self)
    }

    fn life(&self) -> Life {
        self.0.life
    }
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

scoped!(AccessToken, |token| &token.token.0);

impl AccessToken {
    /// Makes sure that a good token may do what is asked for.
    pub(super) async fn permit(
        client: &Handle,
        token: Arc<Access>,
        terms: &Terms<'_>,
    ) -> Result<Self, Error> {
        let verdicts = terms.meet(client, token.0.rights()).await?;
        Ok(Self { token, verdicts })
    }

    /// The user or member that the app acts for: the `sub` claim.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.content().subject
    }

    /// The connected app that the token was given to.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.content().client_id
    }

    /// Always `access_token`: a refresh token is none.
    #[must_use]
    pub fn token_type(&self) -> &str {
        "access_token"
    }

    /// The organization of the member; `None` for users.
    #[must_use]
    pub fn organization(&self) -> Option<&TokenOrganization> {
        self.content().organization.as_ref()
    }

    /// What allowed the first of the actions that the check was about; `None` if it was about none.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdicts.first()
    }

    /// What allowed the actions that the check was about, in the order in which they were asked for.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("content", self.content())
            .field("verdicts", &self.verdicts)
            .finish()
    }
}

#[cfg(feature = "serialize")]
impl serde::Serialize for AccessToken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            content: &'a ScopedToken,
            verdicts: &'a [Verdict],
        }

        let Self { token, verdicts } = self;
        let content = &token.0;
        Whole { content, verdicts }.serialize(serializer)
    }
}
