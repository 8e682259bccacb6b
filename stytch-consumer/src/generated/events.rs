// Generated from spec/vocabulary.yaml and spec/consumer by `cargo xtask generate`. Do not edit.

//! The events of webhooks.

use stytch_core::webhooks;

use crate::{UserId, users};

/// What a webhook tells: an object was created, changed or deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `user`: A user was created or deleted, or has changed: name, status, factors, roles, metadata.
    User(webhooks::Change<UserId, users::User>),
    /// An event about another kind of object, newer than this crate, or about one without an
    /// id.
    Unknown(webhooks::Unknown),
}

impl Event {
    /// What every event says about itself.
    #[must_use]
    pub fn envelope(&self) -> &webhooks::Envelope {
        match self {
            Self::User(change) => &change.envelope,
            Self::Unknown(unknown) => &unknown.envelope,
        }
    }

    /// The object that the event is about; empty if it does not say so.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::User(change) => change.id.as_str(),
            Self::Unknown(unknown) => &unknown.id,
        }
    }
}

impl webhooks::FromDelivery for Event {
    fn from_delivery(delivery: webhooks::Delivery<'_>) -> Result<Self, webhooks::Error> {
        match delivery.object_type() {
            "user" => delivery.change().map(Self::User),
            _ => delivery.unknown().map(Self::Unknown),
        }
    }
}
