//! What people and tests do with endpoints and messages.

use std::time::Duration;

use stytch_core::Secret;
use stytch_core::webhooks::SigningSecret;
use url::Url;

use crate::clock;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::rules::redirect;
use crate::rules::settings::Settings;
use crate::state::{WebhookEndpoint, WebhookSecret, WebhookStatus};

/// How long an old secret goes on signing beside the new one, unless somebody says otherwise.
pub(crate) const OVERLAP: Duration = Duration::from_secs(24 * 60 * 60);

/// Adds an endpoint, with a secret of its own unless one is given.
pub(crate) fn add(
    project: &Project,
    url: &str,
    event_types: Vec<String>,
    secret: Option<Secret>,
) -> Result<WebhookEndpoint, Refusal> {
    check(&project.state().settings, url)?;
    let mut random = project.random();
    let endpoint = WebhookEndpoint {
        id: random.id("ep"),
        url: url.to_owned(),
        event_types,
        secrets: vec![new_secret(secret, random.bytes())?],
    };
    project.change(|state| {
        state.webhook_endpoints.put(endpoint.clone());
        Ok(())
    })?;
    Ok(endpoint)
}

/// Takes one away. What is still to be delivered to it never is.
pub(crate) fn remove(project: &Project, id: &str) -> Result<(), Refusal> {
    project.change(|state| {
        let removed = state.webhook_endpoints.remove(id);
        removed.map(drop).ok_or_else(no_endpoint)
    })
}

/// Signs with a new secret from now on, and with the old ones, too, for a while.
pub(crate) fn rotate(
    project: &Project,
    id: &str,
    secret: Option<Secret>,
    overlap: Duration,
) -> Result<WebhookEndpoint, Refusal> {
    let secret = new_secret(secret, project.random().bytes())?;
    let now = project.now();
    let end = clock::after(now, overlap);
    let mut rotated = None;
    project.change(|state| {
        let endpoint = state.webhook_endpoints.get(id).ok_or_else(no_endpoint)?;
        let mut endpoint = (**endpoint).clone();
        for old in &mut endpoint.secrets {
            old.ends_at = Some(old.ends_at.map_or(end, |known| known.min(end)));
        }
        endpoint.secrets.retain(|old| old.ends_at > Some(now));
        endpoint.secrets.insert(0, secret.clone());
        rotated = Some(endpoint.clone());
        state.webhook_endpoints.put(endpoint);
        Ok(())
    })?;
    rotated.ok_or_else(no_endpoint)
}

/// Delivers a message once more, whatever has become of it.
pub(crate) fn resend(project: &Project, id: &str) -> Result<(), Refusal> {
    let now = project.now();
    project.change(|state| {
        let delivery = state.webhook_deliveries.get(id);
        let delivery = delivery.ok_or_else(|| not_found("There is no such message."))?;
        let mut delivery = (**delivery).clone();
        delivery.status = WebhookStatus::Pending;
        delivery.next_attempt_at = Some(now);
        delivery.failures = 0;
        state.webhook_deliveries.put(delivery);
        Ok(())
    })?;
    project.wake_sender();
    Ok(())
}

/// Whether messages may go to an address: the emulator must not tell the world.
pub(crate) fn check(settings: &Settings, url: &str) -> Result<(), Refusal> {
    let parsed = Url::parse(url).map_err(|_| Refusal::bad_request("The address is none."))?;
    let is_listed = settings.webhook_urls.iter().any(|listed| listed == url);
    if is_listed && matches!(parsed.scheme(), "http" | "https")
        || redirect::is_of_this_machine(&parsed)
    {
        return Ok(());
    }
    Err(Refusal::bad_request(
        "The address is neither on this machine nor among the webhook_urls of the settings.",
    ))
}

pub(super) fn new_secret(
    given: Option<Secret>,
    random: [u8; 24],
) -> Result<WebhookSecret, Refusal> {
    let Some(secret) = given else {
        return Ok(WebhookSecret::of(&random));
    };
    match SigningSecret::parse(&secret) {
        Ok(_) => Ok(WebhookSecret::new(secret)),
        Err(invalid) => Err(Refusal::bad_request(format!("This is {invalid}."))),
    }
}

fn no_endpoint() -> Refusal {
    not_found("There is no such endpoint.")
}

pub(super) fn not_found(message: impl Into<String>) -> Refusal {
    let mut refusal = Refusal::bad_request(message);
    refusal.status = 404;
    refusal
}
