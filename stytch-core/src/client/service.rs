//! What a call goes to.

use std::{sync::Arc, time::Duration};

use http::HeaderMap;

use super::base_url::BaseUrl;
use crate::{Error, Observer, RetryBudget, RetryPolicy};

/// A service as calls see it: where it is, who they come from, and how they are sent.
#[derive(Clone)]
pub(crate) struct Service {
    pub(crate) http: reqwest::Client,
    /// Made by the app, so that its settings are not known.
    pub(crate) foreign_http: bool,
    pub(crate) base_url: BaseUrl,
    /// What every request carries, the credentials among them.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) read_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: RetryBudget,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

/// Makes sure that the client of this crate can reach an address.
pub(super) fn require_tls(setting: &'static str, base_url: &BaseUrl) -> Result<(), Error> {
    if HAS_TLS || !base_url.as_str().starts_with("https:") {
        return Ok(());
    }
    Err(Error::configuration(
        setting,
        "https needs one of the features `rustls` and `native-tls`, or an HTTP client of the app",
    ))
}

const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
