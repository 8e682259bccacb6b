//! What has changed, as the service tells by webhooks.

use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use axum::routing::post;
use axum::{Extension, Router};
use look::Page;
use maud::html;
use stytch_axum::b2b::{MemberSession, Webhook};
use stytch_b2b::OrganizationId;
use stytch_b2b::webhooks::{Event, Verifier};

use crate::frame;

/// What has changed, and where. An app of yours has a table for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Activity(Arc<Mutex<Vec<Change>>>);

#[derive(Clone, Debug)]
struct Change {
    event_id: String,
    organization_id: OrganizationId,
    event_type: String,
}

/// Where the service sends its webhooks.
pub(crate) fn router(verifier: Verifier, activity: Activity) -> Router {
    Router::new()
        .route("/webhooks", post(receive))
        .layer(Extension(activity))
        .with_state(verifier)
}

async fn receive(Extension(activity): Extension<Activity>, webhook: Webhook) -> StatusCode {
    let organization_id = match &*webhook {
        Event::Organization(change) => Some(&change.id),
        Event::Member(change) => change.object.as_ref().map(|member| &member.organization_id),
        _ => None,
    };
    if let Some(organization_id) = organization_id {
        let envelope = webhook.envelope();
        let mut changes = activity.0.lock().unwrap_or_else(PoisonError::into_inner);
        // an event may come more than once
        if changes
            .iter()
            .all(|change| change.event_id != envelope.event_id)
        {
            changes.push(Change {
                event_id: envelope.event_id.clone(),
                organization_id: organization_id.clone(),
                event_type: envelope.event_type(),
            });
        }
    }
    StatusCode::NO_CONTENT
}

pub(crate) async fn page(session: MemberSession, Extension(activity): Extension<Activity>) -> Page {
    let changes = activity.0.lock().unwrap_or_else(PoisonError::into_inner);
    let own = |change: &&Change| change.organization_id == session.organization_id;
    let changes: Vec<_> = changes
        .iter()
        .rev()
        .filter(own)
        .take(100)
        .cloned()
        .collect();
    frame::inside(
        &session,
        "Activity",
        html! {
            div.card {
                @if changes.is_empty() {
                    p.soft { "The service has told of no change yet." }
                } @else {
                    ul.list { @for change in &changes { li { code { (change.event_type) } } } }
                }
            }
        },
    )
}
