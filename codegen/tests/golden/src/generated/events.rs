// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

//! The events of webhooks.

use stytch_core::webhooks;

use crate::{RobotId, robots};

/// What a webhook tells: an object was created, changed or deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `robot`: A robot was built or scrapped, or has changed its mind.
    Robot(webhooks::Change<RobotId, robots::Robot>),
    /// An event about another kind of object, newer than this crate, or about one without an
    /// id.
    Unknown(webhooks::Unknown),
}

impl Event {
    /// What every event says about itself.
    #[must_use]
    pub fn envelope(&self) -> &webhooks::Envelope {
        match self {
            Self::Robot(change) => &change.envelope,
            Self::Unknown(unknown) => &unknown.envelope,
        }
    }

    /// The object that the event is about; empty if it does not say so.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Robot(change) => change.id.as_str(),
            Self::Unknown(unknown) => &unknown.id,
        }
    }
}

impl webhooks::FromDelivery for Event {
    fn from_delivery(delivery: webhooks::Delivery<'_>) -> Result<Self, webhooks::Error> {
        match delivery.object_type() {
            "robot" => delivery.change().map(Self::Robot),
            _ => delivery.unknown().map(Self::Unknown),
        }
    }
}
