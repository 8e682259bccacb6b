//! Type expressions, and the table of the types that a client uses.

use std::collections::HashMap;

use super::fields::{self, Expanded, Side};
use super::scope::{Home, Scope, Usage};
use super::{Condition, Direction, Kind, Resource, Type, TypeDef, TypeIndex, Variant, direction};
use crate::load::{Declarations, EnumDecl, FilterDecl, IdDecl, ModelDecl, Text, ValueDecl};
use crate::problem::{At, Problems};

const PRIMITIVES: [(&str, Type); 7] = [
    ("string", Type::String),
    ("bool", Type::Bool),
    ("int32", Type::Int32),
    ("uint32", Type::Uint32),
    ("timestamp", Type::Timestamp),
    ("secret", Type::Secret),
    ("json", Type::Json),
];

/// A declaration that a type name can stand for.
#[derive(Clone, Copy)]
enum Declared<'a> {
    Id(&'a IdDecl),
    Enum(&'a EnumDecl),
    Model(&'a ModelDecl),
    Filter(&'a FilterDecl),
}

impl<'a> Declared<'a> {
    fn find(declarations: &'a Declarations, name: &str) -> Option<Self> {
        let id = declarations.ids.iter().find(|id| id.name.value == name).map(Self::Id);
        let set = || declarations.enums.iter().find(|set| set.name.value == name).map(Self::Enum);
        let model = || declarations.models.iter().find(|model| model.name.value == name).map(Self::Model);
        let filter = || declarations.filters.iter().find(|filter| filter.name.value == name).map(Self::Filter);
        id.or_else(set).or_else(model).or_else(filter)
    }

    fn name(self) -> &'a Text {
        match self {
            Self::Id(id) => &id.name,
            Self::Enum(set) => &set.name,
            Self::Model(model) => &model.name,
            Self::Filter(filter) => &filter.name,
        }
    }

    fn docs(self) -> &'a Text {
        match self {
            Self::Id(id) => &id.docs,
            Self::Enum(set) => &set.docs,
            Self::Model(model) => &model.docs,
            Self::Filter(filter) => &filter.docs,
        }
    }
}

/// The types that a client has used so far. A type enters when it is first named; its insides are
/// bound at the end, when no further type can come in from a method.
pub(super) struct Table<'a> {
    index: HashMap<At, TypeIndex>,
    used: Vec<(Declared<'a>, Home<'a>)>,
    names: Vec<&'a str>,
}

impl<'a> Table<'a> {
    pub(super) fn new(scope: &Scope<'a>) -> Self {
        let mut names: Vec<&str> = PRIMITIVES.iter().map(|(name, _)| *name).collect();
        let homes = scope
            .resources
            .iter()
            .map(|resource| &resource.declarations)
            .chain(scope.vocabularies.iter().map(|vocabulary| &vocabulary.declarations));
        for declarations in homes {
            names.extend(declarations.ids.iter().map(|id| id.name.value.as_str()));
            names.extend(declarations.enums.iter().map(|set| set.name.value.as_str()));
            names.extend(declarations.models.iter().map(|model| model.name.value.as_str()));
            names.extend(declarations.filters.iter().map(|filter| filter.name.value.as_str()));
        }
        Self { index: HashMap::new(), used: Vec::new(), names }
    }

    /// Binds a type expression.
    pub(super) fn bind(
        &mut self,
        scope: &Scope<'a>,
        home: Home<'a>,
        ty: &Text,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Type {
        self.expression(scope, home, ty.value.trim(), &ty.at, usage, problems)
    }

    fn expression(
        &mut self,
        scope: &Scope<'a>,
        home: Home<'a>,
        text: &str,
        at: &At,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Type {
        if text.is_empty() {
            return Type::Json;
        }
        for (prefix, wrap) in [("list<", Type::List as fn(Box<Type>) -> Type), ("map<", Type::Map)] {
            if let Some(inner) = text.strip_prefix(prefix) {
                let Some(inner) = inner.strip_suffix('>') else {
                    problems.push(at, format!("the type `{text}`"), format!("`{prefix}…>` with a closing bracket"));
                    return Type::Json;
                };
                return wrap(Box::new(self.expression(scope, home, inner.trim(), at, usage, problems)));
            }
        }
        if let Some((_, primitive)) = PRIMITIVES.iter().find(|(name, _)| *name == text) {
            return primitive.clone();
        }
        match self.declared(scope, home, text) {
            Some((declared, at_home)) => {
                usage.mark(declared.name());
                Type::Named(self.enter(declared, at_home))
            }
            None => {
                let elsewhere = self.elsewhere(scope, text);
                match elsewhere {
                    Some(qualified) => problems.push_name(
                        at,
                        format!("the type `{text}` of another file"),
                        "its name with the resource in front",
                        &qualified,
                        [qualified.as_str()],
                    ),
                    None => problems.push_name(
                        at,
                        format!("unknown type `{text}`"),
                        "string, bool, int32, uint32, timestamp, secret, json, list<…>, map<…>, or the name of an id, enum, model or filter",
                        text.rsplit('.').next().unwrap_or(text),
                        self.names.iter().copied(),
                    ),
                }
                Type::Json
            }
        }
    }

    fn declared(&self, scope: &Scope<'a>, home: Home<'a>, name: &str) -> Option<(Declared<'a>, Home<'a>)> {
        if let Some((resource, name)) = name.rsplit_once('.') {
            let home = Home::Resource(scope.resource(resource)?);
            return Some((Declared::find(home.declarations(), name)?, home));
        }
        scope
            .lookup(home)
            .into_iter()
            .find_map(|home| Some((Declared::find(home.declarations(), name)?, home)))
    }

    fn elsewhere(&self, scope: &Scope<'a>, name: &str) -> Option<String> {
        scope
            .resources
            .iter()
            .find(|resource| Declared::find(&resource.declarations, name).is_some())
            .map(|resource| format!("{}.{name}", resource.name.value))
    }

    fn enter(&mut self, declared: Declared<'a>, home: Home<'a>) -> TypeIndex {
        let next = TypeIndex(self.used.len());
        let index = *self.index.entry(declared.name().at.clone()).or_insert(next);
        if index == next {
            self.used.push((declared, home));
        }
        index
    }

    /// Binds the insides of all used types and finds out which way each travels.
    pub(super) fn finish(
        mut self,
        scope: &Scope<'a>,
        resources: &[Resource],
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Vec<TypeDef> {
        let mut types: Vec<TypeDef> = Vec::new();
        let mut models: Vec<(usize, Home<'a>, Vec<Expanded<'a>>)> = Vec::new();
        // Binding a type can bring in more.
        while let Some((declared, home)) = self.used.get(types.len()).copied() {
            let kind = match declared {
                Declared::Id(id) => Kind::Id(self.stand_ins(scope, home, id, usage, problems)),
                Declared::Enum(set) => Kind::Enum(set.values.iter().map(variant).collect()),
                Declared::Filter(filter) => {
                    Kind::Filter(self.conditions(scope, home, filter, usage, problems))
                }
                Declared::Model(model) => {
                    let expanded = fields::expand(scope, home, &model.fields, usage, problems);
                    let bound = fields::bind_types(scope, &expanded, &mut self, usage, problems);
                    models.push((types.len(), home, expanded));
                    Kind::Model(bound)
                }
            };
            types.push(TypeDef {
                name: declared.name().value.clone(),
                home: match home {
                    Home::Resource(resource) => Some(resource.name.value.clone()),
                    Home::Vocabulary(_) => None,
                },
                file: declared.name().at.file.to_string(),
                docs: declared.docs().value.clone(),
                direction: Direction::default(),
                kind,
            });
        }
        direction::spread(&mut types, resources);
        direction::report_cycles(&types, &self.used_names(), problems);
        for (index, home, expanded) in models {
            let Some(TypeDef { kind: Kind::Model(fields), direction, .. }) = types.get_mut(index) else { continue };
            let side = Side::of(*direction);
            fields::finish(scope, home, &expanded, fields, side, usage, problems);
        }
        types
    }

    fn used_names(&self) -> Vec<&'a Text> {
        self.used.iter().map(|(declared, _)| declared.name()).collect()
    }

    fn stand_ins(
        &mut self,
        scope: &Scope<'a>,
        home: Home<'a>,
        id: &'a IdDecl,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Vec<TypeIndex> {
        let mut indices = Vec::new();
        for name in &id.from {
            match self.declared(scope, home, name) {
                Some((declared @ Declared::Id(_), home)) => {
                    usage.mark(declared.name());
                    indices.push(self.enter(declared, home));
                }
                _ => problems.push_name(
                    &name.at,
                    format!("`{}` for an id", name.value),
                    "the name of an id of a vocabulary",
                    name,
                    self.names.iter().copied(),
                ),
            }
        }
        indices
    }

    fn conditions(
        &mut self,
        scope: &Scope<'a>,
        home: Home<'a>,
        filter: &'a FilterDecl,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for value in &filter.values {
            let ty = self.bind(scope, home, &value.ty, usage, problems);
            let docs = fields::docs(scope, home, value, Side::Sent, usage, problems);
            conditions.push(Condition { wire: value.name.value.clone(), ty, docs });
        }
        conditions
    }
}

fn variant(value: &ValueDecl) -> Variant {
    Variant {
        wire: value.wire.value.clone(),
        name: value.name.as_ref().map(|name| name.value.clone()),
        docs: value.docs.value.clone(),
        deprecated: value.deprecated.as_ref().map(|text| text.value.clone()),
    }
}
