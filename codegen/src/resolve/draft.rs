//! What is bound already, while directions and docs are still to be found.

use super::scope::Home;
use super::{Direction, Place, Type, TypeIndex};
use crate::load::{self, FieldDecl, Text};
use crate::problem::At;

/// A type whose names are bound.
pub(super) struct TypeDraft<'a> {
    pub(super) declared: super::declared::Declared<'a>,
    pub(super) home: Home<'a>,
    pub(super) body: Body<'a>,
    pub(super) direction: Direction,
}

/// What a type consists of.
pub(super) enum Body<'a> {
    /// An id, and those that can stand in for it.
    Id(Vec<TypeIndex>),
    Enum,
    /// The fields of a model, or the conditions of a filter.
    Fields(Vec<Bound<'a>>),
}

impl TypeDraft<'_> {
    /// The types that travel with a value of this one.
    pub(super) fn inside(&self) -> Vec<TypeIndex> {
        match &self.body {
            Body::Id(from) => from.clone(),
            Body::Enum => Vec::new(),
            Body::Fields(fields) => fields.iter().filter_map(|field| field.ty.named()).collect(),
        }
    }
}

/// A method whose fields are bound.
pub(super) struct MethodDraft<'a> {
    pub(super) resource: &'a load::Resource,
    pub(super) written: &'a load::Method,
    pub(super) request: Vec<Bound<'a>>,
    pub(super) response: Vec<Bound<'a>>,
}

/// A field whose type is bound.
pub(super) struct Bound<'a> {
    pub(super) decl: &'a FieldDecl,
    /// The outermost include that brought it in.
    pub(super) include: Option<&'a Text>,
    /// The type as it is written, in the field or in the entry of its name; empty if there is none,
    /// which has been reported.
    pub(super) written: &'a Text,
    pub(super) ty: Type,
    pub(super) place: Place,
}

impl<'a> Bound<'a> {
    pub(super) fn name(&self) -> &'a str {
        &self.decl.name.value
    }

    /// Where to point when the field is wrong in this place, though it may be right in others.
    pub(super) fn at(&self) -> &'a At {
        self.include.map_or(&self.decl.ty.at, |include| &include.at)
    }

    /// The same, for what is wrong with the name.
    pub(super) fn name_at(&self) -> &'a At {
        self.include
            .map_or(&self.decl.name.at, |include| &include.at)
    }
}
