//! What an app has asked for, and what it was told.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::form::Sought;
use super::scripts::{self, News};
use super::{Shown, layout};
use crate::ledger::Entry;
use crate::rules::search::contains;

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let mut entries = shown.project.ledger.numbered();
    let is_empty = entries.is_empty();
    entries.retain(|(_, entry)| {
        [entry.operation, &entry.path, &entry.caller, error(entry)]
            .iter()
            .any(|text| contains(text, &sought))
    });
    entries.reverse();
    let content = html! {
        @if is_empty { p { "Nothing was asked for yet." } }
        (layout::search(&shown, &sought))
        (layout::extent(entries.len()))
        div #live {
            @if !entries.is_empty() { (table(&shown, &entries)) }
        }
        (scripts::live(&shown, News::Requests))
    };
    layout::page(&shown, "Requests", &content)
}

fn table(shown: &Shown, entries: &[(u64, Entry)]) -> Markup {
    let columns = ["What", "Answer", "When", "Who", "What was odd"];
    layout::table(&columns, entries, |(number, entry)| {
        html! {
            td { a href=(shown.to_one("/requests", &number.to_string())) { (entry.operation) } }
            td { (status(entry)) " " (error(entry)) }
            td { (layout::time(entry.at)) }
            td { (entry.caller.split(' ').next().unwrap_or_default()) }
            td { (entry.notes.join(", ")) }
        }
    })
}

fn status(entry: &Entry) -> String {
    match entry.status {
        0 => "none".to_owned(),
        status => status.to_string(),
    }
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
    let message = text(entry, &["error_message", "error_description", "detail"]);
    html! {
        @match entry.status {
            0 => { p.mistake { "The connection was closed without an answer." } }
            200..=399 => { p { "Answered with " (entry.status) "." } }
            status => {
                p.mistake { "Refused with " (status) ": " b { (error(entry)) } ". " (message) }
            }
        }
    }
}

/// What it was refused with, in the API's words or in those of OAuth or SCIM.
fn error(entry: &Entry) -> &str {
    text(entry, &["error_type", "error", "scimType"])
}

fn text<'e>(entry: &'e Entry, names: &[&str]) -> &'e str {
    let mut found = names.iter().filter_map(|name| entry.answer.get(name));
    found.find_map(Value::as_str).unwrap_or_default()
}
