//! Webhooks that were sent, and who is told.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};

use super::form::{Form, Sought, back_to};
use super::scripts::{self, News};
use super::{Shown, layout};
use crate::rules::search::contains;
use crate::state::{WebhookDelivery, WebhookEndpoint, WebhookStatus};
use crate::webhooks::endpoints;

pub(super) async fn list(Sought(sought): Sought, shown: Shown) -> Response {
    let state = shown.project.state();
    let told: Vec<_> = state.webhook_endpoints.iter().collect();
    let mut found: Vec<_> = state
        .webhook_deliveries
        .iter()
        .filter(|delivery| {
            let texts = [&delivery.event_type, &delivery.id, &delivery.endpoint_id];
            texts.into_iter().any(|text| contains(text, &sought))
        })
        .collect();
    found.reverse();
    let content = html! {
        h2 { "Who is told of changes" }
        @if told.is_empty() { p { "Nobody yet." } }
        @for endpoint in told { (listener(&shown, endpoint)) }
        form.fields method="post" action=(shown.to("/webhooks")) {
            (layout::field("url", "Address of your app", "url", "Such as http://localhost:3000/webhooks."))
            (layout::field("event_types", "Events", "text", "Such as direct.member.update, separated by commas; all of them if it is empty."))
            button type="submit" { "Tell it" }
        }
        h2 { "What was sent" }
        (layout::search(&shown, &sought))
        (layout::extent(found.len()))
        div #live {
            @for delivery in found.iter().take(layout::ROWS) { (one(&shown, delivery)) }
        }
        (scripts::live(&shown, News::Webhooks))
        (scripts::copying())
    };
    layout::page(&shown, "Webhooks", &content)
}

fn listener(shown: &Shown, endpoint: &WebhookEndpoint) -> Markup {
    let secret = endpoint.secret();
    html! {
        article {
            h3 { (endpoint.url) }
            p.soft {
                @if endpoint.event_types.is_empty() { "All events" }
                @else { (endpoint.event_types.join(", ")) }
                " · " code { (endpoint.id) }
            }
            p {
                "Secret: " code { (secret.expose()) } " "
                (scripts::copy_button(secret.expose(), "the secret"))
            }
            form method="post" action=(shown.to_one_below("/webhooks", &endpoint.id, "remove")) {
                button type="submit" aria-label=(format!("Tell {} no more", endpoint.url)) { "Tell it no more" }
            }
        }
    }
}

pub(super) async fn add(shown: Shown, form: Form) -> Response {
    let event_types = form.text("event_types").unwrap_or_default().split(',');
    let event_types = event_types.map(str::trim).filter(|name| !name.is_empty());
    let event_types = event_types.map(str::to_owned).collect();
    let url = form.text("url").unwrap_or_default();
    match endpoints::add(&shown.project, url, event_types, None) {
        Ok(_) => back_to("/webhooks", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}

pub(super) async fn remove(shown: Shown, Path(id): Path<String>, _: Form) -> Response {
    match endpoints::remove(&shown.project, &id) {
        Ok(()) => back_to("/webhooks", &shown),
        Err(refusal) => layout::refused(&shown, &refusal.into()),
    }
}

fn one(shown: &Shown, delivery: &WebhookDelivery) -> Markup {
    let status = match delivery.status {
        WebhookStatus::Pending => "on its way",
        WebhookStatus::Delivered => "delivered",
        WebhookStatus::Failed => "given up",
    };
    html! {
        article {
            h3 { (delivery.event_type) }
            p.soft { (status) " · " (layout::time(delivery.at)) " · " code { (delivery.id) } }
            ul {
                @for attempt in &delivery.attempts {
                    li {
                        (layout::time(attempt.at)) " "
                        @match attempt.status {
                            Some(status) => { (status) }
                            None => { (attempt.error.as_deref().unwrap_or_default()) }
                        }
                    }
                }
            }
            details { summary { "Body" } pre { (delivery.body) } }
            form method="post" action=(shown.to_one_below("/webhooks", &delivery.id, "resend")) {
                button type="submit" { "Send again" }
            }
        }
    }
}

pub(super) async fn resend(shown: Shown, Path(id): Path<String>, _: Form) -> Response {
    match endpoints::resend(&shown.project, &id) {
        Ok(()) => back_to("/webhooks", &shown),
        Err(_) => layout::missing(&shown, "message"),
    }
}
