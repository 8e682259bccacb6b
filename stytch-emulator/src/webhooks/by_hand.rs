//! Messages that somebody wants to be sent, whatever has happened.

use stytch_core::Secret;
use stytch_core::webhooks::Source;
use url::Url;

use super::changes::{self, Telling};
use super::endpoints;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::rules::redirect;
use crate::state::{WebhookDelivery, WebhookTarget};

/// What is to be told, and to whom.
#[derive(Debug)]
pub(crate) struct Wanted<'a> {
    /// Such as `direct.member.update`.
    pub(crate) event_type: &'a str,
    /// The id of the thing that it is about.
    pub(crate) id: &'a str,
    /// An address on this machine; the endpoints of the project without one.
    pub(crate) to: Option<&'a str>,
    /// What the message to that address is signed with.
    pub(crate) secret: Option<Secret>,
}

/// Has messages sent about something that is there. They are signed, tried again and listed as all others.
///
/// # Errors
/// For an event type that there is not, a thing that there is not, an address elsewhere, or if there is no
/// endpoint that takes such events.
pub(crate) fn send(project: &Project, wanted: Wanted<'_>) -> Result<Vec<WebhookDelivery>, Refusal> {
    let (source, object_type, action) = read(wanted.event_type)?;
    let to = wanted
        .to
        .map(|url| target(project, url, wanted.secret))
        .transpose()?;
    let (mut random, at, number) = (project.random(), project.now(), project.number());
    let mut sent = Vec::new();
    project.change(|state| {
        let object = changes::shown(state, &project.identity, &object_type, wanted.id);
        let object = object.ok_or_else(|| {
            let message = format!("There is no {object_type} with the id {}.", wanted.id);
            endpoints::not_found(message)
        })?;
        let told = Telling {
            identity: &project.identity,
            source,
            at,
            number,
        };
        let event = changes::Event {
            object_type: &object_type,
            action: &action,
            id: wanted.id,
            object: Some(&object),
        };
        let receivers: Vec<_> = match to {
            Some(target) => vec![(String::new(), Some(target))],
            None => {
                let endpoints = state.webhook_endpoints.iter();
                let endpoints = endpoints.filter(|one| one.takes(wanted.event_type));
                endpoints.map(|one| (one.id.clone(), None)).collect()
            }
        };
        if receivers.is_empty() {
            let message = "Nobody is told of such events: there is no endpoint.";
            return Err(Refusal::bad_request(message));
        }
        sent = changes::deliveries(&event, receivers, &told, 0, &mut random);
        for delivery in &sent {
            state.webhook_deliveries.put(delivery.clone());
        }
        Ok(())
    })?;
    project.wake_sender();
    Ok(sent)
}

/// The parts of an event type.
fn read(event_type: &str) -> Result<(Source, String, String), Refusal> {
    let odd = || {
        let message = "event_type: expected one such as direct.member.update";
        Refusal::bad_request(message)
    };
    let parts: Vec<_> = event_type.split('.').collect();
    let [source, object_type, action] = *parts else {
        return Err(odd());
    };
    let source = match source {
        "direct" => Source::Direct,
        "dashboard" => Source::Dashboard,
        "scim" => Source::Scim,
        _ => return Err(odd()),
    };
    match (changes::OBJECT_TYPES.contains(&object_type), action) {
        (true, "create" | "update" | "delete") => {
            Ok((source, object_type.to_owned(), action.to_ascii_uppercase()))
        }
        _ => Err(odd()),
    }
}

/// An address that is told this once. With the secret of the endpoint that is there, if there is one, and
/// else with a new one.
fn target(project: &Project, url: &str, secret: Option<Secret>) -> Result<WebhookTarget, Refusal> {
    let parsed = Url::parse(url);
    if !parsed.is_ok_and(|url| redirect::is_of_this_machine(&url)) {
        let message = "to: expected an address on this machine";
        return Err(Refusal::bad_request(message));
    }
    let state = project.state();
    let mut endpoints = state.webhook_endpoints.iter();
    let known = endpoints.find(|endpoint| endpoint.url == url);
    let secret = secret.or_else(|| known.map(|endpoint| endpoint.secret()));
    let secret = endpoints::new_secret(secret, project.random().bytes())?;
    Ok(WebhookTarget {
        url: url.to_owned(),
        secret: secret.secret,
    })
}
