//! People as their identity providers know them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use stytch_core::JsonObject;

use crate::refusal::Refusal;
use crate::rules::spelling;
use crate::seed;
use crate::state::{Record, State};

/// Somebody as an identity provider knows them: what the chooser offers, in place of Google, Okta and all
/// the others. The same people have accounts at each of them.
///
/// ```
/// use stytch_emulator::ProviderIdentity;
///
/// let ada = ProviderIdentity::new("ada@acme.com").name("Ada Lovelace").group("engineers");
/// assert!(ada.email_verified);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProviderIdentity {
    /// What the provider calls the account, whatever becomes of the address: `sub` of an id token, NameID
    /// of an assertion. Follows from the address if it is left out.
    pub subject: String,
    /// The address.
    pub email_address: String,
    /// The full name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether the provider vouches for the address, where it does so for anybody.
    #[serde(default = "yes")]
    pub email_verified: bool,
    /// The groups at an organization's identity provider, from which roles may follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// The tenants at an OAuth provider: workspaces at Slack, hubs at HubSpot, organizations at GitHub.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tenants: Vec<String>,
    /// Whatever else the provider tells, by its own names.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: JsonObject,
}

fn yes() -> bool {
    true
}

impl ProviderIdentity {
    /// Somebody with this address, whom providers vouch for.
    #[must_use]
    pub fn new(email_address: impl Into<String>) -> Self {
        let email_address = email_address.into();
        Self {
            subject: usual_subject(&email_address),
            email_address,
            name: String::new(),
            email_verified: true,
            groups: Vec::new(),
            tenants: Vec::new(),
            attributes: Map::new(),
        }
    }

    /// What the provider calls the account.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    /// The full name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Nobody vouches for the address.
    #[must_use]
    pub fn unverified(mut self) -> Self {
        self.email_verified = false;
        self
    }

    /// A group more.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.groups.push(group.into());
        self
    }

    /// A tenant more.
    #[must_use]
    pub fn tenant(mut self, tenant: impl Into<String>) -> Self {
        self.tenants.push(tenant.into());
        self
    }

    /// Something else that the provider tells.
    #[must_use]
    pub fn attribute(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.attributes.insert(name.into(), value.into());
        self
    }

    /// What is known under a name that connections map from.
    pub(crate) fn known(&self, name: &str) -> Option<Value> {
        let (first, last) = self.name.split_once(' ').unwrap_or((&self.name, ""));
        Some(match name {
            "email" => json!(self.email_address),
            "full_name" => json!(self.name),
            "first_name" => json!(first),
            "last_name" => json!(last),
            "groups" => json!(self.groups),
            "idp_user_id" => json!(self.subject),
            _ => return None,
        })
    }

    /// Makes sure that it can be somebody.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if self.subject.is_empty() {
            return Err(Refusal::bad_request("An identity needs a subject."));
        }
        spelling::email(&self.email_address)
    }
}

fn usual_subject(email_address: &str) -> String {
    seed::id_of("subject", &[&email_address.to_lowercase()])
}

impl Record for ProviderIdentity {
    fn id(&self) -> &str {
        &self.subject
    }

    fn complete(given: &mut Map<String, Value>) {
        let subject = usual_subject(seed::text(given, "email_address"));
        given.entry("subject").or_insert(subject.into());
    }

    fn groups(&self) -> Vec<String> {
        vec![listed_by_email(&self.email_address)]
    }
}

fn listed_by_email(email_address: &str) -> String {
    format!("email:{}", email_address.to_lowercase())
}

/// The one whom a hint means: the only one with this address or subject, or else somebody new with the
/// address. `None` if it could be several, or nobody.
pub(crate) fn hinted(state: &State, hint: &str) -> Option<ProviderIdentity> {
    if let Some(found) = state.identities.get(hint) {
        return Some((**found).clone());
    }
    let group = listed_by_email(hint);
    let mut found = state.identities.group(&group);
    match (found.next(), found.next()) {
        (Some(only), None) => Some((**only).clone()),
        (Some(_), Some(_)) => None,
        (None, _) => {
            let new = ProviderIdentity::new(hint);
            new.check().is_ok().then_some(new)
        }
    }
}
