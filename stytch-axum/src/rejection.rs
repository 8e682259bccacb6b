//! Refusals and cookies as axum answers them.

use std::{convert::Infallible, fmt};

use axum::{
    extract::OriginalUri,
    http::{
        HeaderValue, Method, StatusCode,
        header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE},
        request::Parts,
    },
    response::{IntoResponse, IntoResponseParts, Response, ResponseParts},
};

use crate::{
    auth::Auth,
    vertical::Vertical,
    web::{Cookies, Next, Reason, Refusal},
};

/// A request that is refused: a [`Refusal`], and how this request is to be told.
///
/// Programs get JSON with `error` and `error_description`, as in OAuth (RFC 6750). Who asks for a page
/// and has to log in is redirected to the [login page](Auth::login_page), and otherwise gets a line of
/// text.
#[derive(Debug)]
pub struct Rejection(Box<Told>);

#[derive(Debug)]
struct Told {
    refusal: Refusal,
    challenge: Option<HeaderValue>,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Json,
    Text,
    Redirect(HeaderValue),
}

impl Rejection {
    pub(crate) fn new<V: Vertical>(refusal: Refusal, auth: &Auth<V>, request: &Parts) -> Self {
        let login_page = auth
            .settings()
            .login_page
            .as_deref()
            .filter(|_| refusal.needs_login());
        let form = if is_navigation(request) {
            let login = login_page.map(|page| login_address(page, request));
            let login = login.and_then(|address| HeaderValue::try_from(address).ok());
            login.map_or(Form::Text, Form::Redirect)
        } else {
            Form::Json
        };
        let challenge = refusal.challenge(None);
        Self::told(refusal, challenge, form)
    }

    /// The refusal of what is no browser.
    pub(crate) fn of_program<V: Vertical>(refusal: Refusal, auth: &Auth<V>) -> Self {
        let challenge = refusal.challenge(auth.settings().resource_metadata.as_deref());
        Self::told(refusal, challenge, Form::Json)
    }

    fn told(refusal: Refusal, challenge: Option<HeaderValue>, form: Form) -> Self {
        match (refusal.reason(), refusal.error()) {
            (Reason::Misconfigured, Some(error)) => {
                tracing::error!(target: "stytch", %error, "a login can't be checked");
            }
            (Reason::Unavailable, Some(error)) => {
                tracing::warn!(target: "stytch", %error, "a login can't be checked now");
            }
            (reason, error) => {
                let error = error.map(tracing::field::display);
                tracing::debug!(target: "stytch", ?reason, error, "refused");
            }
        }
        Self(Box::new(Told {
            refusal,
            challenge,
            form,
        }))
    }

    /// Why, and what has failed.
    #[must_use]
    pub fn refusal(&self) -> &Refusal {
        &self.0.refusal
    }
}

/// The login page, with the address to come back to: where a page can be asked for again.
fn login_address(page: &str, request: &Parts) -> String {
    let uri = request
        .extensions
        .get::<OriginalUri>()
        .map_or(&request.uri, |uri| &uri.0);
    let is_repeatable = matches!(request.method, Method::GET | Method::HEAD);
    let next = uri.path_and_query().filter(|_| is_repeatable);
    match next.and_then(|next| Next::parse(next.as_str())) {
        Some(next) => next.behind(page),
        None => page.to_owned(),
    }
}

/// Whether a browser wants a page to show, by `Sec-Fetch-Mode`
/// ([Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)) or, failing that, by `Accept`.
fn is_navigation(request: &Parts) -> bool {
    if let Some(mode) = request.headers.get("sec-fetch-mode") {
        return mode == "navigate";
    }
    let accepted = request.headers.get_all(ACCEPT).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.contains("text/html"))
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let Told {
            refusal,
            challenge,
            form,
        } = *self.0;
        let (code, message) = (refusal.code(), refusal.message());
        let is_redirect = matches!(form, Form::Redirect(_));
        let mut response = match form {
            Form::Redirect(location) => {
                let mut response = StatusCode::SEE_OTHER.into_response();
                response.headers_mut().insert(LOCATION, location);
                response
            }
            Form::Text => (refusal.status(), message).into_response(),
            Form::Json => {
                // constant words without anything to escape
                let body = format!(r#"{{"error":"{code}","error_description":"{message}"}}"#);
                let json = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
                (refusal.status(), json, body).into_response()
            }
        };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(challenge) = challenge.filter(|_| !is_redirect) {
            headers.insert(WWW_AUTHENTICATE, challenge);
        }
        if let Some(wait) = refusal.retry_after() {
            headers.insert(RETRY_AFTER, HeaderValue::from(wait.as_secs()));
        }
        response
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.refusal.fmt(f)
    }
}

impl std::error::Error for Rejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.refusal.source()
    }
}

impl IntoResponseParts for Cookies {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        self.apply(parts.headers_mut());
        Ok(parts)
    }
}

impl IntoResponse for Cookies {
    fn into_response(self) -> Response {
        (self, ()).into_response()
    }
}
