//! The SCIM servers of connections: HTTP around [`crate::scim`]. Whoever has the token of a connection speaks
//! for the directory of its organization, without the project's credentials.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use stytch_core::Secret;

use super::MAX_BODY_BYTES;
use super::exchange::{answered, arrived, location, refused};
use crate::ledger::Sent;
use crate::project::{Input, Project};
use crate::refusal::Refusal;
use crate::route::Endpoint;
use crate::rules::providers::params::Params;
use crate::scim::{self, Asked, Task};
use crate::shared::Shared;

macro_rules! endpoint {
    ($operation:literal, $verb:ident, $path:literal, $task:ident) => {
        (
            Endpoint {
                operation: concat!("b2b.scim.", $operation),
                verb: Method::$verb,
                path: concat!("/v1/b2b/scim/{connection_id}/", $path),
            },
            Task::$task,
        )
    };
}

/// What a server does, and where.
pub(super) static ENDPOINTS: [(Endpoint, Task); 17] = [
    endpoint!(
        "service_provider_config",
        GET,
        "ServiceProviderConfig",
        ShowConfiguration
    ),
    endpoint!(
        "resource_types.list",
        GET,
        "ResourceTypes",
        ShowResourceTypes
    ),
    endpoint!(
        "resource_types.get",
        GET,
        "ResourceTypes/{id}",
        ShowResourceTypes
    ),
    endpoint!("schemas.list", GET, "Schemas", ShowSchemas),
    endpoint!("schemas.get", GET, "Schemas/{id}", ShowSchemas),
    endpoint!("users.create", POST, "Users", CreateUser),
    endpoint!("users.list", GET, "Users", ListUsers),
    endpoint!("users.get", GET, "Users/{id}", GetUser),
    endpoint!("users.replace", PUT, "Users/{id}", ReplaceUser),
    endpoint!("users.patch", PATCH, "Users/{id}", PatchUser),
    endpoint!("users.delete", DELETE, "Users/{id}", DeleteUser),
    endpoint!("groups.create", POST, "Groups", CreateGroup),
    endpoint!("groups.list", GET, "Groups", ListGroups),
    endpoint!("groups.get", GET, "Groups/{id}", GetGroup),
    endpoint!("groups.replace", PUT, "Groups/{id}", ReplaceGroup),
    endpoint!("groups.patch", PATCH, "Groups/{id}", PatchGroup),
    endpoint!("groups.delete", DELETE, "Groups/{id}", DeleteGroup),
];

/// The addresses of a server, each once.
pub(super) fn paths() -> BTreeSet<&'static str> {
    ENDPOINTS
        .iter()
        .map(|(endpoint, _)| endpoint.path)
        .collect()
}

/// Any verb at one of these addresses.
pub(super) async fn serve(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (head, body) = request.into_parts();
    let response = match find(&head.method, head.uri.path()) {
        Err(refusal) => refused(&shared, &refusal),
        Ok(found) => {
            let body = axum::body::to_bytes(body, MAX_BODY_BYTES).await.ok();
            let asked = Asked {
                connection_id: found.connection_id,
                token: bearer(&head.headers),
                id: found.id,
                query: Params::read(head.uri.query().unwrap_or_default()),
                body: scim::Body::read(body.as_deref()),
            };
            let Some(project) = project(&shared, &asked) else {
                return in_scim(refused(&shared, &scim::unauthorized()));
            };
            let sent = match body {
                Some(body) if !body.is_empty() => Sent::Body(body),
                _ => Sent::Query,
            };
            let exchange = arrived(&shared, found.endpoint.clone(), &head, sent);
            let mut place = None;
            let mut response = answered(&shared, &project, exchange, |exchange, allowed| {
                let status = found.task.status();
                let output = project.transact(Input::default(), exchange.at, status, |call| {
                    allowed.map_err(Refusal::in_words_of_scim)?;
                    scim::run(call, found.task, &asked)
                });
                if output.status == 201 {
                    let json = output.json();
                    let url = json.pointer("/meta/location").and_then(|url| url.as_str());
                    place = url.and_then(location);
                }
                output
            })
            .await;
            if let Some(place) = place {
                response.headers_mut().insert(header::LOCATION, place);
            }
            response
        }
    };
    in_scim(response)
}

/// A request that leads to one of the server's tasks.
struct Found {
    endpoint: &'static Endpoint,
    task: Task,
    connection_id: String,
    id: Option<String>,
}

fn find(verb: &Method, path: &str) -> Result<Found, Refusal> {
    let mut endpoints = ENDPOINTS.iter();
    let (endpoint, task) = endpoints
        .find(|(endpoint, _)| endpoint.verb == *verb && endpoint.matches(path))
        .ok_or_else(|| Refusal::scim(405, "", format!("{verb} means nothing here.")))?;
    let part = |name: &str| {
        let part = endpoint.value(path, name)?;
        let part = percent_encoding::percent_decode_str(part).decode_utf8();
        Some(part.ok()?.into_owned())
    };
    Ok(Found {
        endpoint,
        task: *task,
        connection_id: part("connection_id").unwrap_or_default(),
        id: part("id"),
    })
}

/// The project of a connection. Seeds can give several the same one: then it is that of `?project=`, or the
/// only one whose token was presented.
fn project(shared: &Shared, asked: &Asked) -> Option<Arc<Project>> {
    let wanted = asked.query.one("project").ok()?;
    let mut projects = shared.projects();
    projects.retain(|project| {
        let state = project.state();
        wanted.is_none_or(|id| id == project.identity.project_id)
            && state.scim_connections.get(&asked.connection_id).is_some()
    });
    if projects.len() > 1 {
        let now = shared.clock.now();
        projects.retain(|project| scim::presents(&project.state(), asked, now).is_some());
    }
    let only = projects.pop();
    only.filter(|_| projects.is_empty())
}

/// The token of a request (RFC 6750, section 2.1). One of two is nobody's.
fn bearer(headers: &HeaderMap) -> Option<Secret> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    let is_bearer = scheme.eq_ignore_ascii_case("bearer");
    is_bearer.then(|| token.trim().into())
}

/// The headers of the standard (RFC 7644, sections 2 and 3.1).
fn in_scim(mut response: Response) -> Response {
    let status = response.status();
    let headers = response.headers_mut();
    match status {
        StatusCode::NO_CONTENT => drop(headers.remove(header::CONTENT_TYPE)),
        _ => {
            let json = HeaderValue::from_static("application/scim+json");
            headers.insert(header::CONTENT_TYPE, json);
        }
    }
    if status == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer");
        headers.insert(header::WWW_AUTHENTICATE, scheme);
    }
    response
}
