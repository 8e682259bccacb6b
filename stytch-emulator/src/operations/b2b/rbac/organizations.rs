//! The roles of an organization's own.

use stytch_b2b::organizations::{CustomRole, CustomRolePermission};
use stytch_b2b::rbac::organizations::{
    GetOrgPolicyRequest, GetOrgPolicyResponse, SetOrgPolicyRequest, SetOrgPolicyResponse,
};
use stytch_b2b::rbac::{OrgPolicy, PolicyRole, PolicyRolePermission};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::find;
use crate::rules::roles::gone;
use crate::state::{Organization, Record as _};

pub(crate) fn get_org_policy(
    call: &mut Call<'_>,
    request: GetOrgPolicyRequest,
) -> Result<GetOrgPolicyResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let mut response = GetOrgPolicyResponse::default();
    response.org_policy = policy(&organization);
    Ok(response)
}

pub(crate) fn set_org_policy(
    call: &mut Call<'_>,
    request: SetOrgPolicyRequest,
) -> Result<SetOrgPolicyResponse, Refusal> {
    let found = find::organization(call.state, request.organization_id.as_str())?;
    let project = &call.state.settings.policy;
    let mut names = Vec::new();
    for role in &request.org_policy.roles {
        let is_of_project = project
            .roles
            .iter()
            .any(|known| known.role_id == role.role_id);
        if is_of_project || names.contains(&&role.role_id) {
            return Err(Refusal::new("rbac_role_duplicate"));
        }
        names.push(&role.role_id);
        for permission in &role.permissions {
            let id = &permission.resource_id;
            let resource = project
                .resources
                .iter()
                .find(|known| known.resource_id == *id);
            let resource = resource.ok_or_else(|| Refusal::new("rbac_resource_not_found"))?;
            if permission.actions.is_empty() {
                return Err(Refusal::new("rbac_permission_missing_actions"));
            }
            let mut actions = permission.actions.iter();
            if !actions.all(|action| action == "*" || resource.actions.contains(action)) {
                return Err(Refusal::new("rbac_action_not_found"));
            }
        }
    }
    let mut organization = (*found).clone();
    organization.model.custom_roles = request.org_policy.roles.iter().map(custom).collect();
    call.state.organizations.put(organization);
    gone::settle_in(call.state, found.id());
    let organization = find::organization(call.state, found.id())?;
    let mut response = SetOrgPolicyResponse::default();
    response.org_policy = policy(&organization);
    Ok(response)
}

fn policy(organization: &Organization) -> OrgPolicy {
    let mut policy = OrgPolicy::default();
    let roles = organization.model.custom_roles.iter();
    policy.roles = roles
        .map(|custom| {
            let mut role = PolicyRole::default();
            role.role_id.clone_from(&custom.role_id);
            role.description.clone_from(&custom.description);
            role.permissions = custom
                .permissions
                .iter()
                .map(|custom| {
                    let mut permission = PolicyRolePermission::default();
                    permission.resource_id.clone_from(&custom.resource_id);
                    permission.actions.clone_from(&custom.actions);
                    permission
                })
                .collect();
            role
        })
        .collect();
    policy
}

fn custom(role: &PolicyRole) -> CustomRole {
    let mut custom = CustomRole::default();
    custom.role_id.clone_from(&role.role_id);
    custom.description.clone_from(&role.description);
    custom.permissions = role
        .permissions
        .iter()
        .map(|permission| {
            let mut custom = CustomRolePermission::default();
            custom.resource_id.clone_from(&permission.resource_id);
            custom.actions.clone_from(&permission.actions);
            custom
        })
        .collect();
    custom
}
