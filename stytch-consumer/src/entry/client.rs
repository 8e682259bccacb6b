// Generated from codegen/src/outputs/entry/client.rs.in by `cargo xtask generate`. Do not edit.

//! The entry to the API.

use stytch_core::{
    ClientBuilder, Endpoints, Environment, Error, Handle, Operation, Secret, Verb, Vertical,
};

/// A client of the consumer API: the way to every resource.
///
/// Make one per project and clone it: clones share the connections, the keys and the retry budget.
/// Making it opens no connection and fetches nothing.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) client: Handle,
}

impl Client {
    /// A client with the default settings. The environment follows from the project id: one that
    /// begins with `project-live-` is live, any other is a test project.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the project id or the secret
    /// can't be right: empty, with white space, or a colon in the project id.
    pub fn new(project_id: impl Into<String>, secret: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder(project_id, secret).build()
    }

    /// A client from the environment variables `STYTCH_PROJECT_ID` and `STYTCH_SECRET`, and, if they
    /// are set, `STYTCH_BASE_URL` and, for links, `STYTCH_PUBLIC_TOKEN`; see
    /// [`ClientBuilder::from_env`].
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), which names the variable, if one
    /// is missing or can't be right.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// A client with settings of your own: base URL, timeouts, retries, proxy, HTTP client.
    pub fn builder(
        project_id: impl Into<String>,
        secret: impl Into<Secret>,
    ) -> ClientBuilder<Self> {
        ClientBuilder::new(project_id, secret)
    }

    /// The project that this client speaks for.
    #[must_use]
    pub fn project_id(&self) -> &str {
        self.client.project_id()
    }

    /// The project's public token, for frontend code that needs it, if this client knows it.
    #[must_use]
    pub fn public_token(&self) -> Option<&str> {
        self.client.public_token()
    }

    /// The environment of the project.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.client.environment()
    }
}

impl Vertical for Client {
    const NAME: &'static str = "consumer";
    const ENDPOINTS: &'static Endpoints = &Endpoints {
        keys: Operation::new(
            "sessions.get_jwks",
            Verb::Get,
            "/v1/sessions/jwks/{project_id}",
        ),
        policy: Operation::new("rbac.policy", Verb::Get, "/v1/rbac/policy"),
        organization_policy: None,
        authenticate: Operation::new(
            "sessions.authenticate",
            Verb::Post,
            "/v1/sessions/authenticate",
        ),
    };

    fn from_handle(handle: Handle) -> Self {
        Self { client: handle }
    }
}
