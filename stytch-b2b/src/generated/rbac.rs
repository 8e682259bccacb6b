// Generated from spec/b2b/rbac.yaml by `cargo xtask generate`. Do not edit.

//! Read the policy that says which roles may do what.
//!
//! The policy of the project is edited in the dashboard. It names resources with their actions,
//! roles that permit actions to members, and scopes that permit them to connected apps.
//! Organizations can have further roles of their own: see
//! [`rbac().organizations().get_org_policy`](crate::rbac::organizations::Organizations::get_org_policy).
//! Give roles to members with
//! [`organizations().members().update`](crate::organizations::members::Members::update), and have
//! an action checked against them along with the session in
//! [`sessions().authenticate`](crate::sessions::Sessions::authenticate).

pub mod organizations;

use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.rbac()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Rbac {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Rbac {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`rbac::organizations`](organizations):
    /// [`get_org_policy`](organizations::Organizations::get_org_policy),
    /// [`set_org_policy`](organizations::Organizations::set_org_policy).
    #[must_use]
    pub fn organizations(&self) -> organizations::Organizations {
        organizations::Organizations::new(self.client.clone())
    }

    /// Gets the policy of the project.
    ///
    /// It changes rarely: instead of fetching it for every decision, keep it for about five minutes.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// if let Some(policy) = stytch.rbac().policy().await?.policy {
    ///     for role in &policy.roles {
    ///         println!("{}: {}", role.role_id, role.description);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/rbac/policy` ([reference](https://stytch.com/docs/api-reference/b2b/api/rbac/get-policy))
    pub fn policy(&self) -> Call<PolicyResponse> {
        const OPERATION: Operation =
            Operation::new("rbac.policy", Verb::Get, "/v1/b2b/rbac/policy");
        self.client.prepare(&OPERATION).into_call()
    }
}

/// What [`Rbac::policy`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// All roles, resources and scopes that are defined.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub policy: Option<Policy>,
}

#[doc(hidden)]
impl Object for PolicyResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "policy" => self.policy.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PolicyResponse);

/// Roles that exist in one organization only, beside those of the project.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrgPolicy {
    /// The organization's own roles.
    pub roles: Vec<PolicyRole>,
}

impl OrgPolicy {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(roles: impl IntoIterator<Item = PolicyRole>) -> Self {
        Self { roles: list(roles) }
    }
}

#[doc(hidden)]
impl Body for OrgPolicy {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("roles", &self.roles);
    }
}

#[doc(hidden)]
impl Object for OrgPolicy {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "roles" => self.roles.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(OrgPolicy);

stytch_core::received!(OrgPolicy);

/// The roles, resources and scopes of the whole project.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Policy {
    /// Roles that members of every organization can have.
    pub roles: Vec<PolicyRole>,
    /// Everything that there are actions on.
    pub resources: Vec<PolicyResource>,
    /// Scopes that connected apps can ask for.
    pub scopes: Vec<PolicyScope>,
}

#[doc(hidden)]
impl Object for Policy {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "roles" => self.roles.slot(),
            "resources" => self.resources.slot(),
            "scopes" => self.scopes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Policy);

/// Something that there are actions on, such as the invoices of your app.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyResource {
    /// What the actions apply to: a resource of your own, or one of the built-in `stytch.organization`,
    /// `stytch.member`, `stytch.self`, `stytch.sso`, `stytch.scim` and `stytch.custom-org-roles`. A
    /// resource that you define cannot begin with `stytch`.
    pub resource_id: String,
    /// What the resource stands for, for people.
    pub description: String,
    /// All actions that there are on the resource. Those of the built-in ones have names such as
    /// `create`, `search`, `update.info.name`, `update.settings.roles` and `delete`.
    pub actions: Vec<String>,
}

#[doc(hidden)]
impl Object for PolicyResource {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "resource_id" => self.resource_id.slot(),
            "description" => self.description.slot(),
            "actions" => self.actions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PolicyResource);

/// A role, and what it permits.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PolicyRole {
    /// Name by which the role is given to members, chosen by you. `stytch_member` and `stytch_admin`
    /// are predefined.
    pub role_id: String,
    /// What the role is for, for people.
    pub description: String,
    /// What members with the role may do, resource by resource.
    pub permissions: Vec<PolicyRolePermission>,
}

impl PolicyRole {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        role_id: impl Into<String>,
        description: impl Into<String>,
        permissions: impl IntoIterator<Item = PolicyRolePermission>,
    ) -> Self {
        Self {
            role_id: role_id.into(),
            description: description.into(),
            permissions: list(permissions),
        }
    }
}

#[doc(hidden)]
impl Body for PolicyRole {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("role_id", &self.role_id);
        fields.add("description", &self.description);
        fields.add("permissions", &self.permissions);
    }
}

#[doc(hidden)]
impl Object for PolicyRole {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "description" => self.description.slot(),
            "permissions" => self.permissions.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(PolicyRole);

stytch_core::received!(PolicyRole);

/// The actions that a role permits on one resource.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PolicyRolePermission {
    /// What the actions apply to: a resource of your own, or one of the built-in `stytch.organization`,
    /// `stytch.member`, `stytch.self`, `stytch.sso`, `stytch.scim` and `stytch.custom-org-roles`. A
    /// resource that you define cannot begin with `stytch`.
    pub resource_id: String,
    /// Actions permitted on the resource; `*` permits all of them.
    pub actions: Vec<String>,
}

impl PolicyRolePermission {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        resource_id: impl Into<String>,
        actions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            resource_id: resource_id.into(),
            actions: list(actions),
        }
    }
}

#[doc(hidden)]
impl Body for PolicyRolePermission {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("resource_id", &self.resource_id);
        fields.add("actions", &self.actions);
    }
}

#[doc(hidden)]
impl Object for PolicyRolePermission {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "resource_id" => self.resource_id.slot(),
            "actions" => self.actions.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(PolicyRolePermission);

stytch_core::received!(PolicyRolePermission);

/// A scope that connected apps can ask for, and what it permits.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyScope {
    /// Name of the scope, chosen by you.
    pub scope: String,
    /// What the scope is for; members read it when asked for consent.
    pub description: String,
    /// What the scope lets an app do, resource by resource. A member can grant it only if they may do
    /// all of it themselves.
    pub permissions: Vec<PolicyScopePermission>,
}

#[doc(hidden)]
impl Object for PolicyScope {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "scope" => self.scope.slot(),
            "description" => self.description.slot(),
            "permissions" => self.permissions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PolicyScope);

/// The actions that a scope permits on one resource.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyScopePermission {
    /// What the actions apply to: a resource of your own, or one of the built-in `stytch.organization`,
    /// `stytch.member`, `stytch.self`, `stytch.sso`, `stytch.scim` and `stytch.custom-org-roles`. A
    /// resource that you define cannot begin with `stytch`.
    pub resource_id: String,
    /// Actions permitted on the resource; `*` permits all of them.
    pub actions: Vec<String>,
}

#[doc(hidden)]
impl Object for PolicyScopePermission {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "resource_id" => self.resource_id.slot(),
            "actions" => self.actions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PolicyScopePermission);
