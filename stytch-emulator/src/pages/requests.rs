//! What an app has asked for, and what it was told.

use axum::response::Response;
use maud::html;

use super::{Shown, layout};

pub(super) async fn list(shown: Shown) -> Response {
    let entries = shown.project.ledger.all();
    let content = html! {
        @if entries.is_empty() {
            p { "Nothing was asked for yet." }
        }
        @for entry in entries.iter().rev() {
            article {
                h2 { (entry.operation) " " span.soft { (entry.status) } }
                p.soft { (entry.verb) " " (entry.path) " · " (layout::time(entry.at)) " · " (entry.caller) }
                @for note in &entry.notes {
                    p { (note) }
                }
                details {
                    summary { "What was sent, and the answer" }
                    pre { (format!("{:#}", entry.body)) }
                    pre { (format!("{:#}", entry.answer)) }
                }
            }
        }
    };
    layout::page(&shown, "Requests", &content)
}
