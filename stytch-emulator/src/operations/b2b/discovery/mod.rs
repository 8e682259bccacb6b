//! Where somebody belongs, and where they could belong.

pub(crate) mod intermediate_sessions;
pub(crate) mod organizations;

use std::sync::Arc;

use serde_json::Map;
use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_b2b::discovery::{DiscoveredOrganization, Membership, MembershipType};
use stytch_b2b::organizations::{JitProvisioning, MemberStatus};

use crate::rules::{login, oauth, roles, spelling};
use crate::state::{Member, Organization, State};

/// Fills the part of a response that all logins without an organization have.
macro_rules! fill {
    ($response:ident, $call:ident, $email:expr, $begun:expr) => {{
        let (email, begun) = ($email, $begun);
        $response.email_address.clone_from(email);
        $response.intermediate_session_token = begun.token.as_str().into();
        $response.intermediate_session_token_expires_at = Some(begun.expires_at);
        $response.discovered_organizations =
            $crate::operations::b2b::discovery::discovered($call.state, email, &begun.factors);
    }};
}

pub(crate) use fill;

/// The organizations of an address, in the order of their ids.
pub(crate) fn discovered(
    state: &State,
    email: &str,
    factors: &[AuthenticationFactor],
) -> Vec<DiscoveredOrganization> {
    state
        .organizations
        .iter()
        .filter_map(|organization| one(state, organization, email, factors))
        .collect()
}

fn one(
    state: &State,
    organization: &Arc<Organization>,
    email: &str,
    factors: &[AuthenticationFactor],
) -> Option<DiscoveredOrganization> {
    let id = organization.model.organization_id.as_str();
    let member = state.members.named(&Member::named_by_email(id, email));
    let by_tenant = oauth::members::tenant_of_factors(state, organization, factors);
    let mut membership = Membership::default();
    let mut found = DiscoveredOrganization::default();
    found.organization = Some(organization.model.clone());
    match member {
        Some(member) => {
            membership.r#type = match member.model.status {
                MemberStatus::Pending => MembershipType::PendingMember,
                MemberStatus::Invited => MembershipType::InvitedMember,
                _ => MembershipType::ActiveMember,
            };
            membership.member = Some(roles::shown(state, member));
            found.primary_required = login::primary_required(organization, member, factors);
            found.mfa_required = login::mfa_required(organization, member, factors);
            found.member_authenticated =
                found.primary_required.is_none() && found.mfa_required.is_none();
        }
        None if may_join(state, organization, email) => {
            let domain = spelling::domain(email);
            membership.r#type = MembershipType::EligibleToJoinByEmailDomain;
            membership.details = Map::from_iter([("domain".to_owned(), domain.into())]);
            found.primary_required = login::proof_required(organization, None, factors);
        }
        None => {
            let (provider, _, tenant) = by_tenant?;
            membership.r#type = MembershipType::EligibleToJoinByOauthTenant;
            membership.details = Map::from_iter([
                ("provider".to_owned(), provider.slug().into()),
                ("tenant".to_owned(), tenant.into()),
            ]);
        }
    }
    found.membership = Some(membership);
    Some(found)
}

/// Whether an address may join by its domain. Somebody with a verified one has to be there already, so
/// that nobody can fish for strangers.
pub(crate) fn may_join(state: &State, organization: &Organization, email: &str) -> bool {
    let model = &organization.model;
    let domain = spelling::domain(email);
    let mut domains = model.email_allowed_domains.iter();
    let group = Member::listed_by_organization(model.organization_id.as_str());
    model.email_jit_provisioning == JitProvisioning::Restricted
        && domains.any(|one| one.eq_ignore_ascii_case(&domain))
        && state.members.group(&group).any(|member| {
            !member.is_deleted()
                && member.model.email_address_verified
                && spelling::domain(&member.model.email_address) == domain
        })
}
