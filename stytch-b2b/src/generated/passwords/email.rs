// Generated from spec/b2b/passwords.email.yaml by `cargo xtask generate`. Do not edit.

//! Set a member's password by proving control of the email address.
//!
//! [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start) sends the link,
//! [`passwords().email().reset`](crate::passwords::email::Email::reset) takes the token that it
//! brings back together with the new password. This works for a forgotten password as well as for a
//! first one.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::mfa::MfaRequired;
use crate::organizations::{Member, Organization};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{EmailId, Locale, MemberId, OrganizationId, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords().email()`, on which the calls of [this module](self) are made.
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

    /// Forces the owner of an email address to set a new password before the next login.
    ///
    /// For projects with cross-organization passwords only. The person then goes through
    /// [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start) or
    /// [`passwords().discovery().email().reset_start`](crate::passwords::discovery::email::Email::reset_start).
    /// If only one active member of the whole project has the address, the password is deleted.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`cross_org_passwords_not_enabled`](crate::ErrorType::CrossOrgPasswordsNotEnabled): The
    ///   project does not use cross-organization passwords.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::passwords::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::RequireResetRequest::new("ada@example.com")
    ///     .organization_id("organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11");
    /// stytch.passwords().email().require_reset(request).await?;
    /// println!("a new password is due");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/email/require_reset` ([reference](https://stytch.com/docs/b2b/api/passwords-require-reset-by-email))
    pub fn require_reset(
        &self,
        request: RequireResetRequest,
    ) -> Call<RequireResetResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "passwords.email.require_reset",
            Verb::Post,
            "/v1/b2b/passwords/email/require_reset",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sets a new password with the token from the email, and logs the member in.
    ///
    /// A token works once, until it expires. The new password has to meet the policy: check it
    /// beforehand with [`passwords().strength_check`](crate::passwords::Passwords::strength_check). All
    /// sessions that the member had end.
    ///
    /// If the answer is not `member_authenticated`, a factor is missing: `intermediate_session_token`
    /// is what to go on with, as after
    /// [`passwords().authenticate`](crate::passwords::Passwords::authenticate). Passing a live session
    /// in spares the second factor.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`unable_to_auth_password_reset_token`](crate::ErrorType::UnableToAuthPasswordResetToken): The
    ///   link of the email is used up or has expired; start the reset again.
    /// - [`weak_password`](crate::ErrorType::WeakPassword): The new password does not meet the policy;
    ///   a strength check says why.
    /// - [`breached_password`](crate::ErrorType::BreachedPassword): The new password occurs in a known
    ///   data breach; ask for another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::ErrorType;
    /// use stytch_b2b::passwords::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the link";
    /// let request =
    ///     email::ResetRequest::new(token, "a much better one").session_duration_minutes(60);
    /// match stytch.passwords().email().reset(request).await {
    ///     Ok(login) if login.member_authenticated => {
    ///         set_cookie("session", login.session_token.expose());
    ///     }
    ///     Ok(login) => println!("a second factor is due: {:?}", login.mfa_required),
    ///     Err(error) if error.is_type(ErrorType::WeakPassword) => println!("{}", error.message()),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/email/reset` ([reference](https://stytch.com/docs/b2b/api/email-reset))
    pub fn reset(&self, request: ResetRequest) -> Call<ResetResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "passwords.email.reset",
            Verb::Post,
            "/v1/b2b/passwords/email/reset",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Sends a member an email with a link to set a new password.
    ///
    /// The link leads to `reset_password_redirect_url` with a `token` in the query: ask for the new
    /// password there and pass both to
    /// [`passwords().email().reset`](crate::passwords::email::Email::reset). The email also offers to
    /// log in without a password, which leads to `login_redirect_url` and ends in
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`no_password_reset_redirect_url`](crate::ErrorType::NoPasswordResetRedirectUrl): No redirect
    ///   URL was given and the dashboard has no default.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`member_not_found`](crate::ErrorType::MemberNotFound): No such member in the organization.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::Locale;
    /// use stytch_b2b::passwords::email;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::ResetStartRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     "ada@example.com",
    /// )
    /// .reset_password_redirect_url("https://app.example.com/new-password")
    /// .locale(Locale::Es);
    /// let sent = stytch.passwords().email().reset_start(request).await?;
    /// println!("a link is on its way to {}", sent.member.email_address);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/passwords/email/reset/start` ([reference](https://stytch.com/docs/b2b/api/email-reset-start))
    pub fn reset_start(&self, request: ResetStartRequest) -> Call<ResetStartResponse> {
        const OPERATION: Operation = Operation::new(
            "passwords.email.reset_start",
            Verb::Post,
            "/v1/b2b/passwords/email/reset/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Email::require_reset`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RequireResetRequest {
    /// Email address of the member.
    pub email_address: String,
    /// The organization that the call is about.
    pub organization_id: Option<OrganizationId>,
    /// The member that the call is about.
    pub member_id: Option<MemberId>,
}

impl RequireResetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
            organization_id: None,
            member_id: None,
        }
    }

    /// The organization that the call is about.
    #[must_use]
    pub fn organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// The member that the call is about.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<MemberId>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for RequireResetRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("organization_id", &self.organization_id);
        fields.add("member_id", &self.member_id);
    }
}

stytch_core::sent!(RequireResetRequest);

/// What [`Email::require_reset`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RequireResetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_id: Option<MemberId>,
    /// The member as it is after the call.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member: Option<Member>,
    /// The organization with its settings.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub organization: Option<Organization>,
}

#[doc(hidden)]
impl Object for RequireResetResponse {
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

stytch_core::received!(RequireResetResponse);

/// What [`Email::reset`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetRequest {
    /// The `token` from the query of the page to which the link in the email led.
    pub password_reset_token: Secret,
    /// Password that the member typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
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
    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    pub code_verifier: Option<Secret>,
}

impl ResetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(password_reset_token: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self {
            password_reset_token: password_reset_token.into(),
            password: password.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            intermediate_session_token: None,
            locale: None,
            code_verifier: None,
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

    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    #[must_use]
    pub fn code_verifier(mut self, code_verifier: impl Into<Secret>) -> Self {
        self.code_verifier = Some(code_verifier.into());
        self
    }
}

#[doc(hidden)]
impl Body for ResetRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("password_reset_token", &self.password_reset_token);
        fields.add("password", &self.password);
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
        fields.add("code_verifier", &self.code_verifier);
    }
}

stytch_core::sent!(ResetRequest);

/// What [`Email::reset`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ResetResponse {
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
    /// Email address that the link went to.
    pub member_email_id: EmailId,
    /// Organization that the answer is about.
    pub organization_id: OrganizationId,
}

#[doc(hidden)]
impl Object for ResetResponse {
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
            "member_email_id" => self.member_email_id.slot(),
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetResponse);

/// What [`Email::reset_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetStartRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// Email address of the member.
    pub email_address: String,
    /// Page of your app to which the link in the email leads, where the new password is entered. Unless
    /// set, the default of the dashboard; without one the call fails.
    pub reset_password_redirect_url: Option<String>,
    /// Minutes for which the link in the email works, 5 to 10080 (7 days); 30 unless set.
    pub reset_password_expiration_minutes: Option<i32>,
    /// Email template for the message, of the kind "Passwords - Reset Password" in the dashboard; the
    /// default template unless set.
    pub reset_password_template_id: Option<String>,
    /// Email template for a first password under cross-organization passwords, of the kind "Passwords -
    /// Email Verification" in the dashboard; the default template unless set.
    pub verify_email_template_id: Option<String>,
    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret. The flow can then only
    /// be finished by whoever knows that secret.
    pub code_challenge: Option<String>,
    /// Page of your app to which the button for a login without password leads, with a magic link
    /// `token` in the query. Unless set, the default of the dashboard; without one the call fails.
    pub login_redirect_url: Option<String>,
    /// Language of the email.
    pub locale: Option<Locale>,
}

impl ResetStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        email_address: impl Into<String>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            email_address: email_address.into(),
            reset_password_redirect_url: None,
            reset_password_expiration_minutes: None,
            reset_password_template_id: None,
            verify_email_template_id: None,
            code_challenge: None,
            login_redirect_url: None,
            locale: None,
        }
    }

    /// Page of your app to which the link in the email leads, where the new password is entered.
    #[must_use]
    pub fn reset_password_redirect_url(
        mut self,
        reset_password_redirect_url: impl Into<String>,
    ) -> Self {
        self.reset_password_redirect_url = Some(reset_password_redirect_url.into());
        self
    }

    /// Minutes for which the link in the email works, 5 to 10080 (7 days); 30 unless set.
    #[must_use]
    pub fn reset_password_expiration_minutes(
        mut self,
        reset_password_expiration_minutes: i32,
    ) -> Self {
        self.reset_password_expiration_minutes = Some(reset_password_expiration_minutes);
        self
    }

    /// Email template for the message, of the kind "Passwords - Reset Password" in the dashboard; the
    /// default template unless set.
    #[must_use]
    pub fn reset_password_template_id(
        mut self,
        reset_password_template_id: impl Into<String>,
    ) -> Self {
        self.reset_password_template_id = Some(reset_password_template_id.into());
        self
    }

    /// Email template for a first password under cross-organization passwords, of the kind "Passwords -
    /// Email Verification" in the dashboard; the default template unless set.
    #[must_use]
    pub fn verify_email_template_id(mut self, verify_email_template_id: impl Into<String>) -> Self {
        self.verify_email_template_id = Some(verify_email_template_id.into());
        self
    }

    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }

    /// Page of your app to which the button for a login without password leads, with a magic link
    /// `token` in the query.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Language of the email.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

#[doc(hidden)]
impl Body for ResetStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_id", &self.organization_id);
        fields.add("email_address", &self.email_address);
        fields.add(
            "reset_password_redirect_url",
            &self.reset_password_redirect_url,
        );
        fields.add(
            "reset_password_expiration_minutes",
            &self.reset_password_expiration_minutes,
        );
        fields.add(
            "reset_password_template_id",
            &self.reset_password_template_id,
        );
        fields.add("verify_email_template_id", &self.verify_email_template_id);
        fields.add("code_challenge", &self.code_challenge);
        fields.add("login_redirect_url", &self.login_redirect_url);
        fields.add("locale", &self.locale);
    }
}

stytch_core::sent!(ResetStartRequest);

/// What [`Email::reset_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ResetStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// Email address that the link went to.
    pub member_email_id: EmailId,
    /// The member as it is after the call.
    pub member: Member,
}

#[doc(hidden)]
impl Object for ResetStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member_email_id" => self.member_email_id.slot(),
            "member" => self.member.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetStartResponse);
