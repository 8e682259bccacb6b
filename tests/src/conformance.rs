//! The conformance runner: lines of JSON in, typed calls out, lines of JSON back.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use stytch_core::{ClientBuilder, Error, Secret, Vertical};

use crate::generated::{b2b, consumer};
use crate::invocation::{Failure, Invocation};
use crate::oauth;

/// Where the calls go, and in whose name.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address of the API, of a recording server, or of the emulator.
    pub base_url: String,
    /// The address of the fraud API; the same unless set.
    pub fraud_base_url: Option<String>,
    /// The project.
    pub project_id: String,
    /// Its secret.
    pub secret: Secret,
}

impl Settings {
    /// Settings with the credentials of a made-up test project.
    #[must_use]
    pub fn new(base_url: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            fraud_base_url: None,
            project_id: "project-test-00000000-0000-0000-0000-000000000000".to_owned(),
            secret: "secret-test-11111111-1111-1111-1111-111111111111".into(),
        }
    }

    fn client<C: Vertical>(&self) -> Result<C, Error> {
        ClientBuilder::new(self.project_id.clone(), &self.secret)
            .base_url(&self.base_url)
            .fraud_base_url(self.fraud_base_url.as_ref().unwrap_or(&self.base_url))
            .no_retries()
            .build()
    }
}

/// Both clients, and the tables that find their methods by name.
#[derive(Clone, Debug)]
pub struct Runner {
    b2b: stytch_b2b::Client,
    consumer: stytch_consumer::Client,
}

/// A line of input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: Value,
    vertical: String,
    resource: String,
    method: String,
    #[serde(default)]
    params: Map<String, Value>,
    #[serde(default)]
    session_token: Option<Secret>,
    #[serde(default)]
    session_jwt: Option<Secret>,
}

impl Runner {
    /// A runner with a client for each vertical.
    ///
    /// # Errors
    /// What the library says of settings that can't be right.
    pub fn new(settings: &Settings) -> Result<Self, Error> {
        Ok(Self {
            b2b: settings.client()?,
            consumer: settings.client()?,
        })
    }

    /// Answers one line of input.
    pub async fn line(&self, line: &str) -> Value {
        match serde_json::from_str::<Line>(line) {
            Ok(line) => {
                let operation = format!("{}.{}", line.resource, line.method);
                let mut invocation = Invocation {
                    params: line.params,
                    session_token: line.session_token,
                    session_jwt: line.session_jwt,
                    debug: Vec::new(),
                };
                match self.call(&line.vertical, &operation, &mut invocation).await {
                    Ok(response) => json!({ "id": line.id, "ok": response }),
                    Err(failure) => json!({ "id": line.id, "error": failure.to_json() }),
                }
            }
            Err(error) => {
                // The id may be readable although the rest is not.
                let id = serde_json::from_str::<Value>(line)
                    .ok()
                    .and_then(|line| line.get("id").cloned());
                json!({ "id": id, "error": Failure::invalid_params(error.to_string()).to_json() })
            }
        }
    }

    /// Makes the typed call.
    ///
    /// # Errors
    /// Why there is no response.
    pub async fn call(
        &self,
        vertical: &str,
        operation: &str,
        invocation: &mut Invocation,
    ) -> Result<Value, Failure> {
        match vertical {
            "b2b" => match oauth::b2b(&self.b2b, operation, invocation).await {
                Some(outcome) => outcome,
                None => b2b::dispatch(&self.b2b, operation, invocation).await,
            },
            "consumer" => match oauth::consumer(&self.consumer, operation, invocation).await {
                Some(outcome) => outcome,
                None => consumer::dispatch(&self.consumer, operation, invocation).await,
            },
            _ => Err(Failure::invalid_params(format!(
                "unknown vertical `{vertical}`, expected `b2b` or `consumer`"
            ))),
        }
    }
}
