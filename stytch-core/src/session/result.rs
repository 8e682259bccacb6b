//! A session that was checked.

use std::{fmt, ops::Deref, sync::Arc};

use serde::de::DeserializeOwned;

use super::{
    SessionModel,
    answer::Answer,
    token::{SessionToken, rights},
};
use crate::{
    AuthorizationError, Error, Handle, Secret, claims::custom_claims_as, rbac::Verdict,
    tokens::Terms,
};

/// A session whose token was checked: the session itself, what the authorization checks found, and
/// how it was checked. It derefs to the session.
///
/// Clones are cheap and share the session.
///
/// With the feature `serialize` it becomes an object with `session`, `verdicts`, and, if the service
/// was asked and sent them, `subject` and `organization`. The tokens of the session stay out.
#[derive(Clone)]
pub struct Authenticated<S: SessionModel> {
    client: Handle,
    source: Source<S>,
    verdicts: Vec<Verdict>,
}

/// Where the session is from.
#[derive(Clone)]
pub(super) enum Source<S: SessionModel> {
    /// The JWT was checked here, and may be remembered.
    Local(Arc<SessionToken<S>>),
    Service(Arc<Answer<S>>),
}

impl<S: SessionModel> Authenticated<S> {
    pub(super) fn new(client: Handle, source: Source<S>, verdicts: Vec<Verdict>) -> Self {
        Self {
            client,
            source,
            verdicts,
        }
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> &S {
        match &self.source {
            Source::Local(token) => &token.session,
            Source::Service(answer) => &answer.session,
        }
    }

    /// The session on its own.
    #[must_use]
    pub fn into_session(self) -> S {
        match self.source {
            Source::Local(token) => Arc::try_unwrap(token)
                .map_or_else(|shared| shared.session.clone(), |token| token.session),
            Source::Service(answer) => Arc::try_unwrap(answer)
                .map_or_else(|shared| shared.session.clone(), |answer| answer.session),
        }
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

    /// Whether the session may do something more, in its own organization if it has one. The roles
    /// are those of the session as it was checked, the policy is the client's; the JWT is not checked
    /// again, nor is its time.
    ///
    /// # Errors
    ///
    /// [`Authorization`](crate::ErrorKind::Authorization) if it may not, and the error of the policy
    /// if that can't be had.
    pub async fn require_permission(
        &self,
        resource_id: &str,
        action: &str,
    ) -> Result<Verdict, Error> {
        let mut terms = Terms::default();
        terms.permission(None, resource_id, action);
        let verdicts = terms.meet(&self.client, rights(self.session())).await?;
        let verdict = verdicts.into_iter().next();
        verdict.ok_or_else(|| Error::authorization(AuthorizationError::NotPermitted))
    }

    /// Whether the JWT was checked here, without asking the service.
    #[must_use]
    pub fn is_local(&self) -> bool {
        matches!(self.source, Source::Local(_))
    }

    /// The new JWT of the session, if the service was asked and sent one. Hand it to the browser in
    /// place of the old one, so that the next check can be made without asking.
    #[must_use]
    pub fn session_jwt(&self) -> Option<&Secret> {
        self.answer(|answer| Some(&answer.session_jwt))
            .filter(|jwt| !jwt.is_empty())
    }

    /// The token of the session, if the service was asked and sent it.
    #[must_use]
    pub fn session_token(&self) -> Option<&Secret> {
        self.answer(|answer| Some(&answer.session_token))
            .filter(|token| !token.is_empty())
    }

    /// The member or user that the session belongs to, if the service was asked and sent it.
    #[must_use]
    pub fn subject(&self) -> Option<&S::Subject> {
        self.answer(|answer| answer.subject.as_ref())
    }

    /// The organization that the session belongs to, if the service was asked and sent it.
    #[must_use]
    pub fn organization(&self) -> Option<&S::Organization> {
        self.answer(|answer| answer.organization.as_ref())
    }

    /// The id of the JWT: its `jti` claim (RFC 7519, section 4.1.7), if it has one and was checked
    /// here.
    #[must_use]
    pub fn jti(&self) -> Option<&str> {
        match &self.source {
            Source::Local(token) => token.jti.as_deref(),
            Source::Service(_) => None,
        }
    }

    /// The custom claims of the session as a type of the app's own.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(self.session().custom_claims())
    }

    fn answer<'s, T>(&'s self, part: impl FnOnce(&'s Answer<S>) -> Option<&'s T>) -> Option<&'s T> {
        match &self.source {
            Source::Local(_) => None,
            Source::Service(answer) => part(answer),
        }
    }
}

impl<S: SessionModel> Deref for Authenticated<S> {
    type Target = S;

    fn deref(&self) -> &S {
        self.session()
    }
}

impl<S: SessionModel> fmt::Debug for Authenticated<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authenticated")
            .field("session", self.session())
            .field("verdicts", &self.verdicts)
            .field("is_local", &self.is_local())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "serialize")]
impl<S> serde::Serialize for Authenticated<S>
where
    S: SessionModel<Subject: serde::Serialize, Organization: serde::Serialize> + serde::Serialize,
{
    fn serialize<W: serde::Serializer>(&self, serializer: W) -> Result<W::Ok, W::Error> {
        use serde::ser::SerializeMap as _;

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("session", self.session())?;
        map.serialize_entry("verdicts", &self.verdicts)?;
        if let Some(subject) = self.subject() {
            map.serialize_entry("subject", subject)?;
        }
        if let Some(organization) = self.organization() {
            map.serialize_entry("organization", organization)?;
        }
        map.end()
    }
}
