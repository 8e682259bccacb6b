//! Links that are sent to an address.

pub(crate) mod discovery;

use stytch_b2b::magic_links::email::{
    InviteRequest, InviteResponse, LoginOrSignupRequest, LoginOrSignupResponse,
};
use stytch_b2b::organizations::{AccessPolicy, AuthMethod, MemberStatus};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::organizations::{admission, members};
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::{find, metadata, roles, spelling};
use crate::state::TokenKind;

/// What an app is told of a link that logs a member in.
pub(crate) const TOKEN_TYPE: &str = "multi_tenant_magic_links";
/// How long a link to log in lives unless the request says so, in minutes.
const LOGIN_MINUTES: u32 = 60;
/// How long an invitation lives unless the request says so, in minutes.
const INVITE_MINUTES: u32 = 10_080;

pub(crate) fn login_or_signup(
    call: &mut Call<'_>,
    request: LoginOrSignupRequest,
) -> Result<LoginOrSignupResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    let admitted = admission::admit(call, &organization, email, &AuthMethod::MagicLink)?;
    let (member, is_login) = (&admitted.member, admitted.is_login());
    let (url, minutes, leads_from, kind, subject) = match is_login {
        true => (
            request.login_redirect_url,
            request.login_expiration_minutes,
            UrlType::Login,
            "login",
            format!("Log in to {}", organization.model.organization_name),
        ),
        false => (
            request.signup_redirect_url,
            request.signup_expiration_minutes,
            UrlType::Signup,
            "signup",
            format!("Join {}", organization.model.organization_name),
        ),
    };
    let link = Link {
        opens: TokenKind::MagicLink {
            member_id: member.model.member_id.as_str().to_owned(),
        },
        token_type: TOKEN_TYPE,
        url,
        leads_from,
        minutes: minutes.unwrap_or(LOGIN_MINUTES),
        pkce: request.pkce_code_challenge,
    };
    let mail = Mail {
        to: email,
        kind,
        subject,
        organization: Some(&organization),
        link,
        login: None,
    };
    links::send(call, mail)?;
    let mut response = LoginOrSignupResponse::default();
    response.member = roles::shown(call.state, member);
    response.member_id = response.member.member_id.clone();
    response.member_created = admitted.is_new;
    response.organization = organization.model.clone();
    Ok(response)
}

pub(crate) fn invite(
    call: &mut Call<'_>,
    request: InviteRequest,
) -> Result<InviteResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let email = &request.email_address;
    spelling::email(email)?;
    let domains = &organization.model.email_allowed_domains;
    let domain = spelling::domain(email);
    let is_open = match organization.model.email_invites {
        AccessPolicy::NotAllowed => false,
        AccessPolicy::Restricted => domains.iter().any(|one| one.eq_ignore_ascii_case(&domain)),
        _ => true,
    };
    if !is_open {
        return Err(Refusal::new("invalid_email_for_invites"));
    }
    let mut member = match find::member_by_email(call.state, &organization, email) {
        None => members::fresh(call, &organization, email)?,
        Some(member) if member.model.status == MemberStatus::Active => {
            return Err(ErrorType::DuplicateMemberEmail.into());
        }
        Some(member) => (*member).clone(),
    };
    let model = &mut member.model;
    model.status = MemberStatus::Invited;
    model.updated_at = Some(call.now);
    if let Some(name) = request.name {
        model.name = name;
    }
    metadata::merge(&mut model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(&mut model.untrusted_metadata, request.untrusted_metadata)?;
    if let Some(roles) = request.roles {
        member.assigned_roles = members::assignable(call, &organization, roles)?;
    }
    if let Some(inviter) = &request.invited_by_member_id {
        find::member(call.state, &organization, inviter.as_str())?;
    }
    let member = call.state.members.put(member);
    let link = Link {
        opens: TokenKind::MagicLink {
            member_id: member.model.member_id.as_str().to_owned(),
        },
        token_type: TOKEN_TYPE,
        url: request.invite_redirect_url,
        leads_from: UrlType::Invite,
        minutes: request.invite_expiration_minutes.unwrap_or(INVITE_MINUTES),
        pkce: None,
    };
    let mail = Mail {
        to: email,
        kind: "invite",
        subject: format!(
            "You are invited to {}",
            organization.model.organization_name
        ),
        organization: Some(&organization),
        link,
        login: None,
    };
    links::send(call, mail)?;
    let mut response = InviteResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization = organization.model.clone();
    Ok(response)
}
