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
/// project by itself. To test a policy on its own, read it from JSON, or put one together with [`CompiledPolicy::builder`]:
///
/// ```
/// use stytch_core::rbac::CompiledPolicy;
///
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
    pub fn check_roles(
        &self,
        roles: impl IntoIterator<Item: AsRef<str>>,
        resource_id: &str,
        action: &str,
    ) -> Verdict {
        Verdict::by(self.roles.permitting(roles, resource_id, action))
    }

    /// Whether one of an access token's scopes permits an action on a resource.
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
#[must_use = "a verdict must be looked at: it may be a refusal"]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> CompiledPolicy {
        CompiledPolicy::builder()
            .resource("documents", ["read", "write", "delete"])
            .role("viewer", "documents", ["read"])
            .role("editor", "documents", ["read", "write"])
            .role("admin", "documents", ["*"])
            .role("admin", "users", ["list"])
            .scope("docs:read", "documents", ["read"])
            .scope("docs:all", "documents", ["*"])
            .build()
    }

    fn roles(roles: &[&'static str], resource: &str, action: &str) -> Vec<String> {
        let verdict = policy().check_roles(roles.iter().copied(), resource, action);
        assert_eq!(verdict.is_allowed(), verdict.granted_by().next().is_some());
        verdict.granted_by().map(str::to_owned).collect()
    }

    #[test]
    fn a_role_permits_its_actions_on_its_resources() {
        assert_eq!(roles(&["viewer"], "documents", "read"), ["viewer"]);
        assert_eq!(
            roles(&["viewer", "editor"], "documents", "read"),
            ["viewer", "editor"]
        );
        assert!(roles(&["viewer"], "documents", "write").is_empty());
        assert!(roles(&["viewer"], "users", "read").is_empty());
        assert!(roles(&["unknown", ""], "documents", "read").is_empty());
        assert!(roles(&[], "documents", "read").is_empty());
        assert!(roles(&["docs:all"], "documents", "read").is_empty());
    }

    #[test]
    fn a_star_stands_for_every_action_but_for_no_resource() {
        for action in ["read", "delete", "never heard of", "*", ""] {
            assert_eq!(
                roles(&["admin"], "documents", action),
                ["admin"],
                "{action}"
            );
        }
        assert!(roles(&["viewer"], "documents", "*").is_empty());
        for resource in ["*", "", "Documents", "documents ", "nothing"] {
            assert!(roles(&["admin"], resource, "read").is_empty(), "{resource}");
        }
    }

    #[test]
    fn scopes_are_apart_from_roles() {
        let check = |scopes: &[&'static str], action| {
            let verdict = policy().check_scopes(scopes.iter().copied(), "documents", action);
            verdict.granted_by().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(check(&["openid", "docs:read"], "read"), ["docs:read"]);
        assert_eq!(check(&["docs:read", "docs:all"], "write"), ["docs:all"]);
        assert!(check(&["docs:read"], "write").is_empty());
        assert!(check(&["admin"], "write").is_empty());
    }

    #[test]
    fn more_roles_than_fit_into_a_word_keep_apart() {
        let policy = (0..200).fold(CompiledPolicy::builder(), |builder, i| {
            builder.role(&format!("r{i}"), "x", [format!("a{i}")])
        });
        let policy = policy.build();
        for i in 0..200 {
            for j in 0..200 {
                let verdict = policy.check_roles([&*format!("r{i}")], "x", &format!("a{j}"));
                assert_eq!(verdict.is_allowed(), i == j);
            }
        }
    }

    #[test]
    fn what_is_missing_or_null_permits_nothing() {
        for json in [
            r#"{"roles":[],"scopes":null}"#,
            r#"{"roles":[{"permissions":[{"resource_id":"documents","actions":["*"]}]}]}"#,
            r#"{"roles":[null,{"role_id":"admin"},{"role_id":"admin","permissions":null}]}"#,
            r#"{"roles":[{"role_id":"admin","permissions":[null,{"resource_id":"documents"}]}]}"#,
            r#"{"roles":[{"role_id":"admin","permissions":[{"resource_id":"documents","actions":[null]}]}]}"#,
            r#"{"new":1,"roles":[{"role_id":"other","permissions":[{"resource_id":"documents","actions":["*"],"new":1}]}]}"#,
        ] {
            let policy = CompiledPolicy::from_json(json.as_bytes()).unwrap();
            let verdict = policy.check_roles(["admin", ""], "documents", "read");
            assert_eq!(verdict, Verdict::default(), "{json}");
        }
    }

    #[test]
    fn what_is_no_policy_is_refused_with_its_place() {
        for (json, path) in [
            ("", "$"),
            ("[]", "$"),
            ("null", "$"),
            (r#"[{"roles":[]}]"#, "$"),
            (r#"{"policy":[[]]}"#, "$.policy"),
            (r#"{"roles":[["a",[]]]}"#, "$.roles[0]"),
            (r#"{"roles":1}"#, "$.roles"),
            (
                r#"{"roles":[{"role_id":"a"},{"role_id":["b"]}]}"#,
                "$.roles[1].role_id",
            ),
        ] {
            let error = CompiledPolicy::from_json(json.as_bytes()).unwrap_err();
            assert_eq!(error.kind(), crate::ErrorKind::Decode, "{json}");
            assert_eq!(error.json_path(), Some(path), "{json}");
        }
    }

    #[test]
    fn names_may_be_texts_of_any_kind() {
        let roles = vec!["viewer".to_owned()];
        assert!(
            policy()
                .check_roles(&roles, "documents", "read")
                .is_allowed()
        );
        assert!(
            policy()
                .check_roles(roles, "documents", "read")
                .is_allowed()
        );
        assert!(
            policy()
                .check_scopes(["docs:read"], "documents", "read")
                .is_allowed()
        );
    }

    #[cfg(feature = "serialize")]
    #[test]
    fn a_verdict_serializes_with_its_grounds() {
        let verdict = policy().check_roles(["viewer", "editor"], "documents", "read");
        let expected = serde_json::json!({"allowed": true, "granted_by": ["viewer", "editor"]});
        assert_eq!(serde_json::to_value(verdict).unwrap(), expected);
    }

    #[test]
    fn a_role_that_comes_twice_may_do_both() {
        let policy = CompiledPolicy::from_json(
            br#"{"roles":[
                {"role_id":"r","permissions":[{"resource_id":"a","actions":["x"]}]},
                {"role_id":"r","permissions":[{"resource_id":"a","actions":["y"]}]}]}"#,
        )
        .unwrap();
        for action in ["x", "y"] {
            let verdict = policy.check_roles(["r", "r"], "a", action);
            assert!(verdict.is_allowed());
        }
    }
}
