// Generated from spec/b2b/idp.oauth.yaml by `cargo xtask generate`. Do not edit.

//! Answer the authorization requests of connected apps.
//!
//! A connected app sends the member's browser to the authorization page of your app, with an OAuth
//! request in the query. Have the member log in, check the request with
//! [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start), ask for consent
//! where it is needed, and send the browser on to where
//! [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize) says.

use stytch_core::Secret;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};

use crate::connected_app::ConnectedAppPublic;
use crate::organizations::{Member, Organization};
use crate::{ConnectedAppId, MemberId, OauthPrompt, OauthResponseType, OrganizationId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.idp().oauth()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Oauth {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Oauth {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Completes an authorization request with the member's decision.
    ///
    /// Pass on the parameters of the request, after
    /// [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start) has found them in
    /// order. Whatever the outcome, send the browser to the `redirect_uri` of the answer: it brings the
    /// app an authorization code, or an OAuth error code.
    ///
    /// Say who the member is in exactly one way: `session_token`, `session_jwt`, or both
    /// `organization_id` and `member_id`. It takes a session if the app is to trade its access token
    /// for a session later, with
    /// [`sessions().exchange_access_token`](crate::sessions::Sessions::exchange_access_token).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`connected_app_supplied_redirect_url_not_found_in_client`](crate::ErrorType::ConnectedAppSuppliedRedirectUrlNotFoundInClient):
    ///   The redirect URI is not one of those registered for the app.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::OauthResponseType;
    /// use stytch_b2b::idp::oauth;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn redirect(_location: &str) {}
    /// let consent = true;
    /// let request = oauth::AuthorizeRequest::new(
    ///     consent,
    ///     ["openid", "email"],
    ///     "connected-app-test-d2a7f6c1-58b3-4e0d-9c94-0f6e3b8a1d27",
    ///     "https://app.example.net/callback",
    ///     OauthResponseType::Code,
    /// )
    /// .session_token("the token of the member's session")
    /// .state("what the app passed as state");
    /// let answer = stytch.idp().oauth().authorize(request).await?;
    /// redirect(answer.redirect_uri.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/idp/oauth/authorize` ([reference](https://stytch.com/docs/b2b/api/connected-apps-oauth-authorize))
    pub fn authorize(&self, request: AuthorizeRequest) -> Call<AuthorizeResponse> {
        const PROOF: Proof = Proof::grant(&["redirect_uri"]);
        const OPERATION: Operation = Operation::new(
            "idp.oauth.authorize",
            Verb::Post,
            "/v1/b2b/idp/oauth/authorize",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Checks an authorization request, and says what to ask the member.
    ///
    /// Pass on the parameters of the request. The answer is what a consent page needs: the app that
    /// asks, the scopes with their descriptions and whether this member can grant them, and whether
    /// consent has to be asked for at all. Go on with
    /// [`idp().oauth().authorize`](crate::idp::oauth::Oauth::authorize).
    ///
    /// Say who the member is in exactly one way: `session_token`, `session_jwt`, or both
    /// `organization_id` and `member_id`. It takes a session if the app is to trade its access token
    /// for a session later, with
    /// [`sessions().exchange_access_token`](crate::sessions::Sessions::exchange_access_token).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`connected_app_supplied_redirect_url_not_found_in_client`](crate::ErrorType::ConnectedAppSuppliedRedirectUrlNotFoundInClient):
    ///   The redirect URI is not one of those registered for the app.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::OauthResponseType;
    /// use stytch_b2b::idp::oauth;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = oauth::AuthorizeStartRequest::new(
    ///     "connected-app-test-d2a7f6c1-58b3-4e0d-9c94-0f6e3b8a1d27",
    ///     "https://app.example.net/callback",
    ///     OauthResponseType::Code,
    ///     ["openid", "email"],
    /// )
    /// .session_token("the token of the member's session");
    /// let asked = stytch.idp().oauth().authorize_start(request).await?;
    /// if asked.consent_required {
    ///     println!("{} asks for:", asked.client.client_name);
    ///     for scope in asked.scope_results.iter().filter(|scope| scope.is_grantable) {
    ///         println!("- {}", scope.description);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/idp/oauth/authorize/start` ([reference](https://stytch.com/docs/b2b/api/connected-apps-oauth-authorize-start))
    pub fn authorize_start(&self, request: AuthorizeStartRequest) -> Call<AuthorizeStartResponse> {
        const OPERATION: Operation = Operation::new(
            "idp.oauth.authorize_start",
            Verb::Post,
            "/v1/b2b/idp/oauth/authorize/start",
        )
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Oauth::authorize`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthorizeRequest {
    /// Whether the user agreed to give the app the scopes. If not, the app is told so when the browser
    /// comes back.
    pub consent_granted: bool,
    /// Scopes that the app asked for. Of these the member can only grant those that
    /// [`idp().oauth().authorize_start`](crate::idp::oauth::Oauth::authorize_start) called grantable.
    pub scopes: Vec<String>,
    /// The `state` of the app's authorization request, handed back to the app unchanged so that it
    /// recognizes its own request.
    pub state: Option<String>,
    /// The `nonce` of the app's authorization request, put into the ID token so that the app can detect
    /// a replay.
    pub nonce: Option<String>,
    /// Not explained by the vendor beyond the name: leave it out unless told to set it.
    pub resources: Option<Vec<String>>,
    /// The `client_id` of the app's authorization request.
    pub client_id: ConnectedAppId,
    /// Where the app wants the user sent back to; one of its registered redirect URLs. It has to be the
    /// same throughout the flow.
    pub redirect_uri: String,
    /// The `response_type` of the app's authorization request; only `code` is supported.
    pub response_type: OauthResponseType,
    /// The `prompt` of the app's authorization request, if it has one.
    pub prompt: Option<OauthPrompt>,
    /// Organization of the member. Give it with `member_id`, or give a session.
    pub organization_id: Option<OrganizationId>,
    /// The member who is asked. Give it with `organization_id`, or give a session.
    pub member_id: Option<MemberId>,
    /// Session of the member who is asked, as an opaque token. It ties the authorization to the
    /// session. Give this, or `session_jwt`, or the ids.
    pub session_token: Option<Secret>,
    /// Session of the member who is asked, as a JWT. It ties the authorization to the session. Give
    /// this, or `session_token`, or the ids.
    pub session_jwt: Option<Secret>,
    /// The PKCE `code_challenge` of the app's authorization request.
    pub code_challenge: Option<String>,
}

impl AuthorizeRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        consent_granted: bool,
        scopes: impl IntoIterator<Item = impl Into<String>>,
        client_id: impl Into<ConnectedAppId>,
        redirect_uri: impl Into<String>,
        response_type: impl Into<OauthResponseType>,
    ) -> Self {
        Self {
            consent_granted,
            scopes: list(scopes),
            state: None,
            nonce: None,
            resources: None,
            client_id: client_id.into(),
            redirect_uri: redirect_uri.into(),
            response_type: response_type.into(),
            prompt: None,
            organization_id: None,
            member_id: None,
            session_token: None,
            session_jwt: None,
            code_challenge: None,
        }
    }

    /// The `state` of the app's authorization request, handed back to the app unchanged so that it
    /// recognizes its own request.
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// The `nonce` of the app's authorization request, put into the ID token so that the app can detect
    /// a replay.
    #[must_use]
    pub fn nonce(mut self, nonce: impl Into<String>) -> Self {
        self.nonce = Some(nonce.into());
        self
    }

    /// Not explained by the vendor beyond the name: leave it out unless told to set it.
    #[must_use]
    pub fn resources(mut self, resources: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.resources = Some(list(resources));
        self
    }

    /// The `prompt` of the app's authorization request, if it has one.
    #[must_use]
    pub fn prompt(mut self, prompt: impl Into<OauthPrompt>) -> Self {
        self.prompt = Some(prompt.into());
        self
    }

    /// Organization of the member.
    #[must_use]
    pub fn organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// The member who is asked.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<MemberId>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }

    /// Session of the member who is asked, as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// Session of the member who is asked, as a JWT.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// The PKCE `code_challenge` of the app's authorization request.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthorizeRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("consent_granted", &self.consent_granted);
        fields.add("scopes", &self.scopes);
        fields.add("state", &self.state);
        fields.add("nonce", &self.nonce);
        fields.add("resources", &self.resources);
        fields.add("client_id", &self.client_id);
        fields.add("redirect_uri", &self.redirect_uri);
        fields.add("response_type", &self.response_type);
        fields.add("prompt", &self.prompt);
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("code_challenge", &self.code_challenge);
    }
}

stytch_core::sent!(AuthorizeRequest);

/// What [`Oauth::authorize`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthorizeResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Where to send the browser now: back to the app, with the authorization code, or with an OAuth
    /// error code, in the query. The code is as good as the tokens that the app gets for it, so the
    /// address belongs into the `Location` header and nowhere else.
    pub redirect_uri: Secret,
    /// One-time code that the app exchanges for tokens; missing when the authorization failed.
    /// `redirect_uri` carries it already.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub authorization_code: Option<Secret>,
}

#[doc(hidden)]
impl Object for AuthorizeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "redirect_uri" => self.redirect_uri.slot(),
            "authorization_code" => self.authorization_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthorizeResponse);

/// What [`Oauth::authorize_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthorizeStartRequest {
    /// The `client_id` of the app's authorization request.
    pub client_id: ConnectedAppId,
    /// Where the app wants the user sent back to; one of its registered redirect URLs. It has to be the
    /// same throughout the flow.
    pub redirect_uri: String,
    /// The `response_type` of the app's authorization request; only `code` is supported.
    pub response_type: OauthResponseType,
    /// The `prompt` of the app's authorization request, if it has one.
    pub prompt: Option<OauthPrompt>,
    /// Organization of the member. Give it with `member_id`, or give a session.
    pub organization_id: Option<OrganizationId>,
    /// The member who is asked. Give it with `organization_id`, or give a session.
    pub member_id: Option<MemberId>,
    /// Session of the member who is asked, as an opaque token. It ties the authorization to the
    /// session. Give this, or `session_jwt`, or the ids.
    pub session_token: Option<Secret>,
    /// Session of the member who is asked, as a JWT. It ties the authorization to the session. Give
    /// this, or `session_token`, or the ids.
    pub session_jwt: Option<Secret>,
    /// Scopes that the app asks for: the `scope` of its authorization request, split at the spaces.
    pub scopes: Vec<String>,
}

impl AuthorizeStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        client_id: impl Into<ConnectedAppId>,
        redirect_uri: impl Into<String>,
        response_type: impl Into<OauthResponseType>,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            redirect_uri: redirect_uri.into(),
            response_type: response_type.into(),
            prompt: None,
            organization_id: None,
            member_id: None,
            session_token: None,
            session_jwt: None,
            scopes: list(scopes),
        }
    }

    /// The `prompt` of the app's authorization request, if it has one.
    #[must_use]
    pub fn prompt(mut self, prompt: impl Into<OauthPrompt>) -> Self {
        self.prompt = Some(prompt.into());
        self
    }

    /// Organization of the member.
    #[must_use]
    pub fn organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// The member who is asked.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<MemberId>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }

    /// Session of the member who is asked, as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// Session of the member who is asked, as a JWT.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthorizeStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("client_id", &self.client_id);
        fields.add("redirect_uri", &self.redirect_uri);
        fields.add("response_type", &self.response_type);
        fields.add("prompt", &self.prompt);
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("scopes", &self.scopes);
    }
}

stytch_core::sent!(AuthorizeStartRequest);

/// What [`Oauth::authorize_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthorizeStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The member who is asked.
    pub member_id: MemberId,
    /// The member who is asked.
    pub member: Member,
    /// Organization of the member.
    pub organization: Organization,
    /// The app that asks.
    pub client: ConnectedAppPublic,
    /// Whether the user has to be asked for consent before the authorization is completed.
    pub consent_required: bool,
    /// Each scope that the app asks for, and whether this member can grant it.
    pub scope_results: Vec<ScopeResult>,
}

#[doc(hidden)]
impl Object for AuthorizeStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "client" => self.client.slot(),
            "consent_required" => self.consent_required.slot(),
            "scope_results" => self.scope_results.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthorizeStartResponse);

/// One scope that an app asks for.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScopeResult {
    /// Name of the scope.
    pub scope: String,
    /// What the scope is for, from the RBAC policy, to show to the member.
    pub description: String,
    /// Whether the user may grant the scope, which takes having all its permissions.
    pub is_grantable: bool,
}

#[doc(hidden)]
impl Object for ScopeResult {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "scope" => self.scope.slot(),
            "description" => self.description.slot(),
            "is_grantable" => self.is_grantable.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScopeResult);
