//! What a request is, before anything is asked of the service.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};

use crate::web::callback::own_query;

/// The answer to requests that spend no token: of programs that look at links before people do, and of
/// browsers that load what may be opened next.
pub(super) fn not_by_a_person(method: &Method, headers: &HeaderMap) -> Option<Response> {
    const PURPOSES: [HeaderName; 2] = [
        HeaderName::from_static("sec-purpose"),
        HeaderName::from_static("purpose"),
    ];
    let no_store = [(CACHE_CONTROL, "no-store")];
    if method == Method::HEAD {
        return Some((StatusCode::OK, no_store).into_response());
    }
    let is_prefetch = PURPOSES.iter().any(|name| {
        let purposes = headers.get_all(name).iter();
        purposes
            .map(HeaderValue::as_bytes)
            .any(|purpose| purpose.starts_with(b"prefetch"))
    });
    // a failed prefetch is thrown away, and the link loaded again when it is opened
    is_prefetch.then(|| (StatusCode::SERVICE_UNAVAILABLE, no_store).into_response())
}

pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    kind.trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The address without what the service has put into it.
pub(super) fn without_token(uri: &Uri) -> Uri {
    let own = own_query(uri.query().unwrap_or_default());
    let path_and_query = match own.as_str() {
        "" => uri.path().to_owned(),
        own => format!("{}?{own}", uri.path()),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = path_and_query.parse().ok();
    Uri::from_parts(parts).unwrap_or_else(|_| Uri::from_static("/"))
}
