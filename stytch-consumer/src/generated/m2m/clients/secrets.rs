// Generated from spec/shared/m2m.clients.secrets.yaml by `cargo xtask generate`. Do not edit.

//! Replace the secret of a machine-to-machine client without downtime.
//!
//! Start the rotation, give the new secret to everything that uses the client, then complete it.
//! Between the two, both secrets are accepted.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::M2mClientId;
use crate::m2m::{M2mClient, M2mClientWithNextClientSecret};

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
        concat!("/v1/m2m/clients/{client_id}/secrets", $own)
    };
}

/// `stytch.m2m().clients().secrets()`, on which the calls of [this module](self) are made.
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

    /// Starts replacing a client's secret, also when it was lost.
    ///
    /// The answer is the only place where the new secret appears: the API keeps a hash. From now on the
    /// client can use either secret. When nothing uses the old one any more, call
    /// [`m2m().clients().secrets().rotate`](crate::m2m::clients::secrets::Secrets::rotate); to drop the
    /// new one instead,
    /// [`m2m().clients().secrets().rotate_cancel`](crate::m2m::clients::secrets::Secrets::rotate_cancel).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    /// - [`m2m_client_already_rotating_secret`](crate::ErrorType::M2mClientAlreadyRotatingSecret): A
    ///   rotation is under way; complete or cancel it first.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::m2m::clients::secrets;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let id = "m2m-client-test-b4c7a2e9-05f8-4d61-9b3a-c6e81f70d254";
    /// let request = secrets::RotateStartRequest::new(id);
    /// let started = stytch.m2m().clients().secrets().rotate_start(request).await?;
    /// // This is the one time that the new secret can be shown.
    /// println!("put into the service: {}", started.m2m_client.next_client_secret.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/m2m/clients/{client_id}/secrets/rotate/start` ([reference](https://stytch.com/docs/api/m2m-rotate-secret-start))
    pub fn rotate_start(&self, request: RotateStartRequest) -> Call<RotateStartResponse> {
        const PROOF: Proof = Proof::grant(&["m2m_client.next_client_secret"]);
        const OPERATION: Operation = Operation::new(
            "m2m.clients.secrets.rotate_start",
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
    /// [`m2m().clients().secrets().rotate_start`](crate::m2m::clients::secrets::Secrets::rotate_start)
    /// began.
    ///
    /// The new secret takes the place of the old one, which is no longer accepted.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    /// - [`m2m_client_not_rotating_secret`](crate::ErrorType::M2mClientNotRotatingSecret): No rotation
    ///   of the secret is under way.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::m2m::clients::secrets;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // The service uses the new secret by now.
    /// let id = "m2m-client-test-b4c7a2e9-05f8-4d61-9b3a-c6e81f70d254";
    /// let done = stytch.m2m().clients().secrets().rotate(secrets::RotateRequest::new(id)).await?;
    /// let end = done.m2m_client.client_secret_last_four;
    /// println!("only the secret that ends in {end} is accepted now");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/m2m/clients/{client_id}/secrets/rotate` ([reference](https://stytch.com/docs/api/m2m-rotate-secret))
    pub fn rotate(&self, request: RotateRequest) -> Call<RotateResponse> {
        const OPERATION: Operation =
            Operation::new("m2m.clients.secrets.rotate", Verb::Post, path!("/rotate"));
        self.client
            .prepare(&OPERATION)
            .path("client_id", request.client_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Cancels the rotation that
    /// [`m2m().clients().secrets().rotate_start`](crate::m2m::clients::secrets::Secrets::rotate_start)
    /// began.
    ///
    /// The new secret is dropped and no longer accepted; the old one stays.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`m2m_client_not_found`](crate::ErrorType::M2mClientNotFound): No machine-to-machine client
    ///   has this client id.
    /// - [`m2m_client_not_rotating_secret`](crate::ErrorType::M2mClientNotRotatingSecret): No rotation
    ///   of the secret is under way.
    ///
    /// `POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel` ([reference](https://stytch.com/docs/api/m2m-rotate-secret-cancel))
    pub fn rotate_cancel(&self, request: RotateCancelRequest) -> Call<RotateCancelResponse> {
        const OPERATION: Operation = Operation::new(
            "m2m.clients.secrets.rotate_cancel",
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
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
}

impl RotateStartRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
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
    /// The client with the secret to come.
    pub m2m_client: M2mClientWithNextClientSecret,
}

#[doc(hidden)]
impl Object for RotateStartResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
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
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
}

impl RotateRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
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
    /// The client as it is after the call.
    pub m2m_client: M2mClient,
}

#[doc(hidden)]
impl Object for RotateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
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
    /// The machine-to-machine client.
    pub client_id: M2mClientId,
}

impl RotateCancelRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(client_id: impl Into<M2mClientId>) -> Self {
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
    /// The client as it is after the call.
    pub m2m_client: M2mClient,
}

#[doc(hidden)]
impl Object for RotateCancelResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "m2m_client" => self.m2m_client.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RotateCancelResponse);
