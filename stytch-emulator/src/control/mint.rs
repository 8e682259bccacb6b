//! A session without a login, for tests that are about something else.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_core::{ErrorType, Timestamp};

use super::asked::{Body, Mistake, Of};
use crate::call::Call;
use crate::emulator::Shared;
use crate::operations::b2b::magic_links;
use crate::project::{Input, Project};
use crate::refusal::Refusal;
use crate::rules::users::sessions as of_users;
use crate::rules::{find, sessions};
use crate::state::{Session, UserSession};

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
    match (&wanted.member_id, &wanted.email_address, &wanted.user_id) {
        (None, None, Some(user_id)) => of_user(call, user_id, wanted),
        (Some(_), None, None) | (None, Some(_), None) => of_member(call, wanted),
        _ => Err(Refusal::bad_request(
            "expected one of member_id, user_id, or email_address with organization_id",
        )),
    }
}

fn of_member(call: &mut Call<'_>, wanted: &Wanted) -> Result<Value, Refusal> {
    let id = wanted.member_id.as_deref().unwrap_or_default();
    let member = match &wanted.organization_id {
        None => call
            .state
            .members
            .get(id)
            .filter(|member| !member.is_deleted())
            .cloned(),
        Some(organization) => {
            let organization = find::organization(call.state, organization)?;
            match &wanted.email_address {
                Some(email) => find::member_by_email(call.state, &organization, email),
                None => Some(find::member(call.state, &organization, id)?),
            }
        }
    };
    let member = member.ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
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

fn of_user(call: &mut Call<'_>, user_id: &str, wanted: &Wanted) -> Result<Value, Refusal> {
    if call.state.users.get(user_id).is_none() {
        return Err(ErrorType::UserNotFound.into());
    }
    let session = UserSession {
        id: call.random.id("session"),
        token: call.random.token(),
        user_id: user_id.to_owned(),
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
