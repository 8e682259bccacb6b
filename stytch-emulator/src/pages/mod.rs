//! Pages for people: what was sent, who is there, what was asked.

mod authenticator;
mod chooser;
mod clock;
mod connected_apps;
mod connections;
mod consent;
mod devices;
mod faults;
mod form;
mod identities;
mod impersonation;
mod keys;
mod layout;
mod m2m_clients;
mod members;
mod messages;
mod mint;
mod organizations;
mod projects;
mod requests;
mod roles;
mod scripts;
mod sessions;
mod users;
mod webhooks;

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::{MethodRouter, get, post};
use futures_core::Stream;
use http::request::Parts;
use http::{HeaderName, HeaderValue, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::control::{Mistake, Of, Query};
use crate::shared::{PROJECT_ID, Shared};
use scripts::News;

pub(crate) use chooser::{PATH as CHOOSER, path as chooser_path};
pub(crate) use consent::start_path as authorize_path;

/// The addresses of all pages, and what answers there.
pub(crate) fn routes() -> Vec<(&'static str, MethodRouter<Arc<Shared>>)> {
    vec![
        ("/", get(messages::list)),
        ("/requests", get(requests::list)),
        ("/requests/{number}", get(requests::one)),
        ("/webhooks", get(webhooks::list).post(webhooks::add)),
        ("/webhooks/{id}/remove", post(webhooks::remove)),
        ("/webhooks/{id}/resend", post(webhooks::resend)),
        ("/organizations", get(organizations::list)),
        ("/organizations/{id}", get(organizations::one)),
        ("/connections", get(connections::list)),
        ("/connections/{id}", get(connections::one)),
        ("/members", get(members::list)),
        ("/members/{id}", get(members::one)),
        ("/members/{id}/session", post(mint::of_member)),
        ("/members/{id}/impersonation", post(impersonation::begin)),
        ("/users", get(users::list)),
        ("/users/{id}", get(users::one)),
        ("/users/{id}/session", post(mint::of_user)),
        ("/users/{id}/impersonation", post(impersonation::begin)),
        ("/sessions", get(sessions::list)),
        ("/sessions/{id}", get(sessions::one)),
        ("/sessions/{id}/revoke", post(sessions::revoke)),
        ("/identities", get(identities::list).post(identities::add)),
        ("/identities/{subject}/forget", post(identities::forget)),
        ("/m2m-clients", get(m2m_clients::list)),
        ("/m2m-clients/{id}", get(m2m_clients::one)),
        ("/connected-apps", get(connected_apps::list)),
        ("/connected-apps/{id}", get(connected_apps::one)),
        ("/roles", get(roles::list)),
        ("/mint", get(mint::choose)),
        ("/faults", get(faults::show).post(faults::set)),
        ("/devices", get(devices::list).post(devices::add)),
        ("/clock", get(clock::show).post(clock::set)),
        ("/keys", get(keys::show).post(keys::turn)),
        ("/projects", get(projects::list)),
        (chooser::PATH, get(chooser::ask).post(chooser::choose)),
        (consent::START, get(consent::begin)),
        (consent::PATH, get(consent::ask).post(consent::answer)),
        ("/_emulator/events", get(events)),
    ]
}

/// An event for whatever comes in: messages, or what `?of=` names.
async fn events(
    Of(project): Of,
    query: Query,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Mistake> {
    let of = query.text("of");
    let news = News::named(of.as_deref())
        .ok_or_else(|| Mistake::new("of: expected messages, requests or webhooks"))?;
    let events = match news {
        News::Messages => told(news, project.watch_messages()),
        News::Requests => told(news, project.ledger.watch()),
        News::Webhooks => told(news, project.watch_deliveries()),
    };
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

type Events = Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>>;

fn told<T: Clone + Send + Sync + 'static>(news: News, changes: watch::Receiver<T>) -> Events {
    let changes = WatchStream::from_changes(changes);
    Box::pin(changes.map(move |_| Ok(Event::default().data(news.name()))))
}

/// The project that a page shows: that of `?project=`, else the one that was printed at the start.
struct Shown {
    project: Arc<crate::project::Project>,
    /// What keeps a link in the project.
    query: String,
}

impl FromRequestParts<Arc<Shared>> for Shown {
    type Rejection = Mistake;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Self, Self::Rejection> {
        let Of(project) = Of::from_request_parts(parts, shared).await?;
        let id = &project.identity.project_id;
        let query = query_of(id);
        Ok(Self { project, query })
    }
}

impl Shown {
    /// An address in the project.
    fn to(&self, path: &str) -> String {
        format!("{path}{}", self.query)
    }

    /// The address of something by its id.
    fn to_one(&self, path: &str, id: &str) -> String {
        let id = utf8_percent_encode(id, RESERVED);
        format!("{path}/{id}{}", self.query)
    }

    /// The address of what belongs to something.
    fn to_one_below(&self, path: &str, id: &str, part: &str) -> String {
        let id = utf8_percent_encode(id, RESERVED);
        format!("{path}/{id}/{part}{}", self.query)
    }
}

/// What does not stand for itself in a path (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The query that keeps a link in a project.
fn query_of(project_id: &str) -> String {
    match project_id == PROJECT_ID {
        true => String::new(),
        false => format!("?{}", project_pair(project_id)),
    }
}

/// What leads a browser on to an app: the address is nobody else's business.
fn leading_on(url: HeaderValue) -> [(HeaderName, HeaderValue); 3] {
    [
        (header::LOCATION, url),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
    ]
}

/// What names a project in a query.
fn project_pair(id: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("project", id).finish()
}
