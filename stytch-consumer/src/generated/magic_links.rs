// Generated from spec/consumer/magic_links.yaml by `cargo xtask generate`. Do not edit.

//! Log users in by a link.
//!
//! [`magic_links().email().login_or_create`](crate::magic_links::email::Email::login_or_create)
//! emails one; [`magic_links().create`](crate::magic_links::MagicLinks::create) makes one that your
//! app delivers itself. Either leads the user to a page of your app with a token in its query, and
//! [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate) turns the token
//! into a login.

pub mod email;

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::User;
use crate::{Attributes, MethodId, TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.magic_links()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct MagicLinks {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl MagicLinks {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`magic_links::email`](email): [`send`](email::Email::send),
    /// [`login_or_create`](email::Email::login_or_create), [`invite`](email::Email::invite),
    /// [`revoke_invite`](email::Email::revoke_invite).
    #[must_use]
    pub fn email(&self) -> email::Email {
        email::Email::new(self.client.clone())
    }

    /// Logs in a user who has followed a magic link.
    ///
    /// Take `token` from the query of the page that the link led to. It works once, and only until the
    /// link expires. An emailed link also proves the email address; an embeddable one proves neither
    /// address nor phone number.
    ///
    /// Set `session_duration_minutes` to start a session. With a session of the same user passed in,
    /// the link becomes one more factor of that session; a session of someone else is ignored. If the
    /// link was asked for with a `code_challenge`, the `code_verifier` is needed as well.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`attribute_mismatch`](crate::ErrorType::AttributeMismatch): The flow ends at another IP
    ///   address or in another browser than it began.
    /// - [`pkce_mismatch`](crate::ErrorType::PkceMismatch): The verifier does not fit the challenge
    ///   with which the flow began.
    /// - [`unable_to_auth_magic_link`](crate::ErrorType::UnableToAuthMagicLink): The link is used up or
    ///   has expired; send another.
    /// - [`magic_link_not_found`](crate::ErrorType::MagicLinkNotFound): The token of the link is not
    ///   known; it may have been cut short on the way.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{ErrorType, magic_links};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// // The user came to https://example.com/authenticate?stytch_token_type=magic_links&token=…
    /// let token = "the token from the query of the link";
    /// let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    /// match stytch.magic_links().authenticate(request).await {
    ///     Ok(login) => set_cookie("session", login.session_token.expose()),
    ///     Err(error) if error.is_type(ErrorType::UnableToAuthMagicLink) => {
    ///         println!("this link is used up; send another?");
    ///     }
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links/authenticate` ([reference](https://stytch.com/docs/api/authenticate-magic-link))
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
            "magic_links.authenticate",
            Verb::Post,
            "/v1/magic_links/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Makes an embeddable magic link, which your app delivers by a way of its own.
    ///
    /// Put `token` into the query of a link to your app, send that to the user, and pass the token to
    /// [`magic_links().authenticate`](crate::magic_links::MagicLinks::authenticate) when they come.
    /// Whoever has the link is logged in as the user, so send it only where nobody else reads it. The
    /// login marks no email address or phone number as verified, since the API does not know where the
    /// link went.
    ///
    /// Scanners in mail systems follow the links in a message before anybody reads it, and that uses up
    /// the token. The links of [`magic_links::email`](crate::magic_links::email) are guarded against
    /// it; if your app mails one of these, let the link lead to a page with a button or a captcha, and
    /// authenticate after that.
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
    /// use stytch_consumer::magic_links;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// # fn send_by_post(_link: &str) {}
    /// let request = magic_links::CreateRequest::new(user_id).expiration_minutes(15);
    /// let link = stytch.magic_links().create(request).await?;
    /// send_by_post(&format!("https://example.com/authenticate?token={}", link.token.expose()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/magic_links` ([reference](https://stytch.com/docs/api/create-magic-link))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&["token"]);
        const OPERATION: Operation =
            Operation::new("magic_links.create", Verb::Post, "/v1/magic_links").proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`MagicLinks::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The `token` in the query of the page that the link led to.
    pub token: Secret,
    /// What of `attributes` has to be as it was when the code or link was asked for, for the call to
    /// succeed.
    pub options: Option<Options>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// The PKCE secret whose hash was given as `code_challenge` when the flow began; required in that
    /// case.
    pub code_verifier: Option<Secret>,
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
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            options: None,
            attributes: None,
            code_verifier: None,
            session_token: None,
            session_jwt: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            telemetry_id: None,
        }
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
        fields.add("token", &self.token);
        fields.add("options", &self.options);
        fields.add("attributes", &self.attributes);
        fields.add("code_verifier", &self.code_verifier);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`MagicLinks::authenticate`] gives back.
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

/// What [`MagicLinks::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// The user whom the link will log in.
    pub user_id: UserId,
    /// Minutes for which the link works, 5 to 10080 (7 days); 60 unless set.
    pub expiration_minutes: Option<i32>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
            expiration_minutes: None,
            attributes: None,
        }
    }

    /// Minutes for which the link works, 5 to 10080 (7 days); 60 unless set.
    #[must_use]
    pub fn expiration_minutes(mut self, expiration_minutes: i32) -> Self {
        self.expiration_minutes = Some(expiration_minutes);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("user_id", &self.user_id);
        fields.add("expiration_minutes", &self.expiration_minutes);
        fields.add("attributes", &self.attributes);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`MagicLinks::create`] gives back.
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
    /// Goes into the link, for example as `?token=…`.
    pub token: Secret,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "token" => self.token.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What has to be the same when a link is followed, or a code typed in, as when it was asked for.
///
/// Compared is what your app gave as `attributes` then and now.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Options {
    /// Whether the IP address has to be the same. Keep in mind that phones change theirs often.
    pub ip_match_required: bool,
    /// Whether the browser has to be the same, by its user agent.
    pub user_agent_match_required: bool,
}

impl Options {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(ip_match_required: bool, user_agent_match_required: bool) -> Self {
        Self {
            ip_match_required,
            user_agent_match_required,
        }
    }
}

#[doc(hidden)]
impl Body for Options {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("ip_match_required", &self.ip_match_required);
        fields.add("user_agent_match_required", &self.user_agent_match_required);
    }
}

stytch_core::sent!(Options);
