// Generated from spec/b2b/oauth.yaml by `cargo xtask generate`. Do not edit.

//! Log members in with an account at Google, Microsoft, GitHub, Slack or HubSpot.
//!
//! The login starts in the browser, with the link that
//! [`oauth().start`](crate::oauth::Oauth::start) makes for a known organization or
//! [`oauth().discovery().start`](crate::oauth::discovery::Discovery::start) for an unknown one. It
//! ends at your redirect URL with a token for
//! [`oauth().authenticate`](crate::oauth::Oauth::authenticate) or
//! [`oauth().discovery().authenticate`](crate::oauth::discovery::Discovery::authenticate).

pub mod discovery;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list, map};
use stytch_core::{Error, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{MemberId, OrganizationId, PhoneLocale, TelemetryId};

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

    /// The calls of [`oauth::discovery`](discovery):
    /// [`authenticate`](discovery::Discovery::authenticate), [`start`](discovery::Discovery::start).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// Logs a member in with the token from an OAuth redirect.
    ///
    /// The token comes as `token` in the query of your redirect URL, beside `stytch_token_type=oauth`.
    ///
    /// Some providers do not vouch for the email address. The member is then not logged in:
    /// `member_authenticated` is false, `primary_required` lists the methods that would confirm the
    /// address, and `intermediate_session_token` goes into the one that the member chooses.
    ///
    /// A member who owes a second factor gets no session yet either, and the session options have no
    /// effect: `mfa_required` is set, and the same token goes with the code into
    /// [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate) or
    /// [`totps().authenticate`](crate::totps::Totps::authenticate), or into
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover). Passing a live
    /// session in spares the second factor. The intermediate session can instead be traded for another
    /// organization, with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange)
    /// or
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create).
    ///
    /// An `intermediate_session_token` from an earlier step gains this factor: it is used up if the
    /// organization asks for no more, and comes back otherwise.
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
    /// use stytch_b2b::oauth;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the redirect";
    /// let request = oauth::AuthenticateRequest::new(token).session_duration_minutes(60);
    /// let login = stytch.oauth().authenticate(request).await?;
    /// if login.member_authenticated {
    ///     set_cookie("session", login.session_token.expose());
    /// } else if let Some(primary) = login.primary_required {
    ///     // The provider does not vouch for the address, so the member confirms it in another way.
    ///     set_cookie("login", login.intermediate_session_token.expose());
    ///     println!("log in once more, by one of {:?}", primary.allowed_auth_methods);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/oauth/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-oauth))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "oauth.authenticate",
            Verb::Post,
            "/v1/b2b/oauth/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Begins a login to an organization with an account at a provider.
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
    /// use stytch_b2b::{Pkce, oauth};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// # fn redirect(_location: &str) {}
    /// let pkce = Pkce::new();
    /// let link = oauth::StartLink::new(oauth::Provider::Google, organization_id)
    ///     .login_redirect_url("https://app.example.com/authenticate")
    ///     .provider_login_hint("ada@example.com")
    ///     .pkce_code_challenge(pkce.challenge());
    /// set_cookie("login_verifier", pkce.verifier().expose());
    /// redirect(stytch.oauth().start(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/public/oauth/{provider}/start` ([reference](https://stytch.com/docs/b2b/api/oauth-google-start))
    pub fn start(&self, link: StartLink) -> Result<Link, Error> {
        self.client
            .link("/v1/b2b/public/oauth/{provider}/start")
            .path("provider", link.provider.as_str())
            .value("organization_id", Some(&link.organization_id))
            .value("login_redirect_url", link.login_redirect_url.as_ref())
            .value("signup_redirect_url", link.signup_redirect_url.as_ref())
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

    /// Begins a login to an organization that is known by its slug.
    ///
    /// It goes on as with [`oauth().start`](crate::oauth::Oauth::start).
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
    /// use stytch_b2b::oauth;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn redirect(_location: &str) {}
    /// let link = oauth::StartBySlugLink::new(oauth::Provider::Microsoft, "acme");
    /// redirect(stytch.oauth().start_by_slug(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/public/oauth/{provider}/start` ([reference](https://stytch.com/docs/b2b/api/oauth-google-start))
    pub fn start_by_slug(&self, link: StartBySlugLink) -> Result<Link, Error> {
        self.client
            .link("/v1/b2b/public/oauth/{provider}/start")
            .path("provider", link.provider.as_str())
            .value("slug", Some(&link.slug))
            .value("login_redirect_url", link.login_redirect_url.as_ref())
            .value("signup_redirect_url", link.signup_redirect_url.as_ref())
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

/// What [`Oauth::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token from the redirect.
    pub oauth_token: Secret,
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
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    pub locale: Option<PhoneLocale>,
    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    pub pkce_code_verifier: Option<Secret>,
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(oauth_token: impl Into<Secret>) -> Self {
        Self {
            oauth_token: oauth_token.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            locale: None,
            pkce_code_verifier: None,
            intermediate_session_token: None,
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }

    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    #[must_use]
    pub fn pkce_code_verifier(mut self, pkce_code_verifier: impl Into<Secret>) -> Self {
        self.pkce_code_verifier = Some(pkce_code_verifier.into());
        self
    }

    /// Proof of the factors shown so far, from an earlier step of this login.
    #[must_use]
    pub fn intermediate_session_token(
        mut self,
        intermediate_session_token: impl Into<Secret>,
    ) -> Self {
        self.intermediate_session_token = Some(intermediate_session_token.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("oauth_token", &self.oauth_token);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("locale", &self.locale);
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
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
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    pub organization: Organization,
    /// Opaque token of the session; keep it in a cookie or the like. Empty while a factor is missing.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// while a factor is missing.
    pub session_jwt: Secret,
    /// Whether the member is fully logged in. If false, `mfa_required` or `primary_required` tells
    /// which step is left, and `intermediate_session_token` carries what has been proven.
    pub member_authenticated: bool,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// The second factor that is still to come, and how the member can give it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub mfa_required: Option<MfaRequired>,
    /// The first factors that this organization accepts, when the one that was shown is not among them.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub primary_required: Option<PrimaryRequired>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Carries no meaning any more.
    #[deprecated(note = "Ignore it; nothing replaces it.")]
    pub reset_sessions: bool,
    /// Tokens and scopes that the provider handed out.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub provider_values: Option<ProviderValues>,
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
        self.member_session
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
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_authenticated" => self.member_authenticated.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "member_session" => self.member_session.slot(),
            "mfa_required" => self.mfa_required.slot(),
            "primary_required" => self.primary_required.slot(),
            "member_device" => self.member_device.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "provider_type" => self.provider_type.slot(),
            "organization_id" => self.organization_id.slot(),
            "reset_sessions" => self.reset_sessions.slot(),
            "provider_values" => self.provider_values.slot(),
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
    /// The organization to log in to. For its slug there is
    /// [`oauth().start_by_slug`](crate::oauth::Oauth::start_by_slug).
    pub organization_id: OrganizationId,
    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query. One of the login URLs of the dashboard; its default unless set.
    pub login_redirect_url: Option<String>,
    /// Where people come back to who are not members yet. One of the sign-up URLs of the dashboard; its
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
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
}

impl StartLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(provider: impl Into<Provider>, organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            provider: provider.into(),
            organization_id: organization_id.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            custom_scopes: None,
            provider_login_hint: None,
            provider_parameters: None,
            pkce_code_challenge: None,
        }
    }

    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Where people come back to who are not members yet.
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

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }
}

/// What [`Oauth::start_by_slug`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StartBySlugLink {
    /// Who the account is with.
    pub provider: Provider,
    /// Slug of the organization to log in to, such as the subdomain of its pages.
    pub slug: String,
    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query. One of the login URLs of the dashboard; its default unless set.
    pub login_redirect_url: Option<String>,
    /// Where people come back to who are not members yet. One of the sign-up URLs of the dashboard; its
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
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
}

impl StartBySlugLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(provider: impl Into<Provider>, slug: impl Into<String>) -> Self {
        Self {
            provider: provider.into(),
            slug: slug.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            custom_scopes: None,
            provider_login_hint: None,
            provider_parameters: None,
            pkce_code_challenge: None,
        }
    }

    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Where people come back to who are not members yet.
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

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }
}

/// Who a member can have the account with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Provider {
    /// `google`: Google.
    Google,
    /// `microsoft`: Microsoft.
    Microsoft,
    /// `github`: GitHub.
    Github,
    /// `slack`: Slack.
    Slack,
    /// `hubspot`: HubSpot.
    Hubspot,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Provider {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Google => "google",
            Self::Microsoft => "microsoft",
            Self::Github => "github",
            Self::Slack => "slack",
            Self::Hubspot => "hubspot",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Provider {
    fn from(value: &str) -> Self {
        match value {
            "google" => Self::Google,
            "microsoft" => Self::Microsoft,
            "github" => Self::Github,
            "slack" => Self::Slack,
            "hubspot" => Self::Hubspot,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Provider);

/// What the provider handed out, for calling its API in the member's name.
///
/// Which of the values are there depends on the provider; only Microsoft sends an ID token, and
/// Google One Tap neither an access nor a refresh token.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ProviderValues {
    /// What the member let the app do at the provider.
    pub scopes: Vec<String>,
    /// Gives access to the member's data in the provider's API.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub access_token: Option<Secret>,
    /// Gets a new access token from the provider when this one has expired.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub refresh_token: Option<Secret>,
    /// When the access token expires.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// JWT in which an OpenID Connect provider describes the person.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub id_token: Option<Secret>,
}

#[doc(hidden)]
impl Object for ProviderValues {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "scopes" => self.scopes.slot(),
            "access_token" => self.access_token.slot(),
            "refresh_token" => self.refresh_token.slot(),
            "expires_at" => self.expires_at.slot(),
            "id_token" => self.id_token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ProviderValues);
