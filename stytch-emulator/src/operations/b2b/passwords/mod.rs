//! Passwords of members.

pub(crate) mod discovery;
pub(crate) mod email;
pub(crate) mod existing_password;
mod kept;
mod migrate;
pub(crate) mod sessions;

use stytch_b2b::organizations::AuthMethod;
use stytch_b2b::passwords::{
    AuthenticateRequest, AuthenticateResponse, LudsFeedback, StrengthCheckRequest,
    StrengthCheckResponse, ZxcvbnFeedback,
};
use stytch_core::ErrorType;

pub(crate) use self::migrate::migrate;
use crate::call::Call;
use crate::operations::b2b::organizations::admission;
use crate::refusal::Refusal;
use crate::rules::login::{self, Wishes};
use crate::rules::password::{self, Feedback};
use crate::rules::{attempts, factors, find};

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let member = find::member_by_email(call.state, &organization, email)
        .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    admission::check_method(&organization, Some(&member), &AuthMethod::Password)?;
    let kept = kept::of_member(call, &member)?;
    let account = member.model.member_id.as_str();
    attempts::prove(call, account, |_| kept::check(&kept, &request.password))?;
    kept::may_be_used(call, &kept, &request.password, email)?;
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: false,
    };
    let factor = factors::password(call.now);
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = AuthenticateResponse::default();
    response.organization_id = organization.model.organization_id.clone();
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn strength_check(
    call: &mut Call<'_>,
    request: StrengthCheckRequest,
) -> Result<StrengthCheckResponse, Refusal> {
    let policy = &call.state.settings.passwords;
    let email = request.email_address.as_deref();
    let strength = password::check(policy, &request.password, email);
    let mut response = StrengthCheckResponse::default();
    response.valid_password = strength.is_valid;
    response.score = strength.score;
    response.breached_password = strength.is_breached;
    response.strength_policy = policy.policy.as_str().into();
    response.breach_detection_on_create = policy.check_breach_on_creation;
    match strength.feedback {
        Feedback::Zxcvbn {
            warning,
            suggestions,
        } => {
            let mut feedback = ZxcvbnFeedback::default();
            feedback.warning = warning;
            feedback.suggestions = suggestions;
            response.zxcvbn_feedback = Some(feedback);
        }
        Feedback::Luds(luds) => {
            let mut feedback = LudsFeedback::default();
            feedback.has_lower_case = luds.has_lower_case;
            feedback.has_upper_case = luds.has_upper_case;
            feedback.has_digit = luds.has_digit;
            feedback.has_symbol = luds.has_symbol;
            feedback.missing_complexity = luds.missing_complexity;
            feedback.missing_characters = luds.missing_characters;
            response.luds_feedback = Some(feedback);
        }
    }
    Ok(response)
}
