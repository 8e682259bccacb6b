//! A successful answer with what came around it.

use std::ops::{Deref, DerefMut};

use http::{HeaderMap, StatusCode};

/// A successful answer with its HTTP status, headers and request id.
///
/// [`Call::response`](crate::Call::response) gives it; it derefs to the body, which awaiting the
/// call itself gives alone.
#[derive(Clone, Debug)]
pub struct Response<R> {
    body: R,
    parts: Box<Parts>,
}

#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) request_id: Option<Box<str>>,
    pub(crate) attempts: u32,
}

impl<R> Response<R> {
    pub(crate) fn new(body: R, parts: Parts) -> Self {
        Self {
            body,
            parts: Box::new(parts),
        }
    }

    /// The HTTP status, 200 as a rule.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.parts.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The service's id of this request, for logs and for the vendor's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.parts.request_id.as_deref()
    }

    /// How many times the request was sent; more than 1 after retries.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.parts.attempts
    }

    /// The body, on its own.
    #[must_use]
    pub fn into_inner(self) -> R {
        self.body
    }
}

impl<R> Deref for Response<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.body
    }
}

impl<R> DerefMut for Response<R> {
    fn deref_mut(&mut self) -> &mut R {
        &mut self.body
    }
}
