//! The settings of a client, and what is made of them.

use std::{sync::Arc, time::Duration};

use http::{
    HeaderMap, HeaderValue,
    header::{ACCEPT, AUTHORIZATION, USER_AGENT},
};

use super::{Environment, Handle, Inner, base_url, credentials, http_client::Connections};
use crate::{
    Error, Observer, RetryBudget, RetryPolicy, Secret,
    tokens::{self, Endpoints, Tokens},
};

const FRAUD_BASE_URL: &str = "https://telemetry.stytch.com";
const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const READ_TIMEOUT: Duration = Duration::from_secs(15);
const MAX_RESPONSE_BYTES: usize = 16 * 1024 * 1024;

pub(super) struct Settings {
    pub(super) project_id: String,
    pub(super) secret: Secret,
    pub(super) base_url: Option<String>,
    pub(super) fraud_base_url: Option<String>,
    pub(super) link_base_url: Option<String>,
    pub(super) public_token: Option<String>,
    pub(super) allow_http: bool,
    pub(super) timeout: Duration,
    pub(super) read_timeout: Duration,
    pub(super) http: Option<reqwest::Client>,
    pub(super) connections: Connections,
    /// A setting of the connections was changed, which a client of the app would not see.
    pub(super) connections_set: Option<&'static str>,
    pub(super) application: Option<String>,
    pub(super) retry: RetryPolicy,
    pub(super) budget: RetryBudget,
    pub(super) max_response_bytes: usize,
    pub(super) observer: Option<Arc<dyn Observer>>,
    pub(super) tokens: tokens::Settings,
}

impl Settings {
    /// Only the credentials, and defaults for the rest.
    pub(super) fn new(project_id: String, secret: Secret) -> Self {
        let connections = Connections {
            connect_timeout: Some(CONNECT_TIMEOUT),
            ..Connections::default()
        };
        Self {
            project_id,
            secret,
            base_url: None,
            fraud_base_url: None,
            link_base_url: None,
            public_token: None,
            allow_http: false,
            timeout: TIMEOUT,
            read_timeout: READ_TIMEOUT,
            http: None,
            connections,
            connections_set: None,
            application: None,
            retry: RetryPolicy::default(),
            budget: RetryBudget::default(),
            max_response_bytes: MAX_RESPONSE_BYTES,
            observer: None,
            tokens: tokens::Settings::default(),
        }
    }

    /// Checks everything and makes the shared inside of a client.
    pub(super) fn build(
        self,
        vertical: &'static str,
        endpoints: &'static Endpoints,
    ) -> Result<Handle, Error> {
        let headers = self.headers()?;
        let environment = Environment::of_project(&self.project_id);
        let base_url = base_url::check(
            "base_url",
            self.base_url.as_deref().unwrap_or(environment.base_url()),
            self.allow_http,
        )?;
        let check = |url| base_url::check("fraud_base_url", url, self.allow_http);
        let fraud_base_url = match self.fraud_base_url.as_deref() {
            Some(url) => check(url)?,
            None if base_url.is_vendor() => check(FRAUD_BASE_URL)?,
            // who sends calls to a test server means all of them
            None => base_url.clone(),
        };
        let link_base_url = match self.link_base_url.as_deref() {
            Some(url) => base_url::check("link_base_url", url, self.allow_http)?,
            None => base_url.clone(),
        };
        if let Some(token) = self.public_token.as_deref() {
            credentials::check_public_token(token, environment)?;
        }
        let needs_tls = [("base_url", &base_url), ("fraud_base_url", &fraud_base_url)]
            .into_iter()
            .find(|(_, url)| url.as_str().starts_with("https:"));
        let foreign_http = self.http.is_some();
        let http = match self.http {
            Some(_) if self.connections_set.is_some() => {
                return Err(Error::configuration(
                    self.connections_set.unwrap_or_default(),
                    "this setting has no effect on an HTTP client that the app brings; \
                     set it there",
                ));
            }
            Some(client) => client,
            None => match needs_tls {
                Some((setting, _)) if !HAS_TLS => {
                    return Err(Error::configuration(
                        setting,
                        "https needs one of the features `rustls` and `native-tls`, \
                         or an HTTP client of the app",
                    ));
                }
                _ => self.connections.build()?,
            },
        };
        Ok(Handle::new(Inner {
            http,
            foreign_http,
            vertical,
            endpoints,
            tokens: Tokens::new(self.tokens, endpoints, &self.project_id, base_url.as_str())?,
            project_id: self.project_id,
            environment,
            base_url,
            fraud_base_url,
            link_base_url,
            allow_http: self.allow_http,
            public_token: self.public_token,
            headers,
            timeout: self.timeout,
            read_timeout: self.read_timeout,
            max_response_bytes: self.max_response_bytes,
            retry: self.retry,
            budget: self.budget,
            observer: self.observer,
        }))
    }

    fn headers(&self) -> Result<HeaderMap, Error> {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(
            AUTHORIZATION,
            credentials::basic(&self.project_id, &self.secret)?,
        );
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let agent = match self.application.as_deref() {
            None => concat!("stytch-rs/", env!("CARGO_PKG_VERSION")).to_owned(),
            Some(name) => format!("stytch-rs/{} {name}", env!("CARGO_PKG_VERSION")),
        };
        let agent = HeaderValue::try_from(agent).map_err(|_| {
            Error::configuration("application_name", "the name holds a control character")
        })?;
        headers.insert(USER_AGENT, agent);
        Ok(headers)
    }
}

const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
