//! Refusals and cookies as responses of axum.

use std::convert::Infallible;

use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    response::{IntoResponse, IntoResponseParts, Response, ResponseParts},
};

use crate::{
    auth::Answers,
    web::{Cookies, Navigation, Reason, Refusal},
};

/// JSON with `error` and `error_description`, named as in OAuth (RFC 6750, section 3.1). The
/// [layer](crate::Auth::layer) makes a page or a redirect to the login page of it where a browser has
/// asked for a page.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        log(&self);
        // constant words without anything to escape
        let body = format!(
            r#"{{"error":"{}","error_description":"{}"}}"#,
            self.code(),
            self.message()
        );
        let json = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        let mut response = (self.status(), json, body).into_response();
        add_headers(&self, &mut response);
        response.extensions_mut().insert(self);
        response
    }
}

/// The refusal for a browser that has asked for a page: the login page where a login helps.
pub(crate) fn page(refusal: &Refusal, answers: &Answers, navigation: &Navigation) -> Response {
    let login = answers
        .login_page
        .as_deref()
        .filter(|_| refusal.needs_login());
    let login = login.map(|page| navigation.login_address(page));
    if let Some(location) = login.and_then(|address| HeaderValue::try_from(address).ok()) {
        let headers = [
            (LOCATION, location),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        return (StatusCode::SEE_OTHER, headers).into_response();
    }
    let body = match &answers.refusal_page {
        Some(page) => page.0(refusal),
        None => refusal.message().into_response(),
    };
    let mut response = (refusal.status(), body).into_response();
    add_headers(refusal, &mut response);
    response
}

fn add_headers(refusal: &Refusal, response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(challenge) = refusal.challenge() {
        headers.insert(WWW_AUTHENTICATE, challenge);
    }
    if let Some(wait) = refusal.retry_after() {
        headers.insert(RETRY_AFTER, HeaderValue::from(wait.as_secs()));
    }
}

fn log(refusal: &Refusal) {
    let reason = refusal.reason();
    let error = refusal.error().map(tracing::field::display);
    match reason {
        Reason::Misconfigured => {
            tracing::error!(target: "stytch", error, "a request is refused though it may be good");
        }
        Reason::Unavailable => {
            tracing::warn!(target: "stytch", error, "a request can't be checked now");
        }
        _ => tracing::debug!(target: "stytch", ?reason, error, "a request is refused"),
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
