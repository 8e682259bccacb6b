//! The endpoints that local checks are fed by.

use crate::Operation;

/// The endpoints of a vertical that local checks are fed by.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Endpoints {
    /// Publishes the key set; its path has the parameter `project_id`.
    pub keys: Operation,
    /// Gives the policy of the project.
    pub policy: Operation,
    /// Gives the policy of an organization, if there are any; its path has the parameter
    /// `organization_id`.
    pub organization_policy: Option<Operation>,
    /// Checks a session at the service.
    pub authenticate: Operation,
}

#[cfg(test)]
impl Endpoints {
    /// Those of the B2B vertical.
    pub(crate) const TEST: &'static Self = &Self {
        keys: Operation::new(
            "sessions.get_jwks",
            crate::Verb::Get,
            "/v1/b2b/sessions/jwks/{project_id}",
        ),
        policy: Operation::new("rbac.policy", crate::Verb::Get, "/v1/b2b/rbac/policy"),
        organization_policy: Some(Operation::new(
            "rbac.organizations.get_org_policy",
            crate::Verb::Get,
            "/v1/b2b/rbac/organizations/{organization_id}",
        )),
        authenticate: Operation::new(
            "sessions.authenticate",
            crate::Verb::Post,
            "/v1/b2b/sessions/authenticate",
        ),
    };
}
