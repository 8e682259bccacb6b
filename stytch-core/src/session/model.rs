//! What this crate has to know about the session types of the generated crates.

use std::fmt::Debug;

use crate::{
    JsonObject, Timestamp,
    wire::{Object, Slot},
};

/// The session type of a vertical.
pub trait SessionModel: Object + Clone + Debug + Default + Send + Sync + 'static {
    /// Whom a session belongs to, as responses have it.
    type Subject: Object + Clone + Debug + Default + Send + Sync + 'static;

    /// The organization that a session belongs to, as responses have it.
    type Organization: Object + Clone + Debug + Default + Send + Sync + 'static;

    /// The field with the id of the session.
    const ID: &'static str;

    /// The field with the id of whom the session belongs to.
    const SUBJECT: &'static str;

    /// The field of responses that holds a session.
    const IN_RESPONSES: &'static str;

    /// The field of responses that holds whom the session belongs to.
    const SUBJECT_IN_RESPONSES: &'static str;

    /// Whether sessions belong to an organization.
    const HAS_ORGANIZATION: bool;

    /// The id of the session.
    fn session_id(&self) -> &str;

    /// The id of whom the session belongs to.
    fn subject_id(&self) -> &str;

    /// The organization that the session belongs to, if there are any.
    fn organization_id(&self) -> Option<&str>;

    /// The roles that count in the session.
    fn roles(&self) -> &[String];

    /// When the session ends.
    fn expires_at(&self) -> Option<Timestamp>;

    /// The app's own claims.
    fn custom_claims(&self) -> &JsonObject;
}

/// Stands for the organization where there are none.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
#[non_exhaustive]
pub struct NoOrganization {}

impl Object for NoOrganization {
    fn field(&mut self, _: &str) -> Option<Slot<'_>> {
        None
    }
}
