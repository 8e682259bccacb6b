//! Whether the roles of an organization fit the policy of its project.

use std::{collections::HashSet, fmt};

use super::{
    CompiledPolicy, OrganizationPolicy,
    raw::{RawPermission, RawRole},
};

/// Something in the policy of an organization that the policy of the project does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PolicyViolation {
    /// The organization's policy has several roles of this name.
    RepeatedRole {
        /// The name of the role.
        role_id: String,
    },
    /// The project has a role of this name already.
    RoleOfProject {
        /// The name of the role.
        role_id: String,
    },
    /// A role is about a resource that the project does not have.
    UnknownResource {
        /// The name of the role.
        role_id: String,
        /// The name of the resource.
        resource_id: String,
    },
    /// A role is given a resource without any action.
    NoActions {
        /// The name of the role.
        role_id: String,
        /// The name of the resource.
        resource_id: String,
    },
    /// A role has `*` beside other actions, which it includes.
    WildcardWithOthers {
        /// The name of the role.
        role_id: String,
        /// The name of the resource.
        resource_id: String,
    },
    /// An action is empty, or only white space.
    BlankAction {
        /// The name of the role.
        role_id: String,
        /// The name of the resource.
        resource_id: String,
    },
    /// The resource does not have this action.
    UnknownAction {
        /// The name of the role.
        role_id: String,
        /// The name of the resource.
        resource_id: String,
        /// The action.
        action: String,
    },
}

impl fmt::Display for PolicyViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RepeatedRole { role_id } => write!(f, "several roles are called `{role_id}`"),
            Self::RoleOfProject { role_id } => {
                write!(f, "the project has a role `{role_id}` already")
            }
            Self::UnknownResource {
                role_id,
                resource_id,
            } => {
                write!(
                    f,
                    "role `{role_id}`: the project has no resource `{resource_id}`"
                )
            }
            Self::NoActions {
                role_id,
                resource_id,
            } => {
                write!(f, "role `{role_id}`: no action on `{resource_id}` is given")
            }
            Self::WildcardWithOthers {
                role_id,
                resource_id,
            } => {
                write!(
                    f,
                    "role `{role_id}`: `*` on `{resource_id}` stands beside other actions"
                )
            }
            Self::BlankAction {
                role_id,
                resource_id,
            } => {
                write!(f, "role `{role_id}`: an action on `{resource_id}` is blank")
            }
            Self::UnknownAction {
                role_id,
                resource_id,
                action,
            } => {
                write!(
                    f,
                    "role `{role_id}`: `{resource_id}` has no action `{action}`"
                )
            }
        }
    }
}

impl CompiledPolicy {
    /// Holds the policy of an organization against this one of its project, before it is sent to
    /// the service. All violations are found, in the order of the organization's policy; none means
    /// that it fits.
    ///
    /// ```
    /// # use stytch_core::rbac::{OrganizationPolicy, CompiledPolicy};
    /// let project = CompiledPolicy::builder().resource("documents", ["read", "write"]).build();
    /// let organization = OrganizationPolicy::default().permit("auditor", "documents", ["list"]);
    /// let violations = project.validate_org_policy(&organization);
    /// assert_eq!(violations.len(), 1);
    /// assert_eq!(violations[0].to_string(), "role `auditor`: `documents` has no action `list`");
    /// ```
    #[must_use]
    pub fn validate_org_policy(&self, organization: &OrganizationPolicy) -> Vec<PolicyViolation> {
        let mut violations = Vec::new();
        let mut seen = HashSet::new();
        let mut repeated = HashSet::new();
        for RawRole {
            role_id,
            permissions,
        } in &organization.roles
        {
            if !seen.insert(role_id) {
                if repeated.insert(role_id) {
                    violations.push(PolicyViolation::RepeatedRole {
                        role_id: role_id.clone(),
                    });
                }
            } else if self.has_role(role_id) {
                violations.push(PolicyViolation::RoleOfProject {
                    role_id: role_id.clone(),
                });
            }
            for permission in permissions {
                self.validate_permission(role_id, permission, &mut violations);
            }
        }
        violations
    }

    fn validate_permission(
        &self,
        role_id: &str,
        permission: &RawPermission,
        violations: &mut Vec<PolicyViolation>,
    ) {
        let RawPermission {
            resource_id,
            actions,
        } = permission;
        let (role, resource) = (|| role_id.to_owned(), || resource_id.clone());
        let known = self.actions(resource_id);
        if known.is_none() {
            violations.push(PolicyViolation::UnknownResource {
                role_id: role(),
                resource_id: resource(),
            });
        }
        if actions.is_empty() {
            violations.push(PolicyViolation::NoActions {
                role_id: role(),
                resource_id: resource(),
            });
        }
        if actions.len() > 1 && actions.iter().any(|action| action == "*") {
            violations.push(PolicyViolation::WildcardWithOthers {
                role_id: role(),
                resource_id: resource(),
            });
        }
        for action in actions {
            if action.trim().is_empty() {
                violations.push(PolicyViolation::BlankAction {
                    role_id: role(),
                    resource_id: resource(),
                });
            } else if action != "*" && known.is_some_and(|known| !known.contains(&**action)) {
                violations.push(PolicyViolation::UnknownAction {
                    role_id: role(),
                    resource_id: resource(),
                    action: action.clone(),
                });
            }
        }
    }
}
