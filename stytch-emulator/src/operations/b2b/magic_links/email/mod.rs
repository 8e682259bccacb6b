//! Links that are sent to an address.

pub(crate) mod discovery;

use stytch_b2b::magic_links::email::{
    InviteRequest, InviteResponse, LoginOrSignupRequest, LoginOrSignupResponse,
};
use stytch_b2b::organizations::{
    AccessPolicy, AuthMethod, JitProvisioning, MemberStatus, MethodPolicy,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link};
use crate::rules::{find, metadata, roles, spelling};
use crate::state::{Member, Organization, TokenKind};

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
    spelling::email(email)?;
    check_method(
        &organization,
        find::member_by_email(call.state, &organization, email).as_deref(),
    )?;
    let (member, is_new) = match find::member_by_email(call.state, &organization, email) {
        Some(member) => (member, false),
        None => {
            check_jit(call, &organization, email)?;
            let mut member = members::fresh(call, &organization, email)?;
            member.model.status = MemberStatus::Pending;
            (call.state.members.put(member), true)
        }
    };
    let is_login = member.model.status == MemberStatus::Active;
    let (url, minutes, kind, subject) = match is_login {
        true => (
            request.login_redirect_url,
            request.login_expiration_minutes,
            "login",
            format!("Log in to {}", organization.model.organization_name),
        ),
        false => (
            request.signup_redirect_url,
            request.signup_expiration_minutes,
            "signup",
            format!("Join {}", organization.model.organization_name),
        ),
    };
    let link = Link {
        url,
        minutes: minutes.unwrap_or(LOGIN_MINUTES),
        pkce: request.pkce_code_challenge,
        kind,
        subject,
        token_type: "multi_tenant_magic_links",
    };
    let member_id = member.model.member_id.as_str().to_owned();
    links::send(call, email, TokenKind::MagicLink { member_id }, link)?;
    let mut response = LoginOrSignupResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.member_created = is_new;
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
        url: request.invite_redirect_url,
        minutes: request.invite_expiration_minutes.unwrap_or(INVITE_MINUTES),
        pkce: None,
        kind: "invite",
        subject: format!(
            "You are invited to {}",
            organization.model.organization_name
        ),
        token_type: "multi_tenant_magic_links",
    };
    let member_id = member.model.member_id.as_str().to_owned();
    links::send(call, email, TokenKind::MagicLink { member_id }, link)?;
    let mut response = InviteResponse::default();
    response.member = roles::shown(call.state, &member);
    response.member_id = response.member.member_id.clone();
    response.organization = organization.model.clone();
    Ok(response)
}

/// Makes sure that the organization lets people in by links.
fn check_method(organization: &Organization, member: Option<&Member>) -> Result<(), Refusal> {
    let organization = &organization.model;
    let is_allowed = organization.auth_methods != MethodPolicy::Restricted
        || organization
            .allowed_auth_methods
            .contains(&AuthMethod::MagicLink)
        || member.is_some_and(|member| member.model.is_breakglass);
    match is_allowed {
        true => Ok(()),
        false => Err(Refusal::new(
            "operation_restricted_by_organization_auth_methods",
        )),
    }
}

/// Makes sure that somebody with this address may join by himself.
fn check_jit(call: &Call<'_>, organization: &Organization, email: &str) -> Result<(), Refusal> {
    let model = &organization.model;
    if model.email_jit_provisioning != JitProvisioning::Restricted {
        return Err(Refusal::new("email_jit_provisioning_not_allowed"));
    }
    let domain = spelling::domain(email);
    let is_listed =
        |domains: &[String]| domains.iter().any(|one| one.eq_ignore_ascii_case(&domain));
    if !is_listed(&model.email_allowed_domains) {
        return Err(Refusal::new("invalid_email_for_jit_provisioning"));
    }
    let is_claimed_elsewhere = call.state.organizations.iter().any(|other| {
        other.model.organization_id != model.organization_id
            && is_listed(&other.model.claimed_email_domains)
    });
    match is_claimed_elsewhere && !is_listed(&model.claimed_email_domains) {
        true => Err(Refusal::new("action_not_allowed_email_domain_is_claimed")),
        false => Ok(()),
    }
}
