// Generated from spec/consumer/oauth.yaml by `cargo xtask generate`. Do not edit.

//! Log users in with their account at a provider such as Google, Apple or GitHub.
//!
//! The browser begins with the link that [`oauth().start`](crate::oauth::Oauth::start) makes and
//! comes back to your app with a token in the query, which
//! [`oauth().authenticate`](crate::oauth::Oauth::authenticate) turns into a login.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list, map};
use stytch_core::{Error, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::User;
use crate::{OauthRegistrationId, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Link, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.oauth()`, on which the calls of [this module](self) are made.
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

    /// Prepares an OAuth login that is to belong to a user who exists already.
    ///
    /// Pass `oauth_attach_token` to [`oauth().start`](crate::oauth::Oauth::start) with the same
    /// provider: the account becomes a further way to log in for that user, and no new user is made.
    /// Mostly the API finds the user by itself, by the verified email address of the account; this call
    /// is for providers that give none or do not verify it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::oauth;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn redirect(_location: &str) {}
    /// let request =
    ///     oauth::AttachRequest::new("github").session_token("the token of the user's session");
    /// let attach = stytch.oauth().attach(request).await?;
    /// let link = oauth::StartLink::new("github").oauth_attach_token(attach.oauth_attach_token);
    /// redirect(stytch.oauth().start(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/oauth/attach` ([reference](https://stytch.com/docs/api/oauth-attach))
    pub fn attach(&self, request: AttachRequest) -> Call<AttachResponse> {
        const PROOF: Proof = Proof::grant(&["oauth_attach_token"]);
        const OPERATION: Operation =
            Operation::new("oauth.attach", Verb::Post, "/v1/oauth/attach").proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs in a user who comes back from an OAuth provider.
    ///
    /// Take `token` from the query of the redirect URL, where `stytch_token_type` is `oauth`. The
    /// answer also has the provider's own tokens, in `provider_values`, whether a session is started or
    /// not.
    ///
    /// Set `session_duration_minutes` to start a session; it is in `user_session` here, not in
    /// `session`. With a session of the same user passed in, the login becomes one more factor of that
    /// session; a session of someone else is ignored.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`oauth_token_not_found`](crate::ErrorType::OauthTokenNotFound): The OAuth token of the
    ///   redirect is not known; start the login over.
    /// - [`pkce_expected_code_verifier`](crate::ErrorType::PkceExpectedCodeVerifier): The flow began
    ///   with a challenge, but the verifier is missing.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::oauth;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// # async fn list_calendars(_bearer: &str) {}
    /// // The user came to https://example.com/authenticate?stytch_token_type=oauth&token=…
    /// let token = "the token from the query of the redirect";
    /// let request = oauth::AuthenticateRequest::new(token).session_duration_minutes(60);
    /// let login = stytch.oauth().authenticate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// // With the right scopes, the provider's own API can be called for the user.
    /// list_calendars(login.provider_values.access_token.expose()).await;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/oauth/authenticate` ([reference](https://stytch.com/docs/api/oauth-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "user_session.session_id",
            "user_session.user_id",
        ])
        .owner(&["user_id", "user_session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("oauth.authenticate", Verb::Post, "/v1/oauth/authenticate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Begins a login with an account at a provider.
    ///
    /// Send the browser there, with a redirect or a link of your page. Once the person has agreed at
    /// the provider, it comes back to your redirect URL, with `stytch_token_type=oauth` and the `token`
    /// for [`oauth().authenticate`](crate::oauth::Oauth::authenticate) in the query.
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
    /// use stytch_consumer::{Pkce, oauth};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// # fn redirect(_location: &str) {}
    /// let pkce = Pkce::new();
    /// let link = oauth::StartLink::new(oauth::Provider::Google)
    ///     .login_redirect_url("https://example.com/authenticate")
    ///     .provider_parameters([("prompt", "select_account")])
    ///     .code_challenge(pkce.challenge());
    /// set_cookie("login_verifier", pkce.verifier().expose());
    /// redirect(stytch.oauth().start(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/public/oauth/{provider}/start` ([reference](https://stytch.com/docs/api-reference/consumer/api/oauth/start/google))
    pub fn start(&self, link: StartLink) -> Result<Link, Error> {
        self.client
            .link("/v1/public/oauth/{provider}/start")
            .path("provider", link.provider.as_str())
            .value("login_redirect_url", link.login_redirect_url.as_ref())
            .value("signup_redirect_url", link.signup_redirect_url.as_ref())
            .list("custom_scopes", link.custom_scopes.as_ref())
            .value("provider_login_hint", link.provider_login_hint.as_ref())
            .map(
                "provider_parameters",
                "provider_",
                link.provider_parameters.as_ref(),
            )
            .value("code_challenge", link.code_challenge.as_ref())
            .secret("oauth_attach_token", link.oauth_attach_token.as_ref())
            .finish()
    }
}

/// What [`Oauth::attach`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AttachRequest {
    /// The provider to log in with, such as `google`.
    pub provider: String,
    /// The user. Give exactly one of `user_id`, `session_token` and `session_jwt`.
    pub user_id: Option<UserId>,
    /// A live session of the user, as an opaque token, instead of `user_id`.
    pub session_token: Option<Secret>,
    /// A live session of the user, as a JWT, instead of `user_id`.
    pub session_jwt: Option<Secret>,
}

impl AttachRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(provider: impl Into<String>) -> Self {
        Self {
            provider: provider.into(),
            user_id: None,
            session_token: None,
            session_jwt: None,
        }
    }

    /// The user.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// A live session of the user, as an opaque token, instead of `user_id`.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// A live session of the user, as a JWT, instead of `user_id`.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }
}

#[doc(hidden)]
impl Body for AttachRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("provider", &self.provider);
        fields.add("user_id", &self.user_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
    }
}

stytch_core::sent!(AttachRequest);

/// What [`Oauth::attach`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AttachResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Goes into the link of [`oauth().start`](crate::oauth::Oauth::start), and works once.
    pub oauth_attach_token: Secret,
}

#[doc(hidden)]
impl Object for AttachResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "oauth_attach_token" => self.oauth_attach_token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AttachResponse);

/// What [`Oauth::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The `token` in the query of the redirect URL.
    pub token: Secret,
    /// The user's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    /// Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days). Starts a session, or
    /// extends the one that was passed in; unless set, none is started, and `session_custom_claims` go
    /// nowhere. A session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    pub code_verifier: Option<Secret>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            code_verifier: None,
        }
    }

    /// The user's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days).
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }

    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    #[must_use]
    pub fn code_verifier(mut self, code_verifier: impl Into<Secret>) -> Self {
        self.code_verifier = Some(code_verifier.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("token", &self.token);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("code_verifier", &self.code_verifier);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Oauth::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// Opaque token of the session; keep it in a cookie or the like. Empty when no session was asked
    /// for.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// when no session was asked for.
    pub session_jwt: Secret,
    /// The provider's own tokens, to use its API with.
    pub provider_values: ProviderValues,
    /// The user as it is after the call.
    pub user: User,
    /// Whether the user's other sessions should end. Sessions of this API have ended by themselves
    /// then; heed it if your app keeps sessions of its own.
    pub reset_sessions: bool,
    /// Id of the link between the user and the account.
    pub oauth_user_registration_id: OauthRegistrationId,
    /// The session that was started or extended; missing unless the call passed one in or set
    /// `session_duration_minutes`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub user_session: Option<Session>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub user_device: Option<DeviceInfo>,
}

impl AuthenticateResponse {
    /// The custom claims of the session as a type of your own: a map, or a struct that
    /// implements `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type,
    /// [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) if the response carries
    /// no session.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.user_session
            .as_ref()
            .ok_or_else(missing_session)?
            .custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "provider_type" => self.provider_type.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "provider_values" => self.provider_values.slot(),
            "user" => self.user.slot(),
            "reset_sessions" => self.reset_sessions.slot(),
            "oauth_user_registration_id" => self.oauth_user_registration_id.slot(),
            "user_session" => self.user_session.slot(),
            "user_device" => self.user_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Oauth::start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StartLink {
    /// Who the account is with.
    pub provider: Provider,
    /// Where users come back to: a page of your app that finishes the login with the token in the
    /// query. One of the login URLs of the dashboard; its default unless set.
    pub login_redirect_url: Option<String>,
    /// Where people come back to who are no users yet. One of the sign-up URLs of the dashboard; its
    /// default unless set.
    pub signup_redirect_url: Option<String>,
    /// What to ask the provider for, in its own terms, beyond the person's name and email address.
    pub custom_scopes: Option<Vec<String>>,
    /// Email address to fill in at the provider, or whatever else it takes for its own `login_hint`.
    /// Not every provider looks at it.
    pub provider_login_hint: Option<String>,
    /// Further parameters for the provider by its own names, such as `prompt`; sent with `provider_` in
    /// front.
    pub provider_parameters: Option<BTreeMap<String, String>>,
    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret. The flow can then only
    /// be finished by whoever knows that secret.
    pub code_challenge: Option<String>,
    /// From [`oauth().attach`](crate::oauth::Oauth::attach), if the account is to belong to a user who
    /// exists already. Whoever has it can add an account of their own to that user, so the link goes to
    /// that browser alone.
    pub oauth_attach_token: Option<Secret>,
}

impl StartLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(provider: impl Into<Provider>) -> Self {
        Self {
            provider: provider.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            custom_scopes: None,
            provider_login_hint: None,
            provider_parameters: None,
            code_challenge: None,
            oauth_attach_token: None,
        }
    }

    /// Where users come back to: a page of your app that finishes the login with the token in the
    /// query.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Where people come back to who are no users yet.
    #[must_use]
    pub fn signup_redirect_url(mut self, signup_redirect_url: impl Into<String>) -> Self {
        self.signup_redirect_url = Some(signup_redirect_url.into());
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

    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }

    /// From [`oauth().attach`](crate::oauth::Oauth::attach), if the account is to belong to a user who
    /// exists already.
    #[must_use]
    pub fn oauth_attach_token(mut self, oauth_attach_token: impl Into<Secret>) -> Self {
        self.oauth_attach_token = Some(oauth_attach_token.into());
        self
    }
}

/// Who a user can have the account with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Provider {
    /// `amazon`: Amazon.
    Amazon,
    /// `apple`: Apple.
    Apple,
    /// `bitbucket`: Bitbucket.
    Bitbucket,
    /// `coinbase`: Coinbase.
    Coinbase,
    /// `discord`: Discord.
    Discord,
    /// `facebook`: Facebook.
    Facebook,
    /// `figma`: Figma.
    Figma,
    /// `github`: GitHub.
    Github,
    /// `gitlab`: GitLab.
    Gitlab,
    /// `google`: Google.
    Google,
    /// `linkedin`: LinkedIn.
    Linkedin,
    /// `microsoft`: Microsoft.
    Microsoft,
    /// `salesforce`: Salesforce.
    Salesforce,
    /// `slack`: Slack.
    Slack,
    /// `snapchat`: Snapchat.
    Snapchat,
    /// `tiktok`: TikTok.
    Tiktok,
    /// `twitch`: Twitch.
    Twitch,
    /// `twitter`: X, formerly Twitter.
    Twitter,
    /// `yahoo`: Yahoo.
    Yahoo,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Provider {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Amazon => "amazon",
            Self::Apple => "apple",
            Self::Bitbucket => "bitbucket",
            Self::Coinbase => "coinbase",
            Self::Discord => "discord",
            Self::Facebook => "facebook",
            Self::Figma => "figma",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Google => "google",
            Self::Linkedin => "linkedin",
            Self::Microsoft => "microsoft",
            Self::Salesforce => "salesforce",
            Self::Slack => "slack",
            Self::Snapchat => "snapchat",
            Self::Tiktok => "tiktok",
            Self::Twitch => "twitch",
            Self::Twitter => "twitter",
            Self::Yahoo => "yahoo",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Provider {
    fn from(value: &str) -> Self {
        match value {
            "amazon" => Self::Amazon,
            "apple" => Self::Apple,
            "bitbucket" => Self::Bitbucket,
            "coinbase" => Self::Coinbase,
            "discord" => Self::Discord,
            "facebook" => Self::Facebook,
            "figma" => Self::Figma,
            "github" => Self::Github,
            "gitlab" => Self::Gitlab,
            "google" => Self::Google,
            "linkedin" => Self::Linkedin,
            "microsoft" => Self::Microsoft,
            "salesforce" => Self::Salesforce,
            "slack" => Self::Slack,
            "snapchat" => Self::Snapchat,
            "tiktok" => Self::Tiktok,
            "twitch" => Self::Twitch,
            "twitter" => Self::Twitter,
            "yahoo" => Self::Yahoo,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Provider);

/// What the provider handed over at the login; which of it depends on the provider.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ProviderValues {
    /// Gives your app access to the provider's API in the user's name.
    pub access_token: Secret,
    /// Gets a new access token from the provider once that one has expired.
    pub refresh_token: Secret,
    /// Signed statement of the provider about the user, a JWT; only from providers that speak OpenID
    /// Connect.
    pub id_token: Secret,
    /// What the access token is good for, in the provider's terms.
    pub scopes: Vec<String>,
    /// When the access token expires.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for ProviderValues {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "access_token" => self.access_token.slot(),
            "refresh_token" => self.refresh_token.slot(),
            "id_token" => self.id_token.slot(),
            "scopes" => self.scopes.slot(),
            "expires_at" => self.expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ProviderValues);
