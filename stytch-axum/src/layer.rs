//! The layer that sets and deletes cookies.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::{
    extract::OriginalUri,
    http::{
        Request,
        header::{REFERRER_POLICY, SET_COOKIE},
        request::Parts,
    },
    response::{IntoResponse, Response},
};
use stytch_core::Environment;
use tower_layer::Layer;
use tower_service::Service;

use crate::{
    auth::Auth,
    response::page,
    vertical::Vertical,
    web::{Cookies, Navigation, Next, Reason, Refusal, is_loopback},
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

impl<V, S, B> Service<Request<B>> for SessionService<V, S>
where
    V: Vertical,
    S: Service<Request<B>>,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let auth = self.auth.clone();
        let (uri, headers) = (request.uri(), request.headers());
        // where a cookie without TLS does no harm, and not every browser keeps one with `Secure`; a
        // proxy that rewrites the host must not weaken the cookies of a live project
        let may_go_without_tls =
            auth.client().environment() == Environment::Test && is_loopback(uri, headers);
        // what routers are nested in has taken the first part of the path away
        let uri = request
            .extensions()
            .get()
            .map_or(uri, |OriginalUri(uri)| uri);
        let navigation = Navigation::of(request.method(), uri, headers);
        let jar = Jar::default();
        request.extensions_mut().insert(jar.clone());
        let response = self.inner.call(request);
        Box::pin(async move {
            let mut response = response.await?.into_response();
            if let Some(refusal) = response.extensions().get::<Refusal>()
                && let Some(navigation) = navigation
            {
                let navigation = match response.extensions().get() {
                    Some(BackTo(next)) => navigation.back_to(next.clone()),
                    None => navigation,
                };
                let mut page = page(refusal, auth.answers(), &navigation);
                for name in [SET_COOKIE, REFERRER_POLICY] {
                    for value in response.headers().get_all(&name) {
                        page.headers_mut().append(&name, value.clone());
                    }
                }
                response = page;
            }
            let headers = response.headers_mut();
            jar.take().apply_missing(headers);
            if may_go_without_tls {
                auth.cookie_settings().allow_without_tls(headers);
            }
            Ok(response)
        })
    }
}

/// Where a refused request leads back to in place of its own address, which may hold a token.
#[derive(Clone)]
pub(crate) struct BackTo(pub(crate) Next);

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

    /// Puts cookies in, in place of those with the same names: another project may have its own there.
    pub(crate) fn put(&self, cookies: Cookies) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.replace(cookies);
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
