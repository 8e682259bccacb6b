//! Where webhooks go, and what became of each.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use stytch_core::{Secret, Timestamp};

use super::table::Record;
use crate::seed;

/// An address that is told of changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookEndpoint {
    /// Its id.
    pub id: String,
    /// Where messages are sent.
    pub url: String,
    /// Of which events it is told, such as `direct.member.update`; of all if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub event_types: Vec<String>,
    /// What messages are signed with: the first is the newest.
    pub secrets: Vec<WebhookSecret>,
}

/// What messages are signed with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookSecret {
    /// `whsec_…`, for the verifier.
    pub secret: Secret,
    /// When it signs no longer; `None` while it is not replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Timestamp>,
}

impl WebhookSecret {
    /// A secret of these bytes, which signs until it is replaced.
    pub(crate) fn of(bytes: &[u8; 24]) -> Self {
        Self::new(format!("whsec_{}", BASE64_STANDARD.encode(bytes)).into())
    }

    pub(crate) fn new(secret: Secret) -> Self {
        Self {
            secret,
            ends_at: None,
        }
    }
}

impl WebhookEndpoint {
    /// The newest secret, for the verifier; empty if there is none.
    #[must_use]
    pub fn secret(&self) -> Secret {
        let newest = self.secrets.first();
        newest.map(|one| one.secret.clone()).unwrap_or_default()
    }

    /// Whether it is told of such events.
    pub(crate) fn takes(&self, event_type: &str) -> bool {
        self.event_types.is_empty() || self.event_types.iter().any(|one| one == event_type)
    }
}

impl Record for WebhookEndpoint {
    fn id(&self) -> &str {
        &self.id
    }

    fn complete(given: &mut Map<String, Value>) {
        let url = seed::text(given, "url").to_owned();
        let id = seed::id_of("ep", &[&url]);
        given.entry("id").or_insert(id.into());
        let secret = WebhookSecret::of(&seed::random_of(&["webhook", &url]).bytes());
        let secrets = json!([{ "secret": secret.secret.expose() }]);
        given.entry("secrets").or_insert(secrets);
    }
}

/// A message to an endpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookDelivery {
    /// Its id, which is `svix-id` in each attempt.
    pub id: String,
    /// The endpoint; empty if it goes to another address.
    pub endpoint_id: String,
    /// The address that is told this once, if it is no endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<WebhookTarget>,
    /// What it tells, such as `direct.member.update`.
    pub event_type: String,
    /// The event; the same in the messages to all endpoints.
    pub event_id: String,
    /// When it happened, by the emulator's clock.
    pub at: Timestamp,
    /// The body.
    pub body: String,
    /// How far it has come.
    pub status: WebhookStatus,
    /// What was tried so far.
    #[serde(default)]
    pub attempts: Vec<WebhookAttempt>,
    /// When it is tried next; `None` if it is not.
    #[serde(default)]
    pub next_attempt_at: Option<Timestamp>,
    /// How often it has failed since it was sent, or sent again by hand.
    #[serde(default)]
    pub(crate) failures: usize,
}

/// An address that is told something once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookTarget {
    /// Where the message is sent.
    pub url: String,
    /// What it is signed with: `whsec_…`.
    pub secret: Secret,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WebhookStatus {
    /// It is on its way, or will be tried again.
    Pending,
    /// The endpoint has taken it.
    Delivered,
    /// It was tried often enough.
    Failed,
}

/// One attempt to deliver a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookAttempt {
    /// When, by the emulator's clock.
    pub at: Timestamp,
    /// What the endpoint answered; `None` if it did not.
    pub status: Option<u16>,
    /// Why there was no answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl WebhookDelivery {
    /// The group of all that are still to be tried.
    pub(crate) const PENDING: &str = "pending";
}

impl Record for WebhookDelivery {
    fn id(&self) -> &str {
        &self.id
    }

    fn groups(&self) -> Vec<String> {
        let pending = self.next_attempt_at.map(|_| Self::PENDING.to_owned());
        pending.into_iter().collect()
    }
}
