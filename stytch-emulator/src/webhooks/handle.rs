//! Webhooks in Rust tests.

use std::time::Duration;

use stytch_core::Secret;

use super::endpoints;
use crate::refusal::Refusal;
use crate::shared::Shared;
use crate::state::{WebhookDelivery, WebhookEndpoint, WebhookStatus};

/// The webhooks of the project; see [`Emulator::webhooks`](crate::Emulator::webhooks).
#[derive(Clone, Copy, Debug)]
pub struct Webhooks<'e> {
    shared: &'e Shared,
}

impl<'e> Webhooks<'e> {
    pub(crate) fn of(shared: &'e Shared) -> Self {
        Self { shared }
    }

    /// Tells an address of all changes from now on. It is one of this machine, or one of `webhook_urls` in
    /// the project's settings.
    ///
    /// # Panics
    /// If it is another address, or none.
    pub fn to(&self, url: impl AsRef<str>) -> WebhookEndpoint {
        let project = self.shared.own_project();
        done(endpoints::add(&project, url.as_ref(), Vec::new(), None))
    }

    /// The same, with a secret that the app has already: `whsec_…`.
    ///
    /// # Panics
    /// If it is another address, or none, or the secret is none.
    pub fn to_with_secret(
        &self,
        url: impl AsRef<str>,
        secret: impl Into<Secret>,
    ) -> WebhookEndpoint {
        let project = self.shared.own_project();
        let secret = Some(secret.into());
        done(endpoints::add(&project, url.as_ref(), Vec::new(), secret))
    }

    /// Signs with a new secret from now on; with the old one, too, for another day.
    ///
    /// # Panics
    /// If there is no such endpoint.
    #[must_use]
    pub fn rotate(&self, endpoint_id: &str) -> WebhookEndpoint {
        let project = self.shared.own_project();
        done(endpoints::rotate(
            &project,
            endpoint_id,
            None,
            endpoints::OVERLAP,
        ))
    }

    /// Takes an endpoint away.
    ///
    /// # Panics
    /// If there is no such endpoint.
    pub fn remove(&self, endpoint_id: &str) {
        done(endpoints::remove(&self.shared.own_project(), endpoint_id));
    }

    /// Delivers a message once more, whatever has become of it.
    ///
    /// # Panics
    /// If there is no such message.
    pub fn resend(&self, delivery_id: &str) {
        done(endpoints::resend(&self.shared.own_project(), delivery_id));
    }

    /// Who is told.
    #[must_use]
    pub fn endpoints(&self) -> Vec<WebhookEndpoint> {
        let state = self.shared.own_project().state();
        let endpoints = state.webhook_endpoints.iter();
        endpoints.map(|endpoint| (**endpoint).clone()).collect()
    }

    /// The messages, oldest first, with what became of them.
    #[must_use]
    pub fn deliveries(&self) -> Vec<WebhookDelivery> {
        let state = self.shared.own_project().state();
        let deliveries = state.webhook_deliveries.iter();
        deliveries.map(|delivery| (**delivery).clone()).collect()
    }

    /// The messages, once each of them was delivered or waits for its next attempt; `None` if that takes
    /// longer.
    pub async fn settled_within(&self, limit: Duration) -> Option<Vec<WebhookDelivery>> {
        let mut changes = self.shared.own_project().watch_deliveries();
        let settled = async {
            loop {
                let now = self.shared.clock.now();
                let all = self.deliveries();
                let is_due = |one: &WebhookDelivery| {
                    one.status == WebhookStatus::Pending
                        && one.next_attempt_at.is_some_and(|next| next <= now)
                };
                if !all.iter().any(is_due) {
                    return Some(all);
                }
                changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(limit, settled).await.ok().flatten()
    }
}

#[expect(
    clippy::panic,
    reason = "a test that panics has failed, and each method says when"
)]
fn done<T>(result: Result<T, Refusal>) -> T {
    result.unwrap_or_else(|refusal| panic!("{}", refusal.message))
}
