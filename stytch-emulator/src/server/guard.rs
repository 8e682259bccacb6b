//! What browsers may do here: pages of other sites change nothing, and no name but the emulator's own leads to
//! it.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::uri::Authority;
use http::{HeaderMap, StatusCode, header};

use crate::control::Mistake;
use crate::origin;
use crate::shared::Shared;

/// Lets a request on unless it is one that a foreign page may have sent.
pub(super) async fn keep(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    if !is_own_host(request.headers(), &shared.hosts) {
        let message = "the emulator goes by another name; --allow-host gives it more";
        let status = StatusCode::MISDIRECTED_REQUEST;
        return Mistake {
            status,
            message: message.to_owned(),
        }
        .into_response();
    }
    if !request.method().is_safe() && !origin::is_own(request.headers()) {
        return Mistake::foreign().into_response();
    }
    next.run(request).await
}

/// Whether a request came by a name that nobody else can have. A page of evil.example that has its name lead
/// to this machine once it is loaded is of the emulator's own origin for a browser (DNS rebinding). What says
/// no name at all is no browser.
fn is_own_host(headers: &HeaderMap, allowed: &[String]) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (None, _) => return true,
        (Some(host), None) => host.to_str().unwrap_or_default(),
        (Some(_), Some(_)) => return false,
    };
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host().to_ascii_lowercase();
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    if host.contains('@') || name.is_empty() {
        return false;
    }
    // an address belongs to whoever listens there, and names of one part or with these ends are handed out
    // by the machine and its network alone (RFC 6761; `.internal` is set aside, too)
    bare.parse::<IpAddr>().is_ok()
        || !name.contains('.')
        || [".localhost", ".internal", ".test"]
            .iter()
            .any(|end| name.ends_with(end))
        || allowed.contains(&name)
}
