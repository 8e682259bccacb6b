//! A request in the making: what a call is before it is sent.

mod address;

use std::{
    fmt::{self, Display},
    sync::Arc,
    time::Duration,
};

pub(crate) use address::Address;
use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{
        AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, PROXY_AUTHORIZATION,
        TRANSFER_ENCODING, UPGRADE,
    },
};
use reqwest::Url;

use crate::{Error, JsonObject, Operation, RetryPolicy, Secret, Value, Verb, client::Service};

pub(crate) const MEMBER_SESSION: HeaderName = HeaderName::from_static("x-stytch-member-session");
pub(crate) const MEMBER_SESSION_JWT: HeaderName =
    HeaderName::from_static("x-stytch-member-sessionjwt");

/// Whether the client sets this header itself.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    [
        AUTHORIZATION,
        PROXY_AUTHORIZATION,
        HOST,
        CONTENT_LENGTH,
        CONTENT_TYPE,
        CONNECTION,
        TRANSFER_ENCODING,
        UPGRADE,
        MEMBER_SESSION,
        MEMBER_SESSION_JWT,
    ]
    .contains(name)
}

/// A request with everything but the attempt to send it. Not generic, so that one copy of the
/// sending code serves all operations.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) service: Arc<Service>,
    pub(crate) operation: &'static Operation,
    pub(crate) address: Address,
    pub(crate) body: Option<Bytes>,
    pub(crate) content_type: &'static str,
    /// Sent without the project's credentials.
    pub(crate) anonymous: bool,
    pub(crate) max_response_bytes: usize,
    /// Headers of this call, on top of the client's.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    /// The first thing that went wrong while preparing; reported when the call is awaited.
    pub(crate) problem: Option<Error>,
}

impl Draft {
    pub(crate) fn new(service: Arc<Service>, operation: &'static Operation) -> Self {
        let address = Address::new(service.base_url.prefix(), operation.path());
        let max_response_bytes = service.max_response_bytes;
        Self {
            service,
            operation,
            address,
            body: None,
            content_type: "application/json",
            anonymous: false,
            max_response_bytes,
            headers: HeaderMap::new(),
            timeout: None,
            retry: None,
            problem: None,
        }
    }

    /// Where the request goes.
    pub(crate) fn url(&self) -> Result<Url, Error> {
        self.address.at(&self.service.base_url)
    }

    pub(crate) fn note<T>(&mut self, result: Result<T, Error>) {
        if let Err(problem) = result {
            self.problem.get_or_insert(problem);
        }
    }

    pub(crate) fn header(&mut self, name: Option<HeaderName>, value: Option<HeaderValue>) {
        let result = match (name, value) {
            (None, _) => Err(Error::invalid_request(
                "header",
                "the name of a header is not valid",
            )),
            (Some(name), _) if is_reserved(&name) => Err(Error::invalid_request(
                name.as_str().to_owned(),
                "the client sets this header itself",
            )),
            (Some(name), None) => Err(Error::invalid_request(
                name.as_str().to_owned(),
                "the value of the header holds a character that headers can't carry",
            )),
            (Some(name), Some(mut value)) => {
                value.set_sensitive(true);
                self.headers.append(name, value);
                Ok(())
            }
        };
        self.note(result);
    }

    /// Sets a parameter of the query, in place of one of the same name.
    pub(crate) fn set_query(&mut self, name: &str, value: &dyn Display) -> Result<(), Error> {
        if name.is_empty() {
            return Err(Error::invalid_request("query", "a parameter has no name"));
        }
        self.address.set_query(name, value);
        Ok(())
    }

    /// Sets a field of the JSON body, in place of one of the same name.
    pub(crate) fn set_field(&mut self, name: &str, value: Value) -> Result<(), Error> {
        let refuse = |why| Err(Error::invalid_request(name.to_owned(), why));
        if name.is_empty() {
            return Err(Error::invalid_request("body", "a field has no name"));
        }
        if matches!(self.operation.verb(), Verb::Get | Verb::Delete) {
            return refuse("the operation takes no body");
        }
        let known = self.body.as_deref().unwrap_or(b"{}");
        let Ok(mut body) = serde_json::from_slice::<JsonObject>(known) else {
            return refuse("the body of the operation is not a JSON object");
        };
        body.insert(name.to_owned(), value);
        self.body = Some(Bytes::from(Value::Object(body).to_string()));
        Ok(())
    }

    pub(crate) fn session(&mut self, field: &'static str, name: HeaderName, secret: &Secret) {
        // without it the call would run with the rights of the project; blanks do not survive the way
        if secret.expose().trim().is_empty() {
            return self.note::<()>(Err(Error::invalid_request(
                field,
                "the session is empty; leave it out to run the call with the rights of the project",
            )));
        }
        let result = HeaderValue::from_str(secret.expose()).map(|mut value| {
            value.set_sensitive(true);
            self.headers.insert(name, value);
        });
        self.note(result.map_err(|_| {
            Error::invalid_request(
                field,
                "the session holds a character that headers can't carry",
            )
        }));
    }
}

/// Shows the operation, none of its values.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation.name())
            .field("verb", &self.operation.verb())
            .field("path", &self.operation.path())
            .finish_non_exhaustive()
    }
}
