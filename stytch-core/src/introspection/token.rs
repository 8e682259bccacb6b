//! An access token that is good.

use std::{fmt, sync::Arc};

use crate::{
    Error, Handle,
    rbac::Verdict,
    tokens::{AppClaims, Terms, TokenOrganization, scoped},
};

/// An access token of a connected app that was found to be good. Clones are cheap.
#[derive(Clone)]
pub struct AccessToken {
    token: Arc<AppClaims>,
    verdicts: Vec<Verdict>,
}

scoped!(AccessToken => AppClaims, |token| &token.token);

impl AccessToken {
    /// Makes sure that a good token may do what is asked for.
    pub(super) async fn permit(
        client: &Handle,
        token: Arc<AppClaims>,
        terms: &Terms<'_>,
    ) -> Result<Self, Error> {
        let verdicts = terms.meet(client, token.rights()).await?;
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
    #[must_use]
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
            content: &'a AppClaims,
            verdicts: &'a [Verdict],
        }

        let (content, verdicts) = (self.content(), self.verdicts());
        Whole { content, verdicts }.serialize(serializer)
    }
}
