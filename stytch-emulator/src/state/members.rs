//! Members of organizations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::organizations;
use stytch_core::Timestamp;

use super::secrets::Password;
use super::table::Record;
use crate::seed;

/// A member.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Member {
    #[serde(flatten)]
    pub(crate) model: organizations::Member,
    /// The id of the address, as sessions name it.
    pub(crate) email_id: String,
    /// The roles that were given to the member; those that follow from something else are added where
    /// the member is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) assigned_roles: Vec<String>,
    /// The id of the phone number, as sessions name it; empty before the first code was right.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) phone_id: String,
    /// A move to another address that is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) email_update: Option<EmailUpdate>,
}

/// An address that a member wants to have, and has yet to prove.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EmailUpdate {
    pub(crate) email_address: String,
    pub(crate) expires_at: Timestamp,
}

impl Member {
    pub(crate) fn named_by_email(organization_id: &str, email: &str) -> String {
        format!("email:{organization_id}:{}", email.to_lowercase())
    }

    pub(crate) fn named_by_external_id(organization_id: &str, id: &str) -> String {
        format!("external:{organization_id}:{id}")
    }

    /// The user of a SCIM connection; a deleted member, too.
    pub(crate) fn named_by_scim_user(connection_id: &str, user_name: &str) -> String {
        format!("scim:{connection_id}:{}", user_name.to_lowercase())
    }

    pub(crate) fn listed_by_scim_connection(connection_id: &str) -> String {
        format!("scim:{connection_id}")
    }

    pub(crate) fn listed_by_organization(organization_id: &str) -> String {
        format!("organization:{organization_id}")
    }

    pub(crate) fn listed_by_email(email: &str) -> String {
        format!("email:{}", email.to_lowercase())
    }

    /// Whose password the member logs in with: its own, or that of the address.
    pub(crate) fn password_owner(&self, cross_organization: bool) -> String {
        match cross_organization {
            true => Password::owned_by_address(&self.model.email_address),
            false => self.model.member_id.as_str().to_owned(),
        }
    }

    /// The SCIM connection over which the member came.
    pub(crate) fn scim_connection_id(&self) -> Option<&str> {
        let registration = self.model.scim_registration.as_ref()?;
        Some(registration.connection_id.as_str())
    }

    pub(crate) fn is_deleted(&self) -> bool {
        self.model.status == organizations::MemberStatus::Deleted
    }
}

impl Record for Member {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "b2b.organizations.Member")]
    }

    fn id(&self) -> &str {
        self.model.member_id.as_str()
    }

    fn complete(given: &mut Map<String, Value>) {
        let parts = [
            seed::text(given, "organization_id"),
            seed::text(given, "email_address"),
        ];
        let (id, email_id) = (seed::id_of("member", &parts), seed::id_of("email", &parts));
        given.entry("member_id").or_insert(id.into());
        given.entry("email_id").or_insert(email_id.into());
        given.entry("status").or_insert("active".into());
        given.entry("email_address_verified").or_insert(true.into());
    }

    fn names(&self) -> Vec<String> {
        let registration = self.model.scim_registration.as_ref();
        let attributes = registration.and_then(|one| one.scim_attributes.as_ref());
        let connection = self.scim_connection_id().unwrap_or_default();
        let user = attributes
            .map(|attributes| Self::named_by_scim_user(connection, &attributes.user_name));
        if self.is_deleted() {
            // the address is free for somebody new
            return user.into_iter().collect();
        }
        let organization = self.model.organization_id.as_str();
        let external = self.model.external_id.as_deref();
        external
            .map(|id| Self::named_by_external_id(organization, id))
            .into_iter()
            .chain([Self::named_by_email(
                organization,
                &self.model.email_address,
            )])
            .chain(user)
            .collect()
    }

    fn groups(&self) -> Vec<String> {
        vec![
            Self::listed_by_organization(self.model.organization_id.as_str()),
            Self::listed_by_email(&self.model.email_address),
        ]
        .into_iter()
        .chain(
            self.scim_connection_id()
                .map(Self::listed_by_scim_connection),
        )
        .collect()
    }
}
