//! The extractors of machines and connected apps.

use std::{fmt, marker::PhantomData, ops::Deref};

use axum::{
    extract::{FromRef, FromRequestParts, OptionalFromRequestParts},
    http::request::Parts,
};
use stytch_core::{
    CheckFuture,
    introspection::AccessToken,
    m2m::{MachineToken, scopes_satisfy},
};

use crate::{
    auth::Auth,
    requirement::Scopes,
    vertical::Vertical,
    web::{Reason, Refusal, Sessions, bearer},
};

/// The access token of a request, in its header, and that it has the scopes `S`.
///
/// Handlers name it by what it is: `Machine` or `ConnectedApp`, of [`b2b`](crate::b2b) or
/// [`consumer`](crate::consumer). It derefs to what the token says.
pub struct Bearer<V, T, S = ()> {
    token: T,
    marker: PhantomData<fn() -> (V, S)>,
}

/// A kind of access token; not for implementation elsewhere.
pub trait Kind: Clone + Send + Sync + 'static {
    /// Checks a token here.
    fn check<'a, V: Vertical>(client: &V, token: &'a str) -> CheckFuture<'a, Self>;

    /// Whether it has a scope.
    fn has(&self, scope: &'static str) -> bool;

    /// Whether it is meant for this resource.
    fn is_for(&self, resource: &str) -> bool;
}

impl Kind for MachineToken {
    fn check<'a, V: Vertical>(client: &V, token: &'a str) -> CheckFuture<'a, Self> {
        client.check_machine(token)
    }

    fn has(&self, scope: &'static str) -> bool {
        scopes_satisfy(self.scopes(), [scope])
    }

    /// The tokens of machines name the project alone.
    fn is_for(&self, _: &str) -> bool {
        true
    }
}

impl Kind for AccessToken {
    fn check<'a, V: Vertical>(client: &V, token: &'a str) -> CheckFuture<'a, Self> {
        client.check_app(token)
    }

    fn has(&self, scope: &'static str) -> bool {
        self.scopes().iter().any(|held| held == scope)
    }

    fn is_for(&self, resource: &str) -> bool {
        self.audience().iter().any(|audience| audience == resource)
    }
}

/// The verdict on a request, and whose it is: an app may serve two projects.
struct Cached<V: Vertical, T> {
    by: Sessions<V>,
    verdict: Result<Option<T>, Refusal>,
}

impl<V: Vertical, T: Clone> Clone for Cached<V, T> {
    fn clone(&self) -> Self {
        Self {
            by: self.by.clone(),
            verdict: self.verdict.clone(),
        }
    }
}

/// Checks the token of a request, unless that was done before.
pub(crate) async fn token<V: Vertical, T: Kind>(
    auth: &Auth<V>,
    parts: &mut Parts,
) -> Result<Option<T>, Refusal> {
    if let Some(cached) = parts.extensions.get::<Cached<V, T>>()
        && auth.sessions().is(&cached.by)
    {
        return cached.verdict.clone();
    }
    let verdict = match bearer(&parts.headers) {
        Ok(Some(token)) => T::check(auth.client(), token)
            .await
            .map_err(Refusal::of_check)
            .and_then(|token| match &auth.sessions().settings.audience {
                Some(resource) if !token.is_for(resource) => {
                    Err(Refusal::new(Reason::InvalidCredential))
                }
                _ => Ok(Some(token)),
            }),
        Ok(None) => Ok(None),
        Err(malformed) => Err(Refusal::new(Reason::Malformed(malformed))),
    };
    let by = auth.sessions().clone();
    parts.extensions.insert(Cached::<V, T> {
        by,
        verdict: verdict.clone(),
    });
    verdict
}

/// Makes sure that a token has all scopes.
pub(crate) fn require<T: Kind>(token: &T, scopes: &[&'static str]) -> Result<(), Refusal> {
    if scopes.iter().all(|scope| token.has(scope)) {
        Ok(())
    } else {
        Err(Refusal::insufficient_scope(scopes.iter().copied()))
    }
}

impl<V: Vertical, T: Kind, S: Scopes> Bearer<V, T, S> {
    async fn extract(parts: &mut Parts, auth: &Auth<V>) -> Result<Option<Self>, Refusal> {
        let Some(token) = token::<V, T>(auth, parts).await? else {
            return Ok(None);
        };
        require(&token, &S::scopes())?;
        Ok(Some(Self {
            token,
            marker: PhantomData,
        }))
    }
}

impl<State, V, T, S> FromRequestParts<State> for Bearer<V, T, S>
where
    State: Send + Sync,
    V: Vertical,
    Auth<V>: FromRef<State>,
    T: Kind,
    S: Scopes,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        let auth = Auth::from_ref(state);
        let refusal = match Self::extract(parts, &auth).await {
            Ok(Some(token)) => return Ok(token),
            Ok(None) => Refusal::new(Reason::LoginRequired),
            Err(refusal) => refusal,
        };
        Err(auth.of_resource(refusal))
    }
}

/// `None` for a request without an `Authorization: Bearer` header. One that is not good is refused.
impl<State, V, T, S> OptionalFromRequestParts<State> for Bearer<V, T, S>
where
    State: Send + Sync,
    V: Vertical,
    Auth<V>: FromRef<State>,
    T: Kind,
    S: Scopes,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Option<Self>, Refusal> {
        let auth = Auth::from_ref(state);
        let token = Self::extract(parts, &auth).await;
        token.map_err(|refusal| auth.of_resource(refusal))
    }
}

impl<V, T, S> Deref for Bearer<V, T, S> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.token
    }
}

impl<V, T: Clone, S> Clone for Bearer<V, T, S> {
    fn clone(&self) -> Self {
        Self {
            token: self.token.clone(),
            marker: PhantomData,
        }
    }
}

impl<V, T: fmt::Debug, S> fmt::Debug for Bearer<V, T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Bearer").field(&self.token).finish()
    }
}
