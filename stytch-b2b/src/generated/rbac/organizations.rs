// Generated from spec/b2b/rbac.organizations.yaml by `cargo xtask generate`. Do not edit.

//! Define roles that exist in one organization only.
//!
//! They add to the roles of the project and permit actions on the same resources. In private beta:
//! ask the vendor's support to switch the feature on for your workspace.

use stytch_core::wire::{Body, Fields, Object, Receive, Slot};

use crate::OrganizationId;
use crate::rbac::OrgPolicy;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.rbac().organizations()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Organizations {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Organizations {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Gets the roles that one organization has beside those of the project.
    ///
    /// Together with [`rbac().policy`](crate::rbac::Rbac::policy) they are what its members' roles are
    /// judged by. Keep both for about five minutes instead of fetching them for every decision.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::rbac::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = organizations::GetOrgPolicyRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    /// );
    /// let policy = stytch.rbac().organizations().get_org_policy(request).await?.org_policy;
    /// for role in &policy.roles {
    ///     println!("{}: {}", role.role_id, role.description);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/rbac/organizations/{organization_id}`
    pub fn get_org_policy(&self, request: GetOrgPolicyRequest) -> Call<GetOrgPolicyResponse> {
        const OPERATION: Operation = Operation::new(
            "rbac.organizations.get_org_policy",
            Verb::Get,
            "/v1/b2b/rbac/organizations/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Replaces the roles that one organization has beside those of the project.
    ///
    /// Roles left out are gone, so start from
    /// [`rbac().organizations().get_org_policy`](crate::rbac::organizations::Organizations::get_org_policy)
    /// to change or add one. The policy of the project stays as it is. Give each role an id of its own
    /// that the project does not use, and only actions that its resources know.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::rbac;
    /// use stytch_b2b::rbac::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let permission = rbac::PolicyRolePermission::new("invoices", ["read", "approve"]);
    /// let role = rbac::PolicyRole::new("auditor", "Checks the books", [permission]);
    /// let request = organizations::SetOrgPolicyRequest::new(
    ///     "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11",
    ///     rbac::OrgPolicy::new([role]),
    /// );
    /// let set = stytch.rbac().organizations().set_org_policy(request).await?;
    /// println!("{} roles of the organization's own", set.org_policy.roles.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/rbac/organizations/{organization_id}`
    pub fn set_org_policy(&self, request: SetOrgPolicyRequest) -> Call<SetOrgPolicyResponse> {
        const OPERATION: Operation = Operation::new(
            "rbac.organizations.set_org_policy",
            Verb::Put,
            "/v1/b2b/rbac/organizations/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`Organizations::get_org_policy`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetOrgPolicyRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl GetOrgPolicyRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::get_org_policy`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetOrgPolicyResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization's own roles.
    pub org_policy: OrgPolicy,
}

#[doc(hidden)]
impl Object for GetOrgPolicyResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "org_policy" => self.org_policy.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetOrgPolicyResponse);

/// What [`Organizations::set_org_policy`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SetOrgPolicyRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The roles that the organization has from now on, beside those of the project.
    pub org_policy: OrgPolicy,
}

impl SetOrgPolicyRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>, org_policy: OrgPolicy) -> Self {
        Self {
            organization_id: organization_id.into(),
            org_policy,
        }
    }
}

#[doc(hidden)]
impl Body for SetOrgPolicyRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("org_policy", &self.org_policy);
    }
}

stytch_core::sent!(SetOrgPolicyRequest);

/// What [`Organizations::set_org_policy`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SetOrgPolicyResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization's own roles.
    pub org_policy: OrgPolicy,
}

#[doc(hidden)]
impl Object for SetOrgPolicyResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "org_policy" => self.org_policy.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SetOrgPolicyResponse);
