//! The layer that sets and deletes cookies.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::http::{Request, Response, request::Parts};
use stytch_core::Environment;
use tower_layer::Layer;
use tower_service::Service;

use crate::{
    auth::Auth,
    vertical::Vertical,
    web::{Cookies, Reason, Refusal, is_loopback},
};

/// Gives browsers the cookies of renewed sessions, and deletes those of dead ones: what
/// [`Auth::layer`] makes.
///
/// What a handler sets itself is left as it is. A response that gets a cookie from here is not to be
/// cached.
#[derive(Clone, Debug)]
pub struct SessionLayer<V: Vertical> {
    auth: Auth<V>,
}

impl<V: Vertical> SessionLayer<V> {
    pub(crate) fn new(auth: Auth<V>) -> Self {
        Self { auth }
    }
}

impl<V: Vertical, S> Layer<S> for SessionLayer<V> {
    type Service = SessionService<V, S>;

    fn layer(&self, inner: S) -> Self::Service {
        SessionService {
            auth: self.auth.clone(),
            inner,
        }
    }
}

/// The service of [`SessionLayer`].
#[derive(Clone, Debug)]
pub struct SessionService<V: Vertical, S> {
    auth: Auth<V>,
    inner: S,
}

impl<V, S, B, R> Service<Request<B>> for SessionService<V, S>
where
    V: Vertical,
    S: Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let auth = self.auth.clone();
        // where a cookie without TLS does no harm, and not every browser keeps one with `Secure`; a
        // proxy that rewrites the host must not weaken the cookies of a live project
        let may_go_without_tls = auth.client().environment() == Environment::Test
            && is_loopback(request.uri(), request.headers());
        let jar = Jar::default();
        request.extensions_mut().insert(jar.clone());
        let response = self.inner.call(request);
        Box::pin(async move {
            let mut response = response.await?;
            let headers = response.headers_mut();
            jar.take().apply_missing(headers);
            if may_go_without_tls {
                auth.cookie_settings().allow_without_tls(headers);
            }
            Ok(response)
        })
    }
}

/// Cookies on their way to the layer.
#[derive(Clone, Default)]
pub(crate) struct Jar(Arc<Mutex<Cookies>>);

impl Jar {
    /// That of a request.
    pub(crate) fn of(parts: &Parts) -> Result<&Self, Refusal> {
        parts.extensions.get().ok_or_else(|| {
            tracing::error!(target: "stytch", "no layer around the router: add `.layer(auth.layer())`");
            Refusal::new(Reason::Misconfigured)
        })
    }

    /// Replaces what is in it.
    pub(crate) fn put(&self, cookies: Cookies) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cookies;
    }

    fn take(&self) -> Cookies {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for Jar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jar")
    }
}
