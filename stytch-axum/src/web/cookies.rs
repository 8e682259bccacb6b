//! The cookies that carry a session.

use std::{borrow::Cow, fmt, time::Duration};

use http::{
    HeaderMap, HeaderValue,
    header::{CACHE_CONTROL, SET_COOKIE},
};
use stytch_core::Secret;

use super::credential::is_cookie_value;

/// How long a login that is not complete is kept by the browser; the service's intermediate sessions
/// end after the same time.
const INTERMEDIATE_LIFE: Duration = Duration::from_secs(10 * 60);

/// When a browser sends cookies with requests that other sites make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SameSite {
    /// Never. Whoever follows a link to the app from a mail, or comes back from a payment page, looks
    /// logged out until the next click. Cookies that a login needs until it is complete are sent as with
    /// [`Lax`](Self::Lax) all the same: from the page of an identity provider it would lead nowhere.
    Strict,
    /// When a link is followed.
    Lax,
    /// Always, as an app in the frame of another site needs. Browsers want `Secure` with it.
    None,
}

/// Names and attributes of the cookies.
///
/// The defaults are the vendor's names, and attributes as strict as an app that renders its pages on
/// the server can have them: `Path=/; HttpOnly; Secure; SameSite=Lax`, for the one host that set them,
/// and as long as the session lives.
///
/// The vendor's JavaScript SDK reads the cookies; beside it, `http_only(false)` is needed.
///
/// ```
/// use stytch_axum::web::CookieSettings;
///
/// // one login for all subdomains
/// let cookies = CookieSettings::new().domain("example.com");
/// ```
#[derive(Clone, Debug)]
pub struct CookieSettings {
    session_token: Cow<'static, str>,
    session_jwt: Cow<'static, str>,
    intermediate: Cow<'static, str>,
    domain: Option<String>,
    path: Cow<'static, str>,
    same_site: SameSite,
    http_only: bool,
    secure: bool,
}

/// What a cookie is there for.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    Session,
    /// A login that is not complete: scripts need nothing of it, and it has to come back from elsewhere.
    Login,
}

impl Default for CookieSettings {
    fn default() -> Self {
        Self {
            session_token: "stytch_session".into(),
            session_jwt: "stytch_session_jwt".into(),
            intermediate: "stytch_intermediate_session_token".into(),
            domain: None,
            path: "/".into(),
            same_site: SameSite::Lax,
            http_only: true,
            secure: true,
        }
    }
}

impl CookieSettings {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Other names for the cookies of the session: of its token and of its JWT.
    ///
    /// A name that begins with `__Host-` or `__Secure-` brings the attributes that browsers demand
    /// with it.
    ///
    /// # Panics
    /// When one is no name that a cookie can have, or both are the same.
    #[must_use]
    pub fn session_names(
        mut self,
        token: impl Into<Cow<'static, str>>,
        jwt: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.session_token = name(token.into());
        self.session_jwt = name(jwt.into());
        assert!(
            self.session_token != self.session_jwt,
            "both cookies have one name"
        );
        self
    }

    /// Another name for the cookie of a login that is not complete.
    ///
    /// # Panics
    /// When it is no name that a cookie can have.
    #[must_use]
    pub fn intermediate_name(mut self, intermediate: impl Into<Cow<'static, str>>) -> Self {
        self.intermediate = name(intermediate.into());
        self
    }

    /// Sends the cookies to this domain and all its subdomains. Every one of these can then read and
    /// set them.
    ///
    /// # Panics
    /// When it is no domain.
    #[must_use]
    pub fn domain(mut self, domain: impl Into<String>) -> Self {
        let domain = domain.into();
        let is_of_domain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        let is_domain = !domain.is_empty() && domain.bytes().all(is_of_domain);
        assert!(is_domain, "`{domain}` is no domain");
        self.domain = Some(domain);
        self
    }

    /// Sends the cookies to what lies under this path alone. That keeps nothing from other paths of
    /// the same host: it is no protection.
    ///
    /// # Panics
    /// When it is no absolute path.
    #[must_use]
    pub fn path(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        let path = path.into();
        let is_path = path.starts_with('/') && is_cookie_value(&path);
        assert!(is_path, "`{path}` is no absolute path");
        self.path = path;
        self
    }

    /// When other sites' requests come with the cookies. Default: [`SameSite::Lax`].
    #[must_use]
    pub fn same_site(mut self, same_site: SameSite) -> Self {
        self.same_site = same_site;
        self
    }

    /// Whether scripts of the page are kept from reading the session's cookies. Default: true.
    ///
    /// The cookie of a login that is not complete is never shown to scripts.
    #[must_use]
    pub fn http_only(mut self, http_only: bool) -> Self {
        self.http_only = http_only;
        self
    }

    /// Whether the cookies travel over TLS alone. Default: true, but for a test project at a loopback
    /// host, where not every browser stores such cookies.
    #[must_use]
    pub fn secure(mut self, secure: bool) -> Self {
        self.secure = secure;
        self
    }

    /// The name of the cookie with the session token.
    #[must_use]
    pub fn session_token_name(&self) -> &str {
        &self.session_token
    }

    /// The name of the cookie with the session JWT.
    #[must_use]
    pub fn session_jwt_name(&self) -> &str {
        &self.session_jwt
    }

    /// The name of the cookie with the token of a login that is not complete.
    #[must_use]
    pub fn intermediate_token_name(&self) -> &str {
        &self.intermediate
    }

    /// Logs in: sets both cookies of the session for the rest of its life, and deletes what was kept
    /// until the login was complete. Without a life they go when the browser is closed. Where one of the
    /// two is missing, its cookie is deleted, too: it would be that of an earlier login.
    pub fn log_in(&self, token: &Secret, jwt: &Secret, life: Option<Duration>) -> Cookies {
        let mut cookies = self.renew(token, jwt, life);
        for (name, value) in [(&self.session_token, token), (&self.session_jwt, jwt)] {
            if value.is_empty() || !is_cookie_value(value.expose()) {
                self.delete(name, &mut cookies);
            }
        }
        self.delete(&self.intermediate, &mut cookies);
        cookies
    }

    /// Sets both cookies of a session anew.
    pub fn renew(&self, token: &Secret, jwt: &Secret, life: Option<Duration>) -> Cookies {
        let mut cookies = Cookies::default();
        for (name, value) in [(&self.session_token, token), (&self.session_jwt, jwt)] {
            // an answer may have but one of them
            if !value.is_empty() {
                self.put(name, value.expose(), life, Use::Session, &mut cookies);
            }
        }
        cookies
    }

    /// Keeps a login that is not complete, for ten minutes.
    pub fn intermediate(&self, token: &Secret) -> Cookies {
        self.short_lived(&self.intermediate, token, INTERMEDIATE_LIFE)
    }

    /// Keeps something else that belongs to one login. Scripts never see it, and it comes along when somebody
    /// comes back from a provider, even where cookies are [strict](SameSite::Strict). The name should begin with
    /// `stytch_`, as those of all cookies that are treated alike.
    pub fn short_lived(&self, name: &str, value: &Secret, life: Duration) -> Cookies {
        let mut cookies = Cookies::default();
        self.put(name, value.expose(), Some(life), Use::Login, &mut cookies);
        cookies
    }

    /// Logs out: deletes all cookies that a login has set.
    pub fn log_out(&self) -> Cookies {
        let mut cookies = Cookies::default();
        for name in self.names() {
            self.delete(name, &mut cookies);
        }
        cookies
    }

    /// Deletes the cookies of a session that has ended.
    pub fn clear_session(&self) -> Cookies {
        let mut cookies = Cookies::default();
        for name in [&self.session_token, &self.session_jwt] {
            self.delete(name, &mut cookies);
        }
        cookies
    }

    /// Deletes one cookie.
    pub fn clear(&self, name: &str) -> Cookies {
        let mut cookies = Cookies::default();
        self.delete(name, &mut cookies);
        cookies
    }

    fn names(&self) -> [&str; 3] {
        [&self.session_token, &self.session_jwt, &self.intermediate]
    }

    fn put(&self, name: &str, value: &str, life: Option<Duration>, of: Use, cookies: &mut Cookies) {
        if !is_cookie_value(value) {
            tracing::error!(target: "stytch", cookie = name, "a token that can't be the value of a cookie");
            return;
        }
        cookies.push(self.render(name, value, life, of, self.domain.as_deref()));
    }

    fn delete(&self, name: &str, cookies: &mut Cookies) {
        let now = Some(Duration::ZERO);
        cookies.push(self.render(name, "", now, Use::Login, self.domain.as_deref()));
        if self.domain.is_some() {
            // one from before the domain was set would come back with each request
            cookies.push(self.render(name, "", now, Use::Login, None));
        }
    }

    fn render(
        &self,
        name: &str,
        value: &str,
        life: Option<Duration>,
        of: Use,
        domain: Option<&str>,
    ) -> Option<HeaderValue> {
        let is_of_host = name.starts_with("__Host-");
        let mut text = format!("{name}={value}; Path=");
        text.push_str(if is_of_host { "/" } else { &self.path });
        if let Some(domain) = domain.filter(|_| !is_of_host) {
            text.push_str("; Domain=");
            text.push_str(domain);
        }
        if let Some(life) = life {
            text.push_str("; Max-Age=");
            text.push_str(&life.as_secs().to_string());
        }
        if self.http_only || of == Use::Login {
            text.push_str("; HttpOnly");
        }
        text.push_str(match self.same_site {
            SameSite::Strict if of == Use::Session => "; SameSite=Strict",
            SameSite::Strict | SameSite::Lax => "; SameSite=Lax",
            SameSite::None => "; SameSite=None",
        });
        if self.secure || is_of_host || name.starts_with("__Secure-") {
            text.push_str(SECURE);
        }
        HeaderValue::try_from(text).ok()
    }

    /// Lets browsers keep the cookies where there is no TLS.
    pub(crate) fn allow_without_tls(&self, headers: &mut HeaderMap) {
        for value in headers
            .iter_mut()
            .filter(|(name, _)| **name == SET_COOKIE)
            .map(|(_, value)| value)
        {
            let name = name_of(value);
            let is_ours = name.starts_with(b"stytch_")
                || self.names().iter().any(|own| own.as_bytes() == name);
            // browsers insist on it for names with a prefix
            if !is_ours || name.starts_with(b"__") {
                continue;
            }
            let open = value.as_bytes().strip_suffix(SECURE.as_bytes());
            if let Some(mut open) = open.and_then(|open| HeaderValue::from_bytes(open).ok()) {
                open.set_sensitive(value.is_sensitive());
                *value = open;
            }
        }
    }
}

const SECURE: &str = "; Secure";

/// The name in a `Set-Cookie`.
fn name_of(set_cookie: &HeaderValue) -> &[u8] {
    let bytes = set_cookie.as_bytes();
    bytes.split(|byte| *byte == b'=').next().unwrap_or(bytes)
}

fn name(name: Cow<'static, str>) -> Cow<'static, str> {
    let is_of_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let is_token = !name.is_empty() && name.bytes().all(is_of_token);
    assert!(is_token, "`{name}` can't be the name of a cookie");
    name
}

/// `Set-Cookie` headers of a response.
#[derive(Clone, Default)]
#[must_use = "cookies are set when they go into a response"]
pub struct Cookies(Vec<HeaderValue>);

impl Cookies {
    /// Both.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The values of the headers.
    pub fn iter(&self) -> impl Iterator<Item = &HeaderValue> {
        self.0.iter()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts them into a response, which no cache may keep from then on.
    pub fn apply(self, headers: &mut HeaderMap) {
        if !self.is_empty() {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        for value in self.0 {
            headers.append(SET_COOKIE, value);
        }
    }

    /// Puts those into a response that it does not set already.
    pub(crate) fn apply_missing(mut self, headers: &mut HeaderMap) {
        let set: Vec<_> = headers.get_all(SET_COOKIE).iter().map(name_of).collect();
        self.0.retain(|cookie| !set.contains(&name_of(cookie)));
        self.apply(headers);
    }

    /// Takes those over, in place of the ones that have the same names.
    pub(crate) fn replace(&mut self, others: Self) {
        let set: Vec<_> = others.0.iter().map(name_of).collect();
        self.0.retain(|cookie| !set.contains(&name_of(cookie)));
        self.0.extend(others.0);
    }

    fn push(&mut self, cookie: Option<HeaderValue>) {
        self.0.extend(cookie.map(|mut cookie| {
            cookie.set_sensitive(true);
            cookie
        }));
    }
}

impl fmt::Debug for Cookies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self
            .0
            .iter()
            .map(|cookie| String::from_utf8_lossy(name_of(cookie)));
        f.debug_list().entries(names).finish()
    }
}
