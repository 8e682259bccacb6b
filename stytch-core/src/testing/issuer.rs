//! Who mints the tokens of a made-up project.

use std::{fmt, sync::Arc};

use super::{OfAccess, OfMachine, OfSession, SigningKey, TokenBuilder};
use crate::{ClientBuilder, Clock, KeySet, SystemClock, Value, Vertical};

const PROJECT_ID: &str = "project-test-00000000-0000-0000-0000-000000000000";

/// Nothing answers there, nor ever will; no name is looked up, and no TLS is needed.
const BASE_URL: &str = "http://127.0.0.1:0";

/// Mints the tokens of a made-up project, and makes clients that accept them.
#[derive(Clone)]
pub struct Issuer {
    project_id: String,
    key: SigningKey,
    clock: Arc<dyn Clock>,
}

impl Default for Issuer {
    fn default() -> Self {
        Self::new()
    }
}

impl Issuer {
    /// An issuer with the key that all issuers of the process share.
    #[must_use]
    pub fn new() -> Self {
        Self {
            project_id: PROJECT_ID.to_owned(),
            key: SigningKey::shared(),
            clock: Arc::new(SystemClock),
        }
    }

    /// Makes it the issuer of another project.
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = project_id.into();
        self
    }

    /// Signs with another key.
    #[must_use]
    pub fn with_key(mut self, key: SigningKey) -> Self {
        self.key = key;
        self
    }

    /// Dates tokens by this clock, and gives it to the clients that it makes.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The id of the project.
    #[must_use]
    pub fn project_id(&self) -> &str {
        &self.project_id
    }

    /// The key that tokens are signed with.
    #[must_use]
    pub fn key(&self) -> &SigningKey {
        &self.key
    }

    /// The key set as JSON, as a server would publish it.
    #[must_use]
    pub fn jwks(&self) -> Value {
        serde_json::json!({ "keys": [self.key.to_jwk()] })
    }

    /// The key set that goes into a client.
    #[must_use]
    pub fn key_set(&self) -> KeySet {
        KeySet::of(vec![self.key.to_jwk()])
    }

    /// A client that accepts the issuer's tokens and has no network: what would need the service
    /// fails. To be finished with `build`, after a policy, for example.
    pub fn client<C: Vertical>(&self) -> ClientBuilder<C> {
        let clock = Arc::clone(&self.clock);
        ClientBuilder::new(self.project_id.clone(), "secret-test")
            .base_url(BASE_URL)
            .no_retries()
            .key_set(self.key_set())
            .clock(move || clock.now())
    }

    /// The session of a member, as a JWT.
    pub fn member_session(
        &self,
        member_id: &str,
        organization_id: &str,
    ) -> TokenBuilder<OfSession> {
        self.token(member_id)
            .session()
            .organization(organization_id, "acme")
    }

    /// The session of a user, as a JWT.
    pub fn user_session(&self, user_id: &str) -> TokenBuilder<OfSession> {
        self.token(user_id).session()
    }

    /// The access token of a machine.
    pub fn machine_token(&self, client_id: &str) -> TokenBuilder<OfMachine> {
        self.token(client_id).scoped()
    }

    /// The access token that a connected app has for a user or a member.
    pub fn access_token(&self, subject: &str, client_id: &str) -> TokenBuilder<OfAccess> {
        self.token(subject).scoped().claim("client_id", client_id)
    }

    fn token<K>(&self, subject: &str) -> TokenBuilder<K> {
        TokenBuilder::new(&self.key, &self.project_id, subject, self.clock.now())
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issuer")
            .field("project_id", &self.project_id)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}
