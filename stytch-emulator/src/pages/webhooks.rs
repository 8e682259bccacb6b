//! Webhooks that were sent, and who is told.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};

use super::form::{Form, back_to};
use super::{Shown, layout};
use crate::state::{WebhookDelivery, WebhookStatus};
use crate::webhooks::endpoints;

pub(super) async fn list(shown: Shown) -> Response {
    let state = shown.project.state();
    let mut deliveries: Vec<_> = state.webhook_deliveries.iter().collect();
    deliveries.reverse();
    let content = html! {
        @if state.webhook_endpoints.len() == 0 {
            p { "Nobody is told of changes yet. Post " code { "{\"url\": \"http://localhost:3000/webhooks\"}" }
                " to " code { "/_emulator/webhooks" } "." }
        } @else {
            h2 { "Endpoints" }
            ul {
                @for endpoint in state.webhook_endpoints.iter() {
                    li { code { (endpoint.url) } " " span.soft { (endpoint.id) } }
                }
            }
        }
        @for delivery in deliveries { (one(&shown, delivery)) }
    };
    layout::page(&shown, "Webhooks", &content)
}

fn one(shown: &Shown, delivery: &WebhookDelivery) -> Markup {
    let status = match delivery.status {
        WebhookStatus::Pending => "on its way",
        WebhookStatus::Delivered => "delivered",
        WebhookStatus::Failed => "given up",
    };
    html! {
        article {
            h2 { (delivery.event_type) }
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
            form method="post" action=(format!("/webhooks/{}/resend{}", delivery.id, shown.query)) {
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
