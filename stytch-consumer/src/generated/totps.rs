// Generated from spec/consumer/totps.yaml by `cargo xtask generate`. Do not edit.

//! Log users in with the codes of an authenticator app.
//!
//! [`totps().create`](crate::totps::Totps::create) makes a registration whose QR code the user
//! scans; the first [`totps().authenticate`](crate::totps::Totps::authenticate) confirms it.
//! Recovery codes let a user in who has lost the app. As a second factor, pass along the session
//! that the first factor started: the code is then added to it.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::User;
use crate::{TelemetryId, TotpId, UserId};

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

    /// Registers an authenticator app for a user.
    ///
    /// Show the user `qr_code` to scan, or `secret` to type in, then confirm with
    /// [`totps().authenticate`](crate::totps::Totps::authenticate). A registration that is not
    /// confirmed in time becomes useless. The user has to be active and can have one app at a time:
    /// [`users().delete_totp`](crate::users::Users::delete_totp) makes room for another.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`active_totp_exists`](crate::ErrorType::ActiveTotpExists): An authenticator app is registered
    ///   already; only one can be at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::totps;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let totp = stytch.totps().create(totps::CreateRequest::new(user_id)).await?;
    /// println!(r#"<img src="{}">"#, totp.qr_code.expose());
    /// for code in &totp.recovery_codes {
    ///     println!("<li>{}</li>", code.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/totps` ([reference](https://stytch.com/docs/api/totp-create))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&["secret"]);
        const OPERATION: Operation =
            Operation::new("totps.create", Verb::Post, "/v1/totps").proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs in a user with a code from the authenticator app.
    ///
    /// Besides the code of the moment, the one before and the one after are accepted, since clocks
    /// differ; each lasts 30 seconds and works once. The first success confirms the registration. Pass
    /// a session to add this factor to it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`unable_to_authenticate_totp`](crate::ErrorType::UnableToAuthenticateTotp): The code is
    ///   wrong; ask for the one that the app shows now.
    /// - [`totp_code_already_authenticated`](crate::ErrorType::TotpCodeAlreadyAuthenticated): The code
    ///   has been used before; ask for the next one.
    /// - [`recovery_code_used_as_totp_code`](crate::ErrorType::RecoveryCodeUsedAsTotpCode): What was
    ///   sent as the app's code is a recovery code.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::totps;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let request = totps::AuthenticateRequest::new(user_id, "123456")
    ///     // The session that the first factor has started; the code adds the second to it.
    ///     .session_token("the token of the user's session")
    ///     .session_duration_minutes(60);
    /// let login = stytch.totps().authenticate(request).await?;
    /// if let Some(session) = login.session {
    ///     println!("{} factors", session.authentication_factors.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/totps/authenticate` ([reference](https://stytch.com/docs/api/totp-authenticate))
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
            Operation::new("totps.authenticate", Verb::Post, "/v1/totps/authenticate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Fetches a user's authenticator app registrations with their recovery codes.
    ///
    /// For users who have mislaid the codes but are logged in. Whoever has a code can use it in place
    /// of the app, so show them only after a fresh login.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::totps;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let answer = stytch.totps().recovery_codes(totps::RecoveryCodesRequest::new(user_id)).await?;
    /// for code in answer.totps.iter().flat_map(|totp| &totp.recovery_codes) {
    ///     println!("{}", code.expose());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/totps/recovery_codes` ([reference](https://stytch.com/docs/api/totp-get-recovery-codes))
    pub fn recovery_codes(&self, request: RecoveryCodesRequest) -> Call<RecoveryCodesResponse> {
        const OPERATION: Operation = Operation::new(
            "totps.recovery_codes",
            Verb::Post,
            "/v1/totps/recovery_codes",
        )
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs in a user with a recovery code in place of the authenticator app.
    ///
    /// Each code works once. If the app is lost for good, let the user register a new one: remove the
    /// old with [`users().delete_totp`](crate::users::Users::delete_totp), then go on with
    /// [`totps().create`](crate::totps::Totps::create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unable_to_authenticate_recovery_code`](crate::ErrorType::UnableToAuthenticateRecoveryCode):
    ///   The recovery code is wrong or has been used before.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`totp_code_used_as_recovery_code`](crate::ErrorType::TotpCodeUsedAsRecoveryCode): What was
    ///   sent as a recovery code is a code of the app.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::totps;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request =
    ///     totps::RecoverRequest::new(user_id, "what the user typed").session_duration_minutes(60);
    /// let login = stytch.totps().recover(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/totps/recover` ([reference](https://stytch.com/docs/api/totp-recover))
    pub fn recover(&self, request: RecoverRequest) -> Call<RecoverResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("totps.recover", Verb::Post, "/v1/totps/recover").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Totps::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// Minutes in which the registration must be confirmed, 5 to 1440; 1440, a day, unless set.
    pub expiration_minutes: Option<i32>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
            expiration_minutes: None,
        }
    }

    /// Minutes in which the registration must be confirmed, 5 to 1440; 1440, a day, unless set.
    #[must_use]
    pub fn expiration_minutes(mut self, expiration_minutes: i32) -> Self {
        self.expiration_minutes = Some(expiration_minutes);
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
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
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
    /// Key shared with the app, for users who type instead of scan.
    pub secret: Secret,
    /// The same key as a QR code: a base64 image in the form of a data URL, which an `img` element
    /// takes as its `src`.
    pub qr_code: Secret,
    /// One-time codes for a user who has lost the authenticator app; show them once and ask the user to
    /// keep them.
    pub recovery_codes: Vec<Secret>,
    /// The user as it is after the call.
    pub user: User,
    /// User that the answer is about.
    pub user_id: UserId,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "totp_id" => self.totp_id.slot(),
            "secret" => self.secret.slot(),
            "qr_code" => self.qr_code.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            "user" => self.user.slot(),
            "user_id" => self.user_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Totps::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// Six digits that the authenticator app shows now.
    pub totp_code: Secret,
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
    pub fn new(user_id: impl Into<UserId>, totp_code: impl Into<Secret>) -> Self {
        Self {
            user_id: user_id.into(),
            totp_code: totp_code.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
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
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
        fields.add("totp_code", &self.totp_code);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
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
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
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
            "totp_id" => self.totp_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Totps::recovery_codes`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RecoveryCodesRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl RecoveryCodesRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RecoveryCodesRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
    }
}

stytch_core::sent!(RecoveryCodesRequest);

/// What [`Totps::recovery_codes`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RecoveryCodesResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// All registrations of the user.
    pub totps: Vec<Totp>,
}

#[doc(hidden)]
impl Object for RecoveryCodesResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "totps" => self.totps.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RecoveryCodesResponse);

/// What [`Totps::recover`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RecoverRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// One of the codes that [`totps().create`](crate::totps::Totps::create) gave out, as the user
    /// typed it.
    pub recovery_code: Secret,
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

impl RecoverRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, recovery_code: impl Into<Secret>) -> Self {
        Self {
            user_id: user_id.into(),
            recovery_code: recovery_code.into(),
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
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
}

#[doc(hidden)]
impl Body for RecoverRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
        fields.add("recovery_code", &self.recovery_code);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(RecoverRequest);

/// What [`Totps::recover`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RecoverResponse {
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
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
}

#[doc(hidden)]
impl Object for RecoverResponse {
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
            "totp_id" => self.totp_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RecoverResponse);

/// One authenticator app registration and its recovery codes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Totp {
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
    /// Whether a code from the app has been accepted yet; until then it guards nothing.
    pub verified: bool,
    /// One-time codes for a user who has lost the authenticator app; show them once and ask the user to
    /// keep them.
    pub recovery_codes: Vec<Secret>,
}

#[doc(hidden)]
impl Object for Totp {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "totp_id" => self.totp_id.slot(),
            "verified" => self.verified.slot(),
            "recovery_codes" => self.recovery_codes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Totp);
