// Generated from spec/b2b/otps.email.yaml by `cargo xtask generate`. Do not edit.

//! Log members in to a known organization with passcodes sent by email.

pub mod discovery;

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

/// `stytch.otps().email()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Email {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Email {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`otps::email::discovery`](discovery): [`send`](discovery::Discovery::send),
    /// [`authenticate`](discovery::Discovery::authenticate).
    #[must_use]
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.client.clone())
    }

    /// Sends a login passcode to an active member, or a signup passcode to anyone else.
    ///
    /// An address that is new to the organization makes a member if the organization lets people join
    /// by email domain. New members are `pending` until the code is accepted; pending and invited ones
    /// get a signup email as well. Finish with
    /// [`otps().email().authenticate`](crate::otps::email::Email::authenticate) either way.
    ///
    /// Only the newest code counts: sending one voids all earlier ones to the same address.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`inactive_email`](crate::ErrorType::InactiveEmail): The address is marked as one that email
    ///   does not reach; ask for another.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`email_jit_provisioning_not_allowed`](crate::ErrorType::EmailJitProvisioningNotAllowed):
    ///   Nobody in the organization has this email address, and the organization does not let people
    ///   join by themselves.
    /// - [`invalid_email_for_jit_provisioning`](crate::ErrorType::InvalidEmailForJitProvisioning):
    ///   Nobody in the organization has this email address, and its domain is not one that may join by
    ///   itself.
    /// - [`operation_restricted_by_organization_auth_methods`](crate::ErrorType::OperationRestrictedByOrganizationAuthMethods):
    ///   The organization does not allow this login method.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::otps::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::LoginOrSignupRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "ada@example.com",
    /// );
    /// let sent = stytch.otps().email().login_or_signup(request).await?;
    /// println!("enter the code from the email to {}", sent.member.email_address);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/email/login_or_signup` ([reference](https://stytch.com/docs/b2b/api/send-login-signup-email-otp))
    pub fn login_or_signup(&self, request: LoginOrSignupRequest) -> Call<LoginOrSignupResponse> {
        const OPERATION: Operation = Operation::new(
            "otps.email.login_or_signup",
            Verb::Post,
            "/v1/b2b/otps/email/login_or_signup",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs a member in with a passcode from an email.
    ///
    /// The code works once and, unless sent with another lifetime, for ten minutes. It also confirms
    /// the email address: a member who was pending or invited is active from then on.
    ///
    /// A member who owes a second factor gets no session yet and the session options have no effect:
    /// `member_authenticated` is false, and `intermediate_session_token` goes with the code into
    /// [`otps().sms().authenticate`](crate::otps::sms::Sms::authenticate) or
    /// [`totps().authenticate`](crate::totps::Totps::authenticate), or into
    /// [`recovery_codes().recover`](crate::recovery_codes::RecoveryCodes::recover). Passing a live
    /// session in spares the second factor. The intermediate session can instead be traded for another
    /// organization, with
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange)
    /// or
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`otp_code_not_found`](crate::ErrorType::OtpCodeNotFound): The passcode is wrong; let the
    ///   person type it again, or send another.
    /// - [`unable_to_auth_otp_code`](crate::ErrorType::UnableToAuthOtpCode): The passcode is used up or
    ///   has expired; send another.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::ErrorType;
    /// use stytch_b2b::otps::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request = email::AuthenticateRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "ada@example.com",
    ///     "123456",
    /// );
    /// match stytch.otps().email().authenticate(request).await {
    ///     Ok(login) if login.member_authenticated => {
    ///         set_cookie("session", login.session_token.expose());
    ///     }
    ///     Ok(login) => println!("a second factor is due: {:?}", login.mfa_required),
    ///     Err(error) if error.is_type(ErrorType::OtpCodeNotFound) => println!("mistyped? try again"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/otps/email/authenticate` ([reference](https://stytch.com/docs/b2b/api/authenticate-email-otp))
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
            "otps.email.authenticate",
            Verb::Post,
            "/v1/b2b/otps/email/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Email::login_or_signup`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct LoginOrSignupRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// Template for a login email, of the kind "OTP - Login" in the dashboard; the default template
    /// unless set.
    pub login_template_id: Option<String>,
    /// Template for a signup email, of the kind "OTP - Signup" in the dashboard; the default template
    /// unless set.
    pub signup_template_id: Option<String>,
    /// Language of the email; English unless set.
    pub locale: Option<Locale>,
    /// Minutes for which a login code works, 2 to 15; 10 unless set.
    pub login_expiration_minutes: Option<u32>,
    /// Minutes for which a signup code works, 2 to 15; 10 unless set.
    pub signup_expiration_minutes: Option<u32>,
}

impl LoginOrSignupRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            login_template_id: None,
            signup_template_id: None,
            locale: None,
            login_expiration_minutes: None,
            signup_expiration_minutes: None,
        }
    }

    /// Template for a login email, of the kind "OTP - Login" in the dashboard; the default template
    /// unless set.
    #[must_use]
    pub fn login_template_id(mut self, login_template_id: impl Into<String>) -> Self {
        self.login_template_id = Some(login_template_id.into());
        self
    }

    /// Template for a signup email, of the kind "OTP - Signup" in the dashboard; the default template
    /// unless set.
    #[must_use]
    pub fn signup_template_id(mut self, signup_template_id: impl Into<String>) -> Self {
        self.signup_template_id = Some(signup_template_id.into());
        self
    }

    /// Language of the email; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Minutes for which a login code works, 2 to 15; 10 unless set.
    #[must_use]
    pub fn login_expiration_minutes(mut self, login_expiration_minutes: u32) -> Self {
        self.login_expiration_minutes = Some(login_expiration_minutes);
        self
    }

    /// Minutes for which a signup code works, 2 to 15; 10 unless set.
    #[must_use]
    pub fn signup_expiration_minutes(mut self, signup_expiration_minutes: u32) -> Self {
        self.signup_expiration_minutes = Some(signup_expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for LoginOrSignupRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add("login_template_id", &self.login_template_id);
        fields.add("signup_template_id", &self.signup_template_id);
        fields.add("locale", &self.locale);
        fields.add("login_expiration_minutes", &self.login_expiration_minutes);
        fields.add("signup_expiration_minutes", &self.signup_expiration_minutes);
    }
}

stytch_core::sent!(LoginOrSignupRequest);

/// What [`Email::login_or_signup`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LoginOrSignupResponse {
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
    /// Whether the call created the member; false if the member was there before.
    pub member_created: bool,
}

#[doc(hidden)]
impl Object for LoginOrSignupResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "member_created" => self.member_created.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LoginOrSignupResponse);

/// What [`Email::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// The passcode, as the member typed it.
    pub code: Secret,
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
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
        code: impl Into<Secret>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            code: code.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            intermediate_session_token: None,
            locale: None,
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
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add("code", &self.code);
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

/// What [`Email::authenticate`] gives back.
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
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
