//! The extractors of sessions.

use std::{fmt, marker::PhantomData, ops::Deref, sync::Arc};

use axum::{
    extract::{FromRef, FromRequestParts, OptionalFromRequestParts},
    http::request::Parts,
};
use stytch_core::session::{Authenticated, SessionProof};

use crate::{
    auth::Auth,
    check::session,
    requirement::Requirement,
    vertical::Vertical,
    web::{Checked, Depth, Reason, Refusal, Source, bearer},
};

/// The session of a request, and that it meets the requirement `R`.
///
/// Handlers name it by what it is: [`b2b::MemberSession`](crate::b2b::MemberSession) or
/// [`consumer::UserSession`](crate::consumer::UserSession).
pub struct Session<V: Vertical, R = ()> {
    checked: Arc<Checked<V>>,
    requirement: PhantomData<fn() -> R>,
}

impl<V: Vertical, R> Session<V, R> {
    pub(crate) fn new(checked: Arc<Checked<V>>) -> Self {
        Self {
            checked,
            requirement: PhantomData,
        }
    }

    /// Whether it came by header or by cookie.
    #[must_use]
    pub fn source(&self) -> Source {
        self.checked.source
    }

    pub(crate) fn checked(&self) -> &Checked<V> {
        &self.checked
    }

    /// The text that was checked, for calls in the name of whoever is logged in. A session that came by cookie
    /// has its JWT there as a rule, so that the field of the request has to be the one that fits:
    ///
    /// ```
    /// use stytch_axum::consumer::{Auth, UserSession};
    /// use stytch_consumer::{Error, otps::AuthenticateRequest};
    ///
    /// async fn second_factor(auth: &Auth, session: &UserSession, code: &str) -> Result<(), Error> {
    ///     let mut request = AuthenticateRequest::new("phone-number-test-1", code);
    ///     (request.session_token, request.session_jwt) = session.proof().into_fields();
    ///     auth.client().otps().authenticate(request).await?;
    ///     Ok(())
    /// }
    /// ```
    #[must_use]
    pub fn proof(&self) -> SessionProof<'_> {
        self.checked.proof()
    }
}

impl<V: Vertical, R> Deref for Session<V, R> {
    type Target = Authenticated<V::Session>;

    fn deref(&self) -> &Self::Target {
        &self.checked.session
    }
}

impl<V: Vertical, R> Clone for Session<V, R> {
    fn clone(&self) -> Self {
        Self::new(Arc::clone(&self.checked))
    }
}

impl<V: Vertical, R> fmt::Debug for Session<V, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("source", &self.source())
            .field("session", &self.checked.session)
            .finish_non_exhaustive()
    }
}

/// A session about which the API was asked for this very request: it is alive, and its roles are what
/// they are now. For what must not happen with a session that was revoked some minutes ago.
///
/// It costs a call of the API. The member or user and the organization come with it, see
/// [`Authenticated::subject`] and [`Authenticated::organization`].
///
/// ```
/// use stytch_axum::b2b::{Fresh, MemberSession};
///
/// async fn delete_everything(session: Fresh<MemberSession>) -> String {
///     let name = session.subject().map_or("somebody", |member| &member.name);
///     format!("deleted by {name}")
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Fresh<T>(pub T);

impl<T> Deref for Fresh<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The session of a request that meets a requirement; `None` for a visitor who is not logged in.
async fn extract<V, R>(
    parts: &mut Parts,
    auth: &Auth<V>,
    depth: Depth,
) -> Result<Option<Session<V, R>>, Refusal>
where
    V: Vertical,
    R: Requirement<V>,
{
    let Some(checked) = session(auth, parts, depth).await? else {
        return Ok(None);
    };
    let session = Session::new(checked);
    R::check(&session, parts).await?;
    Ok(Some(Session::new(session.checked)))
}

/// Whether the request brings its credential in a header, as only programs do.
fn is_by_header(parts: &Parts) -> bool {
    !matches!(bearer(&parts.headers), Ok(None))
}

macro_rules! extractor {
    ($extractor:ty, $depth:expr, |$session:ident| $wrap:expr) => {
        impl<S, V, R> FromRequestParts<S> for $extractor
        where
            S: Send + Sync,
            V: Vertical,
            Auth<V>: FromRef<S>,
            R: Requirement<V>,
        {
            type Rejection = Refusal;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
                let auth = Auth::from_ref(state);
                match extract::<V, R>(parts, &auth, $depth).await {
                    Ok(Some($session)) => Ok($wrap),
                    Ok(None) => Err(Refusal::new(Reason::LoginRequired)),
                    Err(refusal) => Err(refusal),
                }
            }
        }

        /// `None` for a visitor who is not logged in, or no longer. Whatever else is wrong is refused:
        /// a bad header, cookies that another site's request came with, a session that may not do what
        /// is required, and a check that can't be made now.
        impl<S, V, R> OptionalFromRequestParts<S> for $extractor
        where
            S: Send + Sync,
            V: Vertical,
            Auth<V>: FromRef<S>,
            R: Requirement<V>,
        {
            type Rejection = Refusal;

            async fn from_request_parts(
                parts: &mut Parts,
                state: &S,
            ) -> Result<Option<Self>, Refusal> {
                let auth = Auth::from_ref(state);
                match extract::<V, R>(parts, &auth, $depth).await {
                    Ok(session) => Ok(session.map(|$session| $wrap)),
                    Err(refusal) if refusal.needs_login() && !is_by_header(parts) => Ok(None),
                    Err(refusal) => Err(refusal),
                }
            }
        }
    };
}

extractor!(Session<V, R>, Depth::Local, |session| session);
extractor!(Fresh<Session<V, R>>, Depth::Alive, |session| Fresh(session));
