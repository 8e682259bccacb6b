//! Delivers what is due.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use stytch_core::Timestamp;
use stytch_core::webhooks::SigningSecret;
use tokio::sync::watch;
use tokio::task::{self, JoinSet};

use super::endpoints;
use crate::clock;
use crate::project::Project;
use crate::shared::Shared;
use crate::state::{State, WebhookAttempt, WebhookDelivery, WebhookStatus};

/// After which time a message that was not taken is sent again, by the emulator's clock. Svix waits as long.
const PAUSES: [Duration; 7] = [
    Duration::from_secs(5),
    Duration::from_secs(5 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(2 * 60 * 60),
    Duration::from_secs(5 * 60 * 60),
    Duration::from_secs(10 * 60 * 60),
    Duration::from_secs(10 * 60 * 60),
];

/// How long an endpoint may take, in real time.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long it sleeps while there is nothing to do.
const NAP: Duration = Duration::from_secs(60 * 60);

/// How long it rests when an attempt can't be noted.
const REST: Duration = Duration::from_secs(1);

/// A project and one of its endpoints, which gets one message at a time.
type Line = (String, String);

/// Delivers messages until it is told to stop. Attempts that are under way are broken off, and made anew by
/// whoever finds them in the store.
pub(crate) async fn run(shared: Arc<Shared>, mut stopped: watch::Receiver<()>) {
    // made when there is something to deliver: that reads the certificates of the system
    let client = LazyLock::new(|| {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .no_proxy()
            .user_agent(concat!("stytch-emulator/", env!("CARGO_PKG_VERSION")));
        client.build().map_err(|error| error.to_string())
    });
    let mut clock = shared.clock.watch();
    let mut under_way = JoinSet::new();
    let mut busy: HashMap<task::Id, Line> = HashMap::new();
    loop {
        let now = shared.clock.now();
        let mut nap = NAP;
        for project in shared.projects() {
            let state = project.state();
            for delivery in state.webhook_deliveries.group(WebhookDelivery::PENDING) {
                let Some(due) = delivery.next_attempt_at else {
                    continue;
                };
                let until = due.to_system_time().duration_since(now.to_system_time());
                let until = until.unwrap_or_default();
                let line = (
                    project.identity.project_id.clone(),
                    delivery.endpoint_id.clone(),
                );
                if !until.is_zero() {
                    nap = nap.min(until);
                } else if busy.values().all(|other| *other != line) {
                    let attempt =
                        attempt(client.clone(), Arc::clone(&project), delivery.id.clone());
                    busy.insert(under_way.spawn(attempt).id(), line);
                }
            }
        }
        tokio::select! {
            () = shared.outbox.notified() => {}
            // the emulator holds the other end
            _ = clock.changed() => {}
            Some(done) = under_way.join_next_with_id() => {
                let id = match done {
                    Ok((id, ())) => id,
                    Err(error) => error.id(),
                };
                busy.remove(&id);
            }
            () = tokio::time::sleep(nap) => {}
            // an error means that nobody is left to say so
            _ = stopped.changed() => return under_way.shutdown().await,
        }
    }
}

/// Tries to deliver a message, and notes what came of it.
async fn attempt(client: Result<reqwest::Client, String>, project: Arc<Project>, id: String) {
    let state = project.state();
    let Some(delivery) = state.webhook_deliveries.get(&id) else {
        return;
    };
    let at = project.now();
    let outcome = match &client {
        Ok(client) => send(client, &state, delivery, at).await,
        Err(error) => Err(error.clone()),
    };
    let (status, error) = match outcome {
        Ok(status) => (Some(status), None),
        Err(error) => (None, Some(error)),
    };
    let attempt = WebhookAttempt { at, status, error };
    let noted = project.change(|state| {
        note(state, &id, attempt);
        Ok(())
    });
    if noted.is_err() {
        // The disk refuses, so that the message is still due: it comes again, but not at once.
        tokio::time::sleep(REST).await;
    }
    project.tell_delivered();
}

async fn send(
    client: &reqwest::Client,
    state: &State,
    delivery: &WebhookDelivery,
    at: Timestamp,
) -> Result<u16, String> {
    let (url, secrets) = match &delivery.to {
        Some(target) => (&target.url, vec![&target.secret]),
        None => {
            let endpoint = state.webhook_endpoints.get(&delivery.endpoint_id);
            let endpoint = endpoint.ok_or("There is no such endpoint any more.")?;
            let secrets = endpoint.secrets.iter();
            let secrets = secrets.filter(|secret| secret.ends_at.is_none_or(|end| end > at));
            let secrets = secrets.map(|secret| &secret.secret).collect();
            (&endpoint.url, secrets)
        }
    };
    endpoints::check(&state.settings, url).map_err(|refusal| refusal.message)?;
    let timestamp = at.unix_seconds().to_string();
    let signatures = secrets.into_iter().map(|secret| {
        let secret = SigningSecret::parse(secret).map_err(|invalid| invalid.to_string())?;
        Ok(secret.sign(&delivery.id, &timestamp, delivery.body.as_bytes()))
    });
    let signatures = signatures.collect::<Result<Vec<_>, String>>()?.join(" ");
    let request = client
        .post(url)
        .header("content-type", "application/json")
        .header("svix-id", &delivery.id)
        .header("svix-timestamp", timestamp)
        .header("svix-signature", signatures)
        .body(delivery.body.clone());
    match request.send().await {
        Ok(answer) => Ok(answer.status().as_u16()),
        Err(error) => Err(error.without_url().to_string()),
    }
}

/// Notes an attempt. What was not taken is tried again later, if not too often already.
fn note(state: &mut State, id: &str, attempt: WebhookAttempt) {
    let Some(delivery) = state.webhook_deliveries.get(id) else {
        return;
    };
    let mut delivery = (**delivery).clone();
    let is_taken = attempt
        .status
        .is_some_and(|status| (200..300).contains(&status));
    let has_receiver =
        delivery.to.is_some() || state.webhook_endpoints.get(&delivery.endpoint_id).is_some();
    let pause = PAUSES.get(delivery.failures).filter(|_| has_receiver);
    (delivery.status, delivery.next_attempt_at) = match pause {
        _ if is_taken => (WebhookStatus::Delivered, None),
        Some(pause) => (
            WebhookStatus::Pending,
            Some(clock::after(attempt.at, *pause)),
        ),
        None => (WebhookStatus::Failed, None),
    };
    delivery.failures += usize::from(!is_taken);
    delivery.attempts.push(attempt);
    state.webhook_deliveries.put(delivery);
}
