//! Putting a policy together by hand.

use super::{
    CompiledPolicy,
    raw::{RawPermission, RawPolicy, RawRole, RawScope},
};

/// Puts a [`CompiledPolicy`] together.
///
/// ```
/// # use stytch_core::rbac::CompiledPolicy;
/// let policy = CompiledPolicy::builder()
///     .role("admin", "documents", ["*"])
///     .scope("documents:read", "documents", ["read"])
///     .build();
/// assert!(policy.check_scopes(["documents:read"], "documents", "read").is_allowed());
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until it is built"]
pub struct PolicyBuilder(RawPolicy);

impl PolicyBuilder {
    /// Lets a role do something with a resource; `*` stands for every action.
    pub fn role<A>(mut self, role_id: &str, resource_id: &str, actions: A) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
    {
        self.0.roles.get_or_insert_default().push(RawRole {
            role_id: role_id.to_owned(),
            permissions: vec![RawPermission::new(resource_id, actions)],
        });
        self
    }

    /// Names a role that permits nothing, or nothing yet. Checks don't need it;
    /// [`CompiledPolicy::validate_org_policy`] does, since no organization may have a role of the same
    /// name.
    pub fn empty_role(mut self, role_id: &str) -> Self {
        self.0.roles.get_or_insert_default().push(RawRole {
            role_id: role_id.to_owned(),
            permissions: Vec::new(),
        });
        self
    }

    /// Lets a scope do something with a resource; `*` stands for every action.
    pub fn scope<A>(mut self, scope: &str, resource_id: &str, actions: A) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
    {
        self.0.scopes.get_or_insert_default().push(RawScope {
            scope: scope.to_owned(),
            permissions: vec![RawPermission::new(resource_id, actions)],
        });
        self
    }

    /// Names a scope that permits nothing, or nothing yet.
    pub fn empty_scope(mut self, scope: &str) -> Self {
        self.0.scopes.get_or_insert_default().push(RawScope {
            scope: scope.to_owned(),
            permissions: Vec::new(),
        });
        self
    }

    /// Names a resource and the actions that there are. Checks don't need it;
    /// [`CompiledPolicy::validate_org_policy`] does.
    pub fn resource<A>(mut self, resource_id: &str, actions: A) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
    {
        let resource = RawPermission::new(resource_id, actions);
        self.0.resources.get_or_insert_default().push(resource);
        self
    }

    /// The policy.
    #[must_use]
    pub fn build(self) -> CompiledPolicy {
        CompiledPolicy::new(self.0)
    }
}
