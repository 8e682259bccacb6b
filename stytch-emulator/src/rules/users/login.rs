//! What a proof of who a user is leads to: a session, if one was asked for.

use std::sync::Arc;

use serde_json::Value;
use stytch_consumer::authentication_factors::AuthenticationFactor;
use stytch_consumer::users::UserStatus;
use stytch_consumer::{Attributes, sessions, users};
use stytch_core::Secret;

use super::{sessions as of_users, shown};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::custom_claims;
use crate::rules::sessions::{Named, end};
use crate::state::{Record as _, User, UserSession};

/// What a login asks for beside being one.
#[derive(Debug, Default)]
pub(crate) struct Wishes {
    pub(crate) session_token: Option<Secret>,
    pub(crate) session_jwt: Option<Secret>,
    pub(crate) session_duration_minutes: Option<i32>,
    pub(crate) session_custom_claims: Option<Value>,
    pub(crate) attributes: Option<Attributes>,
}

impl Wishes {
    /// The session that was passed in, if it is this user's: somebody else's is no help, and no harm.
    pub(crate) fn session_of(
        &self,
        call: &Call<'_>,
        user: &User,
    ) -> Result<Option<Arc<UserSession>>, Refusal> {
        let named = Named {
            token: self.session_token.as_ref(),
            jwt: self.session_jwt.as_ref(),
        };
        let session = named.find_in(call, &call.state.user_sessions)?;
        Ok(session.filter(|session| session.user_id == user.id()))
    }

    /// The same wishes for a session of its own, where all earlier ones have ended.
    pub(crate) fn anew(self) -> Self {
        Self {
            session_token: None,
            session_jwt: None,
            ..self
        }
    }
}

/// What came of it, as all logins answer it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) user: users::User,
    pub(crate) session: Option<sessions::Session>,
    pub(crate) session_token: Secret,
    pub(crate) session_jwt: Secret,
}

/// The wishes of a request that has the usual fields.
macro_rules! wishes {
    ($request:ident) => {
        $crate::rules::users::login::Wishes {
            session_token: $request.session_token.clone(),
            session_jwt: $request.session_jwt.clone(),
            session_duration_minutes: $request.session_duration_minutes,
            session_custom_claims: $request.session_custom_claims.clone(),
            attributes: None,
        }
    };
}

/// Fills the part of a response that all logins have.
macro_rules! fill {
    ($response:ident, $outcome:expr) => {{
        let outcome = $outcome;
        $response.user_id = outcome.user.user_id.clone();
        $response.user = outcome.user;
        $response.session = outcome.session;
        $response.session_token = outcome.session_token;
        $response.session_jwt = outcome.session_jwt;
    }};
}

pub(crate) use {fill, wishes};

/// Logs a user in with a new factor: into the session that was passed in if it is the user's own, else
/// into a new one if the request says how long that lasts, else into none.
pub(crate) fn with(
    call: &mut Call<'_>,
    mut user: User,
    factor: AuthenticationFactor,
    wishes: Wishes,
) -> Result<Outcome, Refusal> {
    let earlier = wishes.session_of(call, &user)?;
    if let Some(session) = &earlier {
        of_users::check_mutable(session)?;
    }
    let expires_at = match wishes.session_duration_minutes {
        Some(minutes) => Some(end(call, Some(minutes))?),
        None => None,
    };
    user.model.status = UserStatus::Active;
    let user = call.state.users.put(user);
    let session = match (earlier, expires_at) {
        (Some(session), _) => Some((*session).clone()),
        (None, Some(expires_at)) => Some(UserSession {
            id: call.random.id("session"),
            token: call.random.token(),
            user_id: user.id().to_owned(),
            started_at: call.now,
            last_accessed_at: call.now,
            expires_at,
            factors: Vec::new(),
            attributes: wishes.attributes.unwrap_or_default(),
            custom_claims: Default::default(),
        }),
        (None, None) => None,
    };
    let Some(mut session) = session else {
        return Ok(Outcome {
            user: shown(call, &user),
            session: None,
            session_token: Secret::default(),
            session_jwt: Secret::default(),
        });
    };
    session.last_accessed_at = call.now;
    if let Some(expires_at) = expires_at {
        session.expires_at = expires_at;
    }
    add(&mut session.factors, factor);
    custom_claims::merge(&mut session.custom_claims, wishes.session_custom_claims)?;
    let session = call.state.user_sessions.put(session);
    Ok(Outcome {
        user: shown(call, &user),
        session: Some(of_users::shown(call.state, &session)),
        session_token: session.token.as_str().into(),
        session_jwt: of_users::jwt(call, &session),
    })
}

/// Adds a factor. One that was shown before is there once, since when it was first shown.
pub(crate) fn add(factors: &mut Vec<AuthenticationFactor>, mut new: AuthenticationFactor) {
    let timeless = |factor: &AuthenticationFactor| {
        let mut factor = factor.clone();
        factor.last_authenticated_at = None;
        factor.created_at = None;
        factor.updated_at = None;
        factor
    };
    let same = timeless(&new);
    if let Some(place) = factors.iter().position(|old| timeless(old) == same) {
        new.created_at = factors.remove(place).created_at;
    }
    factors.push(new);
}
