//! The policy of a project, ready for checks.

use std::{
    collections::{HashMap, HashSet},
    fmt,
    sync::Arc,
};

use serde_json::json;

use super::{
    PolicyBuilder,
    index::Index,
    raw::{OrganizationPolicy, RawPolicy},
};
use crate::Error;

/// Who may do what: the roles, scopes and resources of a project, compiled for checks.
///
/// The policy that the API gives is made into one by `From`. The client keeps the policy of its
/// project by itself. To test a policy on its own, read it from JSON, or put one together with
/// [`CompiledPolicy::builder`]:
///
/// ```
/// # use stytch_core::rbac::CompiledPolicy;
/// let policy = CompiledPolicy::from_json(
///     br#"{"roles": [
///         {"role_id": "editor", "permissions": [
///             {"resource_id": "documents", "actions": ["read", "write"]}]},
///         {"role_id": "admin", "permissions": [
///             {"resource_id": "documents", "actions": ["*"]}]}
///     ]}"#,
/// )?;
/// let verdict = policy.check_roles(["editor", "admin"], "documents", "delete");
/// assert!(verdict.is_allowed());
/// assert_eq!(verdict.granted_by().collect::<Vec<_>>(), ["admin"]);
/// # Ok::<(), stytch_core::Error>(())
/// ```
///
/// The action `*` in a permission stands for every action. Resources have no such wildcard.
#[derive(Clone, Default)]
pub struct CompiledPolicy {
    roles: Index,
    scopes: Index,
    /// The actions of each resource.
    resources: HashMap<Box<str>, HashSet<Box<str>>>,
    /// As it was written down.
    raw: Arc<RawPolicy>,
}

impl CompiledPolicy {
    /// Puts a policy together by hand.
    pub fn builder() -> PolicyBuilder {
        PolicyBuilder::default()
    }

    /// Reads the JSON of a policy as the service gives it: an object with the lists `roles`,
    /// `scopes` and `resources`, or an answer in which that is the value of `policy`. What is missing
    /// permits nothing.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when it is not that. An object with none of the three
    /// lists is not.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        RawPolicy::from_json(json).map(Self::new)
    }

    /// The JSON that [`from_json`](Self::from_json) reads: to keep a policy for the next start, as
    /// the client's [`initial_policy`](crate::ClientBuilder::initial_policy).
    #[must_use]
    pub fn to_json(&self) -> String {
        json!({
            "roles": self.raw.roles(),
            "scopes": self.raw.scopes(),
            "resources": self.raw.resources(),
        })
        .to_string()
    }

    /// Whether one of a subject's roles permits an action on a resource.
    #[must_use = "the verdict may be a refusal"]
    pub fn check_roles(
        &self,
        roles: impl IntoIterator<Item: AsRef<str>>,
        resource_id: &str,
        action: &str,
    ) -> Verdict {
        Verdict::by(self.roles.permitting(roles, resource_id, action))
    }

    /// Whether one of an access token's scopes permits an action on a resource.
    #[must_use = "the verdict may be a refusal"]
    pub fn check_scopes(
        &self,
        scopes: impl IntoIterator<Item: AsRef<str>>,
        resource_id: &str,
        action: &str,
    ) -> Verdict {
        Verdict::by(self.scopes.permitting(scopes, resource_id, action))
    }

    pub(super) fn new(raw: RawPolicy) -> Self {
        let mut policy = Self::default();
        for role in raw.roles() {
            policy.roles.add(&role.role_id, &role.permissions);
        }
        for scope in raw.scopes() {
            policy.scopes.add(&scope.scope, &scope.permissions);
        }
        for resource in raw.resources() {
            if resource.resource_id.is_empty() {
                continue;
            }
            let actions = policy
                .resources
                .entry(Box::from(&*resource.resource_id))
                .or_default();
            actions.extend(resource.actions.iter().map(|action| Box::from(&**action)));
        }
        policy.raw = Arc::new(raw);
        policy
    }

    /// Whether there is nothing in it that has a name.
    pub(super) fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.scopes.is_empty() && self.resources.is_empty()
    }

    pub(super) fn has_role(&self, role_id: &str) -> bool {
        self.roles.contains(role_id)
    }

    pub(super) fn actions(&self, resource_id: &str) -> Option<&HashSet<Box<str>>> {
        self.resources.get(resource_id)
    }
}

impl From<&OrganizationPolicy> for CompiledPolicy {
    /// The roles of an organization alone, without those of the project.
    fn from(policy: &OrganizationPolicy) -> Self {
        Self::new(RawPolicy {
            roles: Some(policy.roles.clone()),
            ..RawPolicy::default()
        })
    }
}

impl fmt::Debug for CompiledPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CompiledPolicy")
            .field("resources", &self.resources.len())
            .finish_non_exhaustive()
    }
}

/// What a check found, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    allowed: bool,
    by: Vec<Arc<str>>,
}

impl Verdict {
    fn by(by: Vec<Arc<str>>) -> Self {
        Self {
            allowed: !by.is_empty(),
            by,
        }
    }

    /// What the service answered.
    pub(crate) fn of_service(allowed: bool, by: Vec<String>) -> Self {
        Self {
            allowed,
            by: by.into_iter().map(Arc::from).collect(),
        }
    }

    /// Whether the action is allowed.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.allowed
    }

    /// The roles or scopes of the subject that allow it, each of which would do. Empty if none does.
    pub fn granted_by(&self) -> impl Iterator<Item = &str> {
        self.by.iter().map(|name| &**name)
    }
}

#[cfg(feature = "serialize")]
impl serde::Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;

        let mut verdict = serializer.serialize_struct("Verdict", 2)?;
        verdict.serialize_field("allowed", &self.allowed)?;
        verdict.serialize_field("granted_by", &self.granted_by().collect::<Vec<_>>())?;
        verdict.end()
    }
}
