//! SCIM connections of organizations, and the groups that came over them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::scim;
use stytch_core::{Secret, Timestamp};

use super::table::Record;
use crate::rules::client_secrets::last_four;
use crate::seed;

/// A SCIM connection. An organization has one at most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ScimConnection {
    /// As the API shows it, but for the address, which follows from where the emulator listens.
    #[serde(flatten)]
    pub(crate) model: scim::ScimConnection,
    /// What the identity provider proves itself with.
    pub(crate) bearer_token: Secret,
    /// The token that comes next, while both work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) next_bearer_token: Option<Secret>,
}

impl ScimConnection {
    /// How long bearer tokens are.
    pub(crate) const TOKEN_LETTERS: usize = 48;

    pub(crate) fn named_by_organization(organization_id: &str) -> String {
        format!("organization:{organization_id}")
    }
}

impl Record for ScimConnection {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "b2b.scim.ScimConnection")]
    }

    fn id(&self) -> &str {
        self.model.connection_id.as_str()
    }

    fn complete(given: &mut Map<String, Value>) {
        let organization = seed::text(given, "organization_id").to_owned();
        let id = seed::id_of("scim-connection", &[&organization]);
        given.entry("connection_id").or_insert(id.into());
        given.entry("status").or_insert("active".into());
        let generic = "generic".into();
        given.entry("identity_provider").or_insert(generic);
        let token = seed::random_of(&["scim", &organization]).letters(Self::TOKEN_LETTERS);
        given.entry("bearer_token").or_insert(token.into());
        for token in ["bearer_token", "next_bearer_token"] {
            let last_four = last_four(seed::text(given, token));
            let field = format!("{token}_last_four");
            given.entry(field).or_insert(last_four.into());
        }
    }

    fn names(&self) -> Vec<String> {
        let organization_id = self.model.organization_id.as_str();
        vec![Self::named_by_organization(organization_id)]
    }
}

/// A group of people at an identity provider.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ScimGroup {
    #[serde(flatten)]
    pub(crate) model: scim::ScimGroup,
    /// The id that the identity provider has for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) external_id: String,
    /// The ids of those who are in it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) members: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) updated_at: Option<Timestamp>,
}

impl ScimGroup {
    pub(crate) fn listed_by_connection(connection_id: &str) -> String {
        format!("connection:{connection_id}")
    }
}

impl Record for ScimGroup {
    fn id(&self) -> &str {
        self.model.group_id.as_str()
    }

    fn complete(given: &mut Map<String, Value>) {
        let parts = [
            seed::text(given, "organization_id"),
            seed::text(given, "group_name"),
        ];
        let id = seed::id_of("scim-group", &parts);
        given.entry("group_id").or_insert(id.into());
    }

    fn groups(&self) -> Vec<String> {
        let connection_id = self.model.connection_id.as_str();
        vec![Self::listed_by_connection(connection_id)]
    }
}
