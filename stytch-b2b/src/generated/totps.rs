// Generated from spec/b2b/totps.yaml by `cargo xtask generate`. Do not edit.

//! Ask members for the code of an authenticator app as their second factor.
//!
//! [`totps().create`](crate::totps::Totps::create) makes a registration whose QR code the member
//! scans; the first [`totps().authenticate`](crate::totps::Totps::authenticate) confirms it. A
//! member has one registration at a time, and recovery codes for the day the app is lost: see
//! [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover).

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::organizations::{Member, Organization};
use crate::sessions::MemberSession;
use crate::{MemberId, MfaEnrollment, OrganizationId, TelemetryId, TotpId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.totps()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Totps {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Totps {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Checks the code of a member's authenticator app, and completes the login.
    ///
    /// To finish a login that waits for its second factor, pass the `intermediate_session_token` it
    /// returned; the answer then holds a full session. To ask a member who is logged in for the code,
    /// say before a payment, pass the session instead: the factor is added to it. The first code after
    /// [`totps().create`](crate::totps::Totps::create) confirms the registration.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`unable_to_authenticate_totp`](crate::ErrorType::UnableToAuthenticateTotp): The code is
    ///   wrong; ask for the one that the app shows now.
    /// - [`totp_code_already_authenticated`](crate::ErrorType::TotpCodeAlreadyAuthenticated): The code
    ///   has been used before; ask for the next one.
    /// - [`intermediate_session_not_found`](crate::ErrorType::IntermediateSessionNotFound): The
    ///   intermediate session token is unknown, used up or expired; start the login over.
    /// - [`action_available_only_once_primary_authentication_is_met`](crate::ErrorType::ActionAvailableOnlyOncePrimaryAuthenticationIsMet):
    ///   A first factor that the organization accepts has to come before the second.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{MfaEnrollment, totps};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = totps::AuthenticateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    ///     "123456",
    /// )
    /// .intermediate_session_token("the token from the first factor")
    /// .set_mfa_enrollment(MfaEnrollment::Enroll);
    /// let login = stytch.totps().authenticate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/totp/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-totp))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation = Operation::new(
            "totps.authenticate",
            Verb::Post,
            "/v1/b2b/totp/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Registers an authenticator app for a member.
    ///
    /// Show the member `qr_code` to scan, or `secret` to type in, and `recovery_codes` to keep; then
    /// confirm with [`totps().authenticate`](crate::totps::Totps::authenticate). A registration that is
    /// not confirmed in time is lost, and the member starts over.
    ///
    /// A member who has a second factor already must have shown it: pass the session or intermediate
    /// session that proves it. Otherwise neither is needed, but one that is passed must be this
    /// member's.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`active_totp_exists`](crate::ErrorType::ActiveTotpExists): An authenticator app is registered
    ///   already; only one can be at a time.
    /// - [`action_available_only_for_active_members`](crate::ErrorType::ActionAvailableOnlyForActiveMembers):
    ///   Second factors are for active members only, and this one is invited, pending or deleted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::totps;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = totps::CreateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    /// );
    /// let totp = stytch.totps().create(request).await?;
    /// println!("type this key into the app: {}", totp.secret.expose());
    /// for code in &totp.recovery_codes {
    ///     println!("{}", code.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/totp` ([reference](https://stytch.com/docs/b2b/api/totp-create))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&["secret"]);
        const OPERATION: Operation =
            Operation::new("totps.create", Verb::Post, "/v1/b2b/totp").proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Brings a member's authenticator app over from another system.
    ///
    /// The member goes on using the app as it is, since the shared key stays the same. Without recovery
    /// codes of the old system, pass an empty list: the member gets new ones.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::totps;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = totps::MigrateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    ///     "the key that the app has",
    ///     ["a recovery code", "another one"],
    /// );
    /// let totp = stytch.totps().migrate(request).await?;
    /// println!("{} works as before", totp.totp_registration_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/totp/migrate`
    pub fn migrate(&self, request: MigrateRequest) -> Call<MigrateResponse> {
        const OPERATION: Operation =
            Operation::new("totps.migrate", Verb::Post, "/v1/b2b/totp/migrate");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Totps::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
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
    /// Whether the member has to present a second factor from now on. Unchanged if left out; ignored
    /// where the organization requires a second factor of everyone.
    pub set_mfa_enrollment: Option<MfaEnrollment>,
    /// Makes the method used here the member's default second factor. The first method that a member
    /// ever completes becomes the default anyway.
    pub set_default_mfa: Option<bool>,
    /// Six digits that the authenticator app shows now.
    pub code: Secret,
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_id: impl Into<MemberId>,
        code: impl Into<Secret>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            intermediate_session_token: None,
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            set_mfa_enrollment: None,
            set_default_mfa: None,
            code: code.into(),
        }
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

    /// Whether the member has to present a second factor from now on.
    #[must_use]
    pub fn set_mfa_enrollment(mut self, set_mfa_enrollment: impl Into<MfaEnrollment>) -> Self {
        self.set_mfa_enrollment = Some(set_mfa_enrollment.into());
        self
    }

    /// Makes the method used here the member's default second factor.
    #[must_use]
    pub fn set_default_mfa(mut self, set_default_mfa: bool) -> Self {
        self.set_default_mfa = Some(set_default_mfa);
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("set_mfa_enrollment", &self.set_mfa_enrollment);
        fields.add("set_default_mfa", &self.set_default_mfa);
        fields.add("code", &self.code);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Totps::authenticate`] gives back.
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
    /// Opaque token of the session, also when a JWT was passed in; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
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
            "member_session" => self.member_session.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Totps::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Minutes in which the registration must be confirmed, 5 to 1440; 60 unless set.
    pub expiration_minutes: Option<i32>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            intermediate_session_token: None,
            session_token: None,
            session_jwt: None,
            expiration_minutes: None,
        }
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

    /// Minutes in which the registration must be confirmed, 5 to 1440; 60 unless set.
    #[must_use]
    pub fn expiration_minutes(mut self, expiration_minutes: i32) -> Self {
        self.expiration_minutes = Some(expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("expiration_minutes", &self.expiration_minutes);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Totps::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
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
    /// The member's registration of an authenticator app.
    pub totp_registration_id: TotpId,
    /// Key shared with the app, for members who type instead of scan.
    pub secret: Secret,
    /// The same key as a QR code, a base64 image to show the member.
    pub qr_code: Secret,
    /// One-time codes with which the member can log in without the authenticator app, each usable once.
    pub recovery_codes: Vec<Secret>,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "totp_registration_id" => self.totp_registration_id.slot(),
            "secret" => self.secret.slot(),
            "qr_code" => self.qr_code.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Totps::migrate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MigrateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
    /// Key that the app shares with the old system.
    pub secret: Secret,
    /// Recovery codes that the member has from the old system; new ones are made if empty.
    pub recovery_codes: Vec<Secret>,
}

impl MigrateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_id: impl Into<MemberId>,
        secret: impl Into<Secret>,
        recovery_codes: impl IntoIterator<Item = impl Into<Secret>>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            secret: secret.into(),
            recovery_codes: list(recovery_codes),
        }
    }
}

#[doc(hidden)]
impl Body for MigrateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add("secret", &self.secret);
        fields.add("recovery_codes", &self.recovery_codes);
    }
}

stytch_core::sent!(MigrateRequest);

/// What [`Totps::migrate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MigrateResponse {
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
    /// The member's registration of an authenticator app.
    pub totp_registration_id: TotpId,
    /// One-time codes with which the member can log in without the authenticator app, each usable once.
    pub recovery_codes: Vec<Secret>,
}

#[doc(hidden)]
impl Object for MigrateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "totp_registration_id" => self.totp_registration_id.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MigrateResponse);
