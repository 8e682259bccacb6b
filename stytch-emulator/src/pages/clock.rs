//! The clock, with buttons.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use maud::html;

use super::form::{Form, back_to};
use super::{Shown, layout};
use crate::control::Mistake;
use crate::shared::Shared;

const STEPS: [(u64, &str); 6] = [
    (60, "a minute"),
    (5 * 60, "5 minutes"),
    (60 * 60, "an hour"),
    (24 * 60 * 60, "a day"),
    (7 * 24 * 60 * 60, "a week"),
    (30 * 24 * 60 * 60, "30 days"),
];

pub(super) async fn show(State(shared): State<Arc<Shared>>, shown: Shown) -> Response {
    let now = shared.clock.now();
    let action = shown.to("/clock");
    let content = html! {
        p { "All projects go by it: what is issued, what ends, codes of authenticator apps, locks." }
        p.code { (layout::time(now)) }
        p.soft { "UTC, when this page was made" }
        form method="post" action=(action) {
            h2 #forward { "Go forward" }
            div.row role="group" aria-labelledby="forward" {
                @for (seconds, name) in STEPS {
                    button type="submit" name="advance_seconds" value=(seconds) { (name) }
                }
            }
            h2 #run { "Stop and go" }
            div.row role="group" aria-labelledby="run" {
                button type="submit" name="freeze_at" value=(now) { "Stop here" }
                button type="submit" name="real" value="yes" { "Follow the machine's clock" }
            }
        }
        form.fields method="post" action=(action) {
            label for="freeze_at" { "Stop at" }
            input id="freeze_at" name="freeze_at" required autocomplete="off" placeholder="2026-01-31T12:00:00Z";
            button type="submit" { "Stop there" }
        }
    };
    layout::page(&shown, "Clock", &content)
}

pub(super) async fn set(State(shared): State<Arc<Shared>>, shown: Shown, form: Form) -> Response {
    match turned(&shared, &form) {
        Ok(()) => back_to("/clock", &shown),
        Err(mistake) => layout::refused(&shown, &mistake),
    }
}

fn turned(shared: &Shared, form: &Form) -> Result<(), Mistake> {
    if let Some(seconds) = form.number("advance_seconds")? {
        shared.clock.advance(Duration::from_secs(seconds));
    } else if let Some(time) = form.text("freeze_at") {
        let message = "freeze_at: expected a time such as 2026-01-31T12:00:00Z";
        shared
            .clock
            .freeze(time.parse().map_err(|_| Mistake::new(message))?);
    } else if form.text("real").is_some() {
        shared.clock.follow_machine();
    }
    Ok(())
}
