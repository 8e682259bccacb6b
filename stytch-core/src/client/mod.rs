//! The shared inside of a client.

pub(crate) mod base_url;
mod builder;
mod credentials;
mod http_client;
mod settings;

use std::{fmt, sync::Arc, time::Duration};

use http::HeaderMap;

pub(crate) use base_url::BaseUrl;
pub use builder::ClientBuilder;

use crate::{
    Operation, RetryBudget, RetryPolicy,
    observe::Observer,
    tokens::{Endpoints, Tokens},
};

/// Which of the vendor's two environments a project belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Environment {
    /// Real users: project ids that start with `project-live-`.
    Live,
    /// Everything else.
    Test,
}

impl Environment {
    /// The environment that a project id belongs to.
    #[must_use]
    pub fn of_project(project_id: &str) -> Self {
        if project_id.starts_with("project-live-") {
            Self::Live
        } else {
            Self::Test
        }
    }

    /// The address of the API in this environment.
    #[must_use]
    pub const fn base_url(self) -> &'static str {
        match self {
            Self::Live => "https://api.stytch.com",
            Self::Test => "https://test.stytch.com",
        }
    }
}

/// A client type of a generated crate.
pub trait Vertical: Sized {
    /// Its name, `b2b` or `consumer`.
    const NAME: &'static str;

    /// The endpoints that local checks of tokens are fed by.
    const ENDPOINTS: &'static Endpoints;

    /// Wraps the shared inside.
    fn from_handle(handle: Handle) -> Self;
}

/// The shared inside of a client: settings, credentials, connection pool, retry budget.
///
/// Clones are cheap and share all of it.
#[derive(Clone)]
pub struct Handle(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) http: reqwest::Client,
    /// Made by the app, so that its settings are not known.
    pub(crate) foreign_http: bool,
    pub(crate) vertical: &'static str,
    pub(crate) endpoints: &'static Endpoints,
    pub(crate) tokens: Tokens,
    pub(crate) project_id: String,
    pub(crate) environment: Environment,
    pub(crate) base_url: BaseUrl,
    pub(crate) fraud_base_url: BaseUrl,
    pub(crate) link_base_url: BaseUrl,
    pub(crate) allow_http: bool,
    pub(crate) public_token: Option<String>,
    /// What every request carries, the credentials among them.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) read_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: RetryBudget,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

impl Inner {
    /// The address of the service that has this operation.
    pub(crate) fn base_of(&self, operation: &Operation) -> &BaseUrl {
        if operation.is_fraud() {
            &self.fraud_base_url
        } else {
            &self.base_url
        }
    }
}

impl Handle {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    /// Forgets all tokens that were remembered; see
    /// [`ClientBuilder::remember_tokens`].
    pub fn forget_tokens(&self) {
        if let Some(remembered) = &self.0.tokens.verified {
            remembered.clear();
        }
    }

    /// The project that this client speaks for.
    #[must_use]
    pub fn project_id(&self) -> &str {
        &self.0.project_id
    }

    /// The environment of the project.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.0.environment
    }

    /// The project's public token, if it is known.
    #[must_use]
    pub fn public_token(&self) -> Option<&str> {
        self.0.public_token.as_deref()
    }

    /// The address of the API, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.0.base_url.as_str()
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("vertical", &self.0.vertical)
            .field("project_id", &self.0.project_id)
            .field("environment", &self.0.environment)
            .field("base_url", &self.0.base_url.as_str())
            .field("fraud_base_url", &self.0.fraud_base_url.as_str())
            .finish_non_exhaustive()
    }
}
