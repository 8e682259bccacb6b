// Generated from spec/b2b/otps.sms.yaml by `cargo xtask generate`. Do not edit.

//! Ask members for a passcode sent by SMS, as a second factor.
//!
//! Members who are enrolled and have a phone number get the passcode by themselves when a login
//! reaches the second factor: look at `secondary_auth_initiated` in
//! [`mfa::MfaRequired`](crate::mfa::MfaRequired) before sending another.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::organizations::{Member, Organization};
use crate::sessions::MemberSession;
use crate::{MemberId, MfaEnrollment, OrganizationId, PhoneLocale, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.otps().sms()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Sms {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Sms {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Sends a passcode to a member's phone.
    ///
    /// The code lives two minutes, and sending another voids it. A member without a number gets
    /// `mfa_phone_number`, which is how members enroll; for one who has a number, leave it out or
    /// repeat the same, since another is refused.
    ///
    /// A member who already has a second factor in use must have shown it: pass the intermediate
    /// session or the session that carries it, or the API could be used to get around it. Otherwise
    /// neither is needed, but what is passed has to belong to this member.
    ///
    /// Messages cost money, so fraudsters like to trigger them: limit how often people may ask. Outside
    /// the US and Canada, countries may have to be allowed in the dashboard first; to some, no messages
    /// are sent at all.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`invalid_phone_number_country_code`](crate::ErrorType::InvalidPhoneNumberCountryCode):
    ///   Messages to the number's country are not supported, or not switched on for the project.
    /// - [`unsubscribed_phone_number`](crate::ErrorType::UnsubscribedPhoneNumber): The owner of the
    ///   phone has opted out of messages; texting `START` opts in again.
    /// - [`action_available_only_for_active_members`](crate::ErrorType::ActionAvailableOnlyForActiveMembers):
    ///   Second factors are for active members only, and this one is invited, pending or deleted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::PhoneLocale;
    /// use stytch_b2b::otps::sms;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sms::SendRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    /// )
    /// .mfa_phone_number("+12025550162")
    /// .intermediate_session_token("the token from the first factor")
    /// .locale(PhoneLocale::DeDe);
    /// let sent = stytch.otps().sms().send(request).await?;
    /// println!("enter the code sent to {}", sent.member.mfa_phone_number);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/sms/send` ([reference](https://stytch.com/docs/b2b/api/otp-sms-send))
    pub fn send(&self, request: SendRequest) -> Call<SendResponse> {
        const OPERATION: Operation =
            Operation::new("otps.sms.send", Verb::Post, "/v1/b2b/otps/sms/send");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Completes a login, or strengthens a session, with a passcode from an SMS.
    ///
    /// Pass exactly one of `intermediate_session_token`, from the step before, and `session_token` or
    /// `session_jwt`, for a step-up inside a live session. An intermediate session is used up by it.
    /// The code works once, within two minutes, and only if no newer one has been sent.
    ///
    /// In an organization that requires a second factor of everyone, success enrolls the member;
    /// elsewhere `set_mfa_enrollment` decides, or
    /// [`organizations().members().update`](crate::organizations::members::Members::update).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`otp_code_not_found`](crate::ErrorType::OtpCodeNotFound): The passcode is wrong; let the
    ///   person type it again, or send another.
    /// - [`unable_to_auth_otp_code`](crate::ErrorType::UnableToAuthOtpCode): The passcode is used up or
    ///   has expired; send another.
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
    /// use stytch_b2b::otps::sms;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = sms::AuthenticateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "member-test-5f2a9c1e-83d4-4b6a-9e07-1c6d2b7f4a90",
    ///     "123456",
    /// )
    /// .intermediate_session_token("the token from the first factor")
    /// .session_duration_minutes(60);
    /// let login = stytch.otps().sms().authenticate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/sms/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-otp-sms))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"]);
        const OPERATION: Operation = Operation::new(
            "otps.sms.authenticate",
            Verb::Post,
            "/v1/b2b/otps/sms/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Sms::send`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SendRequest {
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
    /// Number to send to and to keep with the member, in E.164 format such as `+12025550162`. Leave it
    /// out for a member who has one.
    pub mfa_phone_number: Option<String>,
    /// Language of the message; English unless set.
    pub locale: Option<PhoneLocale>,
}

impl SendRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, member_id: impl Into<MemberId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            member_id: member_id.into(),
            intermediate_session_token: None,
            session_token: None,
            session_jwt: None,
            mfa_phone_number: None,
            locale: None,
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

    /// Number to send to and to keep with the member, in E.164 format such as `+12025550162`.
    #[must_use]
    pub fn mfa_phone_number(mut self, mfa_phone_number: impl Into<String>) -> Self {
        self.mfa_phone_number = Some(mfa_phone_number.into());
        self
    }

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<PhoneLocale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for SendRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("mfa_phone_number", &self.mfa_phone_number);
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(SendRequest);

/// What [`Sms::send`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SendResponse {
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
}

#[doc(hidden)]
impl Object for SendResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SendResponse);

/// What [`Sms::authenticate`] takes.
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
    /// The passcode, as the member typed it.
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

/// What [`Sms::authenticate`] gives back.
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
