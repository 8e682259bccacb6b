//! What a message says.

use std::fmt;

use super::Error;
use crate::{
    JsonObject, Timestamp,
    wire::{self, Object, Optional, Problem, Receive, Slot},
};

/// What every event says about itself. What the service leaves out is empty.
///
/// Events come at least once and in no certain order: keep the [`event_id`](Self::event_id)s of those that
/// were dealt with, and take an event as the occasion to read the object anew rather than as the truth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Envelope {
    /// Identifies the event; the same when it is delivered again. An event that comes without one has the
    /// [`message_id`](Self::message_id) here.
    pub event_id: String,
    /// Identifies the message that brought it (`svix-id`); the same for each attempt to deliver it.
    pub message_id: String,
    /// The project in which it happened.
    pub project_id: String,
    /// What happened to the object.
    pub action: Action,
    /// What kind of object it happened to, such as `member`.
    pub object_type: String,
    /// What brought it about.
    pub source: Source,
    /// When it happened.
    pub timestamp: Option<Timestamp>,
    /// The vertical of the project: `B2B` or `CONSUMER`.
    pub vertical: String,
}

impl Envelope {
    /// The type of the event as the dashboard lists it: `direct.member.update`.
    #[must_use]
    pub fn event_type(&self) -> String {
        let source = self.source.as_str().to_ascii_lowercase();
        let action = self.action.as_str().to_ascii_lowercase();
        format!("{source}.{}.{action}", self.object_type)
    }
}

/// What happened to an object.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Action {
    /// `CREATE`: it is new.
    Create,
    /// `UPDATE`: it has changed.
    Update,
    /// `DELETE`: it is gone.
    Delete,
    /// A value that is newer than this crate; it is printed as it came.
    Unknown(String),
}

impl Action {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Create => "CREATE",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Action {
    fn from(value: &str) -> Self {
        match value {
            "CREATE" => Self::Create,
            "UPDATE" => Self::Update,
            "DELETE" => Self::Delete,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

/// What brought an event about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Source {
    /// `DIRECT`: a call of the API, by a backend or a front end.
    Direct,
    /// `DASHBOARD`: somebody in the vendor's dashboard.
    Dashboard,
    /// `SCIM`: the directory of an organization.
    Scim,
    /// A value that is newer than this crate; it is printed as it came.
    Unknown(String),
}

impl Source {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Direct => "DIRECT",
            Self::Dashboard => "DASHBOARD",
            Self::Scim => "SCIM",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Source {
    fn from(value: &str) -> Self {
        match value {
            "DIRECT" => Self::Direct,
            "DASHBOARD" => Self::Dashboard,
            "SCIM" => Self::Scim,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

crate::open_enum!(Action, Source);

/// What has become of an object: `I` identifies it, `T` is what it looks like.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change<I, T> {
    /// What the event says about itself.
    pub envelope: Envelope,
    /// The object; never empty.
    pub id: I,
    /// How the object was right after the change; `None` if it was deleted. By now it may look otherwise.
    pub object: Option<Box<T>>,
}

/// An event about a kind of object that is newer than this crate, or that comes without the id of one.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Unknown {
    /// What the event says about itself.
    pub envelope: Envelope,
    /// The object; may be empty.
    pub id: String,
    /// All of the event, as it came.
    pub body: JsonObject,
}

/// Without the body, since nobody knows what is secret in it.
impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unknown")
            .field("envelope", &self.envelope)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// What is made of a genuine message: the `Event` of a client crate, or [`Unknown`], which takes any.
pub trait FromDelivery: Sized {
    /// The event.
    ///
    /// # Errors
    ///
    /// If a value is of another type than it has to be.
    fn from_delivery(delivery: Delivery<'_>) -> Result<Self, Error>;
}

impl FromDelivery for Unknown {
    fn from_delivery(delivery: Delivery<'_>) -> Result<Self, Error> {
        delivery.unknown()
    }
}

/// A genuine message, of which only the envelope has been read.
#[derive(Debug)]
pub struct Delivery<'a> {
    head: Head,
    body: &'a [u8],
}

impl<'a> Delivery<'a> {
    pub(super) fn read(message_id: &str, body: &'a [u8]) -> Result<Self, Error> {
        let mut head = Head::default();
        wire::decode_into(&mut head, body).map_err(invalid)?;
        message_id.clone_into(&mut head.envelope.message_id);
        if head.envelope.event_id.is_empty() {
            message_id.clone_into(&mut head.envelope.event_id);
        }
        Ok(Self { head, body })
    }

    /// The kind of object that the event is about; empty if it does not say which one.
    #[must_use]
    pub fn object_type(&self) -> &str {
        if self.head.id.is_empty() {
            return "";
        }
        &self.head.envelope.object_type
    }

    /// An event about an object that stands under the name of its kind.
    ///
    /// # Errors
    ///
    /// If a value is of another type than it has to be.
    pub fn change<I: From<String>, T: Receive + Default>(self) -> Result<Change<I, T>, Error> {
        let Head { envelope, id } = self.head;
        let mut object: Option<T> = None;
        let mut under = Under {
            name: &envelope.object_type,
            object: &mut object,
        };
        wire::decode_into(&mut under, self.body).map_err(invalid)?;
        Ok(Change {
            envelope,
            id: id.into(),
            object: object.map(Box::new),
        })
    }

    /// An event as it came.
    ///
    /// # Errors
    ///
    /// If the body is no JSON object.
    pub fn unknown(self) -> Result<Unknown, Error> {
        let Head { envelope, id } = self.head;
        Ok(Unknown {
            envelope,
            id,
            body: wire::decode(self.body).map_err(invalid)?,
        })
    }
}

fn invalid(problem: Problem) -> Error {
    let Problem { path, what } = problem;
    Error::InvalidBody(match path.as_str() {
        "" => what,
        path => format!("{path}: {what}"),
    })
}

/// All but the object.
#[derive(Debug, Default)]
struct Head {
    envelope: Envelope,
    id: String,
}

impl Object for Head {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        let envelope = &mut self.envelope;
        Some(match name {
            "action" => envelope.action.slot(),
            "event_id" => envelope.event_id.slot(),
            "id" => self.id.slot(),
            "object_type" => envelope.object_type.slot(),
            "project_id" => envelope.project_id.slot(),
            "source" => envelope.source.slot(),
            "timestamp" => envelope.timestamp.slot(),
            "vertical" => envelope.vertical.slot(),
            _ => return None,
        })
    }
}

/// The object alone, under the name of its kind.
struct Under<'a> {
    name: &'a str,
    object: &'a mut dyn Optional,
}

impl Object for Under<'_> {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == self.name).then_some(Slot::Optional(&mut *self.object))
    }
}
