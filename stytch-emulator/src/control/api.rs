//! What the addresses of the emulator itself answer.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{self, Path};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;
use tokio::sync::watch;

use super::asked::{Body, Mistake, Of, Query, Text};
use crate::fault::Fault;
use crate::message::Message;
use crate::rules::roles::gone;
use crate::rules::settings::Settings;
use crate::seed::SeedError;
use crate::shared::Shared;
use crate::state::{Document, State};

pub(super) type Answer = Result<Json<Value>, Mistake>;

pub(super) async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

pub(super) async fn messages(Of(project): Of, query: Query) -> Answer {
    let to = query.text("to");
    let channel = query.text("channel");
    let since = query.time("since")?;
    let changes = project.watch_messages();
    let found = waited(query.wait()?, changes, || {
        let state = project.state();
        let messages = state.messages.iter().filter(|message| {
            let name = serde_json::to_value(message.channel).unwrap_or_default();
            to.as_ref().is_none_or(|to| *to == message.to)
                && channel
                    .as_ref()
                    .is_none_or(|channel| name == channel.as_str())
                && since.is_none_or(|since| message.at >= since)
        });
        messages.cloned().collect::<Vec<_>>()
    });
    let found = found.await;
    let found: Vec<&Message> = found.iter().map(|message| &**message).collect();
    Ok(Json(json!({ "messages": found })))
}

pub(super) async fn requests(Of(project): Of, query: Query) -> Answer {
    let operation = query.text("operation");
    let since = query.time("since")?;
    let changes = project.ledger.watch();
    let found = waited(query.wait()?, changes, || {
        let mut entries = project.ledger.all();
        entries.retain(|entry| {
            operation
                .as_ref()
                .is_none_or(|name| name == entry.operation)
                && since.is_none_or(|since| entry.at >= since)
        });
        entries
    });
    Ok(Json(json!({ "requests": found.await })))
}

/// What there is, as soon as there is something, or when the time is over.
pub(super) async fn waited<T, C: Send + Sync + 'static>(
    limit: Duration,
    mut changes: watch::Receiver<C>,
    find: impl Fn() -> Vec<T>,
) -> Vec<T> {
    let first = async { while find().is_empty() && changes.changed().await.is_ok() {} };
    let _: Option<()> = within(limit, first).await;
    find()
}

async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    if limit.is_zero() {
        return None;
    }
    tokio::time::timeout(limit, future).await.ok()
}

/// One of the ways to set the clock.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    advance_seconds: Option<f64>,
    freeze_at: Option<Timestamp>,
    #[serde(default)]
    real: bool,
}

pub(super) async fn clock(extract::State(shared): extract::State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "now": shared.clock.now() }))
}

pub(super) async fn set_clock(
    extract::State(shared): extract::State<Arc<Shared>>,
    Body(time): Body<Time>,
) -> Answer {
    match time {
        Time {
            advance_seconds: Some(seconds),
            freeze_at: None,
            real: false,
        } => {
            let by = Duration::try_from_secs_f64(seconds).map_err(|_| {
                Mistake::new("advance_seconds: expected a number of seconds, 0 or more")
            })?;
            shared.clock.advance(by);
        }
        Time {
            advance_seconds: None,
            freeze_at: Some(at),
            real: false,
        } => shared.clock.freeze(at),
        Time {
            advance_seconds: None,
            freeze_at: None,
            real: true,
        } => {
            shared.clock.follow_machine();
        }
        _ => {
            let message = r#"expected one of {"advance_seconds": 300}, {"freeze_at": "2026-01-31T12:00:00Z"}, {"real": true}"#;
            return Err(Mistake::new(message));
        }
    }
    Ok(clock(extract::State(shared)).await)
}

pub(super) async fn reset(Of(project): Of) -> Answer {
    project.replace(State::default())?;
    project.faults.clear();
    Ok(done())
}

pub(super) async fn seed(Of(project): Of, Text(text): Text) -> Result<Json<Value>, Response> {
    project.seed(&text).map_err(problems)?;
    Ok(done())
}

pub(super) async fn export(Of(project): Of) -> Answer {
    let document = Document::of(&project.state());
    let json = serde_json::to_value(document).map_err(|error| Mistake::new(error.to_string()))?;
    Ok(Json(json))
}

pub(super) async fn import(Of(project): Of, Text(text): Text) -> Result<Json<Value>, Response> {
    let mut state = State::default();
    crate::seed::add(&text, &mut state).map_err(problems)?;
    let replaced = project.replace(state);
    replaced.map_err(|refusal| Mistake::from(refusal).into_response())?;
    Ok(done())
}

/// All that is wrong with a document, with the places.
fn problems(error: SeedError) -> Response {
    let problems: Vec<_> = error
        .problems()
        .iter()
        .map(|problem| {
            json!({ "line": problem.line, "column": problem.column, "message": problem.message })
        })
        .collect();
    let body = json!({ "error": error.to_string(), "problems": problems });
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

pub(super) async fn take_snapshot(Of(project): Of, Path(name): Path<String>) -> Json<Value> {
    project.take_snapshot(&name);
    done()
}

pub(super) async fn restore_snapshot(Of(project): Of, Path(name): Path<String>) -> Answer {
    match project.restore_snapshot(&name)? {
        true => Ok(done()),
        false => Err(Mistake::not_found(format!("no snapshot named {name}"))),
    }
}

pub(super) async fn faults(Of(project): Of) -> Json<Value> {
    Json(json!({ "faults": project.faults.all() }))
}

pub(super) async fn add_fault(Of(project): Of, Body(fault): Body<Fault>) -> Json<Value> {
    project.faults.add(fault);
    done()
}

pub(super) async fn clear_faults(Of(project): Of) -> Json<Value> {
    project.faults.clear();
    done()
}

pub(super) async fn rotate_keys(Of(project): Of) -> Answer {
    project.rotate_keys()?;
    Ok(done())
}

pub(super) async fn revoke_keys(Of(project): Of) -> Answer {
    project.revoke_keys()?;
    Ok(done())
}

pub(super) async fn settings(Of(project): Of) -> Answer {
    let json = serde_json::to_value(&*project.state().settings);
    json.map(Json)
        .map_err(|error| Mistake::new(error.to_string()))
}

pub(super) async fn set_settings(Of(project): Of, Body(settings): Body<Settings>) -> Answer {
    project.change(|state| {
        state.settings = Arc::new(settings);
        gone::settle(state);
        Ok(())
    })?;
    Ok(done())
}

pub(super) fn done() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
