//! What has changed between two states, in the words of the service.

use std::collections::BTreeSet;
use std::time::UNIX_EPOCH;

use serde::Serialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;
use stytch_core::webhooks::Source;

use crate::call::Call;
use crate::project::Identity;
use crate::random::Random;
use crate::rules::{roles, scim, users};
use crate::state::{
    Record, SsoConnection, State, Table, WebhookDelivery, WebhookStatus, WebhookTarget,
};

/// How many messages that are done with are kept.
const KEPT: usize = 1000;

/// By whom, where and when the state was changed.
pub(crate) struct Telling<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) source: Source,
    pub(crate) at: Timestamp,
    /// The number of the transaction, by which messages of the same instant stay in order.
    pub(crate) number: u64,
}

/// Something that may have changed, as the API shows it.
struct Seen {
    object_type: &'static str,
    id: String,
    before: Option<Value>,
    after: Option<Value>,
    /// Whether there was a record of it that was not shown.
    is_back: bool,
}

/// Something that is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event<'a> {
    pub(super) object_type: &'a str,
    /// `CREATE`, `UPDATE` or `DELETE`.
    pub(super) action: &'a str,
    pub(super) id: &'a str,
    /// The thing as it is now.
    pub(super) object: Option<&'a Value>,
}

impl Event<'_> {
    fn name(&self, source: &Source) -> String {
        let source = source.as_str();
        format!("{source}.{}.{}", self.object_type, self.action).to_ascii_lowercase()
    }
}

/// Puts a message about each change into the new state, for each endpoint that wants it.
pub(crate) fn tell(before: &State, next: &mut State, what: &Telling<'_>, random: &mut Random) {
    let mut told = Vec::new();
    for seen in seen(before, next, what) {
        let action = match (&seen.before, &seen.after) {
            // whoever comes back over SCIM has never been anybody else
            (None, Some(_)) if seen.is_back && what.source == Source::Scim => "UPDATE",
            (None, Some(_)) => "CREATE",
            (Some(_), None) => "DELETE",
            (Some(before), Some(after)) if before != after => "UPDATE",
            _ => continue,
        };
        let event = Event {
            object_type: seen.object_type,
            action,
            id: &seen.id,
            object: seen.after.as_ref(),
        };
        let name = event.name(&what.source);
        let endpoints = next.webhook_endpoints.iter();
        let endpoints = endpoints.filter(|endpoint| endpoint.takes(&name));
        let receivers = endpoints.map(|endpoint| (endpoint.id.clone(), None));
        let index = told.len();
        told.extend(deliveries(&event, receivers, what, index, random));
    }
    for delivery in told {
        next.webhook_deliveries.put(delivery);
    }
    forget(next);
}

/// A message about an event for each receiver: an endpoint, by its id, or an address that is told this once.
pub(super) fn deliveries(
    event: &Event<'_>,
    receivers: impl IntoIterator<Item = (String, Option<WebhookTarget>)>,
    what: &Telling<'_>,
    first_index: usize,
    random: &mut Random,
) -> Vec<WebhookDelivery> {
    let event_id = random.id("webhook-event");
    let body = body(event, &event_id, what).to_string();
    let since = what.at.to_system_time().duration_since(UNIX_EPOCH);
    let millis = u64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(u64::MAX);
    let mut made = Vec::new();
    for (index, (endpoint_id, to)) in receivers.into_iter().enumerate() {
        let (number, index) = (what.number, first_index + index);
        made.push(WebhookDelivery {
            // in the order in which things happened
            id: format!(
                "msg_{millis:011x}{number:06x}{index:03x}{}",
                random.letters(6)
            ),
            endpoint_id,
            to,
            event_type: event.name(&what.source),
            event_id: event_id.clone(),
            at: what.at,
            body: body.clone(),
            status: WebhookStatus::Pending,
            attempts: Vec::new(),
            next_attempt_at: Some(what.at),
            failures: 0,
        });
    }
    made
}

/// Drops the oldest of those that are done with.
fn forget(state: &mut State) {
    let surplus = state.webhook_deliveries.len().saturating_sub(KEPT);
    let done = state.webhook_deliveries.iter();
    let done = done.filter(|delivery| delivery.next_attempt_at.is_none());
    let old: Vec<_> = done
        .take(surplus)
        .map(|delivery| delivery.id.clone())
        .collect();
    for id in old {
        state.webhook_deliveries.remove(&id);
    }
}

fn body(event: &Event<'_>, event_id: &str, what: &Telling<'_>) -> Value {
    let vertical = match event.object_type {
        "user" => "CONSUMER",
        _ => "B2B",
    };
    let mut body = json!({
        "project_id": what.identity.project_id,
        "event_id": event_id,
        "action": event.action,
        "object_type": event.object_type,
        "source": what.source.as_str(),
        "id": event.id,
        "timestamp": what.at,
        "vertical": vertical,
    });
    if let (Some(object), Some(body)) = (event.object, body.as_object_mut())
        && event.action != "DELETE"
    {
        body.insert(event.object_type.to_owned(), object.clone());
    }
    body
}

/// All that the transaction has touched, organizations first.
fn seen(before: &State, next: &State, what: &Telling<'_>) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut add = |object_type: &'static str, id: &str| {
        all.push(Seen {
            object_type,
            id: id.to_owned(),
            before: shown(before, what.identity, object_type, id),
            after: shown(next, what.identity, object_type, id),
            is_back: object_type == "member" && before.members.get(id).is_some(),
        });
    };
    for id in next.organizations.changed() {
        add("organization", id);
    }
    for id in next.sso_connections.changed() {
        let either = next.sso_connections.get(id);
        let either = either.or_else(|| before.sso_connections.get(id));
        match either.map(|connection| &**connection) {
            Some(SsoConnection::Saml(_)) => add("saml_connection", id),
            Some(SsoConnection::Oidc(_)) => add("oidc_connection", id),
            Some(SsoConnection::External(_)) | None => {}
        }
    }
    for id in next.scim_connections.changed() {
        add("scim_connection", id);
    }
    let mut members = accounts(before, next, &next.members);
    members.extend(scim::members::regrouped(before, next));
    for id in &members {
        add("member", id);
    }
    for id in &accounts(before, next, &next.users) {
        add("user", id);
    }
    all
}

/// What messages can be about.
pub(super) const OBJECT_TYPES: [&str; 6] = [
    "organization",
    "saml_connection",
    "oidc_connection",
    "scim_connection",
    "member",
    "user",
];

/// Something as messages show it, if it is there.
pub(super) fn shown(
    state: &State,
    identity: &Identity,
    object_type: &str,
    id: &str,
) -> Option<Value> {
    match object_type {
        "organization" => state.organizations.get(id).map(|one| value(&one.model)),
        "saml_connection" => match &**state.sso_connections.get(id)? {
            SsoConnection::Saml(saml) => Some(value(saml)),
            _ => None,
        },
        "oidc_connection" => match &**state.sso_connections.get(id)? {
            SsoConnection::Oidc(oidc) => Some(value(oidc)),
            _ => None,
        },
        "scim_connection" => {
            let connection = state.scim_connections.get(id)?;
            Some(value(&scim::connections::shown(identity, connection)))
        }
        "member" => {
            let member = state.members.get(id);
            // it is kept, and nobody can log in with it any more
            let member = member.filter(|member| !member.is_deleted());
            member.map(|member| value(&roles::shown(state, member)))
        }
        "user" => {
            let user = state.users.get(id)?;
            // it takes a call to show one, and this one changes nothing
            let mut copy = state.clone();
            let random = Random::of_request([0; 32], 0);
            let call = Call::looking(&mut copy, identity, Timestamp::now(), random);
            Some(value(&users::shown(&call, user)))
        }
        _ => None,
    }
}

/// The accounts of a table that were touched, or whose passwords, apps or locks were.
fn accounts<R: Record>(before: &State, next: &State, table: &Table<R>) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = table.changed().map(str::to_owned).collect();
    let mut add = |owner: &str| {
        if table.get(owner).is_some() {
            ids.insert(owner.to_owned());
        }
    };
    next.locks.changed().for_each(&mut add);
    for state in [before, next] {
        for id in next.passwords.changed() {
            state
                .passwords
                .get(id)
                .into_iter()
                .for_each(|one| add(&one.owner));
        }
        for id in next.totps.changed() {
            state
                .totps
                .get(id)
                .into_iter()
                .for_each(|one| add(&one.owner));
        }
    }
    ids
}

fn value<T: Serialize>(model: &T) -> Value {
    serde_json::to_value(model).unwrap_or_default()
}
