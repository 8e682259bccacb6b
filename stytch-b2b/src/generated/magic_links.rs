// Generated from spec/b2b/magic_links.yaml by `cargo xtask generate`. Do not edit.

//! Log members in with a link sent by email.
//!
//! Where the organization is known,
//! [`magic_links().email().login_or_signup`](crate::magic_links::email::Email::login_or_signup)
//! sends the link and [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate)
//! takes the token from it. Where it is not, start with
//! [`magic_links().email().discovery().send`](crate::magic_links::email::discovery::Discovery::send)
//! and let people choose among their organizations.

pub mod discovery;
pub mod email;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{Locale, MemberId, MethodId, OrganizationId, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.magic_links()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct MagicLinks {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl MagicLinks {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`magic_links::discovery`](discovery):
    /// [`authenticate`](discovery::Discovery::authenticate).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// The calls of [`magic_links::email`](email): [`login_or_signup`](email::Email::login_or_signup),
    /// [`invite`](email::Email::invite), [`discovery()`](email::Email::discovery).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// Logs a member in with the token from a magic link.
    ///
    /// The token comes as `token` in the query of your redirect URL, beside
    /// `stytch_token_type=multi_tenant_magic_links`, and works once until it expires. It also confirms
    /// the email address: a member who was pending or invited is active from then on.
    ///
    /// A member who owes a second factor gets no session yet and the session options have no effect:
    /// `member_authenticated` is false, and `intermediate_session_token` goes with the code into
    /// [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate) or
    /// [`totps().authenticate`](crate::totps::Totps::authenticate), or into
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover). Passing a live
    /// session of the same member in spares the second factor; a session of someone else is ignored.
    /// The intermediate session can instead be traded for another organization, with
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
    /// - [`unable_to_auth_magic_link`](crate::ErrorType::UnableToAuthMagicLink): The link is used up or
    ///   has expired; send another.
    /// - [`magic_link_not_found`](crate::ErrorType::MagicLinkNotFound): The token of the link is not
    ///   known; it may have been cut short on the way.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::magic_links;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the link";
    /// let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    /// let login = stytch.magic_links().authenticate(request).await?;
    /// if login.member_authenticated {
    ///     set_cookie("session", login.session_token.expose());
    /// } else if let Some(mfa) = login.mfa_required {
    ///     // Keep the token for the step that checks the second factor.
    ///     set_cookie("login", login.intermediate_session_token.expose());
    ///     println!("a second factor is due: {:?}", mfa.member_options);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/magic_links/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-magic-link))
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
            "magic_links.authenticate",
            Verb::Post,
            "/v1/b2b/magic_links/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`MagicLinks::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token from the link.
    pub magic_links_token: Secret,
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
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    pub locale: Option<Locale>,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(magic_links_token: impl Into<Secret>) -> Self {
        Self {
            magic_links_token: magic_links_token.into(),
            pkce_code_verifier: None,
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            intermediate_session_token: None,
            locale: None,
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

    /// Proof of the factors shown so far, from an earlier step of this login.
    #[must_use]
    pub fn intermediate_session_token(
        mut self,
        intermediate_session_token: impl Into<Secret>,
    ) -> Self {
        self.intermediate_session_token = Some(intermediate_session_token.into());
        self
    }

    /// Language of the passcode message that goes out at once when the member still owes a second
    /// factor and has a phone number; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("magic_links_token", &self.magic_links_token);
        fields.add("pkce_code_verifier", &self.pkce_code_verifier);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`MagicLinks::authenticate`] gives back.
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
    /// The email address or device that the accepted factor went to.
    pub method_id: MethodId,
    /// Carries no meaning any more.
    #[deprecated(note = "Ignore it; nothing replaces it.")]
    pub reset_sessions: bool,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
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
            "method_id" => self.method_id.slot(),
            "reset_sessions" => self.reset_sessions.slot(),
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
