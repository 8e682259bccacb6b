//! A first password, or another one, by a link in a mail.

use stytch_b2b::organizations::{AuthMethod, MemberStatus};
use stytch_b2b::passwords::email::{
    RequireResetRequest, RequireResetResponse, ResetRequest, ResetResponse, ResetStartRequest,
    ResetStartResponse,
};
use stytch_core::ErrorType;

use super::kept;
use crate::call::Call;
use crate::operations::b2b::magic_links::email::TOKEN_TYPE;
use crate::operations::b2b::organizations::admission;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::login::{self, Wishes};
use crate::rules::redirect::UrlType;
use crate::rules::{factors, find, roles, tokens};
use crate::state::{Member, Password, TokenKind};

/// How long a link lives unless the request says so, in minutes.
pub(super) const USUAL_MINUTES: u32 = 30;

pub(crate) fn reset_start(
    call: &mut Call<'_>,
    request: ResetStartRequest,
) -> Result<ResetStartResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let member = find::member_by_email(call.state, &organization, email)
        .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?;
    admission::check_method(&organization, Some(&member), &AuthMethod::Password)?;
    let member_id = member.model.member_id.as_str();
    let minutes = links::minutes(request.reset_password_expiration_minutes, USUAL_MINUTES);
    let link = Link {
        opens: TokenKind::PasswordReset {
            member_id: member_id.to_owned(),
        },
        token_type: "multi_tenant_passwords",
        url: request.reset_password_redirect_url,
        leads_from: UrlType::ResetPassword,
        minutes,
        pkce: request.code_challenge.clone(),
    };
    let login = Link {
        opens: TokenKind::MagicLink {
            member_id: member_id.to_owned(),
        },
        token_type: TOKEN_TYPE,
        url: request.login_redirect_url,
        leads_from: UrlType::Login,
        minutes,
        pkce: request.code_challenge,
    };
    let mail = Mail {
        to: email,
        kind: "reset_password",
        subject: format!(
            "Set a password for {}",
            organization.model.organization_name
        ),
        organization: Some(&organization),
        link,
        login: Some(login),
    };
    links::send(call, mail)?;
    let mut response = ResetStartResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.member_email_id = member.email_id.as_str().into();
    Ok(response)
}

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    let token = tokens::spend(
        call,
        &request.password_reset_token,
        request.code_verifier.as_ref(),
        tokens::PASSWORD_RESET,
    )?;
    let dead = || Refusal::from(ErrorType::UnableToAuthPasswordResetToken);
    let TokenKind::PasswordReset { member_id } = &token.kind else {
        return Err(dead());
    };
    let found = call.state.members.get(member_id);
    let found = found.filter(|member| !member.is_deleted());
    let mut member = (**found.ok_or_else(dead)?).clone();
    let organization = find::organization(call.state, member.model.organization_id.as_str())?;
    admission::check_method(&organization, Some(&member), &AuthMethod::Password)?;
    let owner = kept::owner(call, &member);
    let email = member.model.email_address.clone();
    kept::choose(call, &owner, &request.password, &email)?;
    member.model.email_address_verified = true;
    let member = call.state.members.put(member);
    let wishes = Wishes {
        session_token: request.session_token,
        session_jwt: request.session_jwt,
        session_duration_minutes: request.session_duration_minutes,
        session_custom_claims: request.session_custom_claims,
        intermediate_session_token: request.intermediate_session_token,
        ends_sessions: true,
    };
    let factor = factors::password(call.now);
    let outcome = login::with(call, &organization, &member, vec![factor], wishes)?;
    let mut response = ResetResponse::default();
    response.member_email_id = member.email_id.as_str().into();
    response.organization_id = organization.model.organization_id.clone();
    login::fill!(response, outcome);
    Ok(response)
}

pub(crate) fn require_reset(
    call: &mut Call<'_>,
    request: RequireResetRequest,
) -> Result<RequireResetResponse, Refusal> {
    kept::cross_organization(call)?;
    let email = &request.email_address;
    let group = Member::listed_by_email(email);
    let mut active = call.state.members.group(&group);
    let count = active
        .by_ref()
        .filter(|member| member.model.status == MemberStatus::Active)
        .count();
    if count == 0 {
        return Err(ErrorType::MemberNotFound.into());
    }
    let mut response = RequireResetResponse::default();
    if let Some(id) = &request.organization_id {
        let organization = find::organization(call.state, id.as_str())?;
        let member = match &request.member_id {
            Some(id) => find::member(call.state, &organization, id.as_str())?,
            None => find::member_by_email(call.state, &organization, email)
                .ok_or_else(|| Refusal::from(ErrorType::MemberNotFound))?,
        };
        if !member.model.email_address.eq_ignore_ascii_case(email) {
            return Err(ErrorType::MemberNotFound.into());
        }
        response.member_id = Some(member.model.member_id.clone());
        response.member = Some(roles::shown(call.state, &member));
        response.organization = Some(organization.model.clone());
    }
    let kept = kept::of(call, &Password::owned_by_address(email))?;
    if count == 1 {
        call.state.passwords.remove(&kept.id);
    } else {
        let mut kept = (*kept).clone();
        kept.requires_reset = true;
        call.state.passwords.put(kept);
    }
    Ok(response)
}
