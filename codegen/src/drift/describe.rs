//! Types and places in words, both sides in the notation of the spec.

use serde_json::Value;

use super::matching;
use super::schema::{self, Property, Schema, Shape};
use crate::resolve::{Client, Direction, Field, Place, Type, TypeDef};

/// How deep lists in lists are written out.
pub(super) const DEPTH: usize = 8;

/// A type of the spec with its folder: `b2b/organizations.Member`.
pub(super) fn type_name(ty: &TypeDef) -> String {
    format!("{}{}", matching::folder(&ty.file), local_name(ty, None))
}

/// A type as the file of the resource `home` would call it.
pub(super) fn local_name(ty: &TypeDef, home: Option<&str>) -> String {
    match &ty.home {
        Some(other) if Some(other.as_str()) != home => format!("{other}.{}", ty.name),
        _ => ty.name.clone(),
    }
}

/// The type of a field in the spec.
pub(super) fn ours(client: &Client, ty: &Type) -> String {
    written(client, ty, None)
}

/// A type as the file of the resource `home` would write it.
pub(super) fn written(client: &Client, ty: &Type, home: Option<&str>) -> String {
    if let Some(name) = ty.scalar() {
        return name.to_owned();
    }
    match ty {
        Type::List(inner) => format!("list<{}>", written(client, inner, home)),
        Type::Map(inner) => format!("map<{}>", written(client, inner, home)),
        Type::Named(index) => local_name(client.ty(*index), home),
        // Only scalars are left, which have names.
        _ => String::new(),
    }
}

/// The mark of a field in the spec.
pub(super) fn mark(field: &Field) -> &'static str {
    match (field.required, field.optional) {
        (true, _) => "!",
        (_, true) => "?",
        _ => "",
    }
}

/// The mark that a field of the file would have in the spec.
pub(super) fn wanted_mark(direction: Direction, required: bool, nullable: bool) -> &'static str {
    match (direction.sent, direction.received) {
        (true, true) => {
            if required {
                "!"
            } else {
                "?"
            }
        }
        (true, false) => {
            if required {
                "!"
            } else {
                ""
            }
        }
        (false, _) => {
            if required && !nullable {
                ""
            } else {
                "?"
            }
        }
    }
}

/// What a schema lets through, in the notation of the spec, and otherwise in the words of the file.
pub(super) fn theirs(root: &Value, schema: Schema<'_>) -> String {
    spelled(root, schema, &mut OfTheFile, DEPTH)
}

/// Words for what the notation of the spec leaves to others: names, and what it has no type for.
pub(super) trait Words<'d> {
    /// A text that could be any.
    fn text(&mut self) -> String;
    /// A text that is one of `values`.
    fn values(&mut self, schema: Schema<'d>, values: Vec<String>) -> String;
    /// An object with known fields.
    fn object(&mut self, schema: Schema<'d>, fields: Vec<Property<'d>>) -> String;
    /// What the spec has no type for.
    fn foreign(&mut self, what: &str) -> String;
}

/// A schema in the notation of the spec, with the help of `words`.
pub(super) fn spelled<'d>(
    root: &'d Value,
    schema: Schema<'d>,
    words: &mut dyn Words<'d>,
    depth: usize,
) -> String {
    let Some(depth) = depth.checked_sub(1) else {
        return words.foreign("…");
    };
    let Ok((shape, _)) = schema::shape(root, schema) else {
        return words.foreign("unreadable");
    };
    match shape {
        Shape::Text { values, .. } if !values.is_empty() => words.values(schema, values),
        Shape::Text {
            timestamp: true, ..
        } => "timestamp".to_owned(),
        Shape::Text { .. } => words.text(),
        Shape::Flag => "bool".to_owned(),
        Shape::Integer { unsigned, wide } => match (unsigned, wide) {
            (false, false) => "int32".to_owned(),
            (true, false) => "uint32".to_owned(),
            (false, true) => words.foreign("int64"),
            (true, true) => words.foreign("uint64"),
        },
        Shape::Number => words.foreign("number"),
        Shape::List(items) => format!("list<{}>", spelled(root, items, words, depth)),
        Shape::Map(None) => "map<json>".to_owned(),
        Shape::Map(Some(values)) => format!("map<{}>", spelled(root, values, words, depth)),
        Shape::Object(fields) => words.object(schema, fields),
        Shape::Any => "json".to_owned(),
    }
}

/// The words of the file itself.
struct OfTheFile;

impl<'d> Words<'d> for OfTheFile {
    fn text(&mut self) -> String {
        "string".to_owned()
    }

    fn values(&mut self, _: Schema<'d>, values: Vec<String>) -> String {
        format!("enum({})", values.join(", "))
    }

    fn object(&mut self, schema: Schema<'d>, fields: Vec<Property<'d>>) -> String {
        match schema.name {
            Some(name) => name.to_owned(),
            None => {
                let names: Vec<_> = fields.iter().map(|field| field.name).collect();
                format!("object({})", names.join(", "))
            }
        }
    }

    fn foreign(&mut self, what: &str) -> String {
        what.to_owned()
    }
}

/// Where a field of a request travels.
pub(super) fn place(place: Option<Place>) -> &'static str {
    match place {
        Some(Place::Path) => "path",
        Some(Place::Query) => "query",
        Some(Place::Body) => "body",
        None => "header",
    }
}
