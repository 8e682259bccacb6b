// Generated from spec/b2b/sso.yaml by `cargo xtask generate`. Do not edit.

//! Log members in through the identity provider of their organization.
//!
//! An organization has SAML connections
//! ([`sso().saml().create_connection`](crate::sso::saml::Saml::create_connection)), OIDC
//! connections ([`sso().oidc().create_connection`](crate::sso::oidc::Oidc::create_connection)), or
//! borrows one of another organization
//! ([`sso().external().create_connection`](crate::sso::external::External::create_connection)). To
//! log in, send the browser to the link that [`sso().start`](crate::sso::Sso::start) makes; it
//! comes back to your redirect URL with a token for
//! [`sso().authenticate`](crate::sso::Sso::authenticate).

pub mod external;
pub mod oidc;
pub mod saml;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Error, JsonObject, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{
    CertificateId, ConnectionId, EncryptionPrivateKeyId, MemberId, OrganizationId, PhoneLocale,
    TelemetryId,
};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Link, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.sso()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Sso {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Sso {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`sso::external`](external):
    /// [`create_connection`](external::External::create_connection),
    /// [`update_connection`](external::External::update_connection).
    #[must_use]
    pub fn external(&self) -> external::External {
        external::External::new(self.client.clone())
    }

    /// The calls of [`sso::oidc`](oidc): [`create_connection`](oidc::Oidc::create_connection),
    /// [`update_connection`](oidc::Oidc::update_connection).
    #[must_use]
    pub fn oidc(&self) -> oidc::Oidc {
        oidc::Oidc::new(self.client.clone())
    }

    /// The calls of [`sso::saml`](saml): [`create_connection`](saml::Saml::create_connection),
    /// [`update_connection`](saml::Saml::update_connection),
    /// [`update_by_url`](saml::Saml::update_by_url),
    /// [`delete_verification_certificate`](saml::Saml::delete_verification_certificate),
    /// [`delete_encryption_private_key`](saml::Saml::delete_encryption_private_key).
    #[must_use]
    pub fn saml(&self) -> saml::Saml {
        saml::Saml::new(self.client.clone())
    }

    /// Logs a member in who comes back from the identity provider.
    ///
    /// Call it on the page that the SSO redirect leads to, with the token from the query. The session
    /// lasts 60 minutes unless `session_duration_minutes` says otherwise; passing a live session in
    /// adds the SSO factor to that one.
    ///
    /// A member who owes a second factor gets no session, whatever session options were set:
    /// `member_authenticated` is false, and `intermediate_session_token`, good for ten minutes, goes
    /// into [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate),
    /// [`totps().authenticate`](crate::totps::Totps::authenticate) or
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover). Passing a live
    /// session in spares the second factor.
    ///
    /// An SSO login counts for its own organization only: the intermediate session token opens no other
    /// one and is of no use to discovery.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_expected_code_verifier`](crate::ErrorType::PkceExpectedCodeVerifier): The flow began
    ///   with a challenge, but the verifier is missing.
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`sso_token_not_found`](crate::ErrorType::SsoTokenNotFound): The SSO token is unknown, used up
    ///   or expired; start the login over.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the redirect";
    /// let request = sso::AuthenticateRequest::new(token).session_duration_minutes(60);
    /// let login = stytch.sso().authenticate(request).await?;
    /// if login.member_authenticated {
    ///     set_cookie("session", login.session_token.expose());
    /// } else {
    ///     // A second factor is due: ask for the code and go on with this token.
    ///     set_cookie("login", login.intermediate_session_token.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/sso/authenticate` ([reference](https://stytch.com/docs/b2b/api/sso-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation =
            Operation::new("sso.authenticate", Verb::Post, "/v1/b2b/sso/authenticate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Gets all SSO connections of an organization, those still being set up included.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `get` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = sso::GetConnectionsRequest::new(organization_id);
    /// let connections = stytch.sso().get_connections(request).await?;
    /// for saml in &connections.saml_connections {
    ///     println!("SAML {}: {}", saml.display_name, saml.status);
    /// }
    /// for oidc in &connections.oidc_connections {
    ///     println!("OIDC {}: {}", oidc.display_name, oidc.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/sso/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/get-sso-connections))
    pub fn get_connections(
        &self,
        request: GetConnectionsRequest,
    ) -> Call<GetConnectionsResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.get_connections",
            Verb::Get,
            "/v1/b2b/sso/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Deletes an SSO connection of any kind: SAML, OIDC or external.
    ///
    /// The default connection cannot be deleted while there are others: make another one the default
    /// first, with [`organizations().update`](crate::organizations::Organizations::update).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `delete` on `stytch.sso`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`sso_connection_not_found`](crate::ErrorType::SsoConnectionNotFound): No such SSO connection
    ///   in the organization.
    /// - [`cannot_delete_default_sso_connection`](crate::ErrorType::CannotDeleteDefaultSsoConnection):
    ///   The connection is the organization's default; make another one the default first.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::sso;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sso::DeleteConnectionRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "saml-connection-test-c2e80d17-9f4a-4b35-86e1-5d0a7b9c3f48",
    /// );
    /// let gone = stytch.sso().delete_connection(request).await?;
    /// println!("{} is gone", gone.connection_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}` ([reference](https://stytch.com/docs/b2b/api/delete-sso-connection))
    pub fn delete_connection(
        &self,
        request: DeleteConnectionRequest,
    ) -> Call<DeleteConnectionResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "sso.delete_connection",
            Verb::Delete,
            "/v1/b2b/sso/{organization_id}/connections/{connection_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connection_id", request.connection_id.as_str())
            .into_call()
    }

    /// Begins a login over an SSO connection.
    ///
    /// Send the browser there. It goes to the identity provider and comes back to your redirect URL,
    /// with `stytch_token_type=sso` and the `token` for
    /// [`sso().authenticate`](crate::sso::Sso::authenticate) in the query.
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
    /// use stytch_b2b::{Pkce, sso};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// # fn redirect(_location: &str) {}
    /// let pkce = Pkce::new();
    /// let link = sso::StartLink::new("saml-connection-test-51861cbc-d3b9-428b-9761-227f5fb12be9")
    ///     .login_redirect_url("https://app.example.com/authenticate")
    ///     .signup_redirect_url("https://app.example.com/authenticate")
    ///     .pkce_code_challenge(pkce.challenge());
    /// set_cookie("login_verifier", pkce.verifier().expose());
    /// redirect(stytch.sso().start(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/public/sso/start` ([reference](https://stytch.com/docs/b2b/api/sso-authenticate-start))
    pub fn start(&self, link: StartLink) -> Result<Link, Error> {
        self.client
            .link("/v1/public/sso/start")
            .value("connection_id", Some(&link.connection_id))
            .value("login_redirect_url", link.login_redirect_url.as_ref())
            .value("signup_redirect_url", link.signup_redirect_url.as_ref())
            .value("pkce_code_challenge", link.pkce_code_challenge.as_ref())
            .list("custom_scopes", link.custom_scopes.as_ref())
            .finish()
    }

    /// Begins a login over the default SSO connection of an organization.
    ///
    /// It goes on as with [`sso().start`](crate::sso::Sso::start). The organization needs a default:
    /// `sso_default_connection_id` of
    /// [`organizations().update`](crate::organizations::Organizations::update).
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
    /// use stytch_b2b::sso;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// # fn redirect(_location: &str) {}
    /// let link = sso::StartDefaultLink::new(organization_id);
    /// redirect(stytch.sso().start_default(link)?.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/public/sso/start` ([reference](https://stytch.com/docs/b2b/api/sso-authenticate-start))
    pub fn start_default(&self, link: StartDefaultLink) -> Result<Link, Error> {
        self.client
            .link("/v1/public/sso/start")
            .value("organization_id", Some(&link.organization_id))
            .value("login_redirect_url", link.login_redirect_url.as_ref())
            .value("signup_redirect_url", link.signup_redirect_url.as_ref())
            .value("pkce_code_challenge", link.pkce_code_challenge.as_ref())
            .list("custom_scopes", link.custom_scopes.as_ref())
            .finish()
    }
}

/// What [`Sso::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token from the query of the redirect.
    pub sso_token: Secret,
    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    pub pkce_code_verifier: Option<Secret>,
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
    /// Proof of the factors shown so far in this login, to which the SSO factor is added. It becomes a
    /// session if nothing else is missing; if not, it stays good and comes back.
    pub intermediate_session_token: Option<Secret>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(sso_token: impl Into<Secret>) -> Self {
        Self {
            sso_token: sso_token.into(),
            pkce_code_verifier: None,
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            locale: None,
            intermediate_session_token: None,
        }
    }

    /// The one-time secret, base64url, whose hash was the `pkce_code_challenge` at the start of this
    /// login; needed if there was one.
    #[must_use]
    pub fn pkce_code_verifier(mut self, pkce_code_verifier: impl Into<Secret>) -> Self {
        self.pkce_code_verifier = Some(pkce_code_verifier.into());
        self
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

    /// Proof of the factors shown so far in this login, to which the SSO factor is added.
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
        fields.add("sso_token", &self.sso_token);
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("locale", &self.locale);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Sso::authenticate`] gives back.
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
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Formerly, whether the session had been replaced.
    #[deprecated(note = "It carries no information any more.")]
    pub reset_session: bool,
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
            "organization_id" => self.organization_id.slot(),
            "reset_session" => self.reset_session.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Sso::get_connections`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetConnectionsRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl GetConnectionsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Sso::get_connections`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetConnectionsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization's SAML connections.
    pub saml_connections: Vec<SamlConnection>,
    /// The organization's OIDC connections.
    pub oidc_connections: Vec<OidcConnection>,
    /// The connections of other organizations that this one may log in with.
    pub external_connections: Vec<Connection>,
}

#[doc(hidden)]
impl Object for GetConnectionsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "saml_connections" => self.saml_connections.slot(),
            "oidc_connections" => self.oidc_connections.slot(),
            "external_connections" => self.external_connections.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetConnectionsResponse);

/// What [`Sso::delete_connection`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteConnectionRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The SSO connection that the call is about.
    pub connection_id: ConnectionId,
}

impl DeleteConnectionRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connection_id: impl Into<ConnectionId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connection_id: connection_id.into(),
        }
    }
}

/// What [`Sso::delete_connection`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteConnectionResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The connection that is gone.
    pub connection_id: ConnectionId,
}

#[doc(hidden)]
impl Object for DeleteConnectionResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connection_id" => self.connection_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteConnectionResponse);

/// What [`Sso::start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StartLink {
    /// The connection to log in over.
    pub connection_id: ConnectionId,
    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query. One of the login URLs of the dashboard; its default unless set.
    pub login_redirect_url: Option<String>,
    /// Where people come back to who are not members yet. One of the sign-up URLs of the dashboard; its
    /// default unless set.
    pub signup_redirect_url: Option<String>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
    /// What to ask an OIDC provider for in this login, beyond the scopes of the connection.
    pub custom_scopes: Option<Vec<String>>,
}

impl StartLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(connection_id: impl Into<ConnectionId>) -> Self {
        Self {
            connection_id: connection_id.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            pkce_code_challenge: None,
            custom_scopes: None,
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

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }

    /// What to ask an OIDC provider for in this login, beyond the scopes of the connection.
    #[must_use]
    pub fn custom_scopes(
        mut self,
        custom_scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.custom_scopes = Some(list(custom_scopes));
        self
    }
}

/// What [`Sso::start_default`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StartDefaultLink {
    /// The organization to log in to.
    pub organization_id: OrganizationId,
    /// Where members come back to: a page of your app that finishes the login with the token in the
    /// query. One of the login URLs of the dashboard; its default unless set.
    pub login_redirect_url: Option<String>,
    /// Where people come back to who are not members yet. One of the sign-up URLs of the dashboard; its
    /// default unless set.
    pub signup_redirect_url: Option<String>,
    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps. With it set, the login
    /// only completes in the app that presents the secret as `pkce_code_verifier`.
    pub pkce_code_challenge: Option<String>,
    /// What to ask an OIDC provider for in this login, beyond the scopes of the connection.
    pub custom_scopes: Option<Vec<String>>,
}

impl StartDefaultLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            login_redirect_url: None,
            signup_redirect_url: None,
            pkce_code_challenge: None,
            custom_scopes: None,
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

    /// Base64url of the SHA-256 hash of a one-time secret that your app keeps.
    #[must_use]
    pub fn pkce_code_challenge(mut self, pkce_code_challenge: impl Into<String>) -> Self {
        self.pkce_code_challenge = Some(pkce_code_challenge.into());
        self
    }

    /// What to ask an OIDC provider for in this login, beyond the scopes of the connection.
    #[must_use]
    pub fn custom_scopes(
        mut self,
        custom_scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.custom_scopes = Some(list(custom_scopes));
        self
    }
}

/// An external connection: the right to log in with another organization's connection.
///
/// It stands in for a SAML or OIDC connection of that organization in the same project.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Connection {
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SSO connection.
    pub connection_id: ConnectionId,
    /// The organization in the same project that the underlying connection belongs to.
    pub external_organization_id: OrganizationId,
    /// The underlying SAML or OIDC connection, which belongs to another organization.
    pub external_connection_id: ConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// Always active.
    pub status: ExternalConnectionStatus,
    /// Roles for everyone who logs in with the connection. Not supported when the underlying connection
    /// is an OIDC one.
    pub external_connection_implicit_role_assignments: Vec<ConnectionImplicitRoleAssignment>,
    /// Roles for those who log in with the connection and belong to certain groups. Takes a `groups`
    /// key in the `attribute_mapping` of the underlying connection, which has to be a SAML one.
    pub external_group_implicit_role_assignments: Vec<GroupImplicitRoleAssignment>,
}

#[doc(hidden)]
impl Object for Connection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "external_organization_id" => self.external_organization_id.slot(),
            "external_connection_id" => self.external_connection_id.slot(),
            "display_name" => self.display_name.slot(),
            "status" => self.status.slot(),
            "external_connection_implicit_role_assignments" => {
                self.external_connection_implicit_role_assignments.slot()
            }
            "external_group_implicit_role_assignments" => {
                self.external_group_implicit_role_assignments.slot()
            }
            _ => return None,
        })
    }
}

stytch_core::received!(Connection);

/// A role for everyone who logs in with an external connection.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ConnectionImplicitRoleAssignment {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
}

impl ConnectionImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(role_id: impl Into<String>) -> Self {
        Self {
            role_id: role_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for ConnectionImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
    }
}

#[doc(hidden)]
impl Object for ConnectionImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(ConnectionImplicitRoleAssignment);

stytch_core::received!(ConnectionImplicitRoleAssignment);

/// Whether members can log in with a SAML or OIDC connection.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConnectionStatus {
    /// `pending`: Settings of the identity provider are still missing; nobody can log in with it yet.
    Pending,
    /// `active`: Members can log in with it.
    Active,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl ConnectionStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ConnectionStatus {
    fn from(value: &str) -> Self {
        match value {
            "pending" => Self::Pending,
            "active" => Self::Active,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(ConnectionStatus);

/// A key that a SAML connection decrypts assertions with.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct EncryptionPrivateKey {
    /// Id of the key, with which it can be deleted.
    pub private_key_id: EncryptionPrivateKeyId,
    /// The key itself.
    pub private_key: Secret,
    /// When the key was added.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for EncryptionPrivateKey {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "private_key_id" => self.private_key_id.slot(),
            "private_key" => self.private_key.slot(),
            "created_at" => self.created_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(EncryptionPrivateKey);

/// Whether members can log in with an external connection, which they always can.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ExternalConnectionStatus {
    /// `active`: Members can log in with it.
    Active,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl ExternalConnectionStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ExternalConnectionStatus {
    fn from(value: &str) -> Self {
        match value {
            "active" => Self::Active,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(ExternalConnectionStatus);

/// A role for those in a group who log in with an external connection.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GroupImplicitRoleAssignment {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
    /// Name of the group, as the identity provider sends it.
    pub group: String,
}

impl GroupImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(role_id: impl Into<String>, group: impl Into<String>) -> Self {
        Self {
            role_id: role_id.into(),
            group: group.into(),
        }
    }
}

#[doc(hidden)]
impl Body for GroupImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
        fields.add("group", &self.group);
    }
}

#[doc(hidden)]
impl Object for GroupImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "group" => self.group.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(GroupImplicitRoleAssignment);

stytch_core::received!(GroupImplicitRoleAssignment);

/// Product that an organization logs its people in with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum IdentityProvider {
    /// `classlink`: ClassLink.
    Classlink,
    /// `cyberark`: CyberArk.
    Cyberark,
    /// `duo`: Duo.
    Duo,
    /// `generic`: Any product that is not listed.
    Generic,
    /// `google-workspace`: Google Workspace.
    GoogleWorkspace,
    /// `jumpcloud`: JumpCloud.
    Jumpcloud,
    /// `keycloak`: Keycloak.
    Keycloak,
    /// `miniorange`: miniOrange.
    Miniorange,
    /// `microsoft-entra`: Microsoft Entra ID, formerly Azure AD.
    MicrosoftEntra,
    /// `okta`: Okta.
    Okta,
    /// `onelogin`: OneLogin.
    Onelogin,
    /// `pingfederate`: PingFederate.
    Pingfederate,
    /// `rippling`: Rippling.
    Rippling,
    /// `salesforce`: Salesforce.
    Salesforce,
    /// `shibboleth`: Shibboleth.
    Shibboleth,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl IdentityProvider {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Classlink => "classlink",
            Self::Cyberark => "cyberark",
            Self::Duo => "duo",
            Self::Generic => "generic",
            Self::GoogleWorkspace => "google-workspace",
            Self::Jumpcloud => "jumpcloud",
            Self::Keycloak => "keycloak",
            Self::Miniorange => "miniorange",
            Self::MicrosoftEntra => "microsoft-entra",
            Self::Okta => "okta",
            Self::Onelogin => "onelogin",
            Self::Pingfederate => "pingfederate",
            Self::Rippling => "rippling",
            Self::Salesforce => "salesforce",
            Self::Shibboleth => "shibboleth",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for IdentityProvider {
    fn from(value: &str) -> Self {
        match value {
            "classlink" => Self::Classlink,
            "cyberark" => Self::Cyberark,
            "duo" => Self::Duo,
            "generic" => Self::Generic,
            "google-workspace" => Self::GoogleWorkspace,
            "jumpcloud" => Self::Jumpcloud,
            "keycloak" => Self::Keycloak,
            "miniorange" => Self::Miniorange,
            "microsoft-entra" => Self::MicrosoftEntra,
            "okta" => Self::Okta,
            "onelogin" => Self::Onelogin,
            "pingfederate" => Self::Pingfederate,
            "rippling" => Self::Rippling,
            "salesforce" => Self::Salesforce,
            "shibboleth" => Self::Shibboleth,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(IdentityProvider);

/// An OIDC connection of an organization.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OidcConnection {
    /// Callback address, to enter at the identity provider; members come back through it.
    pub redirect_url: String,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SSO connection.
    pub connection_id: ConnectionId,
    /// Whether members can log in with the connection, or settings are still missing.
    pub status: ConnectionStatus,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// OAuth client id that the identity provider gave out for logins.
    pub client_id: String,
    /// Secret of that OAuth client.
    pub client_secret: Secret,
    /// The `https://` address that names the identity provider, case-sensitive; the provider states it.
    pub issuer: String,
    /// Address of the identity provider where a login begins.
    pub authorization_url: String,
    /// Address of the identity provider that issues access and ID tokens.
    pub token_url: String,
    /// Address of the identity provider's UserInfo endpoint.
    pub userinfo_url: String,
    /// Address of the identity provider's key set, which its tokens are checked with.
    pub jwks_url: String,
    /// Scopes that logins ask for in place of `openid email profile`, separated by spaces. A single
    /// login can ask for more.
    pub custom_scopes: String,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: IdentityProvider,
    /// Which of the provider's attributes go into the member's trusted metadata, and under which name.
    pub attribute_mapping: JsonObject,
}

#[doc(hidden)]
impl Object for OidcConnection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "redirect_url" => self.redirect_url.slot(),
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "status" => self.status.slot(),
            "display_name" => self.display_name.slot(),
            "client_id" => self.client_id.slot(),
            "client_secret" => self.client_secret.slot(),
            "issuer" => self.issuer.slot(),
            "authorization_url" => self.authorization_url.slot(),
            "token_url" => self.token_url.slot(),
            "userinfo_url" => self.userinfo_url.slot(),
            "jwks_url" => self.jwks_url.slot(),
            "custom_scopes" => self.custom_scopes.slot(),
            "identity_provider" => self.identity_provider.slot(),
            "attribute_mapping" => self.attribute_mapping.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OidcConnection);

/// A SAML connection of an organization.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SamlConnection {
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
    /// Id of the SSO connection.
    pub connection_id: ConnectionId,
    /// Whether members can log in with the connection, or settings are still missing.
    pub status: ConnectionStatus,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// Globally unique name of the identity provider, as the provider states it.
    pub idp_entity_id: String,
    /// Address of the identity provider to which login requests are sent; the provider states it.
    pub idp_sso_url: String,
    /// A second audience to accept in assertions, for taking over a SAML integration from elsewhere
    /// without downtime.
    pub alternative_audience_uri: String,
    /// Address to name as the assertion consumer service in login requests, for taking over a SAML
    /// integration from elsewhere without downtime. You have to forward what arrives there.
    pub alternative_acs_url: String,
    /// Format of the NameID to expect; `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` unless
    /// set.
    pub nameid_format: String,
    /// Whether logins that begin at the identity provider are refused; false, so that they are allowed,
    /// unless set.
    pub idp_initiated_auth_disabled: bool,
    /// Whether the identity provider's answer may come in through a gateway. The vendor explains
    /// nothing beyond the name: leave it alone unless told to set it.
    pub allow_gateway_callback: bool,
    /// Roles for everyone who logs in with the connection, as long as that session lasts.
    pub saml_connection_implicit_role_assignments: Vec<SamlConnectionImplicitRoleAssignment>,
    /// Roles for those who log in with the connection and belong to certain groups. Takes a `groups`
    /// key in the connection's `attribute_mapping`, and a provider that sends the groups.
    pub saml_group_implicit_role_assignments: Vec<SamlGroupImplicitRoleAssignment>,
    /// Address of the assertion consumer service, to enter at the identity provider; members come back
    /// through it.
    pub acs_url: String,
    /// Audience that assertions have to name, to enter at the identity provider.
    pub audience_uri: String,
    /// Certificates that login requests are signed with, to upload to the identity provider.
    pub signing_certificates: Vec<X509Certificate>,
    /// Certificates of the identity provider that its assertions are checked with, at most five.
    pub verification_certificates: Vec<X509Certificate>,
    /// Keys that encrypted assertions are decrypted with.
    pub encryption_private_keys: Vec<EncryptionPrivateKey>,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: IdentityProvider,
    /// Which attributes of an assertion describe the member: from `email`, `first_name`, `last_name`,
    /// `full_name`, `groups` and so on to the provider's name for each.
    pub attribute_mapping: JsonObject,
}

#[doc(hidden)]
impl Object for SamlConnection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "connection_id" => self.connection_id.slot(),
            "status" => self.status.slot(),
            "display_name" => self.display_name.slot(),
            "idp_entity_id" => self.idp_entity_id.slot(),
            "idp_sso_url" => self.idp_sso_url.slot(),
            "alternative_audience_uri" => self.alternative_audience_uri.slot(),
            "alternative_acs_url" => self.alternative_acs_url.slot(),
            "nameid_format" => self.nameid_format.slot(),
            "idp_initiated_auth_disabled" => self.idp_initiated_auth_disabled.slot(),
            "allow_gateway_callback" => self.allow_gateway_callback.slot(),
            "saml_connection_implicit_role_assignments" => {
                self.saml_connection_implicit_role_assignments.slot()
            }
            "saml_group_implicit_role_assignments" => {
                self.saml_group_implicit_role_assignments.slot()
            }
            "acs_url" => self.acs_url.slot(),
            "audience_uri" => self.audience_uri.slot(),
            "signing_certificates" => self.signing_certificates.slot(),
            "verification_certificates" => self.verification_certificates.slot(),
            "encryption_private_keys" => self.encryption_private_keys.slot(),
            "identity_provider" => self.identity_provider.slot(),
            "attribute_mapping" => self.attribute_mapping.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SamlConnection);

/// A role for everyone who logs in with a SAML connection.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SamlConnectionImplicitRoleAssignment {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
}

impl SamlConnectionImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(role_id: impl Into<String>) -> Self {
        Self {
            role_id: role_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for SamlConnectionImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
    }
}

#[doc(hidden)]
impl Object for SamlConnectionImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(SamlConnectionImplicitRoleAssignment);

stytch_core::received!(SamlConnectionImplicitRoleAssignment);

/// A role for those in a group who log in with a SAML connection.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SamlGroupImplicitRoleAssignment {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
    /// Name of the group, as the identity provider sends it.
    pub group: String,
}

impl SamlGroupImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(role_id: impl Into<String>, group: impl Into<String>) -> Self {
        Self {
            role_id: role_id.into(),
            group: group.into(),
        }
    }
}

#[doc(hidden)]
impl Body for SamlGroupImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
        fields.add("group", &self.group);
    }
}

#[doc(hidden)]
impl Object for SamlGroupImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "group" => self.group.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(SamlGroupImplicitRoleAssignment);

stytch_core::received!(SamlGroupImplicitRoleAssignment);

/// A certificate of a SAML connection.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct X509Certificate {
    /// Id of the certificate, with which an outdated one can be deleted.
    pub certificate_id: CertificateId,
    /// The certificate as PEM text.
    pub certificate: String,
    /// Who issued it; `Stytch` for signing certificates.
    pub issuer: String,
    /// When it was added.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// When its validity ends; replace it before then.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// When it was last changed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub updated_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for X509Certificate {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "certificate_id" => self.certificate_id.slot(),
            "certificate" => self.certificate.slot(),
            "issuer" => self.issuer.slot(),
            "created_at" => self.created_at.slot(),
            "expires_at" => self.expires_at.slot(),
            "updated_at" => self.updated_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(X509Certificate);
