//! Guards of routes, as layers.

use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    mem,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    http::{Request, request::Parts},
    response::IntoResponse,
};
use stytch_core::{introspection::AccessToken, m2m::MachineToken};
use tower_layer::Layer;
use tower_service::Service;

use crate::{
    auth::Auth,
    check::session,
    requirement::{InOrganization, Requirement as _},
    session::Session,
    token::{Kind, require, token},
    vertical::Vertical,
    web::{Depth, Reason, Refusal},
};

/// A layer that lets requests with a session through which meets all that is required; what
/// [`Auth::guard`] begins.
///
/// Put it around routes (`MethodRouter::layer`, `Router::route_layer`), inside of
/// [`Auth::layer`]. Extractors behind it find the session checked.
///
/// ```
/// use axum::{Router, routing::{delete, get}};
/// use stytch_axum::b2b::Auth;
///
/// # async fn list() {}
/// # async fn remove() {}
/// # fn app(auth: Auth) -> Router {
/// Router::new()
///     .route("/documents", get(list).layer(auth.require("documents", "read")))
///     .route("/documents/{id}", delete(remove).layer(auth.require("documents", "delete").fresh()))
///     .layer(auth.layer())
///     .with_state(auth)
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Guard<V: Vertical> {
    auth: Auth<V>,
    permissions: Vec<(&'static str, &'static str)>,
    in_organization: bool,
    depth: Depth,
}

impl<V: Vertical> Auth<V> {
    /// A layer that lets requests with a session through.
    pub fn guard(&self) -> Guard<V> {
        Guard {
            auth: self.clone(),
            permissions: Vec::new(),
            in_organization: false,
            depth: Depth::Local,
        }
    }

    /// A layer that lets requests with a session through which may do this.
    pub fn require(&self, resource_id: &'static str, action: &'static str) -> Guard<V> {
        self.guard().permission(resource_id, action)
    }

    /// A layer that lets the requests of machines through whose token has all these scopes.
    pub fn machines(
        &self,
        scopes: impl IntoIterator<Item = &'static str>,
    ) -> TokenGuard<V, MachineToken> {
        TokenGuard::new(self, scopes)
    }

    /// A layer that lets the requests of connected apps through whose token has all these scopes.
    pub fn connected_apps(
        &self,
        scopes: impl IntoIterator<Item = &'static str>,
    ) -> TokenGuard<V, AccessToken> {
        TokenGuard::new(self, scopes)
    }
}

impl<V: Vertical> Guard<V> {
    /// Requires a permission, too.
    #[must_use]
    pub fn permission(mut self, resource_id: &'static str, action: &'static str) -> Self {
        self.permissions.push((resource_id, action));
        self
    }

    /// Requires that the session belongs to the organization that the path names; see
    /// [`InOrganization`].
    #[must_use]
    pub fn in_organization(mut self) -> Self {
        self.in_organization = true;
        self
    }

    /// Asks the API for each request; see [`Fresh`](crate::Fresh).
    #[must_use]
    pub fn fresh(mut self) -> Self {
        self.depth = Depth::Alive;
        self
    }
}

/// A layer that lets requests of machines or connected apps through; what [`Auth::machines`] and
/// [`Auth::connected_apps`] make.
pub struct TokenGuard<V: Vertical, T> {
    auth: Auth<V>,
    scopes: Vec<&'static str>,
    kind: PhantomData<fn() -> T>,
}

impl<V: Vertical, T> TokenGuard<V, T> {
    fn new(auth: &Auth<V>, scopes: impl IntoIterator<Item = &'static str>) -> Self {
        let scopes = scopes.into_iter().collect();
        Self {
            auth: auth.clone(),
            scopes,
            kind: PhantomData,
        }
    }
}

impl<V: Vertical, T> Clone for TokenGuard<V, T> {
    fn clone(&self) -> Self {
        Self {
            auth: self.auth.clone(),
            scopes: self.scopes.clone(),
            kind: PhantomData,
        }
    }
}

impl<V: Vertical, T> fmt::Debug for TokenGuard<V, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenGuard")
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// What decides whether a request goes on; not for implementation elsewhere.
pub trait Gate: Clone + Send + 'static {
    /// Lets the request pass, or not.
    fn pass(&self, request: &mut Parts) -> impl Future<Output = Result<(), Refusal>> + Send;
}

impl<V: Vertical> Gate for Guard<V> {
    async fn pass(&self, request: &mut Parts) -> Result<(), Refusal> {
        let Some(checked) = session(&self.auth, request, self.depth).await? else {
            return Err(Refusal::new(Reason::LoginRequired));
        };
        let session = Session::<V>::new(checked);
        if self.in_organization {
            InOrganization::check(&session, request).await?;
        }
        for (resource_id, action) in &self.permissions {
            session.require_permission(resource_id, action).await?;
        }
        Ok(())
    }
}

impl<V: Vertical, T: Kind> Gate for TokenGuard<V, T> {
    async fn pass(&self, request: &mut Parts) -> Result<(), Refusal> {
        let verdict = match token::<V, T>(&self.auth, request).await {
            Ok(Some(token)) => require(&token, &self.scopes),
            Ok(None) => Err(Refusal::new(Reason::LoginRequired)),
            Err(refusal) => Err(refusal),
        };
        verdict.map_err(|refusal| self.auth.of_resource(refusal))
    }
}

impl<V: Vertical, S> Layer<S> for Guard<V> {
    type Service = Guarded<Self, S>;

    fn layer(&self, inner: S) -> Self::Service {
        Guarded {
            gate: self.clone(),
            inner,
        }
    }
}

impl<V: Vertical, T, S> Layer<S> for TokenGuard<V, T> {
    type Service = Guarded<Self, S>;

    fn layer(&self, inner: S) -> Self::Service {
        Guarded {
            gate: self.clone(),
            inner,
        }
    }
}

/// A service behind a guard.
#[derive(Clone, Debug)]
pub struct Guarded<G, S> {
    gate: G,
    inner: S,
}

impl<G, S, B> Service<Request<B>> for Guarded<G, S>
where
    G: Gate + Sync,
    S: Service<Request<B>> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
    B: Send + 'static,
{
    type Response = axum::response::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let gate = self.gate.clone();
        // the one that was polled until it was ready
        let inner = self.inner.clone();
        let mut inner = mem::replace(&mut self.inner, inner);
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            if let Err(refusal) = gate.pass(&mut parts).await {
                return Ok(refusal.into_response());
            }
            let response = inner.call(Request::from_parts(parts, body)).await?;
            Ok(response.into_response())
        })
    }
}
