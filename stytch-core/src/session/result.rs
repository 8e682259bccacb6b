//! A session that was checked.

use std::{fmt, ops::Deref, sync::Arc};

use serde::de::DeserializeOwned;

use super::{SessionModel, read::SessionToken};
use crate::{Error, Secret, claims::custom_claims_as, rbac::Verdict};

/// A session whose token was checked: the session itself, what the authorization check found, and
/// how it was checked. It derefs to the session.
///
/// Clones are cheap and share the session.
#[derive(Clone)]
pub struct Authenticated<S> {
    session: Shared<S>,
    verdict: Option<Verdict>,
    fresh: Option<Arc<Fresh>>,
}

enum Shared<S> {
    /// The JWT was checked here, and may be remembered.
    Local(Arc<SessionToken<S>>),
    Service(Arc<S>),
}

impl<S> Clone for Shared<S> {
    fn clone(&self) -> Self {
        match self {
            Self::Local(session) => Self::Local(Arc::clone(session)),
            Self::Service(session) => Self::Service(Arc::clone(session)),
        }
    }
}

/// What the service hands out along with a session.
#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) session_token: Secret,
    pub(super) session_jwt: Secret,
}

impl<S> Authenticated<S> {
    pub(super) fn local(session: Arc<SessionToken<S>>, verdict: Option<Verdict>) -> Self {
        Self {
            session: Shared::Local(session),
            verdict,
            fresh: None,
        }
    }

    pub(super) fn by_service(session: S, verdict: Option<Verdict>, fresh: Fresh) -> Self {
        Self {
            session: Shared::Service(Arc::new(session)),
            verdict,
            fresh: Some(Arc::new(fresh)),
        }
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> &S {
        match &self.session {
            Shared::Local(token) => &token.session,
            Shared::Service(session) => session,
        }
    }

    /// What allowed the action that the check was about; `None` if it was about none.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdict.as_ref()
    }

    /// Whether the JWT was checked here, without asking the service.
    #[must_use]
    pub fn is_local(&self) -> bool {
        matches!(self.session, Shared::Local(_))
    }

    /// The new JWT of the session, if the service was asked. Hand it to the browser in place of the
    /// old one, so that the next check can be made without asking.
    #[must_use]
    pub fn session_jwt(&self) -> Option<&Secret> {
        self.fresh.as_ref().map(|fresh| &fresh.session_jwt)
    }

    /// The token of the session, if the service was asked.
    #[must_use]
    pub fn session_token(&self) -> Option<&Secret> {
        self.fresh.as_ref().map(|fresh| &fresh.session_token)
    }
}

impl<S: SessionModel> Authenticated<S> {
    /// The session on its own.
    #[must_use]
    pub fn into_session(self) -> S {
        match self.session {
            Shared::Local(token) => match Arc::try_unwrap(token) {
                Ok(token) => token.session,
                Err(shared) => shared.session.clone(),
            },
            Shared::Service(session) => Arc::unwrap_or_clone(session),
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
}

impl<S> Deref for Authenticated<S> {
    type Target = S;

    fn deref(&self) -> &S {
        self.session()
    }
}

impl<S: fmt::Debug> fmt::Debug for Authenticated<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authenticated")
            .field("session", self.session())
            .field("verdict", &self.verdict)
            .field("is_local", &self.is_local())
            .finish_non_exhaustive()
    }
}
