//! Whom an organization lets in by a link or a code.

use std::sync::Arc;

use stytch_b2b::organizations::{AuthMethod, JitProvisioning, MemberStatus, MethodPolicy};

use super::members;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::{find, spelling};
use crate::state::{Member, Organization};

/// The member with an address, and whether it was made just now.
#[derive(Debug)]
pub(crate) struct Admitted {
    pub(crate) member: Arc<Member>,
    pub(crate) is_new: bool,
}

impl Admitted {
    /// Whether this is a login and no signup.
    pub(crate) fn is_login(&self) -> bool {
        self.member.model.status == MemberStatus::Active
    }
}

/// Finds the member with an address, or makes one if whoever has it may join.
pub(crate) fn admit(
    call: &mut Call<'_>,
    organization: &Organization,
    email: &str,
    method: &AuthMethod,
) -> Result<Admitted, Refusal> {
    spelling::email(email)?;
    let found = find::member_by_email(call.state, organization, email);
    check_method(organization, found.as_deref(), method)?;
    let (member, is_new) = match found {
        Some(member) => (member, false),
        None => {
            check_jit(call, organization, email)?;
            let mut member = members::fresh(call, organization, email)?;
            member.model.status = MemberStatus::Pending;
            (call.state.members.put(member), true)
        }
    };
    Ok(Admitted { member, is_new })
}

/// Makes sure that an organization lets people in by a method.
pub(crate) fn check_method(
    organization: &Organization,
    member: Option<&Member>,
    method: &AuthMethod,
) -> Result<(), Refusal> {
    let organization = &organization.model;
    let is_allowed = organization.auth_methods != MethodPolicy::Restricted
        || organization.allowed_auth_methods.contains(method)
        || member.is_some_and(|member| member.model.is_breakglass);
    match is_allowed {
        true => Ok(()),
        false => Err(Refusal::new(
            "operation_restricted_by_organization_auth_methods",
        )),
    }
}

/// Makes sure that somebody with this address may join by himself.
pub(crate) fn check_jit(
    call: &Call<'_>,
    organization: &Organization,
    email: &str,
) -> Result<(), Refusal> {
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
    check_claim(call, organization, email)
}

/// Makes sure that nobody else claims the domain of an address.
pub(crate) fn check_claim(
    call: &Call<'_>,
    organization: &Organization,
    email: &str,
) -> Result<(), Refusal> {
    let model = &organization.model;
    let domain = spelling::domain(email);
    let is_listed =
        |domains: &[String]| domains.iter().any(|one| one.eq_ignore_ascii_case(&domain));
    let is_claimed_elsewhere = call.state.organizations.iter().any(|other| {
        other.model.organization_id != model.organization_id
            && is_listed(&other.model.claimed_email_domains)
    });
    match is_claimed_elsewhere && !is_listed(&model.claimed_email_domains) {
        true => Err(Refusal::new("action_not_allowed_email_domain_is_claimed")),
        false => Ok(()),
    }
}
