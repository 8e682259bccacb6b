//! Policies as they are written down.

use serde::Serialize;

use crate::{
    Error, ErrorKind,
    wire::{self, Object, Receive as _, Slot},
};

/// Declares a type that is read from a JSON object. Whatever is missing or `null` stays empty, and
/// so permits nothing.
macro_rules! raw {
    ($($name:ident { $($field:ident: $ty:ty,)+ })+) => {$(
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub(super) struct $name {
            $(pub(super) $field: $ty,)+
        }

        impl Object for $name {
            fn field(&mut self, name: &str) -> Option<Slot<'_>> {
                match name {
                    $(stringify!($field) => Some(self.$field.slot()),)+
                    _ => None,
                }
            }
        }

        crate::received!($name);
    )+};
}

raw! {
    RawPolicy {
        roles: Option<Vec<RawRole>>,
        scopes: Option<Vec<RawScope>>,
        resources: Option<Vec<RawPermission>>,
    }
    RawRole { role_id: String, permissions: Vec<RawPermission>, }
    RawScope { scope: String, permissions: Vec<RawPermission>, }
    // a resource with all of its actions, or with those that are permitted
    RawPermission { resource_id: String, actions: Vec<String>, }
}

impl RawPolicy {
    /// Reads the policy of a project.
    pub(super) fn from_json(json: &[u8]) -> Result<Self, Error> {
        let Document { policy, alone, .. } = Document::read(json)?;
        let policy = Document::either(policy, alone)?;
        if policy.is_none() {
            return Err(no_policy(
                "the object has none of the lists `roles`, `scopes` and `resources`",
            ));
        }
        Ok(policy)
    }

    pub(super) fn roles(&self) -> &[RawRole] {
        self.roles.as_deref().unwrap_or_default()
    }

    pub(super) fn scopes(&self) -> &[RawScope] {
        self.scopes.as_deref().unwrap_or_default()
    }

    pub(super) fn resources(&self) -> &[RawPermission] {
        self.resources.as_deref().unwrap_or_default()
    }

    /// Whether there is no list in it, not even an empty one: some other object, then.
    fn is_none(&self) -> bool {
        self.roles.is_none() && self.scopes.is_none() && self.resources.is_none()
    }
}

/// An answer of the service with a policy in it, or the policy alone.
#[derive(Default)]
pub(super) struct Document {
    /// The project's.
    pub(super) policy: Option<RawPolicy>,
    /// An organization's.
    pub(super) org_policy: Option<RawPolicy>,
    alone: RawPolicy,
}

impl Object for Document {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        match name {
            "policy" => Some(self.policy.slot()),
            "org_policy" => Some(self.org_policy.slot()),
            name => self.alone.field(name),
        }
    }
}

crate::received!(Document);

impl Document {
    fn read(json: &[u8]) -> Result<Self, Error> {
        wire::decode(json).map_err(Error::decode)
    }

    /// The one policy that there is, `within` the answer or alone.
    fn either(within: Option<RawPolicy>, alone: RawPolicy) -> Result<RawPolicy, Error> {
        match (within, alone.is_none()) {
            (Some(_), false) => Err(no_policy("a policy stands beside another one")),
            (Some(policy), true) => Ok(policy),
            (None, _) => Ok(alone),
        }
    }
}

fn no_policy(message: &'static str) -> Error {
    Error::new(ErrorKind::Decode, message)
}

impl RawPermission {
    pub(super) fn new<A>(resource_id: &str, actions: A) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
    {
        Self {
            resource_id: resource_id.to_owned(),
            actions: actions.into_iter().map(Into::into).collect(),
        }
    }
}

/// The roles that an organization has beside those of its project, as they are about to be sent to
/// the service. See
/// [`CompiledPolicy::validate_org_policy`](super::CompiledPolicy::validate_org_policy).
///
/// ```
/// # use stytch_core::rbac::OrganizationPolicy;
/// let policy = OrganizationPolicy::default()
///     .permit("auditor", "documents", ["read"])
///     .permit("auditor", "logs", ["read", "export"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganizationPolicy {
    pub(super) roles: Vec<RawRole>,
}

impl OrganizationPolicy {
    /// Reads the JSON that the service takes and gives: an object with a list `roles`, or an answer
    /// in which that is the value of `org_policy`.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when it is not that. An object without `roles` is not: it
    /// would pass for a policy without any role, which violates nothing.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let document = Document::read(json)?;
        let policy = Document::either(document.org_policy, document.alone)?;
        let roles = policy.roles;
        let roles = roles.ok_or_else(|| no_policy("the object has no list `roles`"))?;
        Ok(Self { roles })
    }

    /// Lets a role do something; to be called once for each resource that the role is about.
    ///
    /// A role that is named for the second time in a row is continued. Use
    /// [`role`](Self::role) to begin one explicitly.
    #[must_use]
    pub fn permit<A>(mut self, role_id: &str, resource_id: &str, actions: A) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
    {
        if self.roles.last().is_none_or(|role| role.role_id != role_id) {
            self = self.role(role_id);
        }
        if let Some(role) = self.roles.last_mut() {
            role.permissions
                .push(RawPermission::new(resource_id, actions));
        }
        self
    }

    /// Begins a role.
    #[must_use]
    pub fn role(mut self, role_id: &str) -> Self {
        self.roles.push(RawRole {
            role_id: role_id.to_owned(),
            permissions: Vec::new(),
        });
        self
    }
}
