//! Another password for whoever is logged in.

use std::time::Duration;

use stytch_b2b::passwords::sessions::{ResetRequest, ResetResponse};
use stytch_core::{ErrorType, Timestamp};

use super::kept;
use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{factors, find, sessions};

/// How old the newest factor may be.
const FRESH: Duration = Duration::from_secs(5 * 60);

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let named = sessions::Named {
        token: request.session_token.as_ref(),
        jwt: request.session_jwt.as_ref(),
    };
    let session = named.find(call)?;
    let session = session.ok_or_else(|| Refusal::new("no_session_arguments"))?;
    if session.organization_id != organization.model.organization_id.as_str() {
        return Err(ErrorType::SessionNotFound.into());
    }
    let member = find::member(call.state, &organization, &session.member_id)?;
    let is_fresh = |at: Timestamp| clock::after(at, FRESH) >= call.now;
    let mut shown = session.factors.iter();
    if !shown.any(|factor| factor.last_authenticated_at.is_some_and(is_fresh)) {
        return Err(ErrorType::SessionTooOldToResetPassword.into());
    }
    let owner = kept::owner(call, &member);
    let email = &member.model.email_address;
    kept::choose(call, &owner, &request.password, email)?;
    sessions::end_all(call.state, &session.member_id, Some(&session.id));
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ..Wishes::default()
    };
    let factor = factors::password(call.now);
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = ResetResponse::default();
    response.member_id = outcome.member.member_id.clone();
    response.member = outcome.member;
    response.organization = outcome.organization;
    response.session_token = outcome.session_token;
    response.session_jwt = outcome.session_jwt;
    response.member_authenticated = outcome.member_session.is_some();
    response.member_session = outcome.member_session;
    response.intermediate_session_token = outcome.intermediate_session_token;
    response.intermediate_session_token_expires_at = outcome.intermediate_session_token_expires_at;
    response.mfa_required = outcome.mfa_required;
    Ok(response)
}
