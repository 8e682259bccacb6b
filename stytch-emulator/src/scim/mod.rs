//! A server of SCIM 2.0 (RFC 7643, RFC 7644), by which an identity provider keeps the members of an
//! organization up to date. Each SCIM connection has one.
//!
//! What comes in is brought into the spelling of the [`schema`], so that all else knows one spelling;
//! [`path`] and [`filter`] say which part of a resource is meant, and [`patch`] changes it. [`users`] and
//! [`groups`] make members of that, and nothing else here knows of members.

mod discovery;
mod filter;
mod groups;
mod list;
mod patch;
mod path;
mod schema;
mod spelling;
mod user;
mod users;

use std::sync::Arc;

use aws_lc_rs::constant_time;
use serde_json::{Value, json};
use stytch_core::webhooks::Source;
use stytch_core::{Secret, Timestamp};

use crate::call::{Answer, Call};
use crate::refusal::Refusal;
use crate::rules::providers::params::Params;
use crate::rules::scim::connections;
use crate::state::{Record as _, ScimConnection, State};

/// Names a user in `schemas`.
const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
/// Names a group in `schemas`.
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
/// Names what companies say of their people, beyond what every user has.
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// What a request asks of the server of a connection.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) connection_id: String,
    /// The bearer token that came with it.
    pub(crate) token: Option<Secret>,
    /// The resource that the path names.
    pub(crate) id: Option<String>,
    pub(crate) query: Params,
    pub(crate) body: Body,
}

/// What was sent.
#[derive(Debug)]
pub(crate) enum Body {
    Json(Value),
    /// It is no JSON.
    Unreadable,
    TooLong,
}

/// Something that the server does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    ShowConfiguration,
    ShowResourceTypes,
    ShowSchemas,
    CreateUser,
    GetUser,
    ListUsers,
    ReplaceUser,
    PatchUser,
    DeleteUser,
    CreateGroup,
    GetGroup,
    ListGroups,
    ReplaceGroup,
    PatchGroup,
    DeleteGroup,
}

impl Body {
    /// Reads what was sent; `None` if it was too long.
    pub(crate) fn read(bytes: Option<&[u8]>) -> Self {
        match bytes.map(serde_json::from_slice) {
            None => Self::TooLong,
            Some(Ok(json)) => Self::Json(json),
            Some(Err(_)) => Self::Unreadable,
        }
    }
}

impl Task {
    /// The status of the answer, if it is none of refusal.
    pub(crate) fn status(self) -> u16 {
        match self {
            Self::CreateUser | Self::CreateGroup => 201,
            Self::DeleteUser | Self::DeleteGroup => 204,
            _ => 200,
        }
    }
}

/// Does what a request asks for, in the name of whoever has the connection's token.
pub(crate) fn run(call: &mut Call<'_>, task: Task, asked: &Asked) -> Result<Answer, Refusal> {
    call.source = Source::Scim;
    let connection = presents(call.state, asked, call.now).ok_or_else(unauthorized)?;
    let done = perform(call, &connection, task, asked);
    let json = done.map_err(Refusal::in_words_of_scim)?;
    Ok(Answer::Text(match json {
        Some(json) => json.to_string().into_bytes(),
        None => Vec::new(),
    }))
}

fn perform(
    call: &mut Call<'_>,
    connection: &ScimConnection,
    task: Task,
    asked: &Asked,
) -> Result<Option<Value>, Refusal> {
    let id = asked.id.as_deref().unwrap_or_default();
    let shown = list::Shown::read(&asked.query)?;
    let one = |resource: Value| Some(shown.of(resource));
    Ok(match task {
        Task::ShowConfiguration => Some(discovery::configuration(call, connection)),
        Task::ShowResourceTypes => Some(discovery::resource_types(call, connection, asked)?),
        Task::ShowSchemas => Some(discovery::schemas(call, connection, asked)?),
        Task::CreateUser => one(users::create(call, connection, object(&asked.body)?)?),
        Task::GetUser => one(users::get(call, connection, id)?),
        Task::ListUsers => Some(users::list(call, connection, &asked.query, &shown)?),
        Task::ReplaceUser => one(users::replace(call, connection, id, object(&asked.body)?)?),
        Task::PatchUser => one(users::patch(call, connection, id, object(&asked.body)?)?),
        Task::DeleteUser => {
            users::delete(call, connection, id)?;
            None
        }
        Task::CreateGroup => one(groups::create(call, connection, object(&asked.body)?)?),
        Task::GetGroup => one(groups::get(call, connection, id)?),
        Task::ListGroups => Some(groups::list(call, connection, &asked.query, &shown)?),
        Task::ReplaceGroup => one(groups::replace(call, connection, id, object(&asked.body)?)?),
        Task::PatchGroup => one(groups::patch(call, connection, id, object(&asked.body)?)?),
        Task::DeleteGroup => {
            groups::delete(call, connection, id)?;
            None
        }
    })
}

/// The connection whose token came with a request: the present one, or the one that comes next, until it ends.
pub(crate) fn presents(
    state: &State,
    asked: &Asked,
    now: Timestamp,
) -> Option<Arc<ScimConnection>> {
    let connection = state.scim_connections.get(&asked.connection_id)?;
    let given = asked.token.as_ref()?.expose();
    let is_it = |own: &Secret, end: Option<Timestamp>| {
        let (own, given) = (own.expose().as_bytes(), given.as_bytes());
        let is_same = constant_time::verify_slices_are_equal(own, given).is_ok();
        is_same && !own.is_empty() && end.is_none_or(|end| now < end)
    };
    let model = &connection.model;
    let next = connection.next_bearer_token.as_ref();
    let is_presented = is_it(&connection.bearer_token, model.bearer_token_expires_at)
        || next.is_some_and(|next| is_it(next, model.next_bearer_token_expires_at));
    is_presented.then(|| Arc::clone(connection))
}

/// The refusal of whoever has no token of the connection. It does not say whether there is such a connection.
pub(crate) fn unauthorized() -> Refusal {
    Refusal::scim(401, "", "The bearer token is none of this connection.")
}

/// What was sent, as an object.
fn object(body: &Body) -> Result<&serde_json::Map<String, Value>, Refusal> {
    match body {
        Body::Json(Value::Object(object)) => Ok(object),
        Body::TooLong => Err(Refusal::scim(413, "", "The body is too long.")),
        Body::Json(_) | Body::Unreadable => Err(Refusal::scim(
            400,
            "invalidSyntax",
            "The body is no JSON object.",
        )),
    }
}

/// What the server knows of a resource: its kind and address, and when it came and was changed.
fn meta(
    call: &Call<'_>,
    connection: &ScimConnection,
    kind: &str,
    path: &str,
    [created, modified]: [Option<Timestamp>; 2],
) -> Value {
    let base_url = connections::base_url(call.identity, connection.id());
    let mut meta = json!({
        "resourceType": kind,
        "created": created,
        "lastModified": modified,
        "location": format!("{base_url}/{path}"),
    });
    if let Some(known) = meta.as_object_mut() {
        known.retain(|_, value| !value.is_null());
    }
    meta
}

/// A resource that is not there.
fn not_found(id: &str) -> Refusal {
    Refusal::scim(404, "", format!("There is no resource {id}."))
}

/// A value that can't be, or is missing.
fn invalid_value(detail: impl Into<String>) -> Refusal {
    Refusal::scim(400, "invalidValue", detail)
}

/// Something that has to be the only one of its kind.
fn taken(detail: impl Into<String>) -> Refusal {
    Refusal::scim(409, "uniqueness", detail)
}
