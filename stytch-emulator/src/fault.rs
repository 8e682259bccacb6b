//! Faults that were asked for: refusals, delays, cut connections, garbled answers.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_core::Stream;
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;
use crate::route::Endpoint;

/// Something that goes wrong on purpose. Without `operation`, `verb` and `path` it hits every request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Fault {
    /// The operation that it hits, such as `b2b.sessions.authenticate`. What stands beside the operations of
    /// the API goes by the names that the clients have for it: `b2b.sso.start`, `shared.m2m.token`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The verb that it hits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// The path that it hits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The status to answer with; nothing happens then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The error type to answer with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_type: Option<String>,
    /// Seconds for the header `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// How long to wait before anything else, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_ms: Option<u64>,
    /// Whether the connection is closed without an answer.
    #[serde(skip_serializing_if = "is_false")]
    pub drop: bool,
    /// Whether the answer is cut in the middle, after everything was done.
    #[serde(skip_serializing_if = "is_false")]
    pub garble: bool,
    /// How often it happens; until it is taken away unless set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Fault {
    /// One that hits every request until it is taken away.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Hits this operation alone, such as `b2b.sessions.authenticate`.
    #[must_use]
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Answers with this status and error type, and does nothing.
    #[must_use]
    pub fn refuse(mut self, status: u16, error_type: impl Into<String>) -> Self {
        self.status = Some(status);
        self.error_type = Some(error_type.into());
        self
    }

    /// Says when to come back, beside a refusal.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Waits before anything else.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay_ms = u64::try_from(delay.as_millis()).ok();
        self
    }

    /// Closes the connection without an answer.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.drop = true;
        self
    }

    /// Does everything, and cuts the answer in the middle.
    #[must_use]
    pub fn garble(mut self) -> Self {
        self.garble = true;
        self
    }

    /// Happens so often and no more.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// What it answers with, if it refuses.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        let status = self.status.or(self.error_type.as_ref().map(|_| 500))?;
        let name = self.error_type.as_deref().unwrap_or(match status {
            429 => "too_many_requests",
            503 => "server_unavailable",
            _ => "internal_server_error",
        });
        let mut refusal = Refusal::new(name).because("A fault that was asked for.");
        if let Some(status) = self.status {
            refusal.status = status;
        }
        Some(refusal)
    }

    /// What the list of requests says of it; nothing of what is seen in the answer anyway.
    pub(crate) fn trace(&self) -> Option<&'static str> {
        if self.drop {
            return Some("a fault closed the connection");
        }
        if self.garble {
            return Some("a fault cut the answer");
        }
        self.refusal().map(|_| "a fault refused it")
    }

    fn hits(&self, endpoint: &Endpoint, path: &str) -> bool {
        let operation = endpoint.operation;
        let is_meant = |name: &str| {
            name == operation
                // what both clients offer goes by the name that either has for it
                || operation.strip_prefix("shared.").is_some_and(|shared| {
                    name.strip_prefix("b2b.") == Some(shared)
                        || name.strip_prefix("consumer.") == Some(shared)
                        || name == shared
                })
        };
        self.times != Some(0)
            && self.operation.as_deref().is_none_or(is_meant)
            && self
                .verb
                .as_deref()
                .is_none_or(|verb| endpoint.verb.as_str().eq_ignore_ascii_case(verb))
            && self
                .path
                .as_deref()
                .is_none_or(|wanted| wanted == path || wanted == endpoint.path)
    }
}

/// The faults that are to happen, in the order in which they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.lock().push(fault);
    }

    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    pub(crate) fn all(&self) -> Vec<Fault> {
        self.lock().clone()
    }

    /// The first fault that hits a request, one time less of it.
    pub(crate) fn take(&self, endpoint: &Endpoint, path: &str) -> Option<Fault> {
        let mut faults = self.lock();
        let fault = faults.iter_mut().find(|fault| fault.hits(endpoint, path))?;
        let taken = fault.clone();
        if let Some(times) = &mut fault.times {
            *times -= 1;
        }
        faults.retain(|fault| fault.times != Some(0));
        Some(taken)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An answer that breaks off after these bytes.
pub(crate) fn broken(bytes: Bytes) -> Response {
    Response::new(Body::from_stream(Broken { bytes: Some(bytes) }))
}

struct Broken {
    bytes: Option<Bytes>,
}

impl Stream for Broken {
    type Item = io::Result<Bytes>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let bytes = self.bytes.take().filter(|bytes| !bytes.is_empty());
        let broken = || io::Error::from(io::ErrorKind::ConnectionAborted);
        std::task::Poll::Ready(Some(bytes.ok_or_else(broken)))
    }
}
