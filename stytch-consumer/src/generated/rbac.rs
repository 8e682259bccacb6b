// Generated from spec/consumer/rbac.yaml by `cargo xtask generate`. Do not edit.

//! Read which role may do what.
//!
//! The policy of a project says which resources and actions there are and which roles and scopes
//! allow them. It is edited in the dashboard; roles are given to users with
//! [`users().update`](crate::users::Users::update). To check what a user may do, pass an
//! `authorization_check` to [`sessions().authenticate`](crate::sessions::Sessions::authenticate).

use stytch_core::wire::{Object, Receive, Slot};

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

    /// Fetches the RBAC policy of the project.
    ///
    /// The client does this by itself when it checks permissions without the API, and keeps the policy
    /// for 5 minutes; call it only to look at the policy.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = stytch.rbac().policy().await?;
    /// if let Some(policy) = answer.policy {
    ///     for role in &policy.roles {
    ///         println!("{}: {}", role.role_id, role.description);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/rbac/policy`
    pub fn policy(&self) -> Call<PolicyResponse> {
        const OPERATION: Operation = Operation::new("rbac.policy", Verb::Get, "/v1/rbac/policy");
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
    /// The policy in force.
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

/// Which roles and scopes of a project allow what.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Policy {
    /// The roles that users can have, with what each of them allows.
    pub roles: Vec<PolicyRole>,
    /// What there is to act on, with all actions that can be allowed.
    pub resources: Vec<PolicyResource>,
    /// The scopes that connected apps can ask for, with what each of them takes.
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

/// Something to act on, with all actions that can be allowed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyResource {
    /// Name of the resource. Names that begin with `stytch` are kept for built-in ones.
    pub resource_id: String,
    /// What it is for, in your words.
    pub description: String,
    /// All actions that the resource knows.
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

/// A role, and what it allows.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyRole {
    /// Name that you have given to the role. `stytch_user` is built in.
    pub role_id: String,
    /// What it is for, in your words.
    pub description: String,
    /// What the role allows, resource by resource.
    pub permissions: Vec<PolicyRolePermission>,
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

stytch_core::received!(PolicyRole);

/// What a role allows on one resource.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyRolePermission {
    /// Name of the resource. Names that begin with `stytch` are kept for built-in ones.
    pub resource_id: String,
    /// The actions that the role allows; `*` stands for all of the resource.
    pub actions: Vec<String>,
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

stytch_core::received!(PolicyRolePermission);

/// A scope that connected apps can ask for, and what it takes to grant it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyScope {
    /// Name that you have given to the scope.
    pub scope: String,
    /// What it is for, in your words.
    pub description: String,
    /// What the scope covers, resource by resource. A user can grant it only with roles that allow all
    /// of this.
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

/// What a scope covers on one resource.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PolicyScopePermission {
    /// Name of the resource. Names that begin with `stytch` are kept for built-in ones.
    pub resource_id: String,
    /// The actions that the scope covers; `*` stands for all of the resource.
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
