//! The router of the addresses where redirects and forms end.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::handler::Handler;
use axum::middleware::{self, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use http::header::{CACHE_CONTROL, REFERRER_POLICY};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use stytch_core::Value;

use super::browser::{BEGUN_LIFE, NEXT, next_from_cookie, next_to_cookie, verifier_name};
use super::request::{is_form, not_by_a_person, without_token};
use super::{Browser, Cause, Failure, Finish, Judged, SessionOptions, Slot, Step};
use crate::Auth;
use crate::layer::BackTo;
use crate::vertical::Vertical;
use crate::web::callback::{Flow, Redirect};
use crate::web::fields::Fields;
use crate::web::{Cookies, Next};

/// More than any form has.
const LONGEST_FORM: usize = 16 * 1024;

/// The router for the address where redirects end; see [the module](crate::callbacks).
#[derive(Clone, Debug)]
pub struct Callbacks<V: Vertical> {
    auth: Auth<V>,
    session: Arc<SessionOptions>,
    /// The flows that take a verifier.
    pkce: Arc<[Flow]>,
}

impl<V: Vertical> Callbacks<V> {
    /// The router for an app.
    #[must_use]
    pub fn new(auth: &Auth<V>) -> Self {
        Self {
            auth: auth.clone(),
            session: Arc::default(),
            pkce: Arc::default(),
        }
    }

    /// Ends these flows in the browser where the app began them, and nowhere else: without a verifier that
    /// [`Start::pkce`](super::Start::pkce) has kept they fail with [`Cause::OtherBrowser`], and nothing is
    /// asked of the service.
    ///
    /// Name those that the app begins with PKCE each time, and those that it does not use. Otherwise
    /// somebody can begin one without PKCE at the service itself, have another person finish it, and that
    /// person is logged in as the one who began it. Leave out links of mails that may be opened at another
    /// device, and single sign-on that people begin at their identity provider.
    ///
    /// ```
    /// # use stytch_axum::{b2b::Auth, callbacks::{Callbacks, Flow}};
    /// # fn callbacks(auth: &Auth) -> Callbacks<stytch_b2b::Client> {
    /// Callbacks::new(auth).require_pkce([Flow::OAuth, Flow::DiscoveryOAuth])
    /// # }
    /// ```
    ///
    /// Default: none.
    #[must_use]
    pub fn require_pkce(mut self, flows: impl IntoIterator<Item = Flow>) -> Self {
        self.pkce = flows.into_iter().collect();
        self
    }

    /// How long sessions live, in minutes, from 5 to 527040 (a year). Default: 60.
    #[must_use]
    pub fn session_duration_minutes(mut self, minutes: i32) -> Self {
        Arc::make_mut(&mut self.session).duration_minutes = Some(minutes);
        self
    }

    /// Claims of the app's own for all sessions, a JSON object.
    #[must_use]
    pub fn session_custom_claims(mut self, claims: impl Into<Value>) -> Self {
        Arc::make_mut(&mut self.session).custom_claims = Some(claims.into());
        self
    }
}

#[expect(
    private_bounds,
    reason = "both clients have what it takes, and nobody else can"
)]
impl<V: Finish> Callbacks<V> {
    /// Serves the address and, below it, the forms. The handler takes the outcome as an argument, and
    /// whatever else it likes.
    ///
    /// # Panics
    /// When it is no path that a route can have.
    pub fn router<H, T, S>(self, path: &str, finish: H) -> Router<S>
    where
        H: Handler<T, S>,
        T: 'static,
        S: Clone + Send + Sync + 'static,
    {
        let with =
            |route: MethodRouter<S>,
             step: Option<&'static (&'static str, &'static [&'static str])>| {
                route.route_layer(from_fn_with_state((self.clone(), step), run::<V>))
            };
        let redirects = with(get(finish.clone()), None);
        V::STEPS
            .iter()
            .fold(Router::new().route(path, redirects), |router, step| {
                let path = format!("{}/{}", path.trim_end_matches('/'), step.0);
                router.route(&path, with(post(finish.clone()), Some(step)))
            })
    }

    /// What a request leads to.
    async fn outcome(
        &self,
        form: Option<FormStep>,
        parts: &Parts,
        body: Body,
    ) -> (V::Outcome, Browser, Option<Flow>) {
        let mut kept = (Browser::default(), None);
        let outcome = match form {
            None => self.redirect(parts, &mut kept).await,
            Some(step) => self.form(step, parts, body, &mut kept).await,
        };
        let (browser, flow) = kept;
        (outcome.unwrap_or_else(V::Outcome::from), browser, flow)
    }

    async fn redirect(
        &self,
        parts: &Parts,
        (browser, kept_flow): &mut (Browser, Option<Flow>),
    ) -> Result<V::Outcome, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        let (flow, token, slug) = match Redirect::parse(query, V::flow)? {
            Redirect::Token { flow, token, slug } => (flow, token, slug),
            Redirect::Error { code, slug } => {
                return Err(Failure::of_provider(code).of_organization(slug));
            }
        };
        *browser = match self.browser(&parts.headers, Some(flow)) {
            Ok(browser) => browser,
            Err(failure) => return Err(failure.of_organization(slug)),
        };
        *kept_flow = Some(flow);
        let outcome = self.auth.client().link(&self.session, browser, flow, token);
        outcome
            .await
            .map_err(|error| Failure::of(error, Step::Link).of_organization(slug))
    }

    async fn form(
        &self,
        (step, names): FormStep,
        parts: &Parts,
        body: Body,
        (browser, kept_flow): &mut (Browser, Option<Flow>),
    ) -> Result<V::Outcome, Failure> {
        let origins = &self.auth.sessions().settings.origins;
        if !origins.is_own(&parts.uri, &parts.headers) {
            return Err(Cause::CrossSite.into());
        }
        if !is_form(&parts.headers) {
            return Err(Cause::Malformed.into());
        }
        let body = to_bytes(body, LONGEST_FORM).await;
        let body = body.map_err(|_| Failure::new(Cause::Malformed))?;
        let fields = Fields::parse(&body, names)?;
        let flow = fields.get("flow").and_then(Flow::of_form);
        *browser = self.browser(&parts.headers, flow)?;
        *kept_flow = flow;
        self.auth
            .client()
            .step(&self.session, browser, step, fields)
            .await
    }

    fn browser(&self, headers: &HeaderMap, flow: Option<Flow>) -> Result<Browser, Failure> {
        let browser = Browser::of(headers, self.auth.cookie_settings(), flow);
        let browser = browser.map_err(|_| Failure::new(Cause::Malformed))?;
        if flow.is_some_and(|flow| self.pkce.contains(&flow)) && browser.verifier.is_none() {
            return Err(Cause::OtherBrowser.into());
        }
        Ok(browser)
    }

    /// The cookies that go with an outcome.
    fn cookies(
        &self,
        outcome: &V::Outcome,
        browser: &Browser,
        flow: Option<Flow>,
        next: Option<&Next>,
    ) -> Cookies {
        let settings = self.auth.cookie_settings();
        let judged = V::judge(outcome);
        let mut cookies = V::cookies(outcome, browser, settings);
        if let Judged::Failed(failure) = &judged
            && failure.cause() == Cause::Expired
        {
            cookies = cookies.and(browser.forget_login(settings));
        }
        // a verifier serves one token
        let is_spent = matches!(judged, Judged::LoggedIn | Judged::GoesOn);
        if let Some(flow) = flow
            && is_spent
            && browser.verifier.is_some()
        {
            cookies = cookies.and(settings.clear(&verifier_name(flow)));
        }
        match (judged, next) {
            (Judged::LoggedIn, _) if browser.next.is_some() => cookies.and(settings.clear(NEXT)),
            (Judged::GoesOn, Some(next)) => {
                cookies.and(settings.short_lived(NEXT, &next_to_cookie(next), BEGUN_LIFE))
            }
            _ => cookies,
        }
    }
}

type FormStep = &'static (&'static str, &'static [&'static str]);

/// Takes the step before the handler, and sets the cookies after it.
async fn run<V: Finish>(
    State((callbacks, step)): State<(Callbacks<V>, Option<FormStep>)>,
    request: Request,
    handler: middleware::Next,
) -> Response {
    if let Some(answer) = not_by_a_person(request.method(), request.headers()) {
        return answer;
    }
    let (mut parts, body) = request.into_parts();
    let (outcome, browser, flow) = callbacks.outcome(step, &parts, body).await;
    let asked = parts.uri.query().and_then(Next::of_query);
    let cookies = callbacks.cookies(&outcome, &browser, flow, asked.as_ref());
    let kept = browser.next.as_deref().and_then(next_from_cookie);
    let next = asked.or(kept).unwrap_or_default();
    parts.extensions.insert(next.clone());
    parts.extensions.insert(Slot(outcome));
    parts.uri = without_token(&parts.uri);
    parts.extensions.remove::<OriginalUri>();
    let request = Request::from_parts(parts, Body::empty());
    let mut response = handler.run(request).await;
    cookies.apply(response.headers_mut());
    response.extensions_mut().insert(BackTo(next));
    let answer = response.headers_mut();
    answer.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
