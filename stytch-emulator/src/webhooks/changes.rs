//! What has changed between two states, in the words of the service.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;
use stytch_core::webhooks::Source;

use crate::call::Call;
use crate::project::Identity;
use crate::random::Random;
use crate::rules::{roles, scim, users};
use crate::state::{Record, SsoConnection, State, Table, WebhookDelivery, WebhookStatus};

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

/// Puts a message about each change into the new state, for each endpoint that wants it.
pub(crate) fn tell(before: &State, next: &mut State, what: &Telling<'_>, random: &mut Random) {
    let mut index = 0_usize;
    for seen in seen(before, next, what) {
        let action = match (&seen.before, &seen.after) {
            // whoever comes back over SCIM has never been anybody else
            (None, Some(_)) if seen.is_back && what.source == Source::Scim => "UPDATE",
            (None, Some(_)) => "CREATE",
            (Some(_), None) => "DELETE",
            (Some(before), Some(after)) if before != after => "UPDATE",
            _ => continue,
        };
        let event_id = random.id("webhook-event");
        let source = what.source.as_str();
        let event_type = format!("{source}.{}.{action}", seen.object_type).to_ascii_lowercase();
        let body = body(&seen, action, &event_id, what).to_string();
        let endpoints: Vec<_> = next.webhook_endpoints.iter().cloned().collect();
        for endpoint in endpoints.iter().filter(|one| one.takes(&event_type)) {
            let millis = u64::try_from(
                what.at
                    .to_system_time()
                    .duration_since(std::time::UNIX_EPOCH)
                    .unwrap_or_default()
                    .as_millis(),
            );
            let millis = millis.unwrap_or(u64::MAX);
            next.webhook_deliveries.put(WebhookDelivery {
                // in the order in which things happened
                id: format!(
                    "msg_{millis:011x}{:06x}{index:03x}{}",
                    what.number,
                    random.letters(6)
                ),
                endpoint_id: endpoint.id.clone(),
                event_type: event_type.clone(),
                event_id: event_id.clone(),
                at: what.at,
                body: body.clone(),
                status: WebhookStatus::Pending,
                attempts: Vec::new(),
                next_attempt_at: Some(what.at),
                failures: 0,
            });
            index += 1;
        }
    }
    forget(next);
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

fn body(seen: &Seen, action: &str, event_id: &str, what: &Telling<'_>) -> Value {
    let vertical = match seen.object_type {
        "user" => "CONSUMER",
        _ => "B2B",
    };
    let mut body = json!({
        "project_id": what.identity.project_id,
        "event_id": event_id,
        "action": action,
        "object_type": seen.object_type,
        "source": what.source.as_str(),
        "id": seen.id,
        "timestamp": what.at,
        "vertical": vertical,
    });
    if let (Some(after), Some(body)) = (&seen.after, body.as_object_mut()) {
        body.insert(seen.object_type.to_owned(), after.clone());
    }
    body
}

/// All that the transaction has touched, organizations first.
fn seen(before: &State, next: &State, what: &Telling<'_>) -> Vec<Seen> {
    let mut all = Vec::new();
    for id in next.organizations.changed() {
        let shown = |state: &State| state.organizations.get(id).map(|one| value(&one.model));
        all.push(Seen::new("organization", id, shown(before), shown(next)));
    }
    for id in next.sso_connections.changed() {
        let (was, is) = (before.sso_connections.get(id), next.sso_connections.get(id));
        let either = is.or(was).map(|one| &**one);
        let object_type = match either {
            Some(SsoConnection::Saml(_)) => "saml_connection",
            Some(SsoConnection::Oidc(_)) => "oidc_connection",
            Some(SsoConnection::External(_)) | None => continue,
        };
        let shown = |one: &std::sync::Arc<SsoConnection>| match &**one {
            SsoConnection::Saml(saml) => value(saml),
            SsoConnection::Oidc(oidc) => value(oidc),
            SsoConnection::External(external) => value(external),
        };
        all.push(Seen::new(object_type, id, was.map(shown), is.map(shown)));
    }
    for id in next.scim_connections.changed() {
        let shown = |state: &State| {
            let connection = state.scim_connections.get(id)?;
            Some(value(&scim::connections::shown(what.identity, connection)))
        };
        all.push(Seen::new("scim_connection", id, shown(before), shown(next)));
    }
    let mut members = accounts(before, next, &next.members);
    members.extend(scim::members::regrouped(before, next));
    for id in &members {
        let shown = |state: &State| {
            let member = state.members.get(id);
            // it is kept, and nobody can log in with it any more
            let member = member.filter(|member| !member.is_deleted());
            member.map(|member| value(&roles::shown(state, member)))
        };
        let mut seen = Seen::new("member", id, shown(before), shown(next));
        seen.is_back = before.members.get(id).is_some();
        all.push(seen);
    }
    for id in &accounts(before, next, &next.users) {
        let shown = |state: &State| {
            let user = state.users.get(id)?;
            // it takes a call to show one, and this one changes nothing
            let mut copy = state.clone();
            let random = Random::of_request([0; 32], 0);
            let call = Call::looking(&mut copy, what.identity, what.at, random);
            Some(value(&users::shown(&call, user)))
        };
        all.push(Seen::new("user", id, shown(before), shown(next)));
    }
    all
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

impl Seen {
    fn new(
        object_type: &'static str,
        id: &str,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Self {
        Self {
            object_type,
            id: id.to_owned(),
            before,
            after,
            is_back: false,
        }
    }
}

fn value<T: Serialize>(model: &T) -> Value {
    serde_json::to_value(model).unwrap_or_default()
}
