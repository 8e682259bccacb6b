//! A session without a login, for tests that are about something else.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::Timestamp;

use super::asked::{Body, Mistake, Of};
use super::whom::{Found, Whom};
use crate::call::Call;
use crate::operations::b2b::magic_links;
use crate::project::{Input, Project};
use crate::refusal::Refusal;
use crate::rules::sessions;
use crate::rules::users::sessions as of_users;
use crate::shared::Shared;
use crate::state::{Member, Record as _, Session, User, UserSession};

/// Whose session it is to be, and for how long.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The member, by id; or by external id or address, with the organization.
    member_id: Option<String>,
    organization_id: Option<String>,
    email_address: Option<String>,
    user_id: Option<String>,
    session_duration_minutes: Option<i32>,
}

impl Wanted {
    /// A session of a member, by id.
    pub(crate) fn of_member(id: String) -> Self {
        Self {
            member_id: Some(id),
            ..Self::default()
        }
    }

    /// A session of a user, by id.
    pub(crate) fn of_user(id: String) -> Self {
        Self {
            user_id: Some(id),
            ..Self::default()
        }
    }
}

pub(super) async fn mint(
    State(shared): State<Arc<Shared>>,
    Of(project): Of,
    Body(wanted): Body<Wanted>,
) -> Result<Json<Value>, Mistake> {
    minted(&project, shared.clock.now(), &wanted).map(Json)
}

/// Makes a session.
pub(crate) fn minted(project: &Project, now: Timestamp, wanted: &Wanted) -> Result<Value, Mistake> {
    let output = project.transact(Input::default(), now, 200, |call| of(call, wanted));
    let body = output.json();
    if output.status == 200 {
        return Ok(body);
    }
    let message = body.get("error_message").and_then(Value::as_str);
    Err(Mistake::new(message.unwrap_or_default()))
}

fn of(call: &mut Call<'_>, wanted: &Wanted) -> Result<Value, Refusal> {
    let whom = Whom {
        member_id: wanted.member_id.as_deref(),
        organization_id: wanted.organization_id.as_deref(),
        email_address: wanted.email_address.as_deref(),
        user_id: wanted.user_id.as_deref(),
    };
    match whom.find(call)? {
        Found::Member(member) => of_member(call, &member, wanted),
        Found::User(user) => of_user(call, &user, wanted),
    }
}

fn of_member(call: &mut Call<'_>, member: &Member, wanted: &Wanted) -> Result<Value, Refusal> {
    let model = &member.model;
    let session = Session {
        id: call.random.id("member-session"),
        token: call.random.token(),
        member_id: model.member_id.as_str().to_owned(),
        organization_id: model.organization_id.as_str().to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: sessions::end(call, wanted.session_duration_minutes)?,
        factors: vec![magic_links::factor(
            &member.email_id,
            &model.email_address,
            call.now,
        )],
        custom_claims: Default::default(),
    };
    let session = call.state.sessions.put(session);
    Ok(json!({
        "session_token": session.token,
        "session_jwt": sessions::jwt(call, &session).expose(),
    }))
}

fn of_user(call: &mut Call<'_>, user: &User, wanted: &Wanted) -> Result<Value, Refusal> {
    let session = UserSession {
        id: call.random.id("session"),
        token: call.random.token(),
        user_id: user.id().to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: sessions::end(call, wanted.session_duration_minutes)?,
        factors: Vec::new(),
        attributes: Default::default(),
        custom_claims: Default::default(),
    };
    let session = call.state.user_sessions.put(session);
    Ok(json!({
        "session_token": session.token,
        "session_jwt": of_users::jwt(call, &session).expose(),
    }))
}
