//! Which values the requests and answers of a group may hold, where the spec knows them all.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::quote;

use crate::outputs::rust::ident;
use crate::resolve::{Client, Field, Kind, Type, TypeIndex};

/// The types below some fields that are fixed sets of values, or lead to one.
pub(super) struct Shapes<'a> {
    client: &'a Client,
    names: BTreeMap<TypeIndex, String>,
}

/// One of them, as it is written.
#[derive(Hash)]
pub(super) struct Shape<'a> {
    name: String,
    kind: ShapeKind<'a>,
}

#[derive(Hash)]
enum ShapeKind<'a> {
    Values(Vec<&'a str>),
    /// The fields that lead on, each with the name of its shape.
    Fields(Vec<(&'a str, String)>),
}

impl<'a> Shapes<'a> {
    pub(super) fn new(
        client: &'a Client,
        requests: impl Iterator<Item = &'a Field>,
        answers: impl Iterator<Item = &'a Field>,
    ) -> Self {
        let mut reached = BTreeSet::new();
        let mut open: Vec<_> = requests.filter_map(|field| named(&field.ty)).collect();
        // nobody asks for the values of an answer that are in no model
        let models = answers.filter_map(|field| named(&field.ty));
        open.extend(models.filter(|index| matches!(client.ty(*index).kind, Kind::Model(_))));
        while let Some(index) = open.pop() {
            if reached.insert(index) {
                open.extend(fields(client, index).filter_map(|field| named(&field.ty)));
            }
        }
        // a model may hold itself, so that the way is gone backwards from the sets of values
        let is_enum = |index: &TypeIndex| matches!(client.ty(*index).kind, Kind::Enum(_));
        let mut leads: BTreeSet<_> = reached.iter().copied().filter(is_enum).collect();
        loop {
            let to_known = |index: &TypeIndex| {
                let mut next = fields(client, *index).filter_map(|field| named(&field.ty));
                next.any(|index| leads.contains(&index))
            };
            let found: Vec<_> = reached
                .difference(&leads)
                .copied()
                .filter(to_known)
                .collect();
            if found.is_empty() {
                break;
            }
            leads.extend(found);
        }
        let name = |index: TypeIndex| client.ty(index).name.to_shouty_snake_case();
        let mut count = BTreeMap::<_, usize>::new();
        for &index in &leads {
            *count.entry(name(index)).or_default() += 1;
        }
        let names = leads.into_iter().map(|index| {
            let name = name(index);
            let home = client.ty(index).home.as_ref();
            match home.filter(|_| count.get(&name).is_some_and(|&count| count > 1)) {
                Some(home) => (index, format!("{home}.{name}").to_shouty_snake_case()),
                None => (index, name),
            }
        });
        Self {
            client,
            names: names.collect(),
        }
    }

    /// The fields that lead to a set of values, each with the name of its shape.
    pub(super) fn of(&self, fields: impl Iterator<Item = &'a Field>) -> Vec<(&'a str, String)> {
        let shape = |field: &'a Field| {
            let name = self.names.get(&named(&field.ty)?)?;
            Some((field.wire.as_str(), name.clone()))
        };
        fields.filter_map(shape).collect()
    }

    /// The models that answers hold, each by its own name and with that of its shape.
    pub(super) fn models(&self) -> Vec<(String, String)> {
        let model = |(&index, shape): (&TypeIndex, &String)| {
            let ty = self.client.ty(index);
            let is_model = matches!(ty.kind, Kind::Model(_)) && ty.direction.received;
            let name = match &ty.home {
                Some(home) => format!("{home}.{}", ty.name),
                None => ty.name.clone(),
            };
            is_model.then(|| (name, shape.clone()))
        };
        let mut models: Vec<_> = self.names.iter().filter_map(model).collect();
        models.sort();
        models
    }

    /// All of them, in the order of their names.
    pub(super) fn written(&self) -> Vec<Shape<'a>> {
        let shape = |(&index, name): (&TypeIndex, &String)| Shape {
            name: name.clone(),
            kind: match &self.client.ty(index).kind {
                Kind::Enum(variants) => {
                    let values = variants.iter().map(|variant| variant.wire.as_str());
                    ShapeKind::Values(values.collect())
                }
                _ => ShapeKind::Fields(self.of(fields(self.client, index))),
            },
        };
        let mut shapes: Vec<_> = self.names.iter().map(shape).collect();
        shapes.sort_by(|one, other| one.name.cmp(&other.name));
        shapes
    }
}

impl Shape<'_> {
    pub(super) fn item(&self) -> TokenStream {
        let name = ident(&self.name);
        let value = match &self.kind {
            ShapeKind::Values(values) => quote!(Shape::Values(&[#(#values),*])),
            ShapeKind::Fields(fields) => {
                let fields = list(fields);
                quote!(Shape::Fields(#fields))
            }
        };
        quote!(static #name: Shape = #value;)
    }
}

/// Fields with their shapes.
pub(super) fn list<N: AsRef<str>>(fields: &[(N, String)]) -> TokenStream {
    let fields = fields.iter().map(|(field, shape)| {
        let (field, shape) = (field.as_ref(), ident(shape));
        quote!((#field, &#shape))
    });
    quote!(&[#(#fields),*])
}

/// The type that a value is, or that a list is of.
fn named(ty: &Type) -> Option<TypeIndex> {
    match ty {
        Type::Named(index) => Some(*index),
        Type::List(inner) => named(inner),
        _ => None,
    }
}

fn fields(client: &Client, index: TypeIndex) -> impl Iterator<Item = &Field> {
    let fields = match &client.ty(index).kind {
        Kind::Model(fields) => fields.as_slice(),
        _ => &[],
    };
    fields.iter()
}
