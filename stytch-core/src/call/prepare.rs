//! What generated methods put a request together with.

use std::{
    fmt::{self, Display},
    sync::Arc,
};

use bytes::Bytes;
use serde::{Serialize, de::DeserializeOwned};

use super::Call;
use crate::{
    Error, Handle, Operation, Value,
    client::Service,
    request::Draft,
    transport::{Answer, Decode},
    wire::{Body, Item, Object},
};

/// A request that is being put together by a generated method: path values in the order of the
/// template, then query values, then the body.
///
/// What can't be sent is kept and reported when the call is awaited.
#[doc(hidden)]
#[must_use]
pub struct Prepared(Box<Draft>);

impl Handle {
    /// Begins a request.
    #[doc(hidden)]
    pub fn prepare(&self, operation: &'static Operation) -> Prepared {
        Prepared::new(Arc::clone(self.inner().service_of(operation)), operation)
    }
}

impl Prepared {
    pub(crate) fn new(service: Arc<Service>, operation: &'static Operation) -> Self {
        Self(Box::new(Draft::new(service, operation)))
    }

    /// Fills in the next parameter of the path.
    pub fn path(mut self, name: &'static str, value: &str) -> Self {
        let result = self.0.address.path(name, value);
        self.0.note(result);
        self
    }

    /// Adds a parameter to the query, if there is a value.
    pub fn query<T: Display>(mut self, name: &'static str, value: Option<&T>) -> Self {
        if let Some(value) = value {
            self.0.address.query(name, value);
        }
        self
    }

    /// Sets the body.
    pub fn json(self, body: &dyn Body) -> Self {
        self.serialized(&Item::Body(body))
    }

    /// Sets the body to what serde makes of a value.
    pub fn serialized<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        self.set_body(serde_json::to_vec(body));
        self
    }

    /// Checks that a free-form object is one, before it goes into the body. It comes as any JSON, so
    /// that what `json!` makes can be given.
    pub fn object<'a>(mut self, name: &'static str, value: impl Into<Option<&'a Value>>) -> Self {
        if value.into().is_some_and(|value| !value.is_object()) {
            self.0.note::<()>(Err(Error::invalid_request(
                name,
                "the value must be a JSON object",
            )));
        }
        self
    }

    /// Sets the body to a form, as the OAuth endpoints expect it (RFC 6749, section 4.4.2).
    pub(crate) fn form(mut self, fields: &[(&str, &str)]) -> Self {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.0.content_type = "application/x-www-form-urlencoded";
        self.0.body = Some(Bytes::from(form.finish()));
        self
    }

    /// Sends the request without the project's credentials.
    pub(crate) fn without_credentials(mut self) -> Self {
        self.0.anonymous = true;
        self
    }

    /// Limits the size of the response below what the client allows.
    pub(crate) fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.0.max_response_bytes = self.0.max_response_bytes.min(bytes);
        self
    }

    fn set_body(&mut self, body: serde_json::Result<Vec<u8>>) {
        match body {
            Ok(body) => self.0.body = Some(Bytes::from(body)),
            // serde_json quotes no values when it writes, and says little; the type's own
            // `Serialize` may
            Err(_) => self.0.note::<()>(Err(Error::invalid_request(
                "body",
                "a value of the request can't be written as JSON",
            ))),
        }
    }

    /// Makes the call.
    pub fn into_call<R: Object + Default, A>(self) -> Call<R, A> {
        self.read_by(Answer::decode_object)
    }

    /// Makes a call whose answer serde reads.
    pub(crate) fn into_call_of<R: DeserializeOwned, A>(self) -> Call<R, A> {
        self.read_by(Answer::decode)
    }

    fn read_by<R, A>(mut self, decode: Decode<R>) -> Call<R, A> {
        if self.0.problem.is_none() {
            let result = self.0.address.finish_path();
            self.0.note(result);
        }
        Call::new(self.0, decode)
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
