// Generated from spec/consumer/sessions.yaml by `cargo xtask generate`. Do not edit.

//! Check, extend and end the sessions of users.
//!
//! A session comes out of a login that set `session_duration_minutes`, as two texts that mean the
//! same: an opaque `session_token`, which only the API can check, and a `session_jwt`, which your
//! server can check by itself, for five minutes at a time.
//! [`sessions().authenticate`](crate::sessions::Sessions::authenticate) checks either and hands out
//! a fresh JWT.

use serde::de::DeserializeOwned;
use stytch_core::claims::{custom_claims_as, missing_session};
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, JsonObject, Secret, Timestamp, Value};

use crate::authentication_factors::AuthenticationFactor;
use crate::device_history::DeviceInfo;
use crate::users::User;
use crate::{
    Attributes, Jwk, ProjectId, SessionId, TelemetryId, TrustedAuthTokenProfileId, UserId,
};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.sessions()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Sessions {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Sessions {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Lists the sessions of a user that are alive.
    ///
    /// Good for a page on which users see where they are logged in. End one with
    /// [`sessions().revoke`](crate::sessions::Sessions::revoke).
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
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::GetRequest::new("user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210");
    /// for session in stytch.sessions().get(request).await?.sessions {
    ///     if let Some(since) = session.started_at {
    ///         println!("{}: since {since}", session.session_id);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/sessions` ([reference](https://stytch.com/docs/api/session-get))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new("sessions.get", Verb::Get, "/v1/sessions");
        self.client
            .prepare(&OPERATION)
            .query("user_id", Some(&request.user_id))
            .into_call()
    }

    /// Checks that a session is alive, and extends it if asked.
    ///
    /// Pass the session token or the JWT, not both and not neither. A JWT past its expiry is fine as
    /// long as its signature holds and the session lives; the answer has a fresh one, so hand that to
    /// the browser. Without `session_duration_minutes` the end of the session stays as it is.
    ///
    /// With an `authorization_check`, a user whose roles do not allow the action is refused with status
    /// 403; otherwise `verdict` names the roles that allow it.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`too_many_session_arguments`](crate::ErrorType::TooManySessionArguments): Both a session
    ///   token and a JWT were given; give one of them.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    /// - [`consumer_session_authorization_error`](crate::ErrorType::ConsumerSessionAuthorizationError):
    ///   No role of the user allows the action that was asked about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # #[derive(serde::Deserialize)]
    /// # struct Claims { plan: String }
    /// let request = sessions::AuthenticateRequest::new()
    ///     .session_token("the token from the cookie")
    ///     .session_duration_minutes(60)
    ///     .authorization_check(sessions::AuthorizationCheck::new("documents", "edit"));
    /// let answer = stytch.sessions().authenticate(request).await?;
    /// println!("{} may edit documents", answer.user.user_id);
    ///
    /// // `Claims` is a struct of your own with `#[derive(Deserialize)]`.
    /// let claims: Claims = answer.custom_claims_as()?;
    /// println!("on the plan {}", claims.plan);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/sessions/authenticate` ([reference](https://stytch.com/docs/api/session-auth))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["session.user_id"]);
        const OPERATION: Operation = Operation::new(
            "sessions.authenticate",
            Verb::Post,
            "/v1/sessions/authenticate",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Ends a session, for example when the user logs out.
    ///
    /// Name the session by its id, its token or its JWT, but only by one of them. The API refuses its
    /// tokens from then on. A JWT that somebody checks without the API still passes until it expires,
    /// at most five minutes later.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{ErrorType, sessions};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::RevokeRequest::new().session_token("the token from the cookie");
    /// match stytch.sessions().revoke(request).await {
    ///     Ok(_) => println!("logged out"),
    ///     Err(error) if error.is_type(ErrorType::SessionNotFound) => println!("was logged out before"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/sessions/revoke` ([reference](https://stytch.com/docs/api/session-revoke))
    pub fn revoke(&self, request: RevokeRequest) -> Call<RevokeResponse> {
        const OPERATION: Operation =
            Operation::new("sessions.revoke", Verb::Post, "/v1/sessions/revoke");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Turns a login of your previous, OIDC-compliant system into a session.
    ///
    /// The API shows the old token to the UserInfo endpoint that the project's settings name, and takes
    /// the email address from the answer. A user with that address must exist by then;
    /// [`users().create`](crate::users::Users::create) makes one. Set `session_duration_minutes`, or
    /// there will be no session.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`migrate_from_external_email_does_not_exist`](crate::ErrorType::MigrateFromExternalEmailDoesNotExist):
    ///   Nobody has the email address that the UserInfo endpoint named; create the account first.
    /// - [`migrate_from_external_unexpected_response`](crate::ErrorType::MigrateFromExternalUnexpectedResponse):
    ///   The UserInfo endpoint answered with something else than expected.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let request =
    ///     sessions::MigrateRequest::new("the token of the old system").session_duration_minutes(60);
    /// let login = stytch.sessions().migrate(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/sessions/migrate`
    pub fn migrate(&self, request: MigrateRequest) -> Call<MigrateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("sessions.migrate", Verb::Post, "/v1/sessions/migrate").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Turns a connected app's access token into a session of the user who authorized the app.
    ///
    /// The token must carry the scope `full_access`, which only first-party apps can get, must not be
    /// older than five minutes, and works once. Set `session_duration_minutes`, or there will be no
    /// session.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`oauth_access_token_exchange_missing_full_access`](crate::ErrorType::OauthAccessTokenExchangeMissingFullAccess):
    ///   The access token lacks the scope `full_access`.
    /// - [`oauth_access_token_exchange_token_too_old`](crate::ErrorType::OauthAccessTokenExchangeTokenTooOld):
    ///   The access token was issued more than five minutes ago; get a new one.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let access_token = "the access token of your own mobile app";
    /// let request =
    ///     sessions::ExchangeAccessTokenRequest::new(access_token).session_duration_minutes(30);
    /// let login = stytch.sessions().exchange_access_token(request).await?;
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/sessions/exchange_access_token` ([reference](https://stytch.com/docs/api/connected-app-access-token-exchange))
    pub fn exchange_access_token(
        &self,
        request: ExchangeAccessTokenRequest,
    ) -> Call<ExchangeAccessTokenResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation = Operation::new(
            "sessions.exchange_access_token",
            Verb::Post,
            "/v1/sessions/exchange_access_token",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }

    /// Fetches the public keys that verify a project's session JWTs.
    ///
    /// The client does this by itself when it checks a JWT; call it only to feed another library.
    /// Choose the key by the `kid` in the JWT's header. Keys change about every six months; the old and
    /// the new one are then both listed for a month, and for some five minutes JWTs of both are about.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::GetJwksRequest::new(stytch.project_id());
    /// for key in &stytch.sessions().get_jwks(request).await?.keys {
    ///     println!("{} signs with {}", key.kid, key.alg);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/sessions/jwks/{project_id}` ([reference](https://stytch.com/docs/api/jwks-get))
    pub fn get_jwks(&self, request: GetJwksRequest) -> Call<GetJwksResponse> {
        const OPERATION: Operation = Operation::new(
            "sessions.get_jwks",
            Verb::Get,
            "/v1/sessions/jwks/{project_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("project_id", request.project_id.as_str())
            .into_call()
    }

    /// Logs a user in with a token from an issuer that the project trusts.
    ///
    /// Describe the issuer in the dashboard first; that makes the profile. With a session passed in,
    /// the token becomes one more factor of that session. Without, set `session_duration_minutes`, or
    /// there will be no session.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_trusted_auth_token`](crate::ErrorType::InvalidTrustedAuthToken): The token was not
    ///   accepted under this profile.
    /// - [`trusted_token_profile_not_found`](crate::ErrorType::TrustedTokenProfileNotFound): No trusted
    ///   auth token profile has this id.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::AttestRequest::new(
    ///     "trusted-auth-token-profile-test-8d5b0c27-1e94-4fa6-b3d8-27c6e9f0a514",
    ///     "the token of the trusted issuer",
    /// )
    /// .session_duration_minutes(60);
    /// let login = stytch.sessions().attest(request).await?;
    /// println!("{} is in", login.user.user_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/sessions/attest` ([reference](https://stytch.com/docs/api/attest-session))
    pub fn attest(&self, request: AttestRequest) -> Call<AttestResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"])
        .asked_by(&["session_duration_minutes"]);
        const OPERATION: Operation =
            Operation::new("sessions.attest", Verb::Post, "/v1/sessions/attest").proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Sessions::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

/// What [`Sessions::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One entry for each login that has neither ended nor expired.
    pub sessions: Vec<Session>,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "sessions" => self.sessions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Sessions::authenticate`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The user's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    /// Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Extends the session to this many minutes from now, 5 to 527040 (366 days). Leave it out to check
    /// the session and nothing more.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Also checks whether the user may do something; the call fails if not.
    pub authorization_check: Option<AuthorizationCheck>,
}

impl AuthenticateRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Extends the session to this many minutes from now, 5 to 527040 (366 days).
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

    /// Also checks whether the user may do something; the call fails if not.
    #[must_use]
    pub fn authorization_check(mut self, authorization_check: AuthorizationCheck) -> Self {
        self.authorization_check = Some(authorization_check);
        self
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("authorization_check", &self.authorization_check);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Sessions::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The session as it is after the call.
    pub session: Session,
    /// Opaque token of the session, also when a JWT was passed in.
    pub session_token: Secret,
    /// A fresh JWT of the session, valid for five minutes.
    pub session_jwt: Secret,
    /// The user as it is after the call.
    pub user: User,
    /// Which roles allow the action; missing if no `authorization_check` was made.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub verdict: Option<AuthorizationVerdict>,
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
        if self.session == Default::default() {
            return Err(missing_session());
        }
        self.session.custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for AuthenticateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "session" => self.session.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "user" => self.user.slot(),
            "verdict" => self.verdict.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);

/// What [`Sessions::revoke`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RevokeRequest {
    /// Ends this session.
    pub session_id: Option<SessionId>,
    /// Ends the session with this token.
    pub session_token: Option<Secret>,
    /// Ends the session that this JWT belongs to.
    pub session_jwt: Option<Secret>,
}

impl RevokeRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends this session.
    #[must_use]
    pub fn session_id(mut self, session_id: impl Into<SessionId>) -> Self {
        self.session_id = Some(session_id.into());
        self
    }

    /// Ends the session with this token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// Ends the session that this JWT belongs to.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }
}

#[doc(hidden)]
impl Body for RevokeRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("session_id", &self.session_id);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
    }
}

stytch_core::sent!(RevokeRequest);

/// What [`Sessions::revoke`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RevokeResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for RevokeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RevokeResponse);

/// What [`Sessions::migrate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MigrateRequest {
    /// Token of the old system, which its UserInfo endpoint accepts.
    pub session_token: Secret,
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

impl MigrateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(session_token: impl Into<Secret>) -> Self {
        Self {
            session_token: session_token.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for MigrateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("session_token", &self.session_token);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(MigrateRequest);

/// What [`Sessions::migrate`] gives back.
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
impl Object for MigrateResponse {
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

stytch_core::received!(MigrateResponse);

/// What [`Sessions::exchange_access_token`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ExchangeAccessTokenRequest {
    /// The connected app's access token, with the scope `full_access`.
    pub access_token: Secret,
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

impl ExchangeAccessTokenRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            access_token: access_token.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for ExchangeAccessTokenRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("access_token", &self.access_token);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(ExchangeAccessTokenRequest);

/// What [`Sessions::exchange_access_token`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ExchangeAccessTokenResponse {
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
impl Object for ExchangeAccessTokenResponse {
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

stytch_core::received!(ExchangeAccessTokenResponse);

/// What [`Sessions::get_jwks`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetJwksRequest {
    /// Whose keys to fetch.
    pub project_id: ProjectId,
}

impl GetJwksRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(project_id: impl Into<ProjectId>) -> Self {
        Self {
            project_id: project_id.into(),
        }
    }
}

/// What [`Sessions::get_jwks`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetJwksResponse {
    /// All keys that may have signed a JWT which is still good.
    pub keys: Vec<Jwk>,
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for GetJwksResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "keys" => self.keys.slot(),
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetJwksResponse);

/// What [`Sessions::attest`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AttestRequest {
    /// Which issuer's token this is, as registered in the dashboard.
    pub profile_id: TrustedAuthTokenProfileId,
    /// The issuer's token.
    pub token: Secret,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days). Starts a session, or
    /// extends the one that was passed in; unless set, none is started, and `session_custom_claims` go
    /// nowhere. A session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// The user's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The user's current session as a JWT, which may be past its expiry as long as the session lives.
    /// Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl AttestRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(profile_id: impl Into<TrustedAuthTokenProfileId>, token: impl Into<Secret>) -> Self {
        Self {
            profile_id: profile_id.into(),
            token: token.into(),
            session_duration_minutes: None,
            session_custom_claims: None,
            session_token: None,
            session_jwt: None,
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

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for AttestRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("profile_id", &self.profile_id);
        fields.add("token", &self.token);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(AttestRequest);

/// What [`Sessions::attest`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AttestResponse {
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
impl Object for AttestResponse {
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

stytch_core::received!(AttestResponse);

/// A question to the RBAC policy, asked while a session is being checked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthorizationCheck {
    /// What is to be acted on, a resource of the project's RBAC policy.
    pub resource_id: String,
    /// What the user wants to do with the resource, as named in the policy.
    pub action: String,
}

impl AuthorizationCheck {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(resource_id: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            resource_id: resource_id.into(),
            action: action.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthorizationCheck {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("resource_id", &self.resource_id);
        fields.add("action", &self.action);
    }
}

stytch_core::sent!(AuthorizationCheck);

/// Why an authorization check let the user pass.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthorizationVerdict {
    /// Always true, since a user who may not is refused with an error.
    pub authorized: bool,
    /// Every role of the user that allows the action, not just the first one found.
    pub granting_roles: Vec<String>,
}

#[doc(hidden)]
impl Object for AuthorizationVerdict {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "authorized" => self.authorized.slot(),
            "granting_roles" => self.granting_roles.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(AuthorizationVerdict);

/// One login of a user, from the first factor to the end.
///
/// It lasts until `expires_at` unless it is extended or ended before.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Session {
    /// Names the session, for example to end it with
    /// [`sessions().revoke`](crate::sessions::Sessions::revoke).
    pub session_id: SessionId,
    /// Whose session this is.
    pub user_id: UserId,
    /// How and when the user proved who they are. Look here before something sensitive: how recent is
    /// the last factor, and is there a second one?
    pub authentication_factors: Vec<AuthenticationFactor>,
    /// Ids of the roles that the user has in this session.
    pub roles: Vec<String>,
    /// When the user logged in.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub started_at: Option<Timestamp>,
    /// When the session was last used in a call to the API.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub last_accessed_at: Option<Timestamp>,
    /// When the session ends unless it is extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub expires_at: Option<Timestamp>,
    /// IP address and browser that your app named at the login.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub attributes: Option<Attributes>,
    /// Your own claims, as set with `session_custom_claims`; the session's JWTs carry them too.
    pub custom_claims: JsonObject,
}

impl Session {
    /// The custom claims as a type of your own: a map, or a struct that implements
    /// `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(&self.custom_claims)
    }
}

#[doc(hidden)]
impl Object for Session {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "session_id" => self.session_id.slot(),
            "user_id" => self.user_id.slot(),
            "authentication_factors" => self.authentication_factors.slot(),
            "roles" => self.roles.slot(),
            "started_at" => self.started_at.slot(),
            "last_accessed_at" => self.last_accessed_at.slot(),
            "expires_at" => self.expires_at.slot(),
            "attributes" => self.attributes.slot(),
            "custom_claims" => self.custom_claims.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Session);
