//! SSO connections of organizations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use stytch_b2b::sso;

use super::table::Record;
use crate::seed;

/// An SSO connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum SsoConnection {
    Saml(sso::SamlConnection),
    Oidc(sso::OidcConnection),
    /// One of another organization, lent to this one.
    External(sso::Connection),
}

impl SsoConnection {
    pub(crate) fn listed_by_organization(organization_id: &str) -> String {
        format!("organization:{organization_id}")
    }

    /// The external connections that lead to one.
    pub(crate) fn listed_by_source(connection_id: &str) -> String {
        format!("source:{connection_id}")
    }

    pub(crate) fn organization_id(&self) -> &str {
        match self {
            Self::Saml(saml) => saml.organization_id.as_str(),
            Self::Oidc(oidc) => oidc.organization_id.as_str(),
            Self::External(external) => external.organization_id.as_str(),
        }
    }

    /// The organization, where people wrote its slug.
    pub(super) fn set_organization_id(&mut self, id: &stytch_b2b::OrganizationId) {
        match self {
            Self::Saml(saml) => saml.organization_id = id.clone(),
            Self::Oidc(oidc) => oidc.organization_id = id.clone(),
            Self::External(external) => external.organization_id = id.clone(),
        }
    }
}

impl Record for SsoConnection {
    fn models(given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        match seed::text(given, "kind") {
            "saml" => &[("", "b2b.sso.SamlConnection")],
            "oidc" => &[("", "b2b.sso.OidcConnection")],
            "external" => &[("", "b2b.sso.Connection")],
            _ => &[],
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Saml(saml) => saml.connection_id.as_str(),
            Self::Oidc(oidc) => oidc.connection_id.as_str(),
            Self::External(external) => external.connection_id.as_str(),
        }
    }

    fn complete(given: &mut Map<String, Value>) {
        given.entry("kind").or_insert("saml".into());
        let kind = seed::text(given, "kind").to_owned();
        let parts = [
            seed::text(given, "organization_id"),
            seed::text(given, "display_name"),
            &kind,
        ];
        let id = seed::id_of(&format!("{kind}-connection"), &parts);
        given.entry("connection_id").or_insert(id.into());
        // whoever writes one down wants people to log in with it
        given.entry("status").or_insert("active".into());
        if kind != "external" {
            let generic = "generic".into();
            given.entry("identity_provider").or_insert(generic);
        }
        if kind == "saml" {
            let mapping = json!({ "email": "email", "full_name": "name", "groups": "groups" });
            given.entry("attribute_mapping").or_insert(mapping);
        }
    }

    fn groups(&self) -> Vec<String> {
        let mut groups = vec![Self::listed_by_organization(self.organization_id())];
        if let Self::External(external) = self {
            let source = external.external_connection_id.as_str();
            groups.push(Self::listed_by_source(source));
        }
        groups
    }
}
