//! An emulator that runs already.

use std::error::Error;

use clap::Args;
use http::Method;
use serde_json::Value;

/// Which emulator, and which of its projects.
#[derive(Debug, Args)]
pub(super) struct Remote {
    /// Where the emulator listens.
    #[arg(
        long,
        value_name = "URL",
        env = "STYTCH_BASE_URL",
        default_value = "http://127.0.0.1:4000"
    )]
    url: String,
    /// The project; the one that was printed at the start unless set.
    #[arg(long, value_name = "ID", env = "STYTCH_PROJECT_ID")]
    project: Option<String>,
}

impl Remote {
    /// Reads from an address of the emulator itself, such as `messages`.
    pub(super) async fn get(
        &self,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Value, Box<dyn Error>> {
        let address = self.address(path, query);
        self.sent(Method::GET, address, String::new()).await
    }

    /// Sends a text to an address of the emulator itself.
    pub(super) async fn post(&self, path: &str, body: String) -> Result<Value, Box<dyn Error>> {
        let address = self.address(path, &[]);
        self.sent(Method::POST, address, body).await
    }

    /// The public keys of a project (RFC 7517).
    pub(super) async fn key_set(&self, project_id: &str) -> Result<Value, Box<dyn Error>> {
        let is_id = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        if !project_id.starts_with("project-test-") || !project_id.chars().all(is_id) {
            return Err("its issuer is no project of an emulator".into());
        }
        let address = format!("{}/v1/b2b/sessions/jwks/{project_id}", self.base());
        self.sent(Method::GET, address, String::new()).await
    }

    async fn sent(
        &self,
        verb: Method,
        address: String,
        body: String,
    ) -> Result<Value, Box<dyn Error>> {
        // it is on this machine, where no proxy leads to
        let http = reqwest::Client::builder().no_proxy().build()?;
        let request = http.request(verb, address).body(body);
        let response = request.send().await.map_err(|_| {
            let base = self.base();
            format!("{base}: no answer; is the emulator running?")
        })?;
        let status = response.status();
        let body: Value = serde_json::from_slice(&response.bytes().await?)
            .map_err(|_| format!("{}: {status}, and no JSON: is it an emulator?", self.base()))?;
        if status.is_success() {
            return Ok(body);
        }
        let told = body.get("error").or_else(|| body.get("error_message"));
        let told = told.and_then(Value::as_str).unwrap_or_default();
        Err(format!("{status}: {told}").into())
    }

    fn base(&self) -> &str {
        self.url.trim_end_matches('/')
    }

    fn address(&self, path: &str, query: &[(&str, &str)]) -> String {
        let project = self.project.as_deref().map(|id| ("project", id));
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(project.iter().chain(query))
            .finish();
        format!("{}/_emulator/{path}?{query}", self.base())
    }
}
