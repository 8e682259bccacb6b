// Generated from codegen/src/outputs/entry/tokens.rs.in by `cargo xtask generate`. Do not edit.

//! Checks that are made without asking the API, or only when that is needed: sessions, access tokens
//! of machines and connected apps, and what each of them may do.
//!
//! Everything a check needs is fetched when it is needed first and kept fresh from then on: the
//! project's public keys, and the policy for those checks that ask about permissions.
//!
//! | question | answered by |
//! |---|---|
//! | is this session's JWT good, as far as can be told here? | [`Sessions::authenticate_jwt_local`] |
//! | the same, and the API is asked where that can't be told | [`Sessions::authenticate_jwt`] |
//! | is this session alive? | [`Sessions::check_alive`], [`Sessions::authenticate`] |
//! | is this machine's token good? | [`M2m::authenticate_token`] |
//! | is this connected app's token good? | [`Idp::introspect_token_local`], [`Idp::introspect_token_network`] |
//! | which token do I call another machine with? | [`M2m::token_source`] |
//!
//! What was revoked is found out by the API alone. The JWT of a revoked session passes every check but
//! the two that ask the API each time until it ends, five minutes after it was made; the token of a
//! revoked machine or app passes local checks until it ends, an hour after it was made.

use stytch_core::{
    Call, Error, JsonObject, KeySet, Timestamp,
    session::{OfOrganization, SessionModel},
};

pub use stytch_core::introspection::{
    AccessToken, IntrospectRequest, IntrospectResponse, TokenOrganization, TokenTypeHint,
};
pub use stytch_core::m2m::{
    MachineCheck, MachineToken, StoreError, StoreFuture, TokenRequest, TokenResponse, TokenSource,
    TokenStore, scopes_satisfy,
};
pub use stytch_core::rbac::{CompiledPolicy, PolicyBuilder, Verdict};
pub use stytch_core::rbac::{OrganizationPolicy, PolicyViolation};
pub use stytch_core::session::{Authenticated, CheckSession, SessionProof};

use crate::{
    Client,
    idp::Idp,
    m2m::M2m,
    sessions::{MemberSession, Sessions},
};

/// A check of a member's session that is made here; see [`Sessions::authenticate_jwt_local`].
pub type LocalCheck<'a> = stytch_core::session::LocalCheck<'a, MemberSession, OfOrganization>;

/// A check of a member's session that asks the API where needed; see [`Sessions::authenticate_jwt`].
pub type SessionCheck<'a> = stytch_core::session::SessionCheck<'a, MemberSession, OfOrganization>;

/// A check of a member's session that asks the API each time; see [`Sessions::check_alive`].
pub type AliveCheck<'a> = stytch_core::session::AliveCheck<'a, MemberSession, OfOrganization>;

/// A check of a connected app's token that is made here; see [`Idp::introspect_token_local`].
pub type LocalIntrospection<'a> =
    stytch_core::introspection::LocalIntrospection<'a, OfOrganization>;

/// A question about a connected app's token; see [`Idp::introspect_token_network`].
pub type NetworkIntrospection<'a> =
    stytch_core::introspection::NetworkIntrospection<'a, OfOrganization>;

impl Sessions {
    /// Checks the JWT of a session here: signature, issuer, audience, times, and what is asked for by
    /// the options of the check. The API is asked for the project's keys alone, once in a while, and
    /// for the policy if the check is about permissions.
    ///
    /// # Errors
    /// - [`Token`](crate::ErrorKind::Token): the JWT is refused; `error.token_error()` says why.
    /// - [`Authorization`](crate::ErrorKind::Authorization): the session is good, but must not do that.
    /// - [`CheckUnavailable`](crate::ErrorKind::CheckUnavailable): keys or policy could not be fetched.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use std::time::Duration;
    ///
    /// # async fn example(stytch: stytch_b2b::Client, jwt: &str) -> Result<(), stytch_b2b::Error> {
    /// let session = stytch
    ///     .sessions()
    ///     .authenticate_jwt_local(jwt)
    ///     .max_token_age(Duration::from_secs(180))
    ///     .authorize("organization-test-1", "documents", "read")
    ///     .await?;
    /// println!("{} may read", session.member_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn authenticate_jwt_local<'a>(&self, jwt: &'a str) -> LocalCheck<'a> {
        LocalCheck::new(&self.client, jwt)
    }

    /// Checks the JWT of a session here first, and asks the API where that can't decide: when the JWT
    /// has expired or is older than the check allows, when something in it can't be read, or when keys
    /// or policy can't be had. A forged or foreign JWT is refused without asking.
    ///
    /// It does not answer "is this session alive?": a young JWT passes although its session was
    /// revoked. [`authenticate`](Self::authenticate) asks the API each time.
    ///
    /// If the API was asked, [`Authenticated::session_jwt`] is a new JWT for the browser.
    ///
    /// # Errors
    /// Those of [`authenticate_jwt_local`](Self::authenticate_jwt_local), and if the API is asked, those
    /// of [`authenticate`](Self::authenticate).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(stytch: stytch_b2b::Client, jwt: &str) -> Result<(), stytch_b2b::Error> {
    /// let session = stytch.sessions().authenticate_jwt(jwt).await?;
    /// if let Some(fresh) = session.session_jwt() {
    ///     // set the cookie to fresh.expose()
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn authenticate_jwt<'a>(&self, jwt: &'a str) -> SessionCheck<'a> {
        SessionCheck::new(&self.client, jwt)
    }

    /// Asks the API whether a session is alive, and for a new JWT. It is
    /// [`authenticate`](Self::authenticate) with the demands and the result of the checks that are made
    /// here, so that what goes on with an [`Authenticated`] takes it from all of them. A JWT's age and a
    /// clock's leeway are no options of it: the API judges.
    ///
    /// # Errors
    /// - Those of [`authenticate`](Self::authenticate); a dead session is one that
    ///   [`needs_login`](Error::needs_login).
    /// - [`Authorization`](crate::ErrorKind::Authorization): the session is alive, but must not do that.
    /// - [`InvalidRequest`](crate::ErrorKind::InvalidRequest): the token or JWT is empty.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use stytch_b2b::tokens::SessionProof;
    ///
    /// # async fn example(stytch: stytch_b2b::Client, token: &str) -> Result<(), stytch_b2b::Error> {
    /// let session = stytch
    ///     .sessions()
    ///     .check_alive(SessionProof::Token(token))
    ///     .require_permission("documents", "delete")
    ///     .await?;
    /// println!("{} may delete", session.member_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn check_alive<'a>(&self, proof: SessionProof<'a>) -> AliveCheck<'a> {
        AliveCheck::new(&self.client, proof)
    }
}

impl M2m {
    /// Gets an access token for a machine, with the machine's own id and secret.
    ///
    /// For a machine that calls others again and again, see [`token_source`](Self::token_source).
    ///
    /// # Example
    ///
    /// ```no_run
    /// use stytch_b2b::tokens::TokenRequest;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), stytch_b2b::Error> {
    /// let request = TokenRequest::new("m2m-client-test-1", "secret").scopes(["read:users"]);
    /// let token = stytch.m2m().token(request).await?.access_token;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/public/{project_id}/oauth2/token`
    pub fn token(&self, request: TokenRequest) -> Call<TokenResponse> {
        stytch_core::m2m::exchange(&self.client, request)
    }

    /// Hands out the access token of a machine, and gets a new one before the old one ends. Clones share
    /// it; [`with_store`](TokenSource::with_store) shares it with other processes.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use stytch_b2b::tokens::TokenRequest;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), stytch_b2b::Error> {
    /// let request = TokenRequest::new("m2m-client-test-1", "secret").scopes(["read:users"]);
    /// let source = stytch.m2m().token_source(request);
    /// let token = source.token().await?; // no request while the token is young
    /// // the other side answers 401: get a new one next time
    /// source.invalidate(&token);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn token_source(&self, request: TokenRequest) -> TokenSource {
        TokenSource::new(&self.client, request)
    }

    /// Checks the access token of a machine here. That of a revoked machine passes until it ends.
    ///
    /// # Errors
    /// - [`Token`](crate::ErrorKind::Token): the token is refused; `error.token_error()` says why.
    /// - [`Authorization`](crate::ErrorKind::Authorization): it lacks a scope.
    /// - [`CheckUnavailable`](crate::ErrorKind::CheckUnavailable): the keys could not be fetched.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(stytch: stytch_b2b::Client, token: &str) -> Result<(), stytch_b2b::Error> {
    /// let machine = stytch.m2m().authenticate_token(token).require_scopes(["read:users"]).await?;
    /// println!("{} may read users", machine.client_id());
    /// # Ok(())
    /// # }
    /// ```
    pub fn authenticate_token<'a>(&self, token: &'a str) -> MachineCheck<'a> {
        MachineCheck::new(&self.client, token)
    }
}

impl Idp {
    /// Asks the API whether a token of a connected app is good. The app's own credentials are sent.
    ///
    /// # Errors
    /// - [`Token`](crate::ErrorKind::Token) with [`Inactive`](crate::TokenError::Inactive): it is not.
    /// - [`Authorization`](crate::ErrorKind::Authorization): the token is good, but must not do that.
    /// - Those of every call.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use stytch_b2b::tokens::IntrospectRequest;
    ///
    /// # async fn example(stytch: stytch_b2b::Client, token: &str) -> Result<(), stytch_b2b::Error> {
    /// let request = IntrospectRequest::new(token, "connected-app-test-1");
    /// let token = stytch
    ///     .idp()
    ///     .introspect_token_network(request)
    ///     .authorize("organization-test-1", "documents", "read")
    ///     .await?;
    /// println!("{} acts for {}", token.client_id(), token.subject());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/public/{project_id}/oauth2/introspect`
    pub fn introspect_token_network<'a>(
        &self,
        request: IntrospectRequest,
    ) -> NetworkIntrospection<'a> {
        NetworkIntrospection::new(&self.client, request)
    }

    /// Checks the access token of a connected app here. One that was revoked passes until it ends.
    ///
    /// # Errors
    /// - [`Token`](crate::ErrorKind::Token): the token is refused; `error.token_error()` says why.
    /// - [`Authorization`](crate::ErrorKind::Authorization): the token is good, but must not do that.
    /// - [`CheckUnavailable`](crate::ErrorKind::CheckUnavailable): keys or policy could not be fetched.
    pub fn introspect_token_local<'a>(&self, token: &'a str) -> LocalIntrospection<'a> {
        LocalIntrospection::new(&self.client, token)
    }
}

impl Client {
    /// Fetches the keys and the policy of the project, as far as there are none that are of use, so
    /// that the first check does not wait for them.
    ///
    /// # Errors
    /// Those of a check that needs them. The client is none the worse for it: it fetches them when they
    /// are needed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), stytch_b2b::Error> {
    /// let stytch = stytch_b2b::Client::from_env()?;
    /// stytch.warm_up().await?;
    /// // before the next start: a client that needs no network for its first check
    /// let keys = stytch.keys().map(|keys| keys.to_json());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn warm_up(&self) -> Result<(), Error> {
        self.client.warm_up().await
    }

    /// The keys that tokens are checked with now, if there are any that are of use: for the
    /// [`initial_keys`](crate::ClientBuilder::initial_keys) of the next client. Fetches nothing.
    #[must_use]
    pub fn keys(&self) -> Option<KeySet> {
        self.client.keys()
    }

    /// The policy of the project that permissions are checked with now, if there is one that is of use:
    /// for the [`initial_policy`](crate::ClientBuilder::initial_policy) of the next client. Fetches
    /// nothing.
    #[must_use]
    pub fn policy(&self) -> Option<CompiledPolicy> {
        self.client.policy()
    }

    /// Forgets all tokens that the client remembers; see
    /// [`ClientBuilder::remember_tokens`](crate::ClientBuilder::remember_tokens).
    pub fn forget_tokens(&self) {
        self.client.forget_tokens();
    }
}

impl SessionModel for MemberSession {
    type Subject = crate::organizations::Member;
    type Organization = crate::organizations::Organization;

    const ID: &'static str = "member_session_id";
    const SUBJECT: &'static str = "member_id";
    const IN_RESPONSES: &'static str = "member_session";
    const SUBJECT_IN_RESPONSES: &'static str = "member";
    const HAS_ORGANIZATION: bool = true;

    fn session_id(&self) -> &str {
        self.member_session_id.as_str()
    }

    fn subject_id(&self) -> &str {
        self.member_id.as_str()
    }

    fn organization_id(&self) -> Option<&str> {
        Some(self.organization_id.as_str())
    }

    fn roles(&self) -> &[String] {
        &self.roles
    }

    fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    fn custom_claims(&self) -> &JsonObject {
        &self.custom_claims
    }
}

impl From<&crate::rbac::Policy> for CompiledPolicy {
    /// Makes a policy ready for checks.
    fn from(policy: &crate::rbac::Policy) -> Self {
        let mut builder = Self::builder();
        for role in &policy.roles {
            builder = builder.empty_role(&role.role_id);
            for permission in &role.permissions {
                builder = builder.role(&role.role_id, &permission.resource_id, &permission.actions);
            }
        }
        for scope in &policy.scopes {
            builder = builder.empty_scope(&scope.scope);
            for permission in &scope.permissions {
                builder = builder.scope(&scope.scope, &permission.resource_id, &permission.actions);
            }
        }
        for resource in &policy.resources {
            builder = builder.resource(&resource.resource_id, &resource.actions);
        }
        builder.build()
    }
}

impl From<&crate::rbac::OrgPolicy> for OrganizationPolicy {
    /// Takes the roles over, to be held against the policy of the project.
    fn from(policy: &crate::rbac::OrgPolicy) -> Self {
        policy
            .roles
            .iter()
            .fold(Self::default(), |organization, role| {
                role.permissions.iter().fold(
                    organization.role(&role.role_id),
                    |organization, permission| {
                        organization.permit(
                            &role.role_id,
                            &permission.resource_id,
                            &permission.actions,
                        )
                    },
                )
            })
    }
}
