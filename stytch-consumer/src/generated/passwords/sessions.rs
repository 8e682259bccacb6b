// Generated from spec/consumer/passwords.sessions.yaml by `cargo xtask generate`. Do not edit.

//! Set the password of a user who is logged in.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Secret, Value};

use crate::device_history::DeviceInfo;
use crate::sessions::Session;
use crate::users::User;
use crate::{TelemetryId, UserId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.passwords().sessions()`, on which the calls of [this module](self) are made.
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

    /// Sets a new password for a user who has just logged in by other means.
    ///
    /// Give `session_token` or `session_jwt`. The session has to hold a password, an email magic link
    /// or an email passcode that was shown within the last five minutes; if it does not, let the user
    /// log in again first. The new password has to meet the policy: check it beforehand with
    /// [`passwords().strength_check`](crate::passwords::Passwords::strength_check).
    ///
    /// All sessions of the user end, except the one that was passed in.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`session_too_old_to_reset_password`](crate::ErrorType::SessionTooOldToResetPassword): No
    ///   factor of the session was shown in the last 5 minutes; have one shown again first.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
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
    /// use stytch_consumer::passwords::sessions;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = sessions::ResetRequest::new("a much better one")
    ///     .session_token("the token of the user's session");
    /// match stytch.passwords().sessions().reset(request).await {
    ///     Ok(reset) => println!("{} has a new password", reset.user_id),
    ///     Err(error) if error.is_type(ErrorType::SessionTooOldToResetPassword) => {
    ///         println!("log in once more first");
    ///     }
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/passwords/session/reset` ([reference](https://stytch.com/docs/api/password-session-reset))
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
            "passwords.sessions.reset",
            Verb::Post,
            "/v1/passwords/session/reset",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .json(&request)
            .into_call()
    }
}

/// What [`Sessions::reset`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ResetRequest {
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

impl ResetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(password: impl Into<Secret>) -> Self {
        Self {
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
impl Body for ResetRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("password", &self.password);
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(ResetRequest);

/// What [`Sessions::reset`] gives back.
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
