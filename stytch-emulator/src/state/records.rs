//! The records of a project. What the API shows of a thing is the SDK's own model of it; what it keeps to
//! itself stands beside that.

use serde::{Deserialize, Serialize};
use stytch_b2b::authentication_factors::AuthenticationFactor;
use stytch_b2b::{JsonObject, Timestamp, organizations};

use super::table::Record;

/// An organization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Organization {
    #[serde(flatten)]
    pub(crate) model: organizations::Organization,
}

impl Organization {
    pub(crate) fn named_by_slug(slug: &str) -> String {
        format!("slug:{slug}")
    }

    pub(crate) fn named_by_external_id(id: &str) -> String {
        format!("external:{id}")
    }
}

impl Record for Organization {
    fn id(&self) -> &str {
        self.model.organization_id.as_str()
    }

    fn names(&self) -> Vec<String> {
        let external = self.model.organization_external_id.as_deref();
        let slug = Self::named_by_slug(&self.model.organization_slug);
        external
            .map(Self::named_by_external_id)
            .into_iter()
            .chain([slug])
            .collect()
    }
}

/// A member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Member {
    #[serde(flatten)]
    pub(crate) model: organizations::Member,
    /// The id of the address, as sessions name it.
    pub(crate) email_id: String,
    /// The roles that were given to the member; those that follow from something else are added where
    /// the member is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) assigned_roles: Vec<String>,
}

impl Member {
    pub(crate) fn named_by_email(organization_id: &str, email: &str) -> String {
        format!("email:{organization_id}:{}", email.to_lowercase())
    }

    pub(crate) fn named_by_external_id(organization_id: &str, id: &str) -> String {
        format!("external:{organization_id}:{id}")
    }

    pub(crate) fn listed_by_organization(organization_id: &str) -> String {
        format!("organization:{organization_id}")
    }

    pub(crate) fn listed_by_email(email: &str) -> String {
        format!("email:{}", email.to_lowercase())
    }

    pub(crate) fn is_deleted(&self) -> bool {
        self.model.status == organizations::MemberStatus::Deleted
    }
}

impl Record for Member {
    fn id(&self) -> &str {
        self.model.member_id.as_str()
    }

    fn names(&self) -> Vec<String> {
        if self.is_deleted() {
            // the address is free for somebody new
            return Vec::new();
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
            .collect()
    }

    fn groups(&self) -> Vec<String> {
        vec![
            Self::listed_by_organization(self.model.organization_id.as_str()),
            Self::listed_by_email(&self.model.email_address),
        ]
    }
}

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

impl Record for Intermediate {
    fn id(&self) -> &str {
        &self.token
    }
}

/// What a token is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum TokenKind {
    /// In a mail to a member.
    MagicLink { member_id: String },
    /// In a mail to an address, for whatever organizations it belongs to.
    DiscoveryMagicLink { email_address: String },
}

/// The challenge that a verifier has to meet (RFC 7636).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pkce(pub(crate) String);

/// Whether a token was used up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SpentToken(pub(crate) bool);

/// A token that was sent to somebody and works once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) token: String,
    #[serde(flatten)]
    pub(crate) kind: TokenKind,
    pub(crate) expires_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pkce: Option<Pkce>,
    #[serde(default)]
    pub(crate) spent: SpentToken,
}

impl Record for Token {
    fn id(&self) -> &str {
        &self.token
    }
}
