//! What is to go wrong, set by a form.

use axum::response::Response;
use maud::html;

use super::form::{Form, back_to};
use super::{Shown, layout};
use crate::control::Mistake;
use crate::fault::Fault;
use crate::generated;
use crate::server;

pub(super) async fn show(shown: Shown) -> Response {
    let faults = shown.project.faults.all();
    let action = shown.to("/faults");
    let content = html! {
        @if faults.is_empty() {
            p { "Nothing goes wrong on purpose." }
        } @else {
            @for fault in &faults { (layout::json(fault)) }
            form method="post" action=(action) {
                button type="submit" name="clear" value="yes" { "Let everything succeed again" }
            }
        }
        h2 { "Another fault" }
        form.fields method="post" action=(action) {
            label for="operation" { "Operation" }
            input id="operation" name="operation" autocomplete="off" list="operations" aria-describedby="operation-hint";
            p.soft #operation-hint { "Such as b2b.sessions.authenticate; all of them if it is empty." }
            datalist #operations {
                @for route in generated::routes() { option value=(route.operation) {} }
                @for endpoint in server::besides() { option value=(endpoint.operation) {} }
            }
            (layout::field("times", "How often", "number", "Until it is taken away if it is empty."))
            (layout::field("status", "Status", "number", "What to answer with, such as 429 or 503. Nothing happens then."))
            (layout::field("error_type", "Error type", "text", "Such as too_many_requests."))
            (layout::field("retry_after", "Seconds for Retry-After", "number", ""))
            (layout::field("delay_ms", "Milliseconds to wait first", "number", ""))
            label.check { input type="checkbox" name="drop" value="yes"; " Close the connection without an answer" }
            label.check { input type="checkbox" name="garble" value="yes"; " Do everything, and cut the answer in the middle" }
            button type="submit" { "Let it go wrong" }
        }
    };
    layout::page(&shown, "Faults", &content)
}

pub(super) async fn set(shown: Shown, form: Form) -> Response {
    if form.text("clear").is_some() {
        shown.project.faults.clear();
        return back_to("/faults", &shown);
    }
    match read(&form) {
        Ok(fault) => {
            shown.project.faults.add(fault);
            back_to("/faults", &shown)
        }
        Err(mistake) => layout::refused(&shown, &mistake),
    }
}

fn read(form: &Form) -> Result<Fault, Mistake> {
    let fault = Fault {
        operation: form.text("operation").map(str::to_owned),
        status: form.number("status")?,
        error_type: form.text("error_type").map(str::to_owned),
        retry_after: form.number("retry_after")?,
        delay_ms: form.number("delay_ms")?,
        drop: form.text("drop").is_some(),
        garble: form.text("garble").is_some(),
        times: form.number("times")?,
        ..Fault::default()
    };
    let does_nothing = fault.refusal().is_none() && fault.delay_ms.is_none();
    if does_nothing && !fault.drop && !fault.garble {
        let message = "expected what goes wrong: a status, an error type, a delay, a closed connection or a cut answer";
        return Err(Mistake::new(message));
    }
    Ok(fault)
}
