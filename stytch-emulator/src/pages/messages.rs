//! Mails and texts, as they come in.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::form::Sought;
use super::scripts::{self, News};
use super::{Shown, authenticator, layout};
use crate::message::{Channel, Message};
use crate::rules::search::contains;
use crate::shared::Shared;

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Sought(sought): Sought,
    shown: Shown,
) -> Response {
    let state = shown.project.state();
    let now = shared.clock.now();
    let messages = state.messages.iter().rev();
    let found: Vec<_> = messages
        .filter(|message| is_found(message, &sought))
        .collect();
    let content = html! {
        (layout::search(&shown, &sought))
        (layout::extent(found.len()))
        div #live {
            @if state.messages.is_empty() {
                p { "Nothing was sent yet. What your app sends shows up here at once." }
            }
            @for app in authenticator::waiting(&state, now) {
                (authenticator::card(&shown, &state, app, now))
            }
            @for message in found.iter().take(layout::ROWS) { (one(message)) }
        }
        // authenticator apps wait without a message, but not without a request
        (scripts::live(&shown, News::Requests))
        (scripts::copying())
    };
    layout::page(&shown, "Messages", &content)
}

fn is_found(message: &Message, sought: &str) -> bool {
    let subject = message.subject.as_deref().unwrap_or_default();
    [&message.to, &message.kind, subject, &message.text]
        .iter()
        .any(|text| contains(text, sought))
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
                p.code { (code) " " (scripts::copy_button(code, "the code")) }
            }
            @if let Some(link) = &message.link {
                p { (layout::link(link)) " " (scripts::copy_button(link, "the link")) }
                @if let Some(login) = &message.login_link {
                    p { "Log in without a password: " (layout::link(login)) }
                }
            } @else {
                p { (message.text) }
            }
        }
    }
}
