//! Webhooks as the service sends them.

use std::{fmt, sync::Arc};

use aws_lc_rs::rand;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::{Clock, JsonObject, Secret, SystemClock, Timestamp, Value, webhooks::SigningSecret};

/// Signs webhooks with a made-up secret, as Svix does in the service's place.
///
/// ```
/// # use stytch_core::testing::WebhookSigner;
/// # use stytch_core::webhooks::{Action, Unknown, Verifier};
/// let signer = WebhookSigner::new();
/// let (headers, body) = signer.event("direct.member.delete", "member-test-1", None);
///
/// let verifier = Verifier::<Unknown>::new([signer.secret()])?;
/// let event = verifier.verify(&headers, &body)?;
/// assert_eq!(event.envelope.action, Action::Delete);
/// assert_eq!(event.id, "member-test-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WebhookSigner {
    secrets: Vec<Secret>,
    clock: Arc<dyn Clock>,
}

impl Default for WebhookSigner {
    fn default() -> Self {
        Self::new()
    }
}

impl WebhookSigner {
    /// A signer with a secret of its own.
    ///
    /// # Panics
    ///
    /// When the system has no random bytes.
    #[must_use]
    #[expect(clippy::expect_used, reason = "no test can go on without random bytes")]
    pub fn new() -> Self {
        let mut key = [0; 24];
        rand::fill(&mut key).expect("the system has random bytes");
        Self::with_secret(format!("whsec_{}", STANDARD.encode(key)))
    }

    /// A signer with a secret that the app has in its settings.
    #[must_use]
    pub fn with_secret(secret: impl Into<Secret>) -> Self {
        Self {
            secrets: vec![secret.into()],
            clock: Arc::new(SystemClock),
        }
    }

    /// Signs with another secret as well, as the service does while secrets are rotated.
    #[must_use]
    pub fn and_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// Dates messages by this clock.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The secret, for the verifier.
    ///
    /// # Panics
    ///
    /// Never: there is always one.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "there is always one")]
    pub fn secret(&self) -> &Secret {
        &self.secrets[0]
    }

    /// The headers of a message with this body: `svix-id`, `svix-timestamp`, `svix-signature`.
    ///
    /// # Panics
    ///
    /// When a secret is none.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test that panics has failed")]
    pub fn sign(&self, body: &[u8]) -> HeaderMap {
        let id = format!("msg_{}", unique());
        let timestamp = self.clock.now().unix_seconds().to_string();
        let signatures = self.secrets.iter().map(|secret| {
            let secret = SigningSecret::parse(secret).expect("a webhook secret");
            secret.sign(&id, &timestamp, body)
        });
        let signatures = signatures.collect::<Vec<_>>().join(" ");
        let values = [
            ("svix-id", id),
            ("svix-timestamp", timestamp),
            ("svix-signature", signatures),
        ];
        let values = values.into_iter().map(|(name, value)| {
            let value = HeaderValue::try_from(value).expect("visible ASCII");
            (HeaderName::from_static(name), value)
        });
        values.collect()
    }

    /// A message about the object with this id: headers and body. `event_type` is what the service calls it,
    /// such as `direct.member.update`; the object is missing when it was deleted.
    ///
    /// # Panics
    ///
    /// When the type has not three parts, or a secret is none.
    #[must_use]
    pub fn event(
        &self,
        event_type: &str,
        id: &str,
        object: impl Into<Option<Value>>,
    ) -> (HeaderMap, Vec<u8>) {
        let body = event(event_type, id, object.into(), self.clock.now());
        (self.sign(&body), body)
    }
}

impl fmt::Debug for WebhookSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookSigner").finish_non_exhaustive()
    }
}

fn event(event_type: &str, id: &str, object: Option<Value>, now: Timestamp) -> Vec<u8> {
    let parts: Vec<_> = event_type.split('.').collect();
    let [source, object_type, action] = parts[..] else {
        panic!("`{event_type}` is not of the form `source.object_type.action`");
    };
    let vertical = if object_type == "user" {
        "CONSUMER"
    } else {
        "B2B"
    };
    let mut body = JsonObject::new();
    let texts = [
        (
            "project_id",
            "project-test-00000000-0000-0000-0000-000000000000".to_owned(),
        ),
        ("event_id", format!("webhook-event-test-{}", unique())),
        ("action", action.to_ascii_uppercase()),
        ("object_type", object_type.to_owned()),
        ("source", source.to_ascii_uppercase()),
        ("id", id.to_owned()),
        ("timestamp", now.to_string()),
        ("vertical", vertical.to_owned()),
    ];
    body.extend(texts.map(|(name, value)| (name.to_owned(), Value::String(value))));
    body.extend(object.map(|object| (object_type.to_owned(), object)));
    Value::Object(body).to_string().into_bytes()
}

fn unique() -> String {
    format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..))
}
