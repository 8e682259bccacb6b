// Generated from spec/consumer/passwords.email.yaml by `cargo xtask generate`. Do not edit.

//! Set a user's password by proving control of the email address.
//!
//! [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start) sends the link,
//! [`passwords().email().reset`](crate::passwords::email::Email::reset) takes the token that it
//! brings back together with the new password. This works for a forgotten password as well as for a
//! first one.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Value};

use crate::device_history::DeviceInfo;
use crate::magic_links::Options;
use crate::sessions::Session;
use crate::users::User;
use crate::{Attributes, EmailId, Locale, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

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

    /// Sends a user an email with a link to set a new password.
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
    /// - [`email_not_found`](crate::ErrorType::EmailNotFound): No user of the project has this email
    ///   address.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::Locale;
    /// use stytch_consumer::passwords::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = email::ResetStartRequest::new("ada@example.com")
    ///     .reset_password_redirect_url("https://example.com/new-password")
    ///     .reset_password_expiration_minutes(60)
    ///     .locale(Locale::Es);
    /// let sent = stytch.passwords().email().reset_start(request).await?;
    /// println!("a link is on its way to {}", sent.email_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/email/reset/start` ([reference](https://stytch.com/docs/api/password-email-reset-start))
    pub fn reset_start(&self, request: ResetStartRequest) -> Call<ResetStartResponse> {
        const OPERATION: Operation = Operation::new(
            "passwords.email.reset_start",
            Verb::Post,
            "/v1/passwords/email/reset/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sets a new password with the token from the email, and logs the user in.
    ///
    /// A token works once, until it expires. The new password has to meet the policy: check it
    /// beforehand with [`passwords().strength_check`](crate::passwords::Passwords::strength_check). All
    /// sessions that the user had end. Set `session_duration_minutes` to start a new one.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`attribute_mismatch`](crate::ErrorType::AttributeMismatch): The flow ends at another IP
    ///   address or in another browser than it began.
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
    /// use stytch_consumer::ErrorType;
    /// use stytch_consumer::passwords::email;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the link";
    /// let request =
    ///     email::ResetRequest::new(token, "a much better one").session_duration_minutes(60);
    /// match stytch.passwords().email().reset(request).await {
    ///     Ok(login) => set_cookie("session", login.session_token.expose()),
    ///     Err(error) if error.is_type(ErrorType::WeakPassword) => println!("{}", error.message()),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/email/reset` ([reference](https://stytch.com/docs/api/password-email-reset))
    pub fn reset(&self, request: ResetRequest) -> Call<ResetResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation = Operation::new(
            "passwords.email.reset",
            Verb::Post,
            "/v1/passwords/email/reset",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Email::reset_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetStartRequest {
    /// Email address of the user.
    pub email: String,
    /// Page of your app to which the link in the email leads, where the new password is entered. Unless
    /// set, the default of the dashboard; without one the call fails.
    pub reset_password_redirect_url: Option<String>,
    /// Minutes for which the link in the email works, 5 to 10080 (7 days); 30 unless set.
    pub reset_password_expiration_minutes: Option<i32>,
    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret. The flow can then only
    /// be finished by whoever knows that secret.
    pub code_challenge: Option<String>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Page of your app to which the button for a login without password leads, with a magic link
    /// `token` in the query. Unless set, the default of the dashboard; without one the call fails.
    pub login_redirect_url: Option<String>,
    /// Language of the message; English unless set.
    pub locale: Option<Locale>,
    /// Email template for the message, of the kind "Passwords - Password reset" in the dashboard; the
    /// default template unless set.
    pub reset_password_template_id: Option<String>,
}

impl ResetStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            reset_password_redirect_url: None,
            reset_password_expiration_minutes: None,
            code_challenge: None,
            attributes: None,
            login_redirect_url: None,
            locale: None,
            reset_password_template_id: None,
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

    /// PKCE challenge, the base64url-encoded SHA-256 hash of a one-time secret.
    #[must_use]
    pub fn code_challenge(mut self, code_challenge: impl Into<String>) -> Self {
        self.code_challenge = Some(code_challenge.into());
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// Page of your app to which the button for a login without password leads, with a magic link
    /// `token` in the query.
    #[must_use]
    pub fn login_redirect_url(mut self, login_redirect_url: impl Into<String>) -> Self {
        self.login_redirect_url = Some(login_redirect_url.into());
        self
    }

    /// Language of the message; English unless set.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<Locale>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// Email template for the message, of the kind "Passwords - Password reset" in the dashboard; the
    /// default template unless set.
    #[must_use]
    pub fn reset_password_template_id(
        mut self,
        reset_password_template_id: impl Into<String>,
    ) -> Self {
        self.reset_password_template_id = Some(reset_password_template_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for ResetStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add(
            "reset_password_redirect_url",
            &self.reset_password_redirect_url,
        );
        fields.add(
            "reset_password_expiration_minutes",
            &self.reset_password_expiration_minutes,
        );
        fields.add("code_challenge", &self.code_challenge);
        fields.add("attributes", &self.attributes);
        fields.add("login_redirect_url", &self.login_redirect_url);
        fields.add("locale", &self.locale);
        fields.add(
            "reset_password_template_id",
            &self.reset_password_template_id,
        );
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
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
}

#[doc(hidden)]
impl Object for ResetStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetStartResponse);

/// What [`Email::reset`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetRequest {
    /// The `token` from the query of the page to which the link led. Next to it stands
    /// `stytch_token_type`: with `reset_password` the token belongs here, with `login` it belongs to
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate).
    pub token: Secret,
    /// Password that the user typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
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
    /// What of `attributes` has to be as it was when the code or link was asked for, for the call to
    /// succeed.
    pub options: Option<Options>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    pub code_verifier: Option<Secret>,
}

impl ResetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(token: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            password: password.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
            options: None,
            attributes: None,
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

    /// What of `attributes` has to be as it was when the code or link was asked for, for the call to
    /// succeed.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = Some(options);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
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
        fields.add("token", &self.token);
        fields.add("password", &self.password);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
        fields.add("options", &self.options);
        fields.add("attributes", &self.attributes);
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
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
    /// Opaque token of the session; keep it in a cookie or the like. Empty when no session was asked
    /// for.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// when no session was asked for.
    pub session_jwt: Secret,
    /// The session that was started or extended; missing unless the call passed one in or set
    /// `session_duration_minutes`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub session: Option<Session>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub user_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for ResetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "session" => self.session.slot(),
            "user_device" => self.user_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ResetResponse);
