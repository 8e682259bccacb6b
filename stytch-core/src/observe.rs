//! A hook that sees every attempt.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::{Error, Operation, request::is_reserved};

/// Sees every attempt of every call of a client: for metrics, for trace propagation, for an app's
/// own log. [`ClientBuilder::observer`](crate::ClientBuilder::observer) takes one.
///
/// Both methods run on the task of the call, so they must be quick and must not block. Neither sees
/// a body, a path value or a credential.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// # use stytch_core::{AttemptOutcome, Observer};
///
/// #[derive(Default)]
/// struct Failures(AtomicU64);
///
/// impl Observer for Failures {
///     fn finished(&self, attempt: &AttemptOutcome<'_>) {
///         if let Some(error) = attempt.error() {
///             eprintln!("{}, attempt {}: {error}", attempt.operation(), attempt.number());
///             self.0.fetch_add(1, Ordering::Relaxed);
///         }
///     }
/// }
/// ```
pub trait Observer: Send + Sync {
    /// An attempt is about to be sent.
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        let _ = attempt;
    }

    /// An attempt has ended. Not called for one that was dropped half-way.
    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        let _ = attempt;
    }
}

impl<T: Observer + ?Sized> Observer for std::sync::Arc<T> {
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        (**self).started(attempt);
    }

    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        (**self).finished(attempt);
    }
}

/// An attempt that is about to be sent.
pub struct AttemptRequest<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) number: u32,
    pub(crate) headers: &'a mut HeaderMap,
}

impl AttemptRequest<'_> {
    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Which attempt of the call this is, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Sets a header, such as `traceparent`. Returns `false` and does nothing for a header that the
    /// client sets itself.
    pub fn set_header(&mut self, name: HeaderName, value: HeaderValue) -> bool {
        let allowed = !is_reserved(&name);
        if allowed {
            self.headers.insert(name, value);
        }
        allowed
    }
}

/// Shows the operation and the number, no headers.
impl fmt::Debug for AttemptRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttemptRequest")
            .field("operation", &self.operation.name())
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

/// How an attempt ended.
#[derive(Debug)]
pub struct AttemptOutcome<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) number: u32,
    pub(crate) elapsed: Duration,
    pub(crate) status: Option<StatusCode>,
    pub(crate) error: Option<&'a Error>,
    pub(crate) retry_in: Option<Duration>,
}

impl AttemptOutcome<'_> {
    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Which attempt of the call this was, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How long the attempt took, from sending to the end of the answer.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The HTTP status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Why the attempt failed, or `None` if it did not. A body that can't be decoded shows up only
    /// in the result of the call.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error
    }

    /// How long the client waits before it tries again; `None` when this attempt was the last.
    #[must_use]
    pub fn retry_in(&self) -> Option<Duration> {
        self.retry_in
    }
}
