//! The devices with which people log in.

use std::sync::Arc;

use serde_json::{Map, Value};
use stytch_b2b::device_history::{DeviceAttributeDetails, DeviceInfo};
use stytch_core::Timestamp;
use stytch_core::wire::{self, Object, Slot};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{Device, Sighting, State};

/// A device that can still be looked up.
pub(crate) fn find(
    state: &State,
    telemetry_id: &str,
    now: Timestamp,
) -> Result<Arc<Device>, Refusal> {
    let found = state.devices.get(telemetry_id);
    let found = found.filter(|device| device.expires_at > now).cloned();
    found.ok_or_else(|| Refusal::new("telemetry_id_not_found"))
}

/// The telemetry id that a request has, if it has one.
pub(crate) fn named(params: &Map<String, Value>) -> Option<String> {
    let id = params.get("telemetry_id").and_then(Value::as_str)?;
    Some(id.to_owned())
}

/// Tells in the answer to a login from what device it came, and remembers that for the next one. A device
/// that nobody knows is not told, and keeps nobody out; neither does its verdict.
pub(crate) fn tell<R: Object + serde::Serialize>(
    call: &mut Call<'_>,
    telemetry_id: &str,
    response: &mut R,
) {
    let has = |response: &mut R, name: &str| response.field(name).is_some();
    let (place, person) = match () {
        () if has(response, "member_device") => ("member_device", "member_id"),
        () if has(response, "user_device") => ("user_device", "user_id"),
        () => return,
    };
    let Ok(device) = find(call.state, telemetry_id, call.now) else {
        return;
    };
    let Ok(answer) = serde_json::to_value(&*response) else {
        return;
    };
    let person = answer.get(person).and_then(Value::as_str);
    let Some(person) = person.filter(|person| !person.is_empty()) else {
        return;
    };
    // who still owes a factor may be a stranger
    let is_complete = answer.get("member_authenticated") != Some(&Value::Bool(false));
    let info = seen(call, person, &device, is_complete);
    if let Some(Slot::Optional(place)) = response.field(place)
        && let Slot::Object(place) = place.fill()
        && let Ok(info) = serde_json::to_value(info)
    {
        // both are the same model
        let _ = wire::read(place, info);
    }
}

fn seen(call: &mut Call<'_>, person: &str, device: &Device, is_complete: bool) -> DeviceInfo {
    let network = &device.properties.network_properties;
    let place = &network.ip_geolocation;
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut details = |kind: &str, thing: &str| {
        let now = call.now;
        let id = format!("{person}:{kind}:{thing}");
        let known = call.state.sightings.get(&id);
        let sighting = Sighting {
            first_seen_at: known.map_or(now, |known| known.first_seen_at),
            last_seen_at: now,
            person: person.to_owned(),
            id,
        };
        let mut details = DeviceAttributeDetails::default();
        details.is_new = known.is_none();
        details.first_seen_at = Some(sighting.first_seen_at);
        details.last_seen_at = Some(now);
        if is_complete {
            call.state.sightings.put(sighting);
        }
        details
    };
    let mut info = DeviceInfo::default();
    if let Some(id) = &device.fingerprints.visitor_id {
        info.visitor_id = id.as_str().into();
        info.visitor_id_details = Some(details("visitor", id.as_str()));
    }
    info.ip_address = given(&network.ip_address);
    info.ip_address_details = info.ip_address.as_deref().map(|ip| details("ip", ip));
    info.ip_geo_city = given(&place.city);
    info.ip_geo_region = given(&place.region);
    info.ip_geo_country = given(&place.country);
    let country = info.ip_geo_country.as_deref();
    info.ip_geo_country_details = country.map(|country| details("country", country));
    info
}
