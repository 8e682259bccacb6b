// Generated from spec/consumer/impersonation.yaml by `cargo xtask generate`. Do not edit.

//! Let your support see the app as a user sees it.
//!
//! Whoever may do so opens the user in the vendor's dashboard and clicks "Impersonate User"; that
//! opens your app with an impersonation token.

use serde::de::DeserializeOwned;
use stytch_core::claims::missing_session;
use stytch_core::wire::{Body, Fields, Object, Receive, Slot};
use stytch_core::{Error, Secret};

use crate::UserId;
use crate::sessions::Session;
use crate::users::User;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.impersonation()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Impersonation {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Impersonation {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Logs somebody in as the user whom they impersonate.
    ///
    /// The token works once and expires, 5 minutes after it was made by default. The session lasts 60
    /// minutes and cannot be extended. Its only factor is of type `impersonated` and names the person
    /// behind it: look for it before actions that only the user may take.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`unable_to_auth_impersonation_token`](crate::ErrorType::UnableToAuthImpersonationToken): The
    ///   impersonation token is used up or has expired; make another in the dashboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::impersonation;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # fn set_cookie(_name: &str, _value: &str) {}
    /// let token = "the token from the query of the redirect";
    /// let request = impersonation::AuthenticateRequest::new(token);
    /// let login = stytch.impersonation().authenticate(request).await?;
    /// println!("acting as {}", login.user_id);
    /// set_cookie("session", login.session_token.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/impersonation/authenticate` ([reference](https://stytch.com/docs/api/authenticate-impersonation-token))
    pub fn authenticate(&self, request: AuthenticateRequest) -> Call<AuthenticateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "session.session_id",
            "session.user_id",
        ])
        .owner(&["user_id", "session.user_id"]);
        const OPERATION: Operation = Operation::new(
            "impersonation.authenticate",
            Verb::Post,
            "/v1/impersonation/authenticate",
        )
        .proof(PROOF);
        self.client.prepare(&OPERATION).json(&request).into_call()
    }
}

/// What [`Impersonation::authenticate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AuthenticateRequest {
    /// The token with which the dashboard opened your app.
    pub impersonation_token: Secret,
}

impl AuthenticateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(impersonation_token: impl Into<Secret>) -> Self {
        Self {
            impersonation_token: impersonation_token.into(),
        }
    }
}

#[doc(hidden)]
impl Body for AuthenticateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("impersonation_token", &self.impersonation_token);
    }
}

stytch_core::sent!(AuthenticateRequest);

/// What [`Impersonation::authenticate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct AuthenticateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The user who is impersonated.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
    /// Opaque token of the session; keep it in a cookie or the like.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes.
    pub session_jwt: Secret,
    /// The session of 60 minutes that was started.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub session: Option<Session>,
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
            _ => return None,
        })
    }
}

stytch_core::received!(AuthenticateResponse);
