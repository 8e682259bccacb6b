// Generated from spec/b2b/recovery_codes.yaml by `cargo xtask generate`. Do not edit.

//! Let members in who have lost their authenticator app.
//!
//! The codes come with the registration: see [`totps().create`](crate::totps::Totps::create). Each
//! stands in for one code of the app.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Value};

use crate::device_history::DeviceInfo;
use crate::organizations::{Member, Organization};
use crate::sessions::MemberSession;
use crate::{MemberId, OrganizationId, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.recovery_codes()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct RecoveryCodes {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl RecoveryCodes {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Gets the recovery codes that a member has left.
    ///
    /// Show them to nobody but the member, and only after a fresh login: with one of them the second
    /// factor is as good as passed.
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
    /// use stytch_b2b::recovery_codes;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = recovery_codes::GetRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    /// );
    /// let codes = stytch.recovery_codes().get(request).await?.recovery_codes;
    /// println!("{} codes left", codes.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/recovery_codes/{organization_id}/{member_id}` ([reference](https://stytch.com/docs/b2b/api/recovery-codes-get))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new(
            "recovery_codes.get",
            Verb::Get,
            "/v1/b2b/recovery_codes/{organization_id}/{member_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("member_id", request.member_id.as_str())
            .into_call()
    }

    /// Completes a login with a recovery code instead of the second factor.
    ///
    /// Pass the `intermediate_session_token` of the login that waits for its second factor; the answer
    /// holds a full session. The code is used up. When `recovery_codes_remaining` gets low, offer new
    /// ones with [`recovery_codes().rotate`](crate::recovery_codes::RecoveryCodes::rotate); to a member
    /// who has lost the app for good, a new registration.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`unable_to_authenticate_recovery_code`](crate::ErrorType::UnableToAuthenticateRecoveryCode):
    ///   The recovery code is wrong or has been used before.
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
    /// use stytch_b2b::recovery_codes;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = recovery_codes::RecoverRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    ///     "what the member typed",
    /// )
    /// .intermediate_session_token("the token from the first factor");
    /// let login = stytch.recovery_codes().recover(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// if login.recovery_codes_remaining < 3 {
    ///     println!("time for new recovery codes");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/recovery_codes/recover` ([reference](https://stytch.com/docs/b2b/api/recovery-codes-recover))
    pub fn recover(&self, request: RecoverRequest) -> Call<RecoverResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation = Operation::new(
            "recovery_codes.recover",
            Verb::Post,
            "/v1/b2b/recovery_codes/recover",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Replaces all recovery codes of a member by new ones.
    ///
    /// The old codes stop working at once. Show the member the new ones to keep.
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
    /// use stytch_b2b::recovery_codes;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = recovery_codes::RotateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    /// );
    /// for code in &stytch.recovery_codes().rotate(request).await?.recovery_codes {
    ///     println!("{}", code.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/recovery_codes/rotate` ([reference](https://stytch.com/docs/b2b/api/recovery-codes-rotate))
    pub fn rotate(&self, request: RotateRequest) -> Call<RotateResponse> {
        const PROOF: Proof = Proof::grant(&["recovery_codes"]);
        const OPERATION: Operation = Operation::new(
            "recovery_codes.rotate",
            Verb::Post,
            "/v1/b2b/recovery_codes/rotate",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`RecoveryCodes::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

/// What [`RecoveryCodes::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
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
    /// One-time codes with which the member can log in without the authenticator app, each usable once.
    pub recovery_codes: Vec<Secret>,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`RecoveryCodes::recover`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RecoverRequest {
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
    /// One of the recovery codes, as the member typed it.
    pub recovery_code: Secret,
}

impl RecoverRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        member_id: impl Into<MemberId>,
        recovery_code: impl Into<Secret>,
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
            recovery_code: recovery_code.into(),
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
}

#[doc(hidden)]
impl Body for RecoverRequest {
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
        fields.add("recovery_code", &self.recovery_code);
    }
}

stytch_core::sent!(RecoverRequest);

/// What [`RecoveryCodes::recover`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RecoverResponse {
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
    /// How many recovery codes the member has left.
    pub recovery_codes_remaining: i32,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for RecoverResponse {
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
            "recovery_codes_remaining" => self.recovery_codes_remaining.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RecoverResponse);

/// What [`RecoveryCodes::rotate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The member that the call is about.
    pub member_id: MemberId,
}

impl RotateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
    }
}

stytch_core::sent!(RotateRequest);

/// What [`RecoveryCodes::rotate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateResponse {
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
    /// One-time codes with which the member can log in without the authenticator app, each usable once.
    pub recovery_codes: Vec<Secret>,
}

#[doc(hidden)]
impl Object for RotateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateResponse);
