//! Policies as they are written down.

use crate::{
    Error,
    wire::{self, Object, Receive as _, Slot},
};

/// Declares a type that is read from a JSON object. Whatever is missing or `null` stays empty, and
/// so permits nothing.
macro_rules! raw {
    ($($name:ident { $($field:ident: $ty:ty,)+ })+) => {$(
        #[derive(Clone, Debug, Default, PartialEq)]
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
    RawOrganizationPolicy { roles: Vec<RawRole>, }
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
/// the service. See [`Policy::validate_org_policy`](super::Policy::validate_org_policy).
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
    /// Reads the JSON that the service takes and gives: an object with a list `roles`.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) when it is not that.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let RawOrganizationPolicy { roles } = wire::decode(json).map_err(Error::decode)?;
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
