//! Pages for people: what was sent, who is there, what was asked.

mod chooser;
mod clock;
mod faults;
mod form;
mod keys;
mod layout;
mod messages;
mod mint;
mod organizations;
mod requests;
mod users;
mod webhooks;

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::{MethodRouter, get, post};
use futures_core::Stream;
use http::request::Parts;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::control::Of;
use crate::emulator::{PROJECT_ID, Shared};
pub(crate) use chooser::{PATH as CHOOSER, path as chooser_path};

/// The addresses of all pages, and what answers there.
pub(crate) fn routes() -> Vec<(&'static str, MethodRouter<Arc<Shared>>)> {
    vec![
        ("/", get(messages::list)),
        ("/organizations", get(organizations::list)),
        ("/organizations/{id}", get(organizations::one)),
        ("/members/{id}", get(organizations::member)),
        ("/users", get(users::list)),
        ("/users/{id}", get(users::one)),
        ("/members/{id}/session", post(mint::of_member)),
        ("/users/{id}/session", post(mint::of_user)),
        ("/requests", get(requests::list)),
        ("/requests/{number}", get(requests::one)),
        ("/faults", get(faults::show).post(faults::set)),
        ("/clock", get(clock::show).post(clock::set)),
        ("/keys", get(keys::show).post(keys::turn)),
        ("/webhooks", get(webhooks::list)),
        ("/webhooks/{id}/resend", post(webhooks::resend)),
        (chooser::PATH, get(chooser::ask).post(chooser::choose)),
        ("/_emulator/events", get(events)),
    ]
}

/// An event for each message that comes in.
async fn events(Of(project): Of) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = WatchStream::from_changes(project.watch_messages());
    let events = changes.map(|count| Ok(Event::default().data(count.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// The project that a page shows: that of `?project=`, else the one that was printed at the start.
struct Shown {
    project: Arc<crate::project::Project>,
    /// What keeps a link in the project.
    query: String,
}

impl FromRequestParts<Arc<Shared>> for Shown {
    type Rejection = crate::control::Mistake;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Self, Self::Rejection> {
        let Of(project) = Of::from_request_parts(parts, shared).await?;
        let id = &project.identity.project_id;
        let query = match id == PROJECT_ID {
            true => String::new(),
            false => format!("?{}", project_pair(id)),
        };
        Ok(Self { project, query })
    }
}

/// What names a project in a query.
fn project_pair(id: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("project", id).finish()
}
