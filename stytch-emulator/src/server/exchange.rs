//! The way of a request from its arrival to its answer, whatever it asks for: faults first, then the
//! answer, then the list of requests.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use url::Url;

use crate::fault;
use crate::ledger::{Exchange, Sent};
use crate::project::{Output, Project};
use crate::refusal::Refusal;
use crate::route::Endpoint;
use crate::shared::Shared;

/// A request that has come, and has no answer yet.
pub(super) fn arrived(shared: &Shared, endpoint: Endpoint, head: &Parts, sent: Sent) -> Exchange {
    Exchange {
        at: shared.clock.now(),
        endpoint,
        uri: head.uri.clone(),
        caller: text(&head.headers, &header::USER_AGENT).unwrap_or_default(),
        sent,
        status: 0,
        answer: Bytes::new(),
        fault: None,
    }
}

/// Answers a request. `run` makes the answer; it is handed what a fault refuses the request with, if one
/// does, to say so in the words of the endpoint.
pub(super) async fn answered(
    shared: &Shared,
    project: &Project,
    mut exchange: Exchange,
    run: impl FnOnce(&Exchange, Result<(), Refusal>) -> Output,
) -> Response {
    let fault = project
        .faults
        .take(&exchange.endpoint, exchange.uri.path())
        .unwrap_or_default();
    if let Some(delay) = fault.delay_ms {
        tokio::time::sleep(Duration::from_millis(delay)).await;
        exchange.at = shared.clock.now();
    }
    exchange.fault = fault.trace();
    if fault.drop {
        project.ledger.add(exchange);
        return fault::broken(Bytes::new());
    }
    let output = run(&exchange, fault.refusal().map_or(Ok(()), Err));
    exchange.status = output.status;
    exchange.answer = output.body.clone();
    project.ledger.add(exchange);
    if fault.garble {
        return fault::broken(output.body.slice(..output.body.len() / 2));
    }
    let mut response = answer(output);
    if let Some(seconds) = fault.retry_after {
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The text of a header, if it is there and is one.
pub(super) fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// A refusal outside of any project.
pub(super) fn refused(shared: &Shared, refusal: &Refusal) -> Response {
    answer(Output::from(refusal, &shared.request_id()))
}

/// An answer in JSON. One that leads on says so in its head, too.
pub(super) fn answer(output: Output) -> Response {
    let url = output.redirect_url();
    let mut response = Response::new(Body::from(output.body));
    let status = StatusCode::from_u16(output.status);
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    let json = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, json);
    if let Some(url) = url.and_then(|url| location(&url)) {
        headers.insert(header::LOCATION, url);
    }
    response
}

/// An address as the header that leads there. Letters that have no place in headers are encoded, as browsers
/// do it anyway.
pub(crate) fn location(url: &str) -> Option<HeaderValue> {
    let plain = HeaderValue::from_str(url).ok();
    plain.or_else(|| HeaderValue::from_str(Url::parse(url).ok()?.as_str()).ok())
}
