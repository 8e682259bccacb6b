//! What differences are found in, and what would have to be added there.

use super::describe;
use super::matching::Site;
use super::schema::Property;
use crate::resolve::{Client, Direction, TypeDef};

/// What would have to be added to the spec.
#[derive(Clone, Debug)]
pub(super) enum Gap<'s, 'd> {
    /// Nothing: something has to be changed instead.
    None,
    /// An operation, by its position in the file.
    Operation(usize),
    /// A field of a method or of a type.
    Field(Owner<'s>, Property<'d>),
    /// A value of an enum.
    Value(&'s TypeDef, String),
}

/// What has fields in the spec.
#[derive(Clone, Copy)]
pub(super) enum Owner<'s> {
    /// What a method takes.
    Request(Site<'s>),
    /// What a method gives.
    Response(Site<'s>),
    /// A model, with the client for which it was bound.
    Type(&'s Client, &'s TypeDef),
}

impl std::fmt::Debug for Owner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name())
    }
}

impl<'s> Owner<'s> {
    /// The client for which it was bound.
    pub(super) fn client(self) -> &'s Client {
        match self {
            Self::Request(site) | Self::Response(site) => site.client,
            Self::Type(client, _) => client,
        }
    }

    /// The file in which it stands.
    pub(super) fn file(self) -> &'s str {
        match self {
            Self::Request(site) | Self::Response(site) => &site.resource.file,
            Self::Type(_, ty) => &ty.file,
        }
    }

    /// Which way its fields travel.
    pub(super) fn direction(self) -> Direction {
        match self {
            Self::Request(_) => Direction {
                sent: true,
                received: false,
            },
            Self::Response(_) => Direction {
                sent: false,
                received: true,
            },
            Self::Type(_, ty) => ty.direction,
        }
    }

    /// Its name in findings.
    pub(super) fn name(self) -> String {
        match self {
            Self::Request(site) | Self::Response(site) => site.name(),
            Self::Type(_, ty) => describe::type_name(ty),
        }
    }

    /// Its name among the parts of a method, empty for a type.
    pub(super) fn side(self) -> &'static str {
        match self {
            Self::Request(_) => "request",
            Self::Response(_) => "response",
            Self::Type(..) => "",
        }
    }

    /// The name of one of its fields in findings.
    pub(super) fn field(self, name: &str) -> String {
        match self {
            Self::Request(_) => format!("request.{name}"),
            Self::Response(_) => format!("response.{name}"),
            Self::Type(..) => name.to_owned(),
        }
    }
}
