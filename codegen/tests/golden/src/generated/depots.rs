// Generated from spec/b2b/depots.yaml by `cargo xtask generate`. Do not edit.

//! Keep robots, and parts of them.

pub mod arms;

use stytch_core::wire::{Object, Receive, Slot};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.depots()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Depots {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Depots {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Looks into the depot.
    ///
    /// `GET /v1/depots`
    pub fn get(&self) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new("depots.get", Verb::Get, "/v1/depots");
        self.client.prepare(&OPERATION).into_call()
    }
}

/// What [`Depots::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// Arms that have a robot.
    pub attached: Vec<crate::robots::arms::Arm>,
    /// Arms that have none.
    pub spare: Vec<crate::depots::arms::Arm>,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "attached" => self.attached.slot(),
            "spare" => self.spare.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);
