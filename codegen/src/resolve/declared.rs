//! What the name of a type can stand for.

use super::scope::Scope;
use crate::load::{Declarations, EnumDecl, FilterDecl, IdDecl, ModelDecl, Text};

/// A declaration that a type name can stand for.
#[derive(Clone, Copy)]
pub(super) enum Declared<'a> {
    Id(&'a IdDecl),
    Enum(&'a EnumDecl),
    Model(&'a ModelDecl),
    Filter(&'a FilterDecl),
}

impl<'a> Declared<'a> {
    /// All that a file declares.
    pub(super) fn all(all: &'a Declarations) -> impl Iterator<Item = Self> + use<'a> {
        let ids = all.ids.iter().map(Self::Id);
        let enums = all.enums.iter().map(Self::Enum);
        let models = all.models.iter().map(Self::Model);
        let filters = all.filters.iter().map(Self::Filter);
        ids.chain(enums).chain(models).chain(filters)
    }

    pub(super) fn find(declarations: &'a Declarations, name: &str) -> Option<Self> {
        Self::all(declarations).find(|declared| declared.name().value == name)
    }

    pub(super) fn name(self) -> &'a Text {
        match self {
            Self::Id(id) => &id.name,
            Self::Enum(set) => &set.name,
            Self::Model(model) => &model.name,
            Self::Filter(filter) => &filter.name,
        }
    }

    pub(super) fn is_filter(self) -> bool {
        matches!(self, Self::Filter(_))
    }

    /// Whether a value is one text.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Id(_) | Self::Enum(_))
    }

    pub(super) fn docs(self) -> &'a Text {
        match self {
            Self::Id(id) => &id.docs,
            Self::Enum(set) => &set.docs,
            Self::Model(model) => &model.docs,
            Self::Filter(filter) => &filter.docs,
        }
    }
}

/// A type that exists, but where the file does not see it, and the name of that place.
pub(super) fn hidden<'a>(scope: &Scope<'a>, name: &str) -> Option<(Declared<'a>, &'a str)> {
    let found = match name.rsplit_once('.') {
        Some((resource, name)) => {
            let mut resources = scope
                .spec
                .resources
                .iter()
                .filter(|other| other.name.value == resource);
            resources.find_map(|resource| Declared::find(&resource.declarations, name))
        }
        None => {
            let mut vocabularies = scope.spec.vocabularies.iter();
            vocabularies.find_map(|vocabulary| Declared::find(&vocabulary.declarations, name))
        }
    };
    found.map(|declared| (declared, &*declared.name().at.file))
}
