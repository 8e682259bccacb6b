// Generated from spec/b2b/robots.arms.yaml by `cargo xtask generate`. Do not edit.

//! Move the arms of a robot.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::RobotId;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.robots().arms()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Arms {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Arms {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Moves an arm.
    ///
    /// `POST /v1/robots/{robot_id}/arms/move`
    pub fn r#move(&self, request: MoveRequest) -> Call<MoveResponse> {
        const OPERATION: Operation = Operation::new(
            "robots.arms.move",
            Verb::Post,
            "/v1/robots/{robot_id}/arms/move",
        );
        self.client
            .prepare(&OPERATION)
            .path("robot_id", request.robot_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`Arms::move`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MoveRequest {
    /// The robot that the call is about. Made up by the service.
    pub robot_id: RobotId,
}

impl MoveRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(robot_id: impl Into<RobotId>) -> Self {
        Self {
            robot_id: robot_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for MoveRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(MoveRequest);

/// What [`Arms::move`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MoveResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for MoveResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MoveResponse);

/// An arm of a robot.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Arm {
    /// Its length in millimetres.
    pub length: i32,
}

#[doc(hidden)]
impl Object for Arm {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "length" => self.length.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Arm);
