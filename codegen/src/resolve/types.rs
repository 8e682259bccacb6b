//! Type expressions, and the table of the types that a client uses.

use std::collections::HashMap;

use super::declared::{Declared, hidden};
use super::fields::{self, Expanded, Side};
use super::scope::{Home, Scope, Usage};
use super::{Condition, Direction, Kind, Resource, Type, TypeDef, TypeIndex, Variant, direction};
use crate::load::{FilterDecl, Folder, IdDecl, NESTING, Text, ValueDecl};
use crate::problem::{self, At, Problems};

const PRIMITIVES: [(&str, Type); 7] = [
    ("string", Type::String),
    ("bool", Type::Bool),
    ("int32", Type::Int32),
    ("uint32", Type::Uint32),
    ("timestamp", Type::Timestamp),
    ("secret", Type::Secret),
    ("json", Type::Json),
];

/// The types that a client has used so far. A type enters when it is first named; its insides are
/// bound at the end, when no further type can come in from a method.
pub(super) struct Table<'a> {
    index: HashMap<At, TypeIndex>,
    used: Vec<(Declared<'a>, Home<'a>)>,
    /// The types of all resources by their full names, for messages.
    qualified: Vec<String>,
}

impl<'a> Table<'a> {
    pub(super) fn new(scope: &Scope<'a>) -> Self {
        let mut qualified = Vec::new();
        for resource in &scope.resources {
            let types = resource.declarations.types();
            qualified
                .extend(types.map(|(_, name)| format!("{}.{}", resource.name.value, name.value)));
        }
        Self {
            index: HashMap::new(),
            used: Vec::new(),
            qualified,
        }
    }

    /// Whether a value of the type is one text, so that it can stand in a path.
    pub(super) fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String => true,
            Type::Named(index) => {
                matches!(
                    self.used.get(index.0),
                    Some((Declared::Id(_) | Declared::Enum(_), _))
                )
            }
            _ => false,
        }
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
        // What is empty or holds docs has been reported.
        match ty.split_whitespace().next() {
            Some(text) => self.expression(scope, home, text, &ty.at, 0, usage, problems),
            None => Type::Json,
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one recursion over what the caller owns"
    )]
    fn expression(
        &mut self,
        scope: &Scope<'a>,
        home: Home<'a>,
        text: &str,
        at: &At,
        depth: usize,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Type {
        for (prefix, wrap) in [
            ("list<", Type::List as fn(Box<Type>) -> Type),
            ("map<", Type::Map),
        ] {
            let Some(inner) = text.strip_prefix(prefix) else {
                continue;
            };
            let Some(inner) = inner.strip_suffix('>') else {
                problems.push(
                    at,
                    format!("the type `{text}`"),
                    format!("`{prefix}…>` with a closing bracket"),
                );
                return Type::Json;
            };
            if depth == NESTING {
                problems.push(
                    at,
                    format!("lists and maps in each other, more than {NESTING} deep"),
                    "a model in between",
                );
                return Type::Json;
            }
            return wrap(Box::new(self.expression(
                scope,
                home,
                inner,
                at,
                depth + 1,
                usage,
                problems,
            )));
        }
        if let Some((_, primitive)) = PRIMITIVES.iter().find(|(name, _)| *name == text) {
            return primitive.clone();
        }
        let found = self
            .declared(scope, home, text)
            .or_else(|| self.nearest(scope, home, text, at, usage, problems));
        match found {
            Some((declared, home)) => {
                usage.mark(declared.name());
                Type::Named(self.enter(declared, home))
            }
            None => Type::Json,
        }
    }

    /// Reports a name that is none, and finds the type that was meant most likely, so that one slip
    /// stays one problem.
    fn nearest(
        &self,
        scope: &Scope<'a>,
        home: Home<'a>,
        name: &str,
        at: &At,
        usage: &mut Usage,
        problems: &mut Problems,
    ) -> Option<(Declared<'a>, Home<'a>)> {
        if name.ends_with(['!', '?']) {
            problems.push(
                at,
                format!("a mark inside of a type, behind `{name}`"),
                "one mark, behind the whole type",
            );
            return None;
        }
        let ending = format!(".{name}");
        if let Some(qualified) = self
            .qualified
            .iter()
            .find(|qualified| qualified.ends_with(&ending))
        {
            problems.push_name(
                at,
                format!("the type `{name}` of another file"),
                "its name with the whole resource in front",
                qualified,
                [qualified.as_str()],
            );
            return self.declared(scope, home, qualified);
        }
        if let Some((declared, file)) = hidden(scope, name) {
            usage.mark(declared.name());
            problems.push(
                at,
                format!("the type `{name}` of {file}"),
                match home.folder() {
                    Folder::Root | Folder::Shared => "a type that both clients have".to_owned(),
                    Folder::B2b | Folder::Consumer => {
                        format!("a type of the {} client", scope.client)
                    }
                },
            );
            return None;
        }
        let visible = scope
            .lookup(home)
            .into_iter()
            .flat_map(|home| home.declarations().types());
        let names: Vec<String> = PRIMITIVES
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .chain(visible.map(|(_, name)| name.value.clone()))
            .chain(self.qualified.iter().cloned())
            .collect();
        let meant = problem::nearest(name, names.iter().map(String::as_str)).or_else(|| {
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
        problems.push_name(
            at,
            format!("unknown type `{name}`"),
            "string, bool, int32, uint32, timestamp, secret, json, list<…>, map<…>, or the name of an id, enum, model or filter",
            meant.as_deref().unwrap_or(name),
            meant.as_deref(),
        );
        self.declared(scope, home, meant.as_deref()?)
    }

    fn declared(
        &self,
        scope: &Scope<'a>,
        home: Home<'a>,
        name: &str,
    ) -> Option<(Declared<'a>, Home<'a>)> {
        if let Some((resource, name)) = name.rsplit_once('.') {
            let home = Home::Resource(scope.resource(resource)?);
            return Some((Declared::find(home.declarations(), name)?, home));
        }
        scope
            .lookup(home)
            .into_iter()
            .find_map(|home| Some((Declared::find(home.declarations(), name)?, home)))
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
        let names = self.used_names();
        direction::report_cycles(&types, &names, problems);
        direction::report_filters(&types, &names, problems);
        for (index, home, expanded) in models {
            let Some(TypeDef {
                kind: Kind::Model(fields),
                direction,
                ..
            }) = types.get_mut(index)
            else {
                continue;
            };
            let side = Side::of(*direction);
            fields::finish(scope, home, &expanded, fields, side, usage, problems);
        }
        types
    }

    fn used_names(&self) -> Vec<&'a Text> {
        self.used
            .iter()
            .map(|(declared, _)| declared.name())
            .collect()
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
                _ => {
                    let ids = scope
                        .lookup(home)
                        .into_iter()
                        .flat_map(|home| &home.declarations().ids);
                    problems.push_name(
                        &name.at,
                        format!("`{}` for an id", name.value),
                        "the name of an id of a vocabulary",
                        name,
                        ids.map(|id| id.name.value.as_str()),
                    );
                }
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
            conditions.push(Condition {
                wire: value.name.value.clone(),
                ty,
                docs,
            });
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
