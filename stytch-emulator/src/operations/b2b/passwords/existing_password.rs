//! Another password for whoever knows the old one.

use stytch_b2b::organizations::AuthMethod;
use stytch_b2b::passwords::existing_password::{ResetRequest, ResetResponse};
use stytch_core::ErrorType;

use super::kept;
use crate::call::Call;
use crate::operations::b2b::organizations::admission;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::{attempts, factors, find};

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let member = find::member_by_email(call.state, &organization, email)
        .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    admission::check_method(&organization, Some(&member), &AuthMethod::Password)?;
    let old = kept::of_member(call, &member)?;
    let account = member.model.member_id.as_str();
    attempts::prove(call, account, |_| {
        kept::check(&old, &request.existing_password)
    })?;
    kept::choose(call, &old.owner, &request.new_password, email)?;
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        ends_sessions: true,
        ..Wishes::default()
    };
    let factor = factors::password(call.now);
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = ResetResponse::default();
    login::fill!(response, outcome);
    Ok(response)
}
