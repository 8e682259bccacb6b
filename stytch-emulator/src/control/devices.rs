//! Devices, in place of the script that takes their fingerprints.

use axum::Json;
use serde_json::{Map, Value, json};

use super::api::Answer;
use super::asked::{Body, Mistake, Of};
use crate::project::Project;
use crate::refusal::Refusal;
use crate::state::{Device, Record as _};

pub(super) async fn list(Of(project): Of) -> Json<Value> {
    let state = project.state();
    let devices: Vec<_> = state.devices.iter().map(|device| &**device).collect();
    Json(json!({ "devices": devices }))
}

/// A device as seeds have it; one without a telemetry id gets one.
pub(super) async fn create(Of(project): Of, Body(mut given): Body<Map<String, Value>>) -> Answer {
    let id = given.entry("telemetry_id");
    id.or_insert_with(|| new_id(&project).into());
    Device::complete(&mut given);
    let names: Vec<_> = given.keys().cloned().collect();
    let device: Device = serde_json::from_value(Value::Object(given))
        .map_err(|error| Mistake::new(error.to_string()))?;
    let kept = json!(device);
    if let Some(odd) = names.iter().find(|name| kept.get(name).is_none()) {
        return Err(Mistake::new(format!("unknown field `{odd}`")));
    }
    add(&project, device)?;
    Ok(Json(kept))
}

/// A telemetry id that nobody has.
pub(crate) fn new_id(project: &Project) -> String {
    let id = project.random().id("telemetry");
    id.replace("telemetry-test-", "")
}

/// Adds a device, or takes it in place of the one with its id.
pub(crate) fn add(project: &Project, device: Device) -> Result<(), Refusal> {
    if device.telemetry_id.is_empty() {
        return Err(Refusal::bad_request("A device needs a telemetry_id."));
    }
    project.change(|state| {
        state.devices.put(device);
        Ok(())
    })
}
