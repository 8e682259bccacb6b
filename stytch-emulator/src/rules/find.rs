//! Organizations and members by what a request calls them.

use std::sync::Arc;

use stytch_core::ErrorType;

use crate::refusal::Refusal;
use crate::state::{Member, Organization, State};

/// An organization by its id, its slug or its external id.
pub(crate) fn organization(state: &State, name: &str) -> Result<Arc<Organization>, Refusal> {
    let all = &state.organizations;
    all.get(name)
        .or_else(|| all.named(&Organization::named_by_slug(name)))
        .or_else(|| all.named(&Organization::named_by_external_id(name)))
        .cloned()
        .ok_or_else(|| ErrorType::OrganizationNotFound.into())
}

/// A member of an organization by its id or its external id; deleted ones are none.
pub(crate) fn member(
    state: &State,
    organization: &Organization,
    name: &str,
) -> Result<Arc<Member>, Refusal> {
    let id = organization.model.organization_id.as_str();
    let external = || state.members.named(&Member::named_by_external_id(id, name));
    state
        .members
        .get(name)
        .filter(|member| member.model.organization_id.as_str() == id)
        .or_else(external)
        .filter(|member| !member.is_deleted())
        .cloned()
        .ok_or_else(|| ErrorType::MemberNotFound.into())
}

/// The member of an organization who has an address.
pub(crate) fn member_by_email(
    state: &State,
    organization: &Organization,
    email: &str,
) -> Option<Arc<Member>> {
    let id = organization.model.organization_id.as_str();
    state
        .members
        .named(&Member::named_by_email(id, email))
        .cloned()
}
