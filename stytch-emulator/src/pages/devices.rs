//! Devices, the verdicts on them, and a form for another one.

use axum::response::Response;
use maud::{Markup, html};
use stytch_core::Timestamp;

use super::form::{Form, back_to};
use super::{Shown, layout};
use crate::control::devices;
use crate::rules::fraud::{reasons, verdict};
use crate::state::{Device, State};

pub(super) async fn list(shown: Shown) -> Response {
    let state = shown.project.state();
    let now = shown.project.now();
    let content = html! {
        p { "An app gets a telemetry id from a script in the browser. Here you say what device is behind one." }
        (form(&shown))
        h2 { "Known devices" }
        @if state.devices.len() == 0 { p { "There is none yet." } }
        @for device in state.devices.iter().take(layout::ROWS) { (one(&state, device, now)) }
    };
    layout::page(&shown, "Devices", &content)
}

fn one(state: &State, device: &Device, now: Timestamp) -> Markup {
    let verdict = verdict::of(state, device, now);
    html! {
        article {
            h3 { code { (device.telemetry_id) } }
            p { (verdict.action) " " span.soft { (verdict.reasons.join(", ")) } }
            @if device.expires_at <= now { p.soft { "It has ended." } }
            details { summary { "What is known of it" } (layout::json(device)) }
        }
    }
}

fn form(shown: &Shown) -> Markup {
    let known: Vec<_> = reasons::KNOWN.iter().map(|(reason, _)| *reason).collect();
    let known = format!("Separated by commas, such as {}.", known.join(", "));
    html! {
        form.fields method="post" action=(shown.to("/devices")) {
            (layout::field("telemetry_id", "Telemetry id", "text", "A new one is made up if it is empty."))
            label for="action" { "Verdict" }
            select id="action" name="action" {
                option value="" { "By its reasons" }
                @for action in ["ALLOW", "CHALLENGE", "BLOCK"] { option { (action) } }
            }
            (layout::field("reasons", "Reasons", "text", &known))
            (layout::field("visitor_id", "Visitor id", "text", ""))
            (layout::field("ip_address", "IP address", "text", ""))
            (layout::field("country", "Country", "text", "Its code, such as DE."))
            button type="submit" { "Add" }
        }
    }
}

pub(super) async fn add(shown: Shown, form: Form) -> Response {
    let project = &shown.project;
    let given = |name: &str| form.text(name).filter(|text| !text.is_empty());
    let id = given("telemetry_id").map(str::to_owned);
    let mut device = Device::new(id.unwrap_or_else(|| devices::new_id(project)));
    if let Some(action) = given("action") {
        device = device.action(action.into());
    }
    for reason in given("reasons").unwrap_or_default().split(',') {
        let reason = reason.trim();
        if !reason.is_empty() {
            device = device.reason(reason);
        }
    }
    if let Some(visitor_id) = given("visitor_id") {
        device = device.visitor_id(visitor_id);
    }
    if let Some(ip_address) = given("ip_address") {
        device = device.ip_address(ip_address);
    }
    if let Some(country) = given("country") {
        device = device.country(country);
    }
    match devices::add(project, device) {
        Ok(()) => back_to("/devices", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}
