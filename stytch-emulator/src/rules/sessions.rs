//! Sessions: their JWTs, their ends, and how a request names one.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::sessions::MemberSession;
use stytch_core::{ErrorType, Secret, Timestamp};

use super::{roles, sso};
use crate::call::Call;
use crate::clock;
use crate::keys;
use crate::refusal::Refusal;
use crate::state::{Record, Session, State, Table};

/// How long a JWT lives.
const JWT_LIFE: Duration = Duration::from_secs(5 * 60);

/// What sessions may live for, in minutes.
const MINUTES: std::ops::RangeInclusive<i32> = 5..=527_040;

/// How long a session lives unless the request says so, in minutes.
const USUAL_MINUTES: u32 = 60;

/// The end of a session that begins or is extended now.
pub(crate) fn end(call: &Call<'_>, minutes: Option<i32>) -> Result<Timestamp, Refusal> {
    match minutes {
        None => Ok(call.in_minutes(USUAL_MINUTES)),
        Some(minutes) if MINUTES.contains(&minutes) => Ok(call.in_minutes(minutes.unsigned_abs())),
        Some(_) => Err(ErrorType::InvalidSessionDurationMinutes.into()),
    }
}

/// Lets a session go on for so many minutes from now, if that is asked for.
pub(crate) fn extend(
    call: &Call<'_>,
    session: &mut Session,
    minutes: Option<i32>,
) -> Result<(), Refusal> {
    if minutes.is_some() {
        check_mutable(session)?;
        session.expires_at = end(call, minutes)?;
    }
    Ok(())
}

/// Makes sure that a session may be extended and get further factors: one of somebody who acts in the
/// member's place may not.
pub(crate) fn check_mutable(session: &Session) -> Result<(), Refusal> {
    let mut factors = session.factors.iter();
    match factors.any(|factor| factor.r#type == FactorType::Impersonated) {
        true => Err(ErrorType::SessionNotMutableImpersonated.into()),
        false => Ok(()),
    }
}

/// A session as the API shows it.
pub(crate) fn shown(state: &State, session: &Session) -> MemberSession {
    let mut model = MemberSession::default();
    model.member_session_id = session.id.as_str().into();
    model.member_id = session.member_id.as_str().into();
    model.organization_id = session.organization_id.as_str().into();
    model.started_at = Some(whole(session.started_at));
    model.last_accessed_at = Some(whole(session.last_accessed_at));
    model.expires_at = Some(whole(session.expires_at));
    model.authentication_factors = session.factors.clone();
    model.custom_claims = session.custom_claims.clone();
    let organization = state.organizations.get(&session.organization_id);
    model.organization_slug = organization
        .map(|organization| organization.model.organization_slug.clone())
        .unwrap_or_default();
    let member = state.members.get(&session.member_id);
    model.roles = member
        .map(|member| roles::in_session(state, session, member))
        .unwrap_or_default();
    model
}

/// The JWT of a session, as of now.
pub(crate) fn jwt(call: &Call<'_>, session: &Session) -> Secret {
    let shown = shown(call.state, session);
    let claims = json!({
        "https://stytch.com/session": {
            "id": session.id,
            "started_at": shown.started_at,
            "last_accessed_at": shown.last_accessed_at,
            "expires_at": shown.expires_at,
            "attributes": { "ip_address": "", "user_agent": "" },
            "authentication_factors": session.factors,
            "roles": shown.roles,
        },
        "https://stytch.com/organization": {
            "organization_id": session.organization_id,
            "slug": shown.organization_slug,
        },
    });
    signed(call, &session.member_id, &session.custom_claims, claims)
}

/// A JWT of somebody's session: what all of them say, the app's claims and those of the session.
pub(crate) fn signed(
    call: &Call<'_>,
    subject: &str,
    custom_claims: &Map<String, Value>,
    of_session: Value,
) -> Secret {
    let project_id = &call.identity.project_id;
    let now = call.now.unix_seconds();
    let common = json!({
        "iss": format!("stytch.com/{project_id}"),
        "aud": [project_id],
        "sub": subject,
        "iat": now,
        "nbf": now,
        "exp": clock::after(call.now, JWT_LIFE).unix_seconds(),
    });
    let mut claims = custom_claims.clone();
    for own in [of_session, common] {
        if let Value::Object(own) = own {
            claims.extend(own);
        }
    }
    let (key_id, key) = call.signing_key();
    keys::jwt(key, &key_id, &Value::Object(claims)).into()
}

/// How a request may name a session: by its token or by one of its JWTs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) token: Option<&'a Secret>,
    pub(crate) jwt: Option<&'a Secret>,
}

impl Named<'_> {
    /// The living session of a member that is named; `None` if none is.
    pub(crate) fn find(self, call: &Call<'_>) -> Result<Option<Arc<Session>>, Refusal> {
        self.find_in(call, &call.state.sessions)
    }

    /// The living session in a table that is named.
    pub(crate) fn find_in<S: Living>(
        self,
        call: &Call<'_>,
        table: &Table<S>,
    ) -> Result<Option<Arc<S>>, Refusal> {
        let given = |secret: Option<&Secret>| {
            let secret = secret.filter(|secret| !secret.is_empty());
            secret.map(|secret| secret.expose().to_owned())
        };
        let found = match (given(self.token), given(self.jwt)) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(Refusal::new("too_many_session_arguments")),
            (Some(token), None) => table.named(&Session::named_by_token(&token)),
            (None, Some(jwt)) => {
                let claims = call.read_jwt(&jwt)?;
                let session = claims.get("https://stytch.com/session");
                let id = session.and_then(|session| session.get("id"));
                id.and_then(Value::as_str).and_then(|id| table.get(id))
            }
        };
        found
            .filter(|session| session.expires_at() > call.now)
            .cloned()
            .map(Some)
            .ok_or_else(|| ErrorType::SessionNotFound.into())
    }
}

/// Something with an end, that has the name of its token.
pub(crate) trait Living: Record {
    fn expires_at(&self) -> Timestamp;
}

impl Living for Session {
    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }
}

/// Whether the member has logged in over an SSO connection in a session.
pub(crate) fn is_over(session: &Session, connection_id: &str) -> bool {
    let mut connections = session.factors.iter().filter_map(sso::connection_of);
    connections.any(|id| id == connection_id)
}

/// Ends all sessions of a member, but for one.
pub(crate) fn end_all(state: &mut State, member_id: &str, but: Option<&str>) {
    end_group(
        &mut state.sessions,
        &Session::listed_by_member(member_id),
        but,
    );
}

/// Ends the sessions of a group, but for one.
pub(crate) fn end_group<S: Record>(table: &mut Table<S>, group: &str, but: Option<&str>) {
    let ids: Vec<_> = table
        .group(group)
        .map(|session| session.id().to_owned())
        .filter(|id| Some(id.as_str()) != but)
        .collect();
    for id in ids {
        table.remove(&id);
    }
}

/// A time in whole seconds, as sessions show theirs.
pub(crate) fn whole(time: Timestamp) -> Timestamp {
    Timestamp::from_unix_seconds(time.unix_seconds()).unwrap_or(time)
}
