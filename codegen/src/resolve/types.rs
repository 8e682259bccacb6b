//! Types: which there are, and what a type expression stands for.

use std::collections::HashMap;

use super::declared::{Declared, hidden};
use super::draft::{Body, TypeDraft};
use super::scope::{Home, Scope};
use super::{Direction, Resolver, Type, TypeIndex};
use crate::format::{NESTING, is_type_name};
use crate::load::{Folder, IdDecl, Text};
use crate::problem::{self, At};

/// All types that a client sees.
pub(super) struct Table<'a> {
    pub(super) all: Vec<(Declared<'a>, Home<'a>)>,
    index: HashMap<At, TypeIndex>,
    /// The types of resources by their full names, for messages.
    qualified: Vec<String>,
}

impl<'a> Table<'a> {
    pub(super) fn new(scope: &Scope<'a>) -> Self {
        let vocabularies = scope.vocabularies.iter().copied().map(Home::Vocabulary);
        let resources = scope.resources.iter().copied().map(Home::Resource);
        let all: Vec<_> = vocabularies
            .chain(resources)
            .flat_map(|home| Declared::all(home.declarations()).map(move |ty| (ty, home)))
            .collect();
        let mut index = HashMap::new();
        for (place, (ty, _)) in all.iter().enumerate() {
            index.insert(ty.name().at.clone(), TypeIndex(place));
        }
        let qualified = all
            .iter()
            .filter_map(|(ty, home)| match home {
                Home::Resource(resource) => {
                    Some(format!("{}.{}", resource.name.value, ty.name().value))
                }
                Home::Vocabulary(_) => None,
            })
            .collect();
        Self {
            all,
            index,
            qualified,
        }
    }

    /// Whether a value of the type is one text, so that it can stand in a path.
    pub(super) fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(index) => self
                .all
                .get(index.0)
                .is_some_and(|(declared, _)| declared.is_text()),
            ty => *ty == Type::String,
        }
    }

    /// The id that a type is.
    pub(super) fn id(&self, ty: &Type) -> Option<&'a IdDecl> {
        let Type::Named(index) = ty else {
            return None;
        };
        match self.all.get(index.0) {
            Some((Declared::Id(id), _)) => Some(id),
            _ => None,
        }
    }

    fn named(&self, declared: Declared<'_>) -> Option<Type> {
        let index = self.index.get(&declared.name().at)?;
        Some(Type::Named(*index))
    }
}

impl<'a> Resolver<'a, '_> {
    /// Binds the insides of all types.
    pub(super) fn types(&mut self) -> Vec<TypeDraft<'a>> {
        let mut types = Vec::with_capacity(self.table.all.len());
        for (declared, home) in self.table.all.clone() {
            let body = match declared {
                Declared::Id(id) => Body::Id(self.stand_ins(home, id)),
                Declared::Enum(_) => Body::Enum,
                Declared::Model(model) => Body::Fields(self.fields(home, &model.fields)),
                Declared::Filter(filter) => Body::Fields(
                    filter
                        .values
                        .iter()
                        .map(|condition| self.field(home, condition, None))
                        .collect(),
                ),
            };
            types.push(TypeDraft {
                declared,
                home,
                body,
                direction: Direction::default(),
            });
        }
        types
    }

    /// Binds a type expression.
    pub(super) fn bind(&mut self, home: Home<'a>, ty: &Text) -> Type {
        // What is empty or holds docs has been reported.
        match ty.split_whitespace().next() {
            Some(text) => self.expression(home, text, &ty.at, 0),
            None => Type::Json,
        }
    }

    fn expression(&mut self, home: Home<'a>, text: &str, at: &At, depth: usize) -> Type {
        for (prefix, wrap) in [
            ("list<", Type::List as fn(Box<Type>) -> Type),
            ("map<", Type::Map),
        ] {
            let Some(inner) = text.strip_prefix(prefix) else {
                continue;
            };
            let Some(inner) = inner.strip_suffix('>') else {
                self.problems.push(
                    at,
                    format!("the type `{text}`"),
                    format!("`{prefix}…>` with a closing bracket"),
                );
                return Type::Json;
            };
            if depth == NESTING {
                self.problems.push(
                    at,
                    format!("lists and maps in each other, more than {NESTING} deep"),
                    "a model in between",
                );
                return Type::Json;
            }
            return wrap(Box::new(self.expression(home, inner, at, depth + 1)));
        }
        if let Some(scalar) = Type::SCALARS
            .into_iter()
            .find(|ty| ty.scalar() == Some(text))
        {
            return scalar;
        }
        self.declared(home, text)
            .or_else(|| self.nearest(home, text, at))
            .and_then(|declared| self.table.named(declared))
            .unwrap_or(Type::Json)
    }

    /// Reports a name that is none, and finds the type that was meant most likely, so that one slip
    /// stays one problem.
    fn nearest(&mut self, home: Home<'a>, name: &str, at: &At) -> Option<Declared<'a>> {
        if self.problems.is_reported(at) {
            return None;
        }
        if name.ends_with(['!', '?']) {
            self.problems.push(
                at,
                format!("a mark inside of a type, behind `{name}`"),
                "one mark, behind the whole type",
            );
            return None;
        }
        let is_lost = match name.rsplit_once('.') {
            Some(_) => self.scope.is_lost(name),
            None => is_type_name(name) && !self.scope.sees_all(home),
        };
        if is_lost {
            self.problems.excuse(at);
            return None;
        }
        let ending = format!(".{name}");
        let elsewhere = self.table.qualified.iter();
        if let Some(qualified) = elsewhere.into_iter().find(|name| name.ends_with(&ending)) {
            self.problems.push_name(
                at,
                format!("the type `{name}` of another file"),
                "its name with the whole resource in front",
                qualified,
                [qualified.as_str()],
            );
            return self.declared(home, qualified);
        }
        if let Some((declared, file)) = hidden(&self.scope, name) {
            self.usage.mark(declared.name());
            self.problems.push(
                at,
                format!("the type `{name}` of {file}"),
                match home.folder() {
                    Folder::Root | Folder::Shared => "a type that both clients have".to_owned(),
                    Folder::B2b | Folder::Consumer => {
                        format!("a type of the {} client", self.scope.client)
                    }
                },
            );
            return None;
        }
        let visible = self
            .scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| home.declarations().types());
        let names: Vec<String> = Type::SCALARS
            .iter()
            .filter_map(Type::scalar)
            .map(str::to_owned)
            .chain(visible.map(|(_, name)| name.value.clone()))
            .chain(self.table.qualified.iter().cloned())
            .collect();
        let list = name.strip_suffix("[]");
        let list = list.map(|item| format!("list<{}>", foreign(item).unwrap_or(item)));
        let foreign = list.or_else(|| foreign(name).map(str::to_owned));
        let meant = foreign.or_else(|| problem::nearest(name, names.iter().map(String::as_str)));
        let meant = meant.or_else(|| {
            // A slip in the name of a type whose resource was left out.
            let bare = names
                .iter()
                .map(|name| name.rsplit('.').next().unwrap_or(name));
            let bare = problem::nearest(name, bare)?;
            names
                .iter()
                .find(|name| name.rsplit('.').next() == Some(bare.as_str()))
                .cloned()
        });
        self.problems.push_unknown(
            at,
            format!("unknown type `{name}`"),
            format!(
                "{}, list<…>, map<…>, or the name of an id, enum, model or filter",
                Type::SCALARS
                    .iter()
                    .filter_map(Type::scalar)
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            meant.as_deref().unwrap_or(name),
            meant.as_deref(),
        );
        // A hint and no more: what would follow from a wrong guess is nobody's mistake.
        if let Some(declared) = meant.and_then(|meant| self.declared(home, &meant)) {
            self.usage.mark(declared.name());
        }
        None
    }

    fn declared(&self, home: Home<'a>, name: &str) -> Option<Declared<'a>> {
        if let Some((resource, name)) = name.rsplit_once('.') {
            return Declared::find(&self.scope.resource(resource)?.declarations, name);
        }
        self.scope
            .lookup(home)
            .into_iter()
            .find_map(|home| Declared::find(home.declarations(), name))
    }

    fn stand_ins(&mut self, home: Home<'a>, id: &'a IdDecl) -> Vec<TypeIndex> {
        let mut indices = Vec::new();
        for name in &id.from {
            if name.value == id.name.value {
                self.problems.push(
                    &name.at,
                    format!("the id `{}` that stands in for itself", name.value),
                    "other ids",
                );
                continue;
            }
            let found = self
                .declared(home, name)
                .filter(|declared| matches!(declared, Declared::Id(_)))
                .and_then(|declared| self.table.named(declared)?.named());
            if found.is_none() && self.scope.sees_all(home) {
                let ids = self
                    .scope
                    .lookup(home)
                    .into_iter()
                    .flat_map(|home| &home.declarations().ids);
                self.problems.push_name(
                    &name.at,
                    format!("`{}` for an id", name.value),
                    "the name of an id of a vocabulary",
                    name,
                    ids.map(|id| id.name.value.as_str()),
                );
            }
            indices.extend(found);
        }
        indices
    }
}

/// What the spec calls a type that has another name in other languages.
fn foreign(name: &str) -> Option<&'static str> {
    Some(match name.to_lowercase().split_inclusive('<').next()? {
        "list<" | "array<" | "vec<" | "set<" => "list<…>",
        "map<" | "dict<" | "record<" | "hashmap<" => "map<…>",
        "number" | "integer" | "int" | "int64" | "long" | "float" | "double" => "int32",
        "boolean" | "flag" => "bool",
        "object" | "dict" | "record" => "map<json>",
        "datetime" | "date-time" | "date" | "time" | "instant" => "timestamp",
        "text" | "str" | "uuid" | "url" => "string",
        "any" | "value" => "json",
        "array" => "list<…>",
        "password" | "token" => "secret",
        _ => return None,
    })
}
