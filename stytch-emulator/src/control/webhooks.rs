//! `/_emulator/webhooks`: who is told of changes, and what became of each message.

use std::time::Duration;

use axum::Json;
use axum::extract::Path;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Secret;

use super::api::{Answer, done, waited};
use super::asked::{Body, Mistake, Of, Query};
use crate::webhooks::endpoints;

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

pub(super) async fn resend(
    Of(project): Of,
    Path(id): Path<String>,
) -> Result<Json<Value>, Mistake> {
    endpoints::resend(&project, &id)?;
    Ok(done())
}
