//! A successful answer with what came around it.

use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::{Error, Operation, wire};

/// A successful answer with its HTTP status, headers and request id, and with its JSON as it came.
///
/// [`Call::response`](crate::Call::response) gives it; it derefs to the body, which awaiting the
/// call itself gives alone.
#[derive(Clone)]
pub struct Response<R> {
    body: R,
    operation: &'static Operation,
    parts: Box<Parts>,
    json: Bytes,
}

#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) request_id: Option<Box<str>>,
    pub(crate) attempts: u32,
}

impl<R> Response<R> {
    pub(crate) fn new(body: R, operation: &'static Operation, parts: Parts, json: Bytes) -> Self {
        Self {
            body,
            operation,
            parts: Box::new(parts),
            json,
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

    /// The answer's JSON as it came, byte for byte: with what the type of the body does not know, and
    /// without what it made up for missing values. It holds the secrets of the answer in the clear.
    #[must_use]
    pub fn raw_json(&self) -> &[u8] {
        &self.json
    }

    /// Reads the answer's JSON once more, as a type of your own or as a [`Value`](crate::Value): for a
    /// field that this release does not know yet.
    ///
    /// ```
    /// # use stytch_core::{Call, Error, Value};
    /// async fn color(call: Call<Value>) -> Result<Option<String>, Error> {
    ///     let answer = call.response().await?;
    ///     let json: Value = answer.json()?;
    ///     Ok(json["color"].as_str().map(str::to_owned))
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the JSON does not fit the type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        wire::decode(&self.json).map_err(|problem| {
            Error::decode(problem)
                .with_operation(self.operation.name())
                .with_status(self.parts.status)
                .with_request_id(self.parts.request_id.clone())
                .with_attempts(self.parts.attempts)
        })
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

/// Leaves the raw JSON out: there may be secrets in it.
impl<R: fmt::Debug> fmt::Debug for Response<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("body", &self.body)
            .field("parts", &self.parts)
            .finish_non_exhaustive()
    }
}
