// Generated from spec/consumer/webauthn.yaml by `cargo xtask generate`. Do not edit.

//! Log users in with passkeys and security keys.
//!
//! Both registering and logging in take two calls with the browser in between: the first gives the
//! options for `navigator.credentials.create()` or `navigator.credentials.get()`, the second takes
//! what the browser answers. Options and answers are JSON as text, to be passed on as they are.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::{User, WebauthnRegistration};
use crate::{TelemetryId, UserId, WebauthnRegistrationId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.webauthn()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Webauthn {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Webauthn {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Starts to register a passkey or security key for a user.
    ///
    /// Hand `public_key_credential_creation_options` to `navigator.credentials.create()` in the browser
    /// as its `publicKey`, and what that answers to
    /// [`webauthn().register`](crate::webauthn::Webauthn::register). The user has to be active.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`cannot_use_webauthn_with_pending_user`](crate::ErrorType::CannotUseWebauthnWithPendingUser):
    ///   The user is `pending`; passkeys are for active users.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let request = webauthn::RegisterStartRequest::new(user_id, "example.com")
    ///     .return_passkey_credential_options(true)
    ///     .use_base64_url_encoding(true);
    /// let start = stytch.webauthn().register_start(request).await?;
    /// println!("for navigator.credentials.create(): {}", start.public_key_credential_creation_options);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/webauthn/register/start` ([reference](https://stytch.com/docs/api/webauthn-register-start))
    pub fn register_start(&self, request: RegisterStartRequest) -> Call<RegisterStartResponse> {
        const OPERATION: Operation = Operation::new(
            "webauthn.register_start",
            Verb::Post,
            "/v1/webauthn/register/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Completes the registration of a passkey or security key.
    ///
    /// From now on the user can log in with it. Set `session_duration_minutes` to start a session at
    /// once, or pass a session to add this factor to it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_public_key_credential`](crate::ErrorType::InvalidPublicKeyCredential): The
    ///   credential is not what the browser should have answered.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`unable_to_register_webauthn_registration`](crate::ErrorType::UnableToRegisterWebauthnRegistration):
    ///   The passkey or security key could not be registered.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// // What navigator.credentials.create() gave, as JSON.
    /// let credential = r#"{"type":"public-key","id":"QWRhIExvdmVsYWNl"}"#;
    /// let request = webauthn::RegisterRequest::new(user_id, credential);
    /// let registered = stytch.webauthn().register(request).await?;
    /// println!("{}", registered.webauthn_registration_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/webauthn/register` ([reference](https://stytch.com/docs/api/webauthn-register))
    pub fn register(&self, request: RegisterRequest) -> Call<RegisterResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("webauthn.register", Verb::Post, "/v1/webauthn/register").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Starts a login with a passkey or security key.
    ///
    /// Hand `public_key_credential_request_options` to `navigator.credentials.get()` in the browser as
    /// its `publicKey`, and what that answers to
    /// [`webauthn().authenticate`](crate::webauthn::Webauthn::authenticate).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`no_active_webauthn_registrations`](crate::ErrorType::NoActiveWebauthnRegistrations): The
    ///   user has no passkey or security key for the domain.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = webauthn::AuthenticateStartRequest::new("example.com")
    ///     .return_passkey_credential_options(true)
    ///     .use_base64_url_encoding(true);
    /// let start = stytch.webauthn().authenticate_start(request).await?;
    /// println!("for navigator.credentials.get(): {}", start.public_key_credential_request_options);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/webauthn/authenticate/start` ([reference](https://stytch.com/docs/api/webauthn-authenticate-start))
    pub fn authenticate_start(
        &self,
        request: AuthenticateStartRequest,
    ) -> Call<AuthenticateStartResponse> {
        const OPERATION: Operation = Operation::new(
            "webauthn.authenticate_start",
            Verb::Post,
            "/v1/webauthn/authenticate/start",
        );
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Logs in a user with a passkey or security key.
    ///
    /// Set `session_duration_minutes` to start a session, or pass a session to add this factor to it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_public_key_credential`](crate::ErrorType::InvalidPublicKeyCredential): The
    ///   credential is not what the browser should have answered.
    /// - [`unable_to_auth_webauthn_registration`](crate::ErrorType::UnableToAuthWebauthnRegistration):
    ///   The passkey or security key does not prove the user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// // What navigator.credentials.get() gave, as JSON.
    /// let credential = r#"{"type":"public-key","id":"QWRhIExvdmVsYWNl"}"#;
    /// let request = webauthn::AuthenticateRequest::new(credential).session_duration_minutes(60);
    /// let login = stytch.webauthn().authenticate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/webauthn/authenticate` ([reference](https://stytch.com/docs/api/webauthn-authenticate))
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
            "webauthn.authenticate",
            Verb::Post,
            "/v1/webauthn/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Renames a passkey or security key.
    ///
    /// Give users a list of their passkeys with names such as "Phone" or "Work laptop", so that they
    /// know which to remove with
    /// [`users().delete_webauthn_registration`](crate::users::Users::delete_webauthn_registration).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`webauthn_registration_not_found`](crate::ErrorType::WebauthnRegistrationNotFound): No user
    ///   has this passkey or security key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let id = "webauthn-registration-test-2d8f6b14-c09e-47a5-b6d3-90e1f5a7c248";
    /// let request = webauthn::UpdateRequest::new(id, "Work laptop");
    /// stytch.webauthn().update(request).await?;
    /// println!("the key is listed as Work laptop");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/webauthn/{webauthn_registration_id}` ([reference](https://stytch.com/docs/api/webauthn-update))
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse> {
        const OPERATION: Operation = Operation::new(
            "webauthn.update",
            Verb::Put,
            "/v1/webauthn/{webauthn_registration_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path(
                "webauthn_registration_id",
                request.webauthn_registration_id.as_str(),
            )
            .json(&request)
            .into_call()
    }

    /// Lists the public keys of a user's passkeys and security keys for one domain.
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
    /// use stytch_consumer::webauthn;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let request = webauthn::ListCredentialsRequest::new(user_id, "example.com");
    /// for credential in &stytch.webauthn().list_credentials(request).await?.credentials {
    ///     println!("{}: {}", credential.credential_id, credential.public_key);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/webauthn/credentials/{user_id}/{domain}`
    pub fn list_credentials(
        &self,
        request: ListCredentialsRequest,
    ) -> Call<ListCredentialsResponse> {
        const OPERATION: Operation = Operation::new(
            "webauthn.list_credentials",
            Verb::Get,
            "/v1/webauthn/credentials/{user_id}/{domain}",
        );
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .path("domain", request.domain.as_str())
            .into_call()
    }
}

/// What [`Webauthn::register_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RegisterStartRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// Domain that the passkey or security key is for, as a rule the `window.location.hostname` of your
    /// login page.
    pub domain: String,
    /// User agent of the browser that registers.
    pub user_agent: Option<String>,
    /// The kind of authenticator to allow; both unless set.
    pub authenticator_type: Option<AuthenticatorType>,
    /// Whether the options suit passkeys: `residentKey` is `required` and `userVerification` is
    /// `preferred`.
    pub return_passkey_credential_options: Option<bool>,
    /// Id of the user inside the credential, in place of the one that the API puts there.
    pub override_id: Option<String>,
    /// Name of the account, by which browsers list the passkey, in place of the one that the API puts
    /// there; often the email address.
    pub override_name: Option<String>,
    /// Name of the person that browsers show, in place of the one that the API puts there.
    pub override_display_name: Option<String>,
    /// Whether values in the options are base64url-encoded, as the browser's own methods want them. Set
    /// it to true unless a library such as `webauthn-json` stands in between.
    pub use_base64_url_encoding: Option<bool>,
}

impl RegisterStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, domain: impl Into<String>) -> Self {
        Self {
            user_id: user_id.into(),
            domain: domain.into(),
            user_agent: None,
            authenticator_type: None,
            return_passkey_credential_options: None,
            override_id: None,
            override_name: None,
            override_display_name: None,
            use_base64_url_encoding: None,
        }
    }

    /// User agent of the browser that registers.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// The kind of authenticator to allow; both unless set.
    #[must_use]
    pub fn authenticator_type(mut self, authenticator_type: impl Into<AuthenticatorType>) -> Self {
        self.authenticator_type = Some(authenticator_type.into());
        self
    }

    /// Whether the options suit passkeys: `residentKey` is `required` and `userVerification` is
    /// `preferred`.
    #[must_use]
    pub fn return_passkey_credential_options(
        mut self,
        return_passkey_credential_options: bool,
    ) -> Self {
        self.return_passkey_credential_options = Some(return_passkey_credential_options);
        self
    }

    /// Id of the user inside the credential, in place of the one that the API puts there.
    #[must_use]
    pub fn override_id(mut self, override_id: impl Into<String>) -> Self {
        self.override_id = Some(override_id.into());
        self
    }

    /// Name of the account, by which browsers list the passkey, in place of the one that the API puts
    /// there; often the email address.
    #[must_use]
    pub fn override_name(mut self, override_name: impl Into<String>) -> Self {
        self.override_name = Some(override_name.into());
        self
    }

    /// Name of the person that browsers show, in place of the one that the API puts there.
    #[must_use]
    pub fn override_display_name(mut self, override_display_name: impl Into<String>) -> Self {
        self.override_display_name = Some(override_display_name.into());
        self
    }

    /// Whether values in the options are base64url-encoded, as the browser's own methods want them.
    #[must_use]
    pub fn use_base64_url_encoding(mut self, use_base64_url_encoding: bool) -> Self {
        self.use_base64_url_encoding = Some(use_base64_url_encoding);
        self
    }
}

#[doc(hidden)]
impl Body for RegisterStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
        fields.add("domain", &self.domain);
        fields.add("user_agent", &self.user_agent);
        fields.add("authenticator_type", &self.authenticator_type);
        fields.add(
            "return_passkey_credential_options",
            &self.return_passkey_credential_options,
        );
        fields.add("override_id", &self.override_id);
        fields.add("override_name", &self.override_name);
        fields.add("override_display_name", &self.override_display_name);
        fields.add("use_base64_url_encoding", &self.use_base64_url_encoding);
    }
}

stytch_core::sent!(RegisterStartRequest);

/// What [`Webauthn::register_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RegisterStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Options for `navigator.credentials.create()`, as JSON.
    pub public_key_credential_creation_options: String,
}

#[doc(hidden)]
impl Object for RegisterStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "public_key_credential_creation_options" => {
                self.public_key_credential_creation_options.slot()
            }
            _ => return None,
        })
    }
}

stytch_core::received!(RegisterStartResponse);

/// What [`Webauthn::register`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RegisterRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// What the browser answered, as JSON.
    pub public_key_credential: Secret,
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

impl RegisterRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, public_key_credential: impl Into<Secret>) -> Self {
        Self {
            user_id: user_id.into(),
            public_key_credential: public_key_credential.into(),
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
impl Body for RegisterRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
        fields.add("public_key_credential", &self.public_key_credential);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(RegisterRequest);

/// What [`Webauthn::register`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RegisterResponse {
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
    /// Id of the passkey or security key.
    pub webauthn_registration_id: WebauthnRegistrationId,
}

#[doc(hidden)]
impl Object for RegisterResponse {
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
            "webauthn_registration_id" => self.webauthn_registration_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RegisterResponse);

/// What [`Webauthn::authenticate_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateStartRequest {
    /// Domain that the passkey or security key is for, as a rule the `window.location.hostname` of your
    /// login page.
    pub domain: String,
    /// User who logs in, if you know already. Leave it out to let the user choose among the passkeys
    /// that the browser has for the domain.
    pub user_id: Option<UserId>,
    /// Whether the options suit passkeys: `userVerification` is `preferred`.
    pub return_passkey_credential_options: Option<bool>,
    /// Whether values in the options are base64url-encoded, as the browser's own methods want them. Set
    /// it to true unless a library such as `webauthn-json` stands in between.
    pub use_base64_url_encoding: Option<bool>,
}

impl AuthenticateStartRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(domain: impl Into<String>) -> Self {
        Self {
            domain: domain.into(),
            user_id: None,
            return_passkey_credential_options: None,
            use_base64_url_encoding: None,
        }
    }

    /// User who logs in, if you know already.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Whether the options suit passkeys: `userVerification` is `preferred`.
    #[must_use]
    pub fn return_passkey_credential_options(
        mut self,
        return_passkey_credential_options: bool,
    ) -> Self {
        self.return_passkey_credential_options = Some(return_passkey_credential_options);
        self
    }

    /// Whether values in the options are base64url-encoded, as the browser's own methods want them.
    #[must_use]
    pub fn use_base64_url_encoding(mut self, use_base64_url_encoding: bool) -> Self {
        self.use_base64_url_encoding = Some(use_base64_url_encoding);
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateStartRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("domain", &self.domain);
        fields.add("user_id", &self.user_id);
        fields.add(
            "return_passkey_credential_options",
            &self.return_passkey_credential_options,
        );
        fields.add("use_base64_url_encoding", &self.use_base64_url_encoding);
    }
}

stytch_core::sent!(AuthenticateStartRequest);

/// What [`Webauthn::authenticate_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Options for `navigator.credentials.get()`, as JSON.
    pub public_key_credential_request_options: String,
}

#[doc(hidden)]
impl Object for AuthenticateStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "public_key_credential_request_options" => {
                self.public_key_credential_request_options.slot()
            }
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateStartResponse);

/// What [`Webauthn::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// What the browser answered, as JSON.
    pub public_key_credential: Secret,
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
    pub fn new(public_key_credential: impl Into<Secret>) -> Self {
        Self {
            public_key_credential: public_key_credential.into(),
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
        fields.add("public_key_credential", &self.public_key_credential);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Webauthn::authenticate`] gives back.
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
    /// Id of the passkey or security key.
    pub webauthn_registration_id: WebauthnRegistrationId,
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
            "webauthn_registration_id" => self.webauthn_registration_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Webauthn::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The passkey or security key that the call is about.
    pub webauthn_registration_id: WebauthnRegistrationId,
    /// Label by which the user tells it from others; must not be empty.
    pub name: String,
}

impl UpdateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        webauthn_registration_id: impl Into<WebauthnRegistrationId>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            webauthn_registration_id: webauthn_registration_id.into(),
            name: name.into(),
        }
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("name", &self.name);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Webauthn::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The passkey or security key with its new name.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub webauthn_registration: Option<WebauthnRegistration>,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "webauthn_registration" => self.webauthn_registration.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Webauthn::list_credentials`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ListCredentialsRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// Domain that the passkey or security key is for, as a rule the `window.location.hostname` of your
    /// login page.
    pub domain: String,
}

impl ListCredentialsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, domain: impl Into<String>) -> Self {
        Self {
            user_id: user_id.into(),
            domain: domain.into(),
        }
    }
}

/// What [`Webauthn::list_credentials`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ListCredentialsResponse {
    /// One entry for each passkey or security key.
    pub credentials: Vec<WebauthnCredential>,
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for ListCredentialsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "credentials" => self.credentials.slot(),
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ListCredentialsResponse);

/// Where a passkey or security key lives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AuthenticatorType {
    /// `platform`: In the device itself, such as a fingerprint reader or Face ID.
    Platform,
    /// `cross-platform`: In a device of its own that goes from one to another, such as a USB key.
    CrossPlatform,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl AuthenticatorType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Platform => "platform",
            Self::CrossPlatform => "cross-platform",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AuthenticatorType {
    fn from(value: &str) -> Self {
        match value {
            "platform" => Self::Platform,
            "cross-platform" => Self::CrossPlatform,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(AuthenticatorType);

/// The kind of a WebAuthn credential; the standard knows one so far.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CredentialType {
    /// `public-key`: A pair of keys.
    PublicKey,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl CredentialType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PublicKey => "public-key",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for CredentialType {
    fn from(value: &str) -> Self {
        match value {
            "public-key" => Self::PublicKey,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(CredentialType);

/// The public side of a passkey or security key.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct WebauthnCredential {
    /// Public id that the authenticator gave the credential.
    pub credential_id: String,
    /// Id of the passkey or security key.
    pub webauthn_registration_id: WebauthnRegistrationId,
    /// The kind of credential.
    pub r#type: CredentialType,
    /// Public key in base64, which checks what the authenticator signs.
    pub public_key: String,
}

#[doc(hidden)]
impl Object for WebauthnCredential {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "credential_id" => self.credential_id.slot(),
            "webauthn_registration_id" => self.webauthn_registration_id.slot(),
            "type" => self.r#type.slot(),
            "public_key" => self.public_key.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(WebauthnCredential);
