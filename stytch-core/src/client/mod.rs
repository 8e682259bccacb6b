//! The shared inside of a client.

pub(crate) mod base_url;
mod builder;
mod credentials;
mod http_client;
mod project;
mod service;
mod settings;
mod variables;

use std::{fmt, sync::Arc};

pub(crate) use base_url::BaseUrl;
pub use builder::{Buildable, ClientBuilder};
pub(crate) use service::Service;
#[cfg(all(test, feature = "saml-shield"))]
pub(crate) use variables::made_up;
#[cfg(feature = "saml-shield")]
pub(crate) use {
    credentials::bearer,
    settings::Settings,
    variables::{Lookup, Variables},
};

use crate::{
    Operation,
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
    pub(crate) api: Arc<Service>,
    pub(crate) fraud: Arc<Service>,
    pub(crate) vertical: &'static str,
    pub(crate) endpoints: &'static Endpoints,
    pub(crate) tokens: Tokens,
    pub(crate) project_id: String,
    pub(crate) environment: Environment,
    pub(crate) link_base_url: BaseUrl,
    pub(crate) allow_http: bool,
    pub(crate) public_token: Option<String>,
}

impl Inner {
    /// The service that has this operation.
    pub(crate) fn service_of(&self, operation: &Operation) -> &Arc<Service> {
        if operation.is_fraud() {
            &self.fraud
        } else {
            &self.api
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
        self.0.api.base_url.as_str()
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("vertical", &self.0.vertical)
            .field("project_id", &self.0.project_id)
            .field("environment", &self.0.environment)
            .field("base_url", &self.0.api.base_url.as_str())
            .field("fraud_base_url", &self.0.fraud.base_url.as_str())
            .finish_non_exhaustive()
    }
}
