// Generated from spec/consumer/otps.yaml by `cargo xtask generate`. Do not edit.

//! Log users in by a one-time passcode that they receive and type in.
//!
//! Send it with [`otps().sms().login_or_create`](crate::otps::sms::Sms::login_or_create),
//! [`otps().whatsapp().login_or_create`](crate::otps::whatsapp::Whatsapp::login_or_create) or
//! [`otps().email().login_or_create`](crate::otps::email::Email::login_or_create), keep the
//! `phone_id` or `email_id` of the answer, and pass it to
//! [`otps().authenticate`](crate::otps::Otps::authenticate) together with what the user types.

pub mod email;
pub mod sms;
pub mod whatsapp;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::magic_links::Options;
use crate::sessions::Session;
use crate::users::User;
use crate::{Attributes, MethodId, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.otps()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Otps {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Otps {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`otps::email`](email): [`send`](email::Email::send),
    /// [`login_or_create`](email::Email::login_or_create).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// The calls of [`otps::sms`](sms): [`send`](sms::Sms::send),
    /// [`login_or_create`](sms::Sms::login_or_create).
    #[must_use]
    pub fn sms(&self) -> sms::Sms {
        sms::Sms::new(self.client.clone())
    }

    /// The calls of [`otps::whatsapp`](whatsapp): [`send`](whatsapp::Whatsapp::send),
    /// [`login_or_create`](whatsapp::Whatsapp::login_or_create).
    #[must_use]
    pub fn whatsapp(&self) -> whatsapp::Whatsapp {
        whatsapp::Whatsapp::new(self.client.clone())
    }

    /// Logs in a user who has received a one-time passcode.
    ///
    /// The code works once, until it expires, and only for the address or number it was sent to.
    /// Sending another to the same place makes it useless, so only the last one counts. A right code
    /// marks the address or number as verified.
    ///
    /// Set `session_duration_minutes` to start a session. With a session of the same user passed in,
    /// the code becomes one more factor of that session, which makes it a second factor.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`attribute_mismatch`](crate::ErrorType::AttributeMismatch): The flow ends at another IP
    ///   address or in another browser than it began.
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
    /// use stytch_consumer::{ErrorType, otps};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let phone_id = "phone-number-test-e6a0c7d9-35b2-4f18-8c4d-f71b29a05e83";
    /// let request =
    ///     otps::AuthenticateRequest::new(phone_id, "123456").session_duration_minutes(60);
    /// match stytch.otps().authenticate(request).await {
    ///     Ok(login) => set_cookie("session", login.session_token.expose()),
    ///     Err(error) if error.is_type(ErrorType::OtpCodeNotFound) => println!("mistyped? try again"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/otps/authenticate` ([reference](https://stytch.com/docs/api/authenticate-otp))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("otps.authenticate", Verb::Post, "/v1/otps/authenticate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Otps::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The `email_id` or `phone_id` that came back when the code was sent.
    pub method_id: MethodId,
    /// The passcode as the user typed it, six digits.
    pub code: Secret,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// What of `attributes` has to be as it was when the code or link was asked for, for the call to
    /// succeed.
    pub options: Option<Options>,
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
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(method_id: impl Into<MethodId>, code: impl Into<Secret>) -> Self {
        Self {
            method_id: method_id.into(),
            code: code.into(),
            attributes: None,
            options: None,
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
        }
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// What of `attributes` has to be as it was when the code or link was asked for, for the call to
    /// succeed.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = Some(options);
        self
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
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("method_id", &self.method_id);
        fields.add("code", &self.code);
        fields.add("attributes", &self.attributes);
        fields.add("options", &self.options);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Otps::authenticate`] gives back.
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
    /// The email address or phone number that the user has proven.
    pub method_id: MethodId,
    /// Whether the user's other sessions should end. Sessions of this API have ended by themselves
    /// then; heed it if your app keeps sessions of its own.
    pub reset_sessions: bool,
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
        self.session
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
            "user" => self.user.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "session" => self.session.slot(),
            "user_device" => self.user_device.slot(),
            "method_id" => self.method_id.slot(),
            "reset_sessions" => self.reset_sessions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
