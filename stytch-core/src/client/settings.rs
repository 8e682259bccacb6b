//! The settings that every client has, and what is made of them.

use std::{fmt, sync::Arc, time::Duration};

use http::{
    HeaderMap, HeaderValue,
    header::{ACCEPT, AUTHORIZATION, USER_AGENT},
};

use super::{
    base_url::{self, BaseUrl},
    http_client::Connections,
    service::{Service, require_tls},
};
use crate::{Error, Observer, RetryBudget, RetryPolicy};

const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const READ_TIMEOUT: Duration = Duration::from_secs(15);
const MAX_RESPONSE_BYTES: usize = 16 * 1024 * 1024;

/// What there is to set about connections and limits.
pub struct Settings {
    pub(super) base_url: Option<String>,
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
}

impl Default for Settings {
    fn default() -> Self {
        let connections = Connections {
            connect_timeout: Some(CONNECT_TIMEOUT),
            ..Connections::default()
        };
        Self {
            base_url: None,
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
        }
    }
}

/// Shows that there is an address, not what it is: it may hold credentials.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("base_url", &self.base_url.as_ref().map(|_| "set"))
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Checks everything and makes the service: at this address, if the app has set no other.
    pub(crate) fn service(
        &self,
        authorization: HeaderValue,
        default_base_url: &str,
    ) -> Result<Service, Error> {
        let headers = self.headers(authorization)?;
        let base_url = self.base_url.as_deref().unwrap_or(default_base_url);
        let base_url = base_url::check("base_url", base_url, self.allow_http)?;
        let http = match &self.http {
            Some(_) if self.connections_set.is_some() => {
                return Err(Error::configuration(
                    self.connections_set.unwrap_or_default(),
                    "this setting has no effect on an HTTP client that the app brings; \
                     set it there",
                ));
            }
            Some(client) => client.clone(),
            None => {
                require_tls("base_url", &base_url)?;
                self.connections.build(base_url.is_plain_loopback())?
            }
        };
        Ok(Service {
            http,
            foreign_http: self.http.is_some(),
            base_url,
            headers,
            timeout: self.timeout,
            read_timeout: self.read_timeout,
            max_response_bytes: self.max_response_bytes,
            retry: self.retry,
            budget: self.budget.clone(),
            observer: self.observer.clone(),
        })
    }

    /// A service at another address, with the same budget, and over the same connections unless one of
    /// the two alone stays on this machine.
    pub(super) fn beside(
        &self,
        service: &Service,
        setting: &'static str,
        base_url: BaseUrl,
    ) -> Result<Service, Error> {
        let mut another = service.clone();
        if !service.foreign_http {
            require_tls(setting, &base_url)?;
            let stays_here = base_url.is_plain_loopback();
            if stays_here != service.base_url.is_plain_loopback() {
                another.http = self.connections.build(stays_here)?;
            }
        }
        another.base_url = base_url;
        Ok(another)
    }

    fn headers(&self, authorization: HeaderValue) -> Result<HeaderMap, Error> {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(AUTHORIZATION, authorization);
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
