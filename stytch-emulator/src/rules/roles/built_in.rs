//! What every project has: the resources of the service itself, and two roles.

use serde::{Deserialize as _, Deserializer};
use stytch_b2b::rbac;

use super::{ADMIN, MEMBER};

/// A policy as it was set, and of what every project has what it does not name.
pub(crate) fn whole_policy<'de, D: Deserializer<'de>>(given: D) -> Result<rbac::Policy, D::Error> {
    let mut policy = rbac::Policy::deserialize(given)?;
    let built_in = built_in_policy();
    for resource in built_in.resources {
        let id = &resource.resource_id;
        if policy
            .resources
            .iter()
            .all(|named| named.resource_id != *id)
        {
            policy.resources.push(resource);
        }
    }
    for role in built_in.roles {
        let id = &role.role_id;
        if policy.roles.iter().all(|named| named.role_id != *id) {
            policy.roles.push(role);
        }
    }
    Ok(policy)
}

/// The policy of a new project.
pub(crate) fn built_in_policy() -> rbac::Policy {
    let mut policy = rbac::Policy::default();
    policy.resources = RESOURCES
        .iter()
        .map(|(resource_id, actions)| {
            let mut resource = rbac::PolicyResource::default();
            resource.resource_id = (*resource_id).to_owned();
            resource.description = format!("Built-in resource {resource_id}");
            resource.actions = actions.iter().map(|action| (*action).to_owned()).collect();
            resource
        })
        .collect();
    let role = |role_id: &str, resources: &[&str]| {
        let mut role = rbac::PolicyRole::default();
        role.role_id = role_id.to_owned();
        role.permissions = resources
            .iter()
            .map(|resource_id| {
                let mut permission = rbac::PolicyRolePermission::default();
                permission.resource_id = (*resource_id).to_owned();
                permission.actions = vec!["*".to_owned()];
                permission
            })
            .collect();
        role
    };
    policy.roles = vec![
        role(MEMBER, &["stytch.self"]),
        role(
            ADMIN,
            &[
                "stytch.organization",
                "stytch.member",
                "stytch.sso",
                "stytch.scim",
                "stytch.custom-org-roles",
            ],
        ),
    ];
    policy
}

const CRUD: &[&str] = &["create", "get", "update", "delete"];

/// The built-in resources and their actions.
const RESOURCES: [(&str, &[&str]); 6] = [
    (
        "stytch.organization",
        &[
            "update.info.name",
            "update.info.slug",
            "update.info.logo-url",
            "update.settings.allowed-auth-methods",
            "update.settings.allowed-mfa-methods",
            "update.settings.email-jit-provisioning",
            "update.settings.email-invites",
            "update.settings.allowed-domains",
            "update.settings.default-sso-connection",
            "update.settings.sso-jit-provisioning",
            "update.settings.mfa-policy",
            "update.settings.implicit-roles",
            "update.settings.oauth-tenant-jit-provisioning",
            "update.settings.allowed-oauth-tenants",
            "delete",
        ],
    ),
    (
        "stytch.member",
        &[
            "create",
            "search",
            "delete",
            "update.info.name",
            "update.info.email",
            "update.info.untrusted-metadata",
            "update.info.mfa-phone",
            "update.info.delete.mfa-phone",
            "update.info.delete.mfa-totp",
            "update.info.delete.password",
            "update.info.unlink.retired-email",
            "update.settings.is-breakglass",
            "update.settings.mfa-enrolled",
            "update.settings.default-mfa-method",
            "update.settings.roles",
            "get.connected-apps",
            "revoke.connected-app",
            "revoke-sessions",
        ],
    ),
    (
        "stytch.self",
        &[
            "update.info.name",
            "update.info.email",
            "update.info.untrusted-metadata",
            "update.info.mfa-phone",
            "update.info.delete.mfa-phone",
            "update.info.delete.password",
            "update.info.delete.mfa-totp",
            "update.info.unlink.retired-email",
            "update.settings.mfa-enrolled",
            "update.settings.default-mfa-method",
            "get.connected-apps",
            "revoke.connected-app",
            "delete",
            "revoke-sessions",
        ],
    ),
    ("stytch.sso", CRUD),
    ("stytch.scim", CRUD),
    ("stytch.custom-org-roles", CRUD),
];
