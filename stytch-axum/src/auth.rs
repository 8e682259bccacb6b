//! The state that extractors and guards work with.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use axum::{
    http::request::Parts,
    response::{IntoResponse, Response},
};

use crate::{
    callbacks::Start,
    layer::SessionLayer,
    vertical::Vertical,
    web::{CookieSettings, Refusal, Sessions, Settings},
};

/// A client with the settings of the web app around it: what extractors and guards need.
///
/// Keep it in the state of the router, or in a struct that gives it out through
/// [`FromRef`](axum::extract::FromRef). Clones are cheap and share everything; settings come before
/// the first clone.
///
/// ```
/// use axum::{Router, routing::get};
/// use stytch_axum::b2b::{Auth, MemberSession};
///
/// async fn home(session: MemberSession) -> String {
///     format!("Hello, {}", session.member_id)
/// }
///
/// # fn app(stytch: stytch_b2b::Client) -> Router {
/// let auth = Auth::new(stytch).login_page("/login");
/// Router::new()
///     .route("/", get(home))
///     .layer(auth.layer())
///     .with_state(auth)
/// # }
/// ```
#[derive(Clone)]
pub struct Auth<V: Vertical> {
    sessions: Sessions<V>,
    answers: Arc<Answers>,
}

/// What an app can choose about the answers to requests that are refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) login_page: Option<Cow<'static, str>>,
    pub(crate) refusal_page: Option<RefusalPage>,
    pub(crate) resource_metadata: Option<Cow<'static, str>>,
}

/// Makes the page of a refusal.
#[derive(Clone)]
pub(crate) struct RefusalPage(pub(crate) Arc<dyn Fn(&Refusal) -> Response + Send + Sync>);

impl<V: Vertical> Auth<V> {
    /// The state for a client, with the default settings.
    pub fn new(client: V) -> Self {
        Self {
            sessions: Sessions::new(client),
            answers: Arc::default(),
        }
    }

    /// Names and attributes of the cookies.
    #[must_use]
    pub fn cookies(mut self, cookies: CookieSettings) -> Self {
        self.set_sessions().cookies = cookies;
        self
    }

    /// The page to log in at. People who have to log in are redirected there from pages, with the
    /// parameter `next`; requests that don't ask for a page are still answered with 401.
    ///
    /// Default: none; pages are answered with 401, too.
    #[must_use]
    pub fn login_page(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.set_answers().login_page = Some(path.into());
        self
    }

    /// The page for a refusal that no login helps against: 403, 503, 500; and 401 where there is no
    /// login page. Status and headers are added. By default it is one line of text.
    ///
    /// ```
    /// use axum::response::Html;
    /// use stytch_axum::b2b::Auth;
    ///
    /// # fn auth(auth: Auth) -> Auth {
    /// auth.refusal_page(|refusal| Html(format!("<h1>Sorry</h1><p>{refusal}</p>")))
    /// # }
    /// ```
    #[must_use]
    pub fn refusal_page<R: IntoResponse>(
        mut self,
        page: impl Fn(&Refusal) -> R + Send + Sync + 'static,
    ) -> Self {
        let page = Arc::new(move |refusal: &Refusal| page(refusal).into_response());
        self.set_answers().refusal_page = Some(RefusalPage(page));
        self
    }

    /// Another origin whose pages may write with a session that came by cookie, such as
    /// `https://app.example.com`. Needed when a proxy changes the `Host` header, for browsers that send
    /// no `Sec-Fetch-Site` (Safari before 16.4).
    ///
    /// # Panics
    /// When it is no origin.
    #[must_use]
    pub fn origin(mut self, origin: &str) -> Self {
        self.set_sessions().origins.add(origin);
        self
    }

    /// Where the metadata of this protected resource are (RFC 9728), an absolute URL. Refusals of
    /// machines and connected apps point there.
    #[must_use]
    pub fn resource_metadata(mut self, url: impl Into<Cow<'static, str>>) -> Self {
        self.set_answers().resource_metadata = Some(url.into());
        self
    }

    /// Takes the tokens of connected apps only if they name this in their audience (RFC 8707), such as the
    /// [identifier](crate::ProtectedResource::identifier) of the resource. A token that an app has got for
    /// another server of the project is then refused here with 401.
    ///
    /// Default: the tokens of all connected apps of the project are taken. The custom audience of an app is
    /// set in the dashboard.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<Cow<'static, str>>) -> Self {
        self.set_sessions().audience = Some(audience.into());
        self
    }

    /// Asks the API about a session again when its JWT is that old, though it has not expired: a
    /// session that was revoked is found out after this time at the latest. Default: when the JWT
    /// expires, five minutes after it was made.
    #[must_use]
    pub fn max_token_age(mut self, age: Duration) -> Self {
        self.set_sessions().max_token_age = Some(age);
        self
    }

    /// Lets a session live for so many minutes from each renewal on, so that it ends when it is not
    /// used for that long. From 5 to 527040 (a year).
    ///
    /// Default: a session ends when it was to end at login.
    #[must_use]
    pub fn extend_sessions(mut self, minutes: i32) -> Self {
        self.set_sessions().renewed_minutes = Some(minutes);
        self
    }

    /// What the browser is to keep from the start of a login to its end: see
    /// [`Start`](crate::callbacks::Start).
    pub fn start(&self) -> Start {
        Start::new(self.cookie_settings())
    }

    /// The client.
    pub fn client(&self) -> &V {
        &self.sessions.client
    }

    /// The layer that gives browsers the cookies of renewed sessions and deletes those of dead ones.
    /// The extractors of sessions need it around the whole router.
    #[must_use]
    pub fn layer(&self) -> SessionLayer<V> {
        SessionLayer::new(self.clone())
    }

    /// Names and attributes of the cookies, and the means to set them by hand.
    pub fn cookie_settings(&self) -> &CookieSettings {
        &self.sessions.settings.cookies
    }

    /// Whether a request may write, going by what the browser says of the page that made it: one that is
    /// safe, or from the app's own pages. Extractors of sessions ask this themselves; a form without a
    /// session, such as that of a login, has [`SameOrigin`](crate::SameOrigin).
    #[must_use]
    pub fn may_write(&self, request: &Parts) -> bool {
        self.sessions.settings.origins.may_write(request)
    }

    /// The refusal of what asked for a protected resource with a token.
    pub(crate) fn of_resource(&self, refusal: Refusal) -> Refusal {
        let metadata = self.answers.resource_metadata.clone();
        refusal.of_token().with_resource_metadata(metadata)
    }

    pub(crate) fn sessions(&self) -> &Sessions<V> {
        &self.sessions
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.answers
    }

    fn set_sessions(&mut self) -> &mut Settings {
        Arc::make_mut(&mut self.sessions.settings)
    }

    fn set_answers(&mut self) -> &mut Answers {
        Arc::make_mut(&mut self.answers)
    }
}

impl fmt::Debug for RefusalPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefusalPage")
    }
}

impl<V: Vertical> fmt::Debug for Auth<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Auth")
            .field("sessions", &self.sessions)
            .field("answers", &self.answers)
            .finish()
    }
}
