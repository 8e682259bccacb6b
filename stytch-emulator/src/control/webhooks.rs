//! `/_emulator/webhooks`: who is told of changes, and what became of each message.

use std::time::Duration;

use axum::Json;
use axum::extract::Path;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Secret;

use super::api::{Answer, done, waited};
use super::asked::{Body, Mistake, Of, Query};
use crate::webhooks::{by_hand, endpoints};

pub(super) async fn list(Of(project): Of) -> Json<Value> {
    let state = project.state();
    let endpoints: Vec<_> = state.webhook_endpoints.iter().map(|one| &**one).collect();
    Json(json!({ "webhooks": endpoints }))
}

/// An endpoint as somebody wants it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct New {
    url: String,
    #[serde(default)]
    event_types: Vec<String>,
    secret: Option<Secret>,
}

pub(super) async fn add(Of(project): Of, Body(new): Body<New>) -> Answer {
    let added = endpoints::add(&project, &new.url, new.event_types, new.secret)?;
    Ok(Json(json!(added)))
}

pub(super) async fn remove(Of(project): Of, Path(id): Path<String>) -> Answer {
    endpoints::remove(&project, &id)?;
    Ok(done())
}

/// How a secret is to be replaced.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rotation {
    secret: Option<Secret>,
    overlap_seconds: Option<u32>,
}

pub(super) async fn rotate(
    Of(project): Of,
    Path(id): Path<String>,
    Body(rotation): Body<Rotation>,
) -> Answer {
    let overlap = rotation.overlap_seconds.map(u64::from);
    let overlap = overlap.map_or(endpoints::OVERLAP, Duration::from_secs);
    let rotated = endpoints::rotate(&project, &id, rotation.secret, overlap)?;
    Ok(Json(json!(rotated)))
}

pub(super) async fn deliveries(Of(project): Of, query: Query) -> Answer {
    let event_type = query.text("event_type");
    let endpoint = query.text("endpoint_id");
    let since = query.time("since")?;
    let changes = project.watch_deliveries();
    let found = waited(query.wait()?, changes, || {
        let state = project.state();
        let found = state.webhook_deliveries.iter().filter(|delivery| {
            event_type
                .as_ref()
                .is_none_or(|name| *name == delivery.event_type)
                && endpoint
                    .as_ref()
                    .is_none_or(|id| *id == delivery.endpoint_id)
                && since.is_none_or(|since| delivery.at >= since)
        });
        found.cloned().collect::<Vec<_>>()
    });
    let found = found.await;
    let found: Vec<_> = found.iter().map(|delivery| &**delivery).collect();
    Ok(Json(json!({ "deliveries": found })))
}

/// A message that somebody wants to be sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sending {
    event_type: String,
    id: String,
    to: Option<String>,
    secret: Option<Secret>,
    /// Real seconds to wait until each receiver has answered, or failed to.
    #[serde(default)]
    wait: u32,
}

pub(super) async fn send(Of(project): Of, Body(wanted): Body<Sending>) -> Answer {
    let mut changes = project.watch_deliveries();
    let sent = by_hand::send(
        &project,
        by_hand::Wanted {
            event_type: &wanted.event_type,
            id: &wanted.id,
            to: wanted.to.as_deref(),
            secret: wanted.secret,
        },
    )?;
    let as_it_is = || {
        let state = project.state();
        let sent = sent.iter();
        let sent = sent.filter_map(|one| state.webhook_deliveries.get(&one.id).cloned());
        sent.collect::<Vec<_>>()
    };
    let answered = async {
        while as_it_is().iter().any(|one| one.attempts.is_empty()) {
            if changes.changed().await.is_err() {
                break;
            }
        }
    };
    let limit = Duration::from_secs(u64::from(wanted.wait.min(60)));
    // what is not answered by then is on its way
    let _ = tokio::time::timeout(limit, answered).await;
    let deliveries = as_it_is();
    let deliveries: Vec<_> = deliveries.iter().map(|delivery| &**delivery).collect();
    Ok(Json(json!({ "deliveries": deliveries })))
}

pub(super) async fn resend(
    Of(project): Of,
    Path(id): Path<String>,
) -> Result<Json<Value>, Mistake> {
    endpoints::resend(&project, &id)?;
    Ok(done())
}
