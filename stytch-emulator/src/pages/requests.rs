//! What an app has asked for, and what it was told.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::form::Sought;
use super::{Shown, layout};
use crate::ledger::Entry;

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let mut entries = shown.project.ledger.numbered();
    let is_empty = entries.is_empty();
    entries.retain(|(_, entry)| {
        let Entry {
            operation, path, ..
        } = entry;
        operation.contains(&sought)
            || path.contains(&sought)
            || text(entry, "error_type").contains(&sought)
    });
    let content = html! {
        @if is_empty {
            p { "Nothing was asked for yet." }
        } @else {
            (layout::search(&shown, &sought))
            (layout::extent(entries.len()))
            div.scroll {
                table {
                    thead { tr { th { "What" } th { "Answer" } th { "When" } th { "What was odd" } } }
                    tbody {
                        @for (number, entry) in entries.iter().rev().take(layout::ROWS) {
                            tr {
                                td { a href=(format!("/requests/{number}{}", shown.query)) { (entry.operation) } }
                                td { (entry.status) " " (text(entry, "error_type")) }
                                td { (layout::time(entry.at)) }
                                td { (entry.notes.join(", ")) }
                            }
                        }
                    }
                }
            }
        }
    };
    layout::page(&shown, "Requests", &content)
}

pub(super) async fn one(Path(number): Path<u64>, shown: Shown) -> Response {
    let Some(entry) = shown.project.ledger.one(number) else {
        return layout::missing(&shown, "request, or none that is still kept");
    };
    let content = html! {
        p.soft { (entry.verb) " " (entry.path) " · " (layout::time(entry.at)) " · " (entry.caller) }
        (verdict(&entry))
        @for note in &entry.notes { p.mistake { (note) } }
        h2 { "What came" }
        (layout::json(&entry.body))
        h2 { "What went" }
        (layout::json(&entry.answer))
        p.soft { "What is secret is left out." }
    };
    layout::page(&shown, entry.operation, &content)
}

/// Whether it was refused, and why.
fn verdict(entry: &Entry) -> Markup {
    let (error_type, message) = (text(entry, "error_type"), text(entry, "error_message"));
    html! {
        @match entry.status {
            0 => { p.mistake { "The connection was closed without an answer." } }
            200..=399 => { p { "Answered with " (entry.status) "." } }
            status => {
                p.mistake { "Refused with " (status) ": " b { (error_type) } ". " (message) }
            }
        }
    }
}

fn text<'e>(entry: &'e Entry, name: &str) -> &'e str {
    let text = entry.answer.get(name).and_then(Value::as_str);
    text.unwrap_or_default()
}
