// Generated from spec/shared/connected_app.clients.secrets.yaml by `cargo xtask generate`. Do not edit.

//! Replace the secret of a confidential connected app without downtime.
//!
//! Start the rotation, have the new secret put into the app, then complete it. Between the two,
//! both secrets are accepted. Public apps have no secret to rotate.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::ConnectedAppId;
use crate::connected_app::{ConnectedAppClient, ConnectedAppWithNextClientSecret};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// The path of a method, from the part that is its own.
#[cfg(feature = "client")]
macro_rules! path {
    ($own:literal) => {
        concat!("/v1/connected_apps/clients/{client_id}/secrets", $own)
    };
}

/// `stytch.connected_app().clients().secrets()`, on which the calls of [this module](self) are
/// made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Secrets {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Secrets {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Starts replacing the secret of a connected app, also when it was lost.
    ///
    /// The answer is the only place where the new secret appears: the API keeps a hash. From now on the
    /// app can use either secret. When it uses the new one, call
    /// [`connected_app().clients().secrets().rotate`](crate::connected_app::clients::secrets::Secrets::rotate);
    /// to drop the new one instead,
    /// [`connected_app().clients().secrets().rotate_cancel`](crate::connected_app::clients::secrets::Secrets::rotate_cancel).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`connected_app_already_rotating_secret`](crate::ErrorType::ConnectedAppAlreadyRotatingSecret):
    ///   A rotation is under way; complete or cancel it first.
    /// - [`public_connected_apps_do_not_have_secrets`](crate::ErrorType::PublicConnectedAppsDoNotHaveSecrets):
    ///   The app is a public one, which has no secret to rotate.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::connected_app::clients::secrets;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let id = "connected-app-test-7e1f9b30-2c58-4d0b-8a64-f5b0c93d1e27";
    /// let request = secrets::RotateStartRequest::new(id);
    /// let started = stytch.connected_app().clients().secrets().rotate_start(request).await?;
    /// // This is the one time that the new secret can be shown.
    /// println!("put into the app: {}", started.connected_app.next_client_secret.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start`
    pub fn rotate_start(&self, request: RotateStartRequest) -> Call<RotateStartResponse> {
        const PROOF: Proof = Proof::grant(&["connected_app.next_client_secret"]);
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.secrets.rotate_start",
            Verb::Post,
            path!("/rotate/start"),
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Completes the rotation that
    /// [`connected_app().clients().secrets().rotate_start`](crate::connected_app::clients::secrets::Secrets::rotate_start)
    /// began.
    ///
    /// The new secret takes the place of the old one, which is no longer accepted.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`connected_app_not_rotating_secret`](crate::ErrorType::ConnectedAppNotRotatingSecret): No
    ///   rotation of the secret is under way.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::connected_app::clients::secrets;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // The app uses the new secret by now.
    /// let id = "connected-app-test-7e1f9b30-2c58-4d0b-8a64-f5b0c93d1e27";
    /// let request = secrets::RotateRequest::new(id);
    /// let done = stytch.connected_app().clients().secrets().rotate(request).await?;
    /// if let Some(end) = &done.connected_app.client_secret_last_four {
    ///     println!("only the secret that ends in {end} is accepted now");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/connected_apps/clients/{client_id}/secrets/rotate`
    pub fn rotate(&self, request: RotateRequest) -> Call<RotateResponse> {
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.secrets.rotate",
            Verb::Post,
            path!("/rotate"),
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Cancels the rotation that
    /// [`connected_app().clients().secrets().rotate_start`](crate::connected_app::clients::secrets::Secrets::rotate_start)
    /// began.
    ///
    /// The new secret is dropped and no longer accepted; the old one stays.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`connected_app_not_rotating_secret`](crate::ErrorType::ConnectedAppNotRotatingSecret): No
    ///   rotation of the secret is under way.
    ///
    /// `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel`
    pub fn rotate_cancel(&self, request: RotateCancelRequest) -> Call<RotateCancelResponse> {
        const OPERATION: Operation = Operation::new(
            "connected_app.clients.secrets.rotate_cancel",
            Verb::Post,
            path!("/rotate/cancel"),
        );
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`Secrets::rotate_start`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateStartRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
}

impl RotateStartRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateStartRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateStartRequest);

/// What [`Secrets::rotate_start`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateStartResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app with the secret to come.
    pub connected_app: ConnectedAppWithNextClientSecret,
}

#[doc(hidden)]
impl Object for RotateStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateStartResponse);

/// What [`Secrets::rotate`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
}

impl RotateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateRequest);

/// What [`Secrets::rotate`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app as it is after the call.
    pub connected_app: ConnectedAppClient,
}

#[doc(hidden)]
impl Object for RotateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateResponse);

/// What [`Secrets::rotate_cancel`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RotateCancelRequest {
    /// The connected app that the call is about.
    pub client_id: ConnectedAppId,
}

impl RotateCancelRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            client_id: client_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RotateCancelRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RotateCancelRequest);

/// What [`Secrets::rotate_cancel`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RotateCancelResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The app as it is after the call.
    pub connected_app: ConnectedAppClient,
}

#[doc(hidden)]
impl Object for RotateCancelResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app" => self.connected_app.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateCancelResponse);
