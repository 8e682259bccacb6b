//! Mails and texts, as they come in.

use axum::response::Response;
use maud::{Markup, PreEscaped, html};

use super::{Shown, layout};
use crate::message::{Channel, Message};

/// Shows what has come in since the page was made. The page works without it.
pub(super) const SCRIPT: &str = include_str!("live.js");

pub(super) async fn list(shown: Shown) -> Response {
    let state = shown.project.state();
    let messages: Vec<_> = state.messages.iter().rev().collect();
    let content = html! {
        div #live aria-live="polite" {
            @if messages.is_empty() {
                p { "Nothing was sent yet. What your app sends shows up here at once." }
            }
            @for message in messages { (one(message)) }
        }
        script data-events=(format!("/_emulator/events{}", shown.query)) { (PreEscaped(SCRIPT)) }
    };
    layout::page(&shown, "Messages", &content)
}

fn one(message: &Message) -> Markup {
    let channel = match message.channel {
        Channel::Email => "Mail",
        Channel::Sms => "Text message",
        Channel::Whatsapp => "WhatsApp",
    };
    html! {
        article {
            h2 { (message.subject.as_deref().unwrap_or(channel)) }
            p.soft { (channel) " to " b { (message.to) } " · " (message.kind) " · " (layout::time(message.at)) }
            @if let Some(code) = &message.code {
                p.code { (code) }
            }
            @if let Some(link) = &message.link {
                p { a href=(link) rel="noreferrer" { (link) } }
                @if let Some(login) = &message.login_link {
                    p { "Log in without a password: " a href=(login) rel="noreferrer" { (login) } }
                }
            } @else {
                p { (message.text) }
            }
        }
    }
}
