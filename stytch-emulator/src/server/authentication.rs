//! Whose request it is.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, header};
use percent_encoding::percent_decode_str;
use stytch_core::Secret;

use crate::project::Project;
use crate::refusal::Refusal;
use crate::route::Route;
use crate::rules::acting::Acting;
use crate::shared::Shared;

/// Operations that anybody may call: the project stands in their path.
const PUBLIC: [&str; 2] = ["b2b.sessions.get_jwks", "consumer.sessions.get_jwks"];

/// The project that a request is about.
pub(super) fn project(
    shared: &Shared,
    route: &Route,
    path: &str,
    headers: &HeaderMap,
) -> Result<Arc<Project>, Refusal> {
    if PUBLIC.contains(&route.operation) {
        let id = route.value(path, "project_id").unwrap_or_default();
        let id = percent_decode_str(id).decode_utf8();
        return shared.project(&id.map_err(|_| Refusal::new("unauthorized_credentials"))?);
    }
    shared.project(&credentials(headers)?.0)
}

/// The session of a member in whose name a call is made.
pub(super) fn acting(headers: &HeaderMap) -> Acting {
    // one that is there and says nothing must not become the project's own call
    let secret = |name: &str| {
        let value = headers.get(name)?.as_bytes();
        Some(Secret::from(String::from_utf8_lossy(value).into_owned()))
    };
    Acting {
        token: secret("x-stytch-member-session"),
        jwt: secret("x-stytch-member-sessionjwt"),
    }
}

/// Project id and secret from the header `Authorization` (RFC 7617).
pub(crate) fn credentials(headers: &HeaderMap) -> Result<(String, String), Refusal> {
    let refused = || Refusal::new("unauthorized_credentials");
    let header = headers.get(header::AUTHORIZATION).ok_or_else(refused)?;
    let text = header.to_str().map_err(|_| refused())?;
    let (scheme, encoded) = text.split_once(' ').ok_or_else(refused)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(refused());
    }
    let pair = BASE64_STANDARD
        .decode(encoded.trim())
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| Refusal::new("invalid_authorization_header"))?;
    let (id, secret) = pair.split_once(':').ok_or_else(refused)?;
    if id.is_empty() || secret.is_empty() {
        return Err(refused());
    }
    Ok((id.to_owned(), secret.to_owned()))
}
