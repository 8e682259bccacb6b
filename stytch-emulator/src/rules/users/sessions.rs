//! Sessions of users.

use std::sync::Arc;

use serde_json::json;
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::sessions::Session;
use stytch_core::{ErrorType, Secret, Timestamp};

use super::roles;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::sessions::{self, Living, Named, whole};
use crate::state::{State, UserSession};

impl Living for UserSession {
    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }
}

/// The session that a request names; it has to name one.
pub(crate) fn named(
    call: &Call<'_>,
    token: Option<&Secret>,
    jwt: Option<&Secret>,
) -> Result<Arc<UserSession>, Refusal> {
    let session = Named { token, jwt }.find_in(call, &call.state.user_sessions)?;
    session.ok_or_else(|| Refusal::new("no_session_arguments"))
}

/// Lets a session go on for so many minutes from now, if that is asked for.
pub(crate) fn extend(
    call: &Call<'_>,
    session: &mut UserSession,
    minutes: Option<i32>,
) -> Result<(), Refusal> {
    if minutes.is_some() {
        check_mutable(session)?;
        session.expires_at = sessions::end(call, minutes)?;
    }
    Ok(())
}

/// Makes sure that a session may be extended and get further factors: one of somebody who acts in the
/// user's place may not.
pub(crate) fn check_mutable(session: &UserSession) -> Result<(), Refusal> {
    let mut factors = session.factors.iter();
    match factors.any(|factor| factor.r#type == FactorType::Impersonated) {
        true => Err(ErrorType::SessionNotMutableImpersonated.into()),
        false => Ok(()),
    }
}

/// A session as the API shows it.
pub(crate) fn shown(state: &State, session: &UserSession) -> Session {
    let mut model = Session::default();
    model.session_id = session.id.as_str().into();
    model.user_id = session.user_id.as_str().into();
    model.authentication_factors = session.factors.clone();
    let user = state.users.get(&session.user_id);
    model.roles = user.map(|user| roles::of(user)).unwrap_or_default();
    model.started_at = Some(whole(session.started_at));
    model.last_accessed_at = Some(whole(session.last_accessed_at));
    model.expires_at = Some(whole(session.expires_at));
    model.attributes = Some(session.attributes.clone());
    model.custom_claims = session.custom_claims.clone();
    model
}

/// The JWT of a session, as of now.
pub(crate) fn jwt(call: &Call<'_>, session: &UserSession) -> Secret {
    let shown = shown(call.state, session);
    let attributes = &session.attributes;
    let claims = json!({
        "https://stytch.com/session": {
            "id": session.id,
            "started_at": shown.started_at,
            "last_accessed_at": shown.last_accessed_at,
            "expires_at": shown.expires_at,
            "attributes": {
                "ip_address": attributes.ip_address.as_deref().unwrap_or_default(),
                "user_agent": attributes.user_agent.as_deref().unwrap_or_default(),
            },
            "authentication_factors": session.factors,
            "roles": shown.roles,
        },
    });
    sessions::signed(call, &session.user_id, &session.custom_claims, claims)
}

/// Ends all sessions of a user, but for one.
pub(crate) fn end_all(state: &mut State, user_id: &str, but: Option<&str>) {
    let group = UserSession::listed_by_user(user_id);
    sessions::end_group(&mut state.user_sessions, &group, but);
}
