//! What is logged of a call: by OpenTelemetry's semantic conventions for HTTP clients where there is
//! a name in them, so that an exporter needs no mapping, and never a value of a request.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use tracing::{Span, field::Empty};

use crate::{Error, ErrorKind, request::Draft};

/// The span around a call. `url.full`, which the conventions want, is left out: it holds values.
pub(super) fn span(draft: &Draft) -> Span {
    let (operation, base) = (draft.operation, &draft.service.base_url);
    tracing::info_span!(
        target: "stytch",
        "stytch.call",
        otel.kind = "client",
        otel.name = format_args!("{} {}", operation.verb(), operation.path()),
        otel.status_code = Empty,
        operation = operation.name(),
        http.request.method = operation.verb().as_str(),
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        url.template = operation.path(),
        server.address = base.host(),
        server.port = base.port(),
        "error.type" = Empty,
        request_id = Empty,
        elapsed_ms = Empty,
    )
}

/// Notes in the span of a call how it went.
pub(super) fn ended(
    span: &Span,
    started: Instant,
    attempts: u32,
    status: Option<StatusCode>,
    request_id: Option<&str>,
) {
    span.record("elapsed_ms", millis(started.elapsed()));
    if let Some(count) = resend_count(attempts) {
        span.record("http.request.resend_count", count);
    }
    if let Some(status) = status {
        span.record("http.response.status_code", status.as_u16());
    }
    if let Some(id) = request_id {
        span.record("request_id", id);
    }
}

/// Notes in the span of a call that it failed.
pub(super) fn failed(span: &Span, kind: ErrorKind) {
    span.record("otel.status_code", "ERROR");
    span.record("error.type", kind.as_str());
}

/// Logs how an attempt ended.
pub(super) fn attempt(
    number: u32,
    status: Option<StatusCode>,
    error: Option<&Error>,
    elapsed: Duration,
    retry_in: Option<Duration>,
) {
    tracing::debug!(
        target: "stytch",
        {
            http.request.resend_count = resend_count(number),
            http.response.status_code = status.map(|status| status.as_u16()),
            "error.type" = error.map(|error| error.kind().as_str()),
            request_id = error.and_then(Error::request_id),
            elapsed_ms = millis(elapsed),
            retry_in_ms = retry_in.map(millis),
        },
        "attempt finished"
    );
}

/// Only what was sent again has a count.
fn resend_count(attempts: u32) -> Option<u32> {
    attempts.checked_sub(1).filter(|count| *count > 0)
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
