//! What a browser keeps from the start of a login to its end.

use std::convert::Infallible;

use axum::response::{IntoResponseParts, ResponseParts};
use stytch_core::Pkce;

use super::browser::{BEGUN_LIFE, NEXT, next_to_cookie, verifier_name};
use crate::web::callback::Flow;
use crate::web::{CookieSettings, Cookies, Next};

/// What the browser keeps from the start of a login until it comes back, in cookies of an hour: part of
/// the response that sends a person away to log in, or says that a mail is on its way.
///
/// ```
/// # use axum::{extract::State, response::{Html, IntoResponse}};
/// # use stytch_axum::{b2b::Auth, Next};
/// async fn mail_sent(State(auth): State<Auth>, next: Next) -> impl IntoResponse {
///     (auth.start().next(&next), Html("Look into your mails."))
/// }
/// ```
#[derive(Clone, Debug)]
#[must_use = "it is of use in a response"]
pub struct Start {
    settings: CookieSettings,
    cookies: Cookies,
}

impl Start {
    pub(crate) fn new(settings: &CookieSettings) -> Self {
        Self {
            settings: settings.clone(),
            cookies: Cookies::default(),
        }
    }

    /// Keeps a PKCE verifier (RFC 7636): nobody can finish the login in another browser, be it the person
    /// with another device or somebody who has got hold of the link.
    ///
    /// One for each flow: that of an earlier start is replaced.
    pub fn pkce(mut self, flow: Flow, pkce: &Pkce) -> Self {
        let name = verifier_name(flow);
        let cookies = self
            .settings
            .short_lived(&name, pkce.verifier(), BEGUN_LIFE);
        self.cookies = self.cookies.and(cookies);
        self
    }

    /// Keeps the page to go to after the login.
    pub fn next(mut self, next: &Next) -> Self {
        let value = next_to_cookie(next);
        let cookies = self.settings.short_lived(NEXT, &value, BEGUN_LIFE);
        self.cookies = self.cookies.and(cookies);
        self
    }
}

impl IntoResponseParts for Start {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        self.cookies.apply(parts.headers_mut());
        Ok(parts)
    }
}
