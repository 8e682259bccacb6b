//! What a proof of who somebody is leads to: a session, or the next step.

mod begun;
mod required;

use std::sync::Arc;

use serde_json::Value;
use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_b2b::mfa::{MfaRequired, SecondaryAuth};
use stytch_b2b::organizations::{self, MemberStatus, MethodPolicy, MfaMethod};
use stytch_b2b::sessions::{MemberSession, PrimaryRequired};
use stytch_core::{Secret, Timestamp};

use self::begun::keep;
pub(crate) use self::begun::{begin, earlier, forget_begun, intermediate};
pub(crate) use self::required::{mfa_required, primary_required, proof_required};
use super::{attempts, codes, custom_claims, oauth, roles, sessions, sso};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::state::{Member, Organization, Record as _, Session};

/// What a login asks for beside being one.
#[derive(Debug, Default)]
pub(crate) struct Wishes {
    pub(crate) session_token: Option<Secret>,
    pub(crate) session_jwt: Option<Secret>,
    pub(crate) session_duration_minutes: Option<i32>,
    pub(crate) session_custom_claims: Option<Value>,
    /// Factors from earlier steps.
    pub(crate) intermediate_session_token: Option<Secret>,
    /// Whether all sessions of the member end, even the one that was passed.
    pub(crate) ends_sessions: bool,
}

/// What came of it, as all logins answer it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) member: organizations::Member,
    pub(crate) organization: organizations::Organization,
    pub(crate) session_token: Secret,
    pub(crate) session_jwt: Secret,
    pub(crate) member_session: Option<MemberSession>,
    pub(crate) intermediate_session_token: Secret,
    pub(crate) intermediate_session_token_expires_at: Option<Timestamp>,
    pub(crate) mfa_required: Option<MfaRequired>,
    pub(crate) primary_required: Option<PrimaryRequired>,
}

/// Fills the part of a response that all logins have.
macro_rules! fill {
    ($response:ident, $outcome:expr) => {{
        let outcome = $outcome;
        $response.member_id = outcome.member.member_id.clone();
        $response.member = outcome.member;
        $response.organization = outcome.organization.into();
        $response.member_authenticated = outcome.member_session.is_some();
        $response.session_token = outcome.session_token;
        $response.session_jwt = outcome.session_jwt;
        $response.member_session = outcome.member_session;
        $response.intermediate_session_token = outcome.intermediate_session_token;
        $response.intermediate_session_token_expires_at =
            outcome.intermediate_session_token_expires_at;
        $response.mfa_required = outcome.mfa_required;
        $response.primary_required = outcome.primary_required;
    }};
}

pub(crate) use fill;

/// Logs a member in with new factors, as far as they and those from earlier steps suffice.
pub(crate) fn with(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &Member,
    new: Vec<AuthenticationFactor>,
    wishes: Wishes,
) -> Result<Outcome, Refusal> {
    let named = sessions::Named {
        token: wishes.session_token.as_ref(),
        jwt: wishes.session_jwt.as_ref(),
    };
    let member_id = member.model.member_id.as_str();
    attempts::check(call, member_id)?;
    // somebody else's session is no help, and no harm
    let mut session = named
        .find(call)?
        .filter(|session| session.member_id == member_id);
    if let Some(session) = &session {
        sessions::check_mutable(session)?;
    }
    let spares_second = session.is_some();
    let earlier = match wishes.intermediate_session_token.as_ref() {
        Some(token) if !token.is_empty() => Some(self::earlier(call, organization, member, token)?),
        _ => None,
    };
    let mut factors = session
        .as_ref()
        .map(|session| session.factors.clone())
        .unwrap_or_default();
    factors.extend(earlier.iter().flat_map(|earlier| earlier.factors.clone()));
    for factor in new {
        add(&mut factors, factor);
    }
    if wishes.ends_sessions {
        sessions::end_all(call.state, member_id, None);
        // with what was shown before, whoever it was, no login ends any more; this one goes on
        forget_begun(call.state, organization.id(), &member.model.email_address);
        session = None;
    }
    let primary_required = primary_required(organization, member, &factors);
    let mut mfa_required = mfa_required(organization, member, &factors).filter(|_| !spares_second);
    let member = match primary_required {
        None => &*accepted(call, member, &factors),
        Some(_) => member,
    };
    if primary_required.is_none()
        && let Some(required) = &mut mfa_required
    {
        send_code(call, organization, member, required);
    }
    if primary_required.is_some() || mfa_required.is_some() {
        let kept = keep(call, organization, member, factors, earlier.as_deref());
        return Ok(Outcome {
            member: roles::shown(call.state, member),
            organization: organization.model.clone(),
            session_token: Secret::default(),
            session_jwt: Secret::default(),
            member_session: None,
            intermediate_session_token: kept.token.as_str().into(),
            intermediate_session_token_expires_at: Some(kept.expires_at),
            mfa_required,
            primary_required,
        });
    }
    if let Some(earlier) = earlier {
        call.state.intermediate_sessions.remove(&earlier.token);
    }
    let expires_at = sessions::end(call, wishes.session_duration_minutes)?;
    let mut session = match session {
        Some(session) => {
            let mut session = (*session).clone();
            if wishes.session_duration_minutes.is_some() {
                session.expires_at = expires_at;
            }
            session
        }
        None => Session {
            id: call.random.id("member-session"),
            token: call.random.token(),
            member_id: member_id.to_owned(),
            organization_id: organization.model.organization_id.as_str().to_owned(),
            started_at: call.now,
            last_accessed_at: call.now,
            expires_at,
            factors: Vec::new(),
            custom_claims: Default::default(),
        },
    };
    session.last_accessed_at = call.now;
    session.factors = factors;
    custom_claims::merge(&mut session.custom_claims, wishes.session_custom_claims)?;
    let session = call.state.sessions.put(session);
    attempts::forget(call, member_id);
    Ok(Outcome {
        member: roles::shown(call.state, member),
        organization: organization.model.clone(),
        session_token: session.token.as_str().into(),
        session_jwt: sessions::jwt(call, &session),
        member_session: Some(sessions::shown(call.state, &session)),
        intermediate_session_token: Secret::default(),
        intermediate_session_token_expires_at: None,
        mfa_required: None,
        primary_required: None,
    })
}

/// Texts a code to a member who owes a second factor and has a number for it, so that nobody has to ask.
fn send_code(
    call: &mut Call<'_>,
    organization: &Organization,
    member: &Member,
    required: &mut MfaRequired,
) {
    let model = &organization.model;
    let is_taken = model.mfa_methods != MethodPolicy::Restricted
        || model.allowed_mfa_methods.contains(&MfaMethod::SmsOtp);
    let member = &member.model;
    let has_number = member.mfa_phone_number_verified && !member.mfa_phone_number.is_empty();
    if !has_number || !is_taken || member.default_mfa_method == MfaMethod::Totp {
        return;
    }
    codes::text(call, member.member_id.as_str(), &member.mfa_phone_number);
    required.secondary_auth_initiated = Some(SecondaryAuth::SmsOtp);
}

/// Whoever has logged in is no longer invited, and known by the accounts at providers that were part of
/// the login.
fn accepted(call: &mut Call<'_>, member: &Member, factors: &[AuthenticationFactor]) -> Arc<Member> {
    let mut member = member.clone();
    oauth::members::register_all(call.state, &mut member, factors);
    let waited = matches!(
        member.model.status,
        MemberStatus::Pending | MemberStatus::Invited
    );
    if waited {
        member.model.status = MemberStatus::Active;
        member.model.updated_at = Some(call.now);
    }
    call.state.members.put(member)
}

/// Adds a factor, in place of an older one of the same kind.
pub(crate) fn add(factors: &mut Vec<AuthenticationFactor>, new: AuthenticationFactor) {
    factors.retain(|old| {
        old.r#type != new.r#type
            || old.delivery_method != new.delivery_method
            || old.email_factor != new.email_factor
            || old.oauth_access_token_exchange_factor != new.oauth_access_token_exchange_factor
            || sso::connection_of(old) != sso::connection_of(&new)
    });
    factors.push(new);
}
