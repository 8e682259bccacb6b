//! One call that was asked for by name.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use stytch_core::{AsMember, AsProject, Call, Error, Secret};

/// What a call is made from: parameters under their wire names, and a member session.
#[derive(Debug, Default)]
pub struct Invocation {
    /// The parameters.
    pub params: Map<String, Value>,
    /// Sent as the member's session token.
    pub session_token: Option<Secret>,
    /// Sent as the member's session JWT.
    pub session_jwt: Option<Secret>,
    /// What the request and the response look like to `Debug`.
    pub debug: Vec<String>,
}

/// Why there is no response.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The kind of error: one of the library's, `unknown_operation` or `invalid_params`.
    pub kind: String,
    /// The HTTP status, if there was an answer.
    pub status: Option<u16>,
    /// The message.
    pub message: String,
}

impl Failure {
    pub(crate) fn unknown_operation(operation: &str) -> Self {
        Self::of(
            "unknown_operation",
            format!("there is no operation `{operation}`"),
        )
    }

    pub(crate) fn invalid_params(message: impl Into<String>) -> Self {
        Self::of("invalid_params", message.into())
    }

    fn of(kind: &str, message: String) -> Self {
        Self {
            kind: kind.to_owned(),
            status: None,
            message,
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({ "kind": self.kind, "status": self.status, "message": self.message })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            kind: error.kind().as_str().to_owned(),
            status: error.status().map(|status| status.as_u16()),
            message: error.to_string(),
        }
    }
}

impl Invocation {
    /// The parameters as a request.
    pub(crate) fn request<T: DeserializeOwned + Debug>(&mut self) -> Result<T, Failure> {
        let params = Value::Object(std::mem::take(&mut self.params));
        let request: T = serde_json::from_value(params)
            .map_err(|error| Failure::invalid_params(error.to_string()))?;
        self.debug.push(format!("{request:?} {request:#?}"));
        Ok(request)
    }

    /// For operations that take nothing.
    pub(crate) fn no_request(&self) -> Result<(), Failure> {
        match self.params.keys().next() {
            Some(name) => Err(Failure::invalid_params(format!(
                "unknown field `{name}`, there are no fields"
            ))),
            None => Ok(()),
        }
    }

    pub(crate) async fn send<R>(&mut self, call: Call<R, AsProject>) -> Result<Value, Failure>
    where
        R: DeserializeOwned + Serialize + Debug,
    {
        if self.session_token.is_some() || self.session_jwt.is_some() {
            return Err(Failure::invalid_params(
                "the operation accepts no member session",
            ));
        }
        self.finish(call).await
    }

    pub(crate) async fn send_as_member<R>(
        &mut self,
        mut call: Call<R, AsMember>,
    ) -> Result<Value, Failure>
    where
        R: DeserializeOwned + Serialize + Debug,
    {
        if let Some(token) = self.session_token.take() {
            call = call.session_token(token);
        }
        if let Some(jwt) = self.session_jwt.take() {
            call = call.session_jwt(jwt);
        }
        self.finish(call).await
    }

    async fn finish<R, A>(&mut self, call: Call<R, A>) -> Result<Value, Failure>
    where
        R: DeserializeOwned + Serialize + Debug,
    {
        self.debug.push(format!("{call:?}"));
        let response = call.no_retries().await?;
        self.debug.push(format!("{response:?} {response:#?}"));
        serde_json::to_value(&response).map_err(|error| Failure::of("encode", error.to_string()))
    }
}
