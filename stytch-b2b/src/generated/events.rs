// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

//! The events of webhooks.

use stytch_core::webhooks;

use crate::{ConnectionId, MemberId, OrganizationId, ScimConnectionId, organizations, scim, sso};

/// What a webhook tells: an object was created, changed or deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `organization`: An organization was created or deleted, or its settings have changed.
    Organization(webhooks::Change<OrganizationId, organizations::Organization>),
    /// `member`: A member was created or deleted, or has changed: name, roles, status, factors,
    /// metadata.
    Member(webhooks::Change<MemberId, organizations::Member>),
    /// `saml_connection`: A SAML connection of an organization was created, deleted or set up anew.
    SamlConnection(webhooks::Change<ConnectionId, sso::SamlConnection>),
    /// `oidc_connection`: An OIDC connection of an organization was created, deleted or set up anew.
    OidcConnection(webhooks::Change<ConnectionId, sso::OidcConnection>),
    /// `scim_connection`: A SCIM connection of an organization was created, deleted or set up anew.
    ScimConnection(webhooks::Change<ScimConnectionId, scim::ScimConnection>),
    /// An event about another kind of object, newer than this crate, or about one without an
    /// id.
    Unknown(webhooks::Unknown),
}

impl Event {
    /// What every event says about itself.
    #[must_use]
    pub fn envelope(&self) -> &webhooks::Envelope {
        match self {
            Self::Organization(change) => &change.envelope,
            Self::Member(change) => &change.envelope,
            Self::SamlConnection(change) => &change.envelope,
            Self::OidcConnection(change) => &change.envelope,
            Self::ScimConnection(change) => &change.envelope,
            Self::Unknown(unknown) => &unknown.envelope,
        }
    }

    /// The object that the event is about; empty if it does not say so.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Organization(change) => change.id.as_str(),
            Self::Member(change) => change.id.as_str(),
            Self::SamlConnection(change) => change.id.as_str(),
            Self::OidcConnection(change) => change.id.as_str(),
            Self::ScimConnection(change) => change.id.as_str(),
            Self::Unknown(unknown) => &unknown.id,
        }
    }
}

impl webhooks::FromDelivery for Event {
    fn from_delivery(delivery: webhooks::Delivery<'_>) -> Result<Self, webhooks::Error> {
        match delivery.object_type() {
            "organization" => delivery.change().map(Self::Organization),
            "member" => delivery.change().map(Self::Member),
            "saml_connection" => delivery.change().map(Self::SamlConnection),
            "oidc_connection" => delivery.change().map(Self::OidcConnection),
            "scim_connection" => delivery.change().map(Self::ScimConnection),
            _ => delivery.unknown().map(Self::Unknown),
        }
    }
}
