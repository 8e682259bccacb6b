// Generated from spec/shared/debug.yaml by `cargo xtask generate`. Do not edit.

//! Find out whether the client is set up right.

use stytch_core::wire::{Object, Receive, Slot};

use crate::ProjectId;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.debug()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Debug {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Debug {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Tells which project the client's credentials belong to.
    ///
    /// A cheap way to check the project id, the secret and the network when the app starts.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let me = stytch.debug().whoami().await?;
    /// println!("Talking to {} ({})", me.name, me.project_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/debug/whoami`
    pub fn whoami(&self) -> Call<WhoamiResponse> {
        const OPERATION: Operation = Operation::new("debug.whoami", Verb::Get, "/v1/debug/whoami");
        self.client.prepare(&OPERATION).into_call()
    }
}

/// What [`Debug::whoami`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct WhoamiResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The project that the client's credentials belong to.
    pub project_id: ProjectId,
    /// Name of the project.
    pub name: String,
}

#[doc(hidden)]
impl Object for WhoamiResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "project_id" => self.project_id.slot(),
            "name" => self.name.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(WhoamiResponse);
