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
    RawPolicy { roles: Vec<RawRole>, scopes: Vec<RawScope>, resources: Vec<RawResource>, }
    RawRole { role_id: String, permissions: Vec<RawPermission>, }
    RawScope { scope: String, permissions: Vec<RawPermission>, }
    RawResource { resource_id: String, actions: Vec<String>, }
    RawPermission { resource_id: String, actions: Vec<String>, }
    // what an app may have at hand: a policy, or an answer of the service with one in it
    PolicyDocument {
        policy: Option<RawPolicy>,
        roles: Option<Vec<RawRole>>,
        scopes: Option<Vec<RawScope>>,
        resources: Option<Vec<RawResource>>,
    }
    OrganizationPolicyDocument {
        org_policy: Option<RawOrganizationPolicy>,
        roles: Option<Vec<RawRole>>,
    }
    RawOrganizationPolicy { roles: Option<Vec<RawRole>>, }
}

impl RawPolicy {
    pub(super) fn from_json(json: &[u8]) -> Result<Self, Error> {
        match wire::decode(json).map_err(Error::decode)? {
            PolicyDocument {
                policy: Some(policy),
                roles: None,
                scopes: None,
                resources: None,
            } => Ok(policy),
            PolicyDocument {
                policy: None,
                roles,
                scopes,
                resources,
            } => Ok(Self {
                roles: roles.unwrap_or_default(),
                scopes: scopes.unwrap_or_default(),
                resources: resources.unwrap_or_default(),
            }),
            _ => Err(no_policy("`policy` stands beside a policy")),
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
/// use stytch_core::rbac::OrganizationPolicy;
///
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
        let document = wire::decode(json).map_err(Error::decode)?;
        let roles = match document {
            OrganizationPolicyDocument {
                org_policy: Some(policy),
                roles: None,
            } => policy.roles,
            OrganizationPolicyDocument {
                org_policy: None,
                roles,
            } => roles,
            OrganizationPolicyDocument { .. } => {
                return Err(no_policy("`org_policy` stands beside `roles`"));
            }
        };
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
