// Generated from spec/shared/m2m.yaml by `cargo xtask generate`. Do not edit.

//! Let machines authenticate to each other, without a person involved.
//!
//! Each service, job or customer integration gets a client of its own
//! ([`m2m().clients().create`](crate::m2m::clients::Clients::create)), whose id and secret it
//! exchanges for an access token: a JWT, valid for one hour, that lists the scopes it was granted.
//! Whoever is called checks the token locally. For software that acts for a user, see
//! [`connected_app().clients().create`](crate::connected_app::clients::Clients::create).

pub mod clients;

use stytch_core::wire::{Object, Receive, Slot};
use stytch_core::{JsonObject, Secret};

use crate::M2mClientId;

#[cfg(feature = "client")]
use stytch_core::Handle;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.m2m()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct M2m {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl M2m {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`m2m::clients`](clients): [`create`](clients::Clients::create),
    /// [`get`](clients::Clients::get), [`search`](clients::Clients::search),
    /// [`update`](clients::Clients::update), [`delete`](clients::Clients::delete),
    /// [`secrets()`](clients::Clients::secrets).
    #[must_use]
    pub fn clients(&self) -> clients::Clients {
        clients::Clients::new(self.client.clone())
    }
}

/// Whether a machine-to-machine client can get access tokens.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ClientStatus {
    /// `active`: It can.
    Active,
    /// `inactive`: It cannot until it is activated again; tokens that it has stay valid until they
    /// expire.
    Inactive,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl ClientStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientStatus {
    fn from(value: &str) -> Self {
        match value {
            "active" => Self::Active,
            "inactive" => Self::Inactive,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(ClientStatus);

/// A machine-to-machine client.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct M2mClient {
    /// Id of the client; its OAuth `client_id`.
    pub client_id: M2mClientId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Whether the client can get access tokens.
    pub status: ClientStatus,
    /// Scopes that the client can ask for, such as `read:users`.
    pub scopes: Vec<String>,
    /// Last four characters of the secret in force, to recognize it by.
    pub client_secret_last_four: String,
    /// Data of your own about the client.
    pub trusted_metadata: JsonObject,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
}

#[doc(hidden)]
impl Object for M2mClient {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "status" => self.status.slot(),
            "scopes" => self.scopes.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(M2mClient);

/// A machine-to-machine client just created, with its secret.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct M2mClientWithClientSecret {
    /// Id of the client; its OAuth `client_id`.
    pub client_id: M2mClientId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Whether the client can get access tokens.
    pub status: ClientStatus,
    /// Scopes that the client can ask for, such as `read:users`.
    pub scopes: Vec<String>,
    /// Last four characters of the secret in force, to recognize it by.
    pub client_secret_last_four: String,
    /// Data of your own about the client.
    pub trusted_metadata: JsonObject,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
    /// The client's secret, shown only this once: the API keeps a hash of it. Store it safely now; a
    /// lost secret can only be replaced, by a rotation.
    pub client_secret: Secret,
}

#[doc(hidden)]
impl Object for M2mClientWithClientSecret {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "status" => self.status.slot(),
            "scopes" => self.scopes.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            "client_secret" => self.client_secret.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(M2mClientWithClientSecret);

/// A machine-to-machine client whose secret is being rotated, with the secret to come.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct M2mClientWithNextClientSecret {
    /// Id of the client; its OAuth `client_id`.
    pub client_id: M2mClientId,
    /// Name of the client, for people. Users see the name of a connected app when it asks for their
    /// consent.
    pub client_name: String,
    /// What the client is and does, for people.
    pub client_description: String,
    /// Whether the client can get access tokens.
    pub status: ClientStatus,
    /// Scopes that the client can ask for, such as `read:users`.
    pub scopes: Vec<String>,
    /// Last four characters of the secret in force, to recognize it by.
    pub client_secret_last_four: String,
    /// Data of your own about the client.
    pub trusted_metadata: JsonObject,
    /// Last four characters of the secret to come; missing unless a rotation is under way.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub next_client_secret_last_four: Option<String>,
    /// The secret that a running rotation brings in, valid beside the old one from now on and shown
    /// only this once. If it gets lost, cancel the rotation and start another.
    pub next_client_secret: Secret,
}

#[doc(hidden)]
impl Object for M2mClientWithNextClientSecret {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "client_id" => self.client_id.slot(),
            "client_name" => self.client_name.slot(),
            "client_description" => self.client_description.slot(),
            "status" => self.status.slot(),
            "scopes" => self.scopes.slot(),
            "client_secret_last_four" => self.client_secret_last_four.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "next_client_secret_last_four" => self.next_client_secret_last_four.slot(),
            "next_client_secret" => self.next_client_secret.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(M2mClientWithNextClientSecret);
