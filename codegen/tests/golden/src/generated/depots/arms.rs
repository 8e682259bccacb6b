// Generated from spec/b2b/depots.arms.yaml by `cargo xtask generate`. Do not edit.

//! Arms on shelves.

use stytch_core::wire::{Object, Receive, Slot};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// An arm without a robot.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Arm {
    /// Where it lies.
    pub shelf: u32,
}

#[doc(hidden)]
impl Object for Arm {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "shelf" => self.shelf.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Arm);
