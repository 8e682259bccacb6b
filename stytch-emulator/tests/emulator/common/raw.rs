//! Requests as any program could send them.

use reqwest::{Client, Method};
use serde_json::Value;
use stytch_emulator::Emulator;

/// An emulator, and HTTP.
pub(crate) struct Raw {
    pub(crate) emulator: Emulator,
    pub(crate) http: Client,
}

impl Raw {
    pub(crate) async fn start() -> Self {
        Self {
            emulator: Emulator::start().await.unwrap(),
            http: Client::new(),
        }
    }

    /// Sends a body as it is, and gives the status and the body of the answer.
    pub(crate) async fn send(&self, verb: Method, path: &str, body: &str) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.url());
        let request = self.http.request(verb, url).body(body.to_owned());
        let (id, secret) = (self.emulator.project_id(), self.emulator.secret());
        let response = request.basic_auth(id, Some(secret)).send().await.unwrap();
        let status = response.status().as_u16();
        let body: Value = response.json().await.unwrap();
        assert_eq!(body["status_code"], status);
        let request_id = body["request_id"].as_str().unwrap();
        assert!(request_id.starts_with("request-id-test-"));
        (status, body)
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::POST, path, &body.to_string()).await
    }

    /// Posts what has to be refused.
    #[track_caller]
    pub(crate) fn refuses(
        &self,
        path: &str,
        body: &Value,
        status: u16,
        error_type: &str,
    ) -> impl Future<Output = ()> {
        let place = std::panic::Location::caller();
        async move {
            let (found, answer) = self.post(path, body).await;
            let found = (found, answer["error_type"].as_str().unwrap_or("none"));
            assert_eq!(found, (status, error_type), "{place}: {path} {body}");
        }
    }

    /// All that the project holds.
    pub(crate) async fn export(&self) -> Value {
        let url = format!("{}/_emulator/export", self.emulator.url());
        self.http
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }
}
