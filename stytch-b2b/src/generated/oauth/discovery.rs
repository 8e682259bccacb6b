// Generated from spec/b2b/oauth.discovery.yaml by `cargo xtask generate`. Do not edit.

//! OAuth logins that begin without an organization.

use std::collections::BTreeMap;

use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list, map};
use stytch_core::{Secret, Timestamp, Value};

use crate::discovery::DiscoveredOrganization;
use crate::oauth::Provider;

#[cfg(feature = "client")]
use stytch_core::{Call, Error, Handle, Link, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.oauth().discovery()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Discovery {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Discovery {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Trades the token of a discovery OAuth redirect for an intermediate session.
    ///
    /// The token comes as `token` in the query of your redirect URL, beside
    /// `stytch_token_type=discovery_oauth`. Nobody is logged in yet: show `discovered_organizations`,
    /// then enter the chosen one with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange),
    /// or found a new one with
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create),
    /// within ten minutes. The provider's access token can be had after that, from the methods of
    /// `organizations.members.oauth_providers`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_expected_code_verifier`](crate::ErrorType::PkceExpectedCodeVerifier): The flow began
    ///   with a challenge, but the verifier is missing.
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`oauth_token_not_found`](crate::ErrorType::OauthTokenNotFound): The OAuth token of the
    ///   redirect is not known; start the login over.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::oauth::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let token = "the token from the query of the redirect";
    /// let request = discovery::AuthenticateRequest::new(token);
    /// let found = stytch.oauth().discovery().authenticate(request).await?;
    /// println!("{} may enter:", found.email_address);
    /// for choice in &found.discovered_organizations {
    ///     if let Some(organization) = &choice.organization {
    ///         println!("- {}", organization.organization_name);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/oauth/discovery/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-discovery-oauth))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof =
            Proof::grant(&["intermediate_session_token"]).owner(&["email_address"]);
        const OPERATION: Operation = Operation::new(
            "oauth.discovery.authenticate",
            Verb::Post,
            "/v1/b2b/oauth/discovery/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Begins a login with an account at a provider, before the organization is known.
    ///
    /// Send the browser there. It comes back to your redirect URL, with
    /// `stytch_token_type=discovery_oauth` and the `token` for
    /// [`oauth().discovery().authenticate`](crate::oauth::discovery::Discovery::authenticate) in the
    /// query.
    ///
    /// Give it the challenge of a [`Pkce`](crate::Pkce), and keep the verifier in a cookie of this
    /// browser: a token that somebody else got hold of, or slipped to this browser, is then of no use.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the client has no
    /// [`public_token`](crate::ClientBuilder::public_token),
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that is set, but
    /// empty or not fit for the address.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::Pkce;
    /// use stytch_b2b::oauth::discovery;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// # fn redirect(_location: &str) {}
    /// let pkce = Pkce::new();
    /// let link = discovery::StartLink::new("google").pkce_code_challenge(pkce.challenge());
    /// set_cookie("login_verifier", pkce.verifier().expose());
    /// redirect(stytch.oauth().discovery().start(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/public/oauth/{provider}/discovery/start` ([reference](https://stytch.com/docs/api-reference/b2b/api/oauth/discovery/start-google))
    pub fn start(&self, link: StartLink) -> Result<Link, Error> {
        self.client
            .link("/v1/b2b/public/oauth/{provider}/discovery/start")
            .path("provider", link.provider.as_str())
            .value(
                "discovery_redirect_url",
                link.discovery_redirect_url.as_ref(),
            )
            .list("custom_scopes", link.custom_scopes.as_ref())
            .value("provider_login_hint", link.provider_login_hint.as_ref())
            .map(
                "provider_parameters",
                "provider_",
                link.provider_parameters.as_ref(),
            )
            .value("pkce_code_challenge", link.pkce_code_challenge.as_ref())
            .finish()
    }
}

/// What [`Discovery::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token from the redirect.
    pub discovery_oauth_token: Secret,
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    pub pkce_code_verifier: Option<Secret>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(discovery_oauth_token: impl Into<Secret>) -> Self {
        Self {
            discovery_oauth_token: discovery_oauth_token.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            pkce_code_verifier: None,
        }
    }

    /// The member's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set.
    #[must_use]
    pub fn session_duration_minutes(mut self, session_duration_minutes: i32) -> Self {
        self.session_duration_minutes = Some(session_duration_minutes);
        self
    }

    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key.
    #[must_use]
    pub fn session_custom_claims(mut self, session_custom_claims: impl Into<Value>) -> Self {
        self.session_custom_claims = Some(session_custom_claims.into());
        self
    }

    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    #[must_use]
    pub fn pkce_code_verifier(mut self, pkce_code_verifier: impl Into<Secret>) -> Self {
        self.pkce_code_verifier = Some(pkce_code_verifier.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("discovery_oauth_token", &self.discovery_oauth_token);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Discovery::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Email address of the person who logs in.
    pub email_address: String,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The organizations open to this person: those they are a member of or are invited to, and those
    /// they may join by email domain or OAuth tenant. Joining by domain needs just-in-time
    /// provisioning, a domain that the organization allows, and a member there whose address at the
    /// same domain is verified.
    pub discovered_organizations: Vec<DiscoveredOrganization>,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// The tenant at the provider, if there is exactly one, otherwise empty. Better use
    /// `provider_tenant_ids`.
    pub provider_tenant_id: String,
    /// The groups at the provider that the account belongs to: workspaces at Slack, hubs at HubSpot,
    /// organizations at GitHub. Some providers have none, some name several.
    pub provider_tenant_ids: Vec<String>,
    /// The person's name according to the provider; empty if it gives none.
    pub full_name: String,
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "email_address" => self.email_address.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "discovered_organizations" => self.discovered_organizations.slot(),
            "provider_type" => self.provider_type.slot(),
            "provider_tenant_id" => self.provider_tenant_id.slot(),
            "provider_tenant_ids" => self.provider_tenant_ids.slot(),
            "full_name" => self.full_name.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Discovery::start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StartLink {
    /// Who the account is with.
    pub provider: Provider,
    /// Where the browser comes back to: a page of your app that finishes the discovery login. One of
    /// the discovery URLs of the dashboard; its default unless set.
    pub discovery_redirect_url: Option<String>,
    /// What to ask the provider for, in its own terms, beyond the person's name and email address.
    pub custom_scopes: Option<Vec<String>>,
    /// Email address to fill in at the provider, or whatever else it takes for its own `login_hint`.
    /// Not every provider looks at it.
    pub provider_login_hint: Option<String>,
    /// Further parameters for the provider by its own names, such as `prompt`; sent with `provider_` in
    /// front.
    pub provider_parameters: Option<BTreeMap<String, String>>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
}

impl StartLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(provider: impl Into<Provider>) -> Self {
        Self {
            provider: provider.into(),
            discovery_redirect_url: None,
            custom_scopes: None,
            provider_login_hint: None,
            provider_parameters: None,
            pkce_code_challenge: None,
        }
    }

    /// Where the browser comes back to: a page of your app that finishes the discovery login.
    #[must_use]
    pub fn discovery_redirect_url(mut self, discovery_redirect_url: impl Into<String>) -> Self {
        self.discovery_redirect_url = Some(discovery_redirect_url.into());
        self
    }

    /// What to ask the provider for, in its own terms, beyond the person's name and email address.
    #[must_use]
    pub fn custom_scopes(
        mut self,
        custom_scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.custom_scopes = Some(list(custom_scopes));
        self
    }

    /// Email address to fill in at the provider, or whatever else it takes for its own `login_hint`.
    #[must_use]
    pub fn provider_login_hint(mut self, provider_login_hint: impl Into<String>) -> Self {
        self.provider_login_hint = Some(provider_login_hint.into());
        self
    }

    /// Further parameters for the provider by its own names, such as `prompt`; sent with `provider_` in
    /// front.
    #[must_use]
    pub fn provider_parameters(
        mut self,
        provider_parameters: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.provider_parameters = Some(map(provider_parameters));
        self
    }

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }
}
