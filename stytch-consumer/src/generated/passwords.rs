// Generated from spec/consumer/passwords.yaml by `cargo xtask generate`. Do not edit.

//! Log users in with an email address and a password.
//!
//! New users sign up with [`passwords().create`](crate::passwords::Passwords::create); users who
//! log in without a password so far get one by
//! [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start), or by
//! [`passwords().sessions().reset`](crate::passwords::sessions::Sessions::reset) while they are
//! logged in. Passwords kept elsewhere move over with
//! [`passwords().migrate`](crate::passwords::Passwords::migrate). What makes a password good enough
//! is set in the dashboard, and
//! [`passwords().strength_check`](crate::passwords::Passwords::strength_check) judges one against
//! it.

pub mod email;
pub mod existing_password;
pub mod sessions;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::password_hashes::{
    Argon2Config, HashType, Md5Config, Pbkdf2Config, ScryptConfig, Sha1Config, Sha512Config,
};
use crate::sessions::Session;
use crate::users::{Name, User};
use crate::{EmailId, StrengthPolicy, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Passwords {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Passwords {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`passwords::email`](email): [`reset_start`](email::Email::reset_start),
    /// [`reset`](email::Email::reset).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// The calls of [`passwords::existing_password`](existing_password):
    /// [`reset`](existing_password::ExistingPassword::reset).
    #[must_use]
    pub fn existing_password(&self) -> existing_password::ExistingPassword {
        existing_password::ExistingPassword::new(self.client.clone())
    }

    /// The calls of [`passwords::sessions`](sessions): [`reset`](sessions::Sessions::reset).
    #[must_use]
    pub fn sessions(&self) -> sessions::Sessions {
        sessions::Sessions::new(self.client.clone())
    }

    /// Creates a user with an email address and a password.
    ///
    /// The password has to meet the policy: check it beforehand with
    /// [`passwords().strength_check`](crate::passwords::Passwords::strength_check). A user who exists
    /// cannot get a password here, but by a reset or by
    /// [`passwords().migrate`](crate::passwords::Passwords::migrate).
    ///
    /// Nobody has proven yet that the address is theirs. Have it proven, for instance with
    /// [`magic_links().email().send`](crate::magic_links::email::Email::send) or
    /// [`otps().email().send`](crate::otps::email::Email::send), before you rely on it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`duplicate_email`](crate::ErrorType::DuplicateEmail): Another user of the project has this
    ///   email address.
    /// - [`weak_password`](crate::ErrorType::WeakPassword): The new password does not meet the policy;
    ///   a strength check says why.
    /// - [`breached_password`](crate::ErrorType::BreachedPassword): The new password occurs in a known
    ///   data breach; ask for another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{ErrorType, passwords, users};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let password = "correct horse battery staple";
    /// let request = passwords::CreateRequest::new("ada@example.com", password)
    ///     .session_duration_minutes(60)
    ///     .name(users::Name::new().first_name("Ada").last_name("Lovelace"));
    /// match stytch.passwords().create(request).await {
    ///     Ok(signup) => set_cookie("session", signup.session_token.expose()),
    ///     Err(error) if error.is_type(ErrorType::BreachedPassword) => println!("choose another one"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords` ([reference](https://stytch.com/docs/api/password-create))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("passwords.create", Verb::Post, "/v1/passwords").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Logs in a user with email address and password.
    ///
    /// Set `session_duration_minutes` to start a session.
    ///
    /// Even the right password is refused with `reset_password` in two cases: it occurs in a known data
    /// breach, or its owner has since logged in for the first time by a way that proves the address,
    /// such as a magic link or Google. In the second case the password may have been set by somebody
    /// else, who signed up with an address that was not theirs. Either way, go on with
    /// [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start), which only the
    /// owner of the address can complete.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unauthorized_credentials`](crate::ErrorType::UnauthorizedCredentials): Something does not
    ///   match: the password, the session, or the project id and secret of the client.
    /// - [`email_not_found`](crate::ErrorType::EmailNotFound): No user of the project has this email
    ///   address.
    /// - [`no_user_password`](crate::ErrorType::NoUserPassword): The user has no password; offer a
    ///   reset by email, or another way to log in.
    /// - [`reset_password`](crate::ErrorType::ResetPassword): The password may be right but has to be
    ///   replaced, since it occurs in a data breach or the address has since been proven by other
    ///   means; start a reset by email.
    /// - [`user_lock_limit_reached`](crate::ErrorType::UserLockLimitReached): Too many failed attempts
    ///   in a row; the person is locked out for a while, an hour unless the dashboard says otherwise.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{ErrorType, passwords};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let password = "correct horse battery staple";
    /// let request = passwords::AuthenticateRequest::new("ada@example.com", password)
    ///     .session_duration_minutes(60);
    /// match stytch.passwords().authenticate(request).await {
    ///     Ok(login) => set_cookie("session", login.session_token.expose()),
    ///     Err(error) if error.is_type(ErrorType::ResetPassword) => println!("a new password is due"),
    ///     Err(error) if error.needs_login() => println!("wrong address or password"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/authenticate` ([reference](https://stytch.com/docs/api/password-authenticate))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation = Operation::new(
            "passwords.authenticate",
            Verb::Post,
            "/v1/passwords/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Checks whether a password would be accepted, and says how to improve it.
    ///
    /// Nothing is stored. Call it while the user fills in the form. Which feedback there is depends on
    /// the policy of the project: with zxcvbn, the default, a score of 3 or more passes, and the
    /// warning and the suggestions can be shown as they are; with LUDS the password has to meet your
    /// own rules, and `luds_requirements` says which it fails.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::passwords;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = passwords::StrengthCheckRequest::new("correct horse battery staple")
    ///     .email("ada@example.com");
    /// let check = stytch.passwords().strength_check(request).await?;
    /// if let (false, Some(feedback)) = (check.valid_password, check.feedback) {
    ///     println!("{} {}", feedback.warning, feedback.suggestions.join(" "));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/strength_check` ([reference](https://stytch.com/docs/api/password-strength-check))
    pub fn strength_check(&self, request: StrengthCheckRequest) -> Call<StrengthCheckResponse> {
        const OPERATION: Operation = Operation::new(
            "passwords.strength_check",
            Verb::Post,
            "/v1/passwords/strength_check",
        )
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Brings a user's password over from another system, as a hash.
    ///
    /// The user keeps the password without noticing the move. A user who does not exist is created; one
    /// who has a password already is refused. At most 100 calls per second are accepted.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_hash`](crate::ErrorType::InvalidHash): The hash does not have the form that its type
    ///   calls for.
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`password_already_exists`](crate::ErrorType::PasswordAlreadyExists): There is a password
    ///   already; a migration only adds a first one.
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{password_hashes, passwords, users};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = passwords::MigrateRequest::new(
    ///     "ada@example.com",
    ///     "the bcrypt hash from the old system",
    ///     password_hashes::HashType::Bcrypt,
    /// )
    /// .name(users::Name::new().first_name("Ada").last_name("Lovelace"));
    /// let migrated = stytch.passwords().migrate(request).await?;
    /// println!("{} can log in as before", migrated.user_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/migrate` ([reference](https://stytch.com/docs/api/password-migrate))
    pub fn migrate(&self, request: MigrateRequest) -> Call<MigrateResponse> {
        const OPERATION: Operation =
            Operation::new("passwords.migrate", Verb::Post, "/v1/passwords/migrate");
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }
}

/// What [`Passwords::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// Email address of the user.
    pub email: String,
    /// Password that the user typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days). Starts a session, or
    /// extends the one that was passed in; unless set, none is started, and `session_custom_claims` go
    /// nowhere. A session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Name of the user.
    pub name: Option<Name>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            email: email.into(),
            password: password.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            name: None,
            telemetry_id: None,
        }
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

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Name of the user.
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.name = Some(name);
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
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add("password", &self.password);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("name", &self.name);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Passwords::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
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
    /// Id of the email address.
    pub email_id: EmailId,
}

#[doc(hidden)]
impl Object for CreateResponse {
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
            "email_id" => self.email_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Passwords::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// Email address of the user.
    pub email: String,
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
}

impl AuthenticateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(email: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            email: email.into(),
            password: password.into(),
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
        fields.add("email", &self.email);
        fields.add("password", &self.password);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Passwords::authenticate`] gives back.
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
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Passwords::strength_check`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct StrengthCheckRequest {
    /// Password that the user typed. Any UTF-8 text is allowed, spaces and emoji included.
    pub password: Secret,
    /// Email address of the user. With it, a password known from a data breach is not valid.
    pub email: Option<String>,
}

impl StrengthCheckRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(password: impl Into<Secret>) -> Self {
        Self {
            password: password.into(),
            email: None,
        }
    }

    /// Email address of the user.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

#[doc(hidden)]
impl Body for StrengthCheckRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("password", &self.password);
        fields.add("email", &self.email);
    }
}

stytch_core::sent!(StrengthCheckRequest);

/// What [`Passwords::strength_check`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct StrengthCheckResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Whether the password would be accepted: strong enough for the policy and, when an email address
    /// was sent along, not known from a data breach.
    pub valid_password: bool,
    /// How hard the password is to guess according to zxcvbn, 1 to 4; 3 and above pass.
    pub score: i32,
    /// Whether the password occurs in the data breaches that HaveIBeenPwned collects.
    pub breached_password: bool,
    /// The policy that judged the password, and so which feedback to look at.
    pub strength_policy: StrengthPolicy,
    /// Whether new passwords are checked against data breaches, as the dashboard says; on unless
    /// switched off. If not, `breached_password` is always false.
    pub breach_detection_on_create: bool,
    /// What to tell the user about the password.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub feedback: Option<Feedback>,
}

#[doc(hidden)]
impl Object for StrengthCheckResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "valid_password" => self.valid_password.slot(),
            "score" => self.score.slot(),
            "breached_password" => self.breached_password.slot(),
            "strength_policy" => self.strength_policy.slot(),
            "breach_detection_on_create" => self.breach_detection_on_create.slot(),
            "feedback" => self.feedback.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(StrengthCheckResponse);

/// What [`Passwords::migrate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MigrateRequest {
    /// Email address of the user.
    pub email: String,
    /// The password hash. One of scrypt or PBKDF2 goes in base64.
    pub hash: Secret,
    /// The function that made the hash.
    pub hash_type: HashType,
    /// Salts of an MD5 hash, if it has any.
    pub md_5_config: Option<Md5Config>,
    /// Parameters of an Argon2 hash in hex; not needed for the encoded form.
    pub argon_2_config: Option<Argon2Config>,
    /// Salts of a SHA-1 hash, if it has any.
    pub sha_1_config: Option<Sha1Config>,
    /// Salts of a SHA-512 hash, if it has any.
    pub sha_512_config: Option<Sha512Config>,
    /// Parameters of a scrypt hash that is not in the PHC string format.
    pub scrypt_config: Option<ScryptConfig>,
    /// Parameters of a PBKDF2 hash, which always needs them.
    pub pbkdf_2_config: Option<Pbkdf2Config>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Whether the email address counts as verified. Dangerous: set it only when your app has made sure
    /// that the address is theirs, or accounts of different people may become one.
    pub set_email_verified: Option<bool>,
    /// Name of the user.
    pub name: Option<Name>,
    /// Phone number of the user, in E.164 format: a plus sign, the country code and the number.
    pub phone_number: Option<String>,
    /// Whether the phone number counts as verified. Dangerous: set it only when your app has made sure
    /// that the number is theirs.
    pub set_phone_number_verified: Option<bool>,
    /// Id of your own for a user whom this call creates, which the API then takes wherever it asks for
    /// a `user_id`; ignored for one who exists. At most 128 letters, digits, dots, underscores, hyphens
    /// and vertical bars.
    pub external_id: Option<String>,
    /// Roles to assign to the user, by their ids.
    pub roles: Option<Vec<String>>,
}

impl MigrateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        email: impl Into<String>,
        hash: impl Into<Secret>,
        hash_type: impl Into<HashType>,
    ) -> Self {
        Self {
            email: email.into(),
            hash: hash.into(),
            hash_type: hash_type.into(),
            md_5_config: None,
            argon_2_config: None,
            sha_1_config: None,
            sha_512_config: None,
            scrypt_config: None,
            pbkdf_2_config: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            set_email_verified: None,
            name: None,
            phone_number: None,
            set_phone_number_verified: None,
            external_id: None,
            roles: None,
        }
    }

    /// Salts of an MD5 hash, if it has any.
    #[must_use]
    pub fn md_5_config(mut self, md_5_config: Md5Config) -> Self {
        self.md_5_config = Some(md_5_config);
        self
    }

    /// Parameters of an Argon2 hash in hex; not needed for the encoded form.
    #[must_use]
    pub fn argon_2_config(mut self, argon_2_config: Argon2Config) -> Self {
        self.argon_2_config = Some(argon_2_config);
        self
    }

    /// Salts of a SHA-1 hash, if it has any.
    #[must_use]
    pub fn sha_1_config(mut self, sha_1_config: Sha1Config) -> Self {
        self.sha_1_config = Some(sha_1_config);
        self
    }

    /// Salts of a SHA-512 hash, if it has any.
    #[must_use]
    pub fn sha_512_config(mut self, sha_512_config: Sha512Config) -> Self {
        self.sha_512_config = Some(sha_512_config);
        self
    }

    /// Parameters of a scrypt hash that is not in the PHC string format.
    #[must_use]
    pub fn scrypt_config(mut self, scrypt_config: ScryptConfig) -> Self {
        self.scrypt_config = Some(scrypt_config);
        self
    }

    /// Parameters of a PBKDF2 hash, which always needs them.
    #[must_use]
    pub fn pbkdf_2_config(mut self, pbkdf_2_config: Pbkdf2Config) -> Self {
        self.pbkdf_2_config = Some(pbkdf_2_config);
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Whether the email address counts as verified.
    #[must_use]
    pub fn set_email_verified(mut self, set_email_verified: bool) -> Self {
        self.set_email_verified = Some(set_email_verified);
        self
    }

    /// Name of the user.
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.name = Some(name);
        self
    }

    /// Phone number of the user, in E.164 format: a plus sign, the country code and the number.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Whether the phone number counts as verified.
    #[must_use]
    pub fn set_phone_number_verified(mut self, set_phone_number_verified: bool) -> Self {
        self.set_phone_number_verified = Some(set_phone_number_verified);
        self
    }

    /// Id of your own for a user whom this call creates, which the API then takes wherever it asks for
    /// a `user_id`; ignored for one who exists.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Roles to assign to the user, by their ids.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }
}

#[doc(hidden)]
impl Body for MigrateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add("hash", &self.hash);
        fields.add("hash_type", &self.hash_type);
        fields.add("md_5_config", &self.md_5_config);
        fields.add("argon_2_config", &self.argon_2_config);
        fields.add("sha_1_config", &self.sha_1_config);
        fields.add("sha_512_config", &self.sha_512_config);
        fields.add("scrypt_config", &self.scrypt_config);
        fields.add("pbkdf_2_config", &self.pbkdf_2_config);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("set_email_verified", &self.set_email_verified);
        fields.add("name", &self.name);
        fields.add("phone_number", &self.phone_number);
        fields.add("set_phone_number_verified", &self.set_phone_number_verified);
        fields.add("external_id", &self.external_id);
        fields.add("roles", &self.roles);
    }
}

stytch_core::sent!(MigrateRequest);

/// What [`Passwords::migrate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MigrateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
    /// Whether the call created the user, rather than found one.
    pub user_created: bool,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for MigrateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            "user_created" => self.user_created.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MigrateResponse);

/// How to make a password better, in words or as a list of what it lacks.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Feedback {
    /// What makes the password easy to guess, worded so that you can show it to people; empty when
    /// nothing stands out. Under the zxcvbn policy only.
    pub warning: String,
    /// Advice on a better password, worded so that you can show it to people. Under the zxcvbn policy
    /// only.
    pub suggestions: Vec<String>,
    /// What the password has and what it lacks, under the LUDS policy.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub luds_requirements: Option<LudsRequirements>,
}

#[doc(hidden)]
impl Object for Feedback {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "warning" => self.warning.slot(),
            "suggestions" => self.suggestions.slot(),
            "luds_requirements" => self.luds_requirements.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Feedback);

/// How a password does under the LUDS policy, kind of character by kind of character.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct LudsRequirements {
    /// Whether there is a lower-case letter.
    pub has_lower_case: bool,
    /// Whether there is an upper-case letter.
    pub has_upper_case: bool,
    /// Whether there is a digit.
    pub has_digit: bool,
    /// Whether there is a symbol; anything but the letters a to z and A to Z may count as one.
    pub has_symbol: bool,
    /// How many more kinds of characters the policy asks for.
    pub missing_complexity: i32,
    /// How many characters the password is too short by.
    pub missing_characters: i32,
}

#[doc(hidden)]
impl Object for LudsRequirements {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "has_lower_case" => self.has_lower_case.slot(),
            "has_upper_case" => self.has_upper_case.slot(),
            "has_digit" => self.has_digit.slot(),
            "has_symbol" => self.has_symbol.slot(),
            "missing_complexity" => self.missing_complexity.slot(),
            "missing_characters" => self.missing_characters.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(LudsRequirements);
