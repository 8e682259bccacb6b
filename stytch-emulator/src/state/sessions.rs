//! Sessions of members, and what is not one yet.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_b2b::{JsonObject, Timestamp};

use super::table::Record;

/// The session of a member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) member_id: String,
    pub(crate) organization_id: String,
    pub(crate) started_at: Timestamp,
    pub(crate) last_accessed_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) factors: Vec<AuthenticationFactor>,
    #[serde(default, skip_serializing_if = "JsonObject::is_empty")]
    pub(crate) custom_claims: JsonObject,
}

impl Session {
    pub(crate) fn named_by_token(token: &str) -> String {
        format!("token:{token}")
    }

    pub(crate) fn listed_by_member(member_id: &str) -> String {
        format!("member:{member_id}")
    }
}

impl Record for Session {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("factors", "b2b.authentication_factors.AuthenticationFactor")]
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn names(&self) -> Vec<String> {
        vec![Self::named_by_token(&self.token)]
    }

    fn groups(&self) -> Vec<String> {
        vec![Self::listed_by_member(&self.member_id)]
    }
}

/// Factors that do not make a session yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Intermediate {
    pub(crate) token: String,
    pub(crate) email_address: String,
    /// The organization that it is bound to, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) organization_id: Option<String>,
    pub(crate) factors: Vec<AuthenticationFactor>,
    pub(crate) expires_at: Timestamp,
}

impl Intermediate {
    /// Those that are bound to an organization.
    pub(crate) fn listed_by_organization(organization_id: &str) -> String {
        format!("organization:{organization_id}")
    }
}

impl Record for Intermediate {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("factors", "b2b.authentication_factors.AuthenticationFactor")]
    }

    fn id(&self) -> &str {
        &self.token
    }

    fn groups(&self) -> Vec<String> {
        let organization_id = self.organization_id.as_deref();
        organization_id
            .map(Self::listed_by_organization)
            .into_iter()
            .collect()
    }
}
