//! Types and places in words, both sides in the notation of the spec.

use serde_json::Value;

use super::matching;
use super::schema::{self, Schema, Shape};
use crate::resolve::{Client, Direction, Field, Place, Type, TypeDef};

/// How deep lists in lists are written out.
const DEPTH: usize = 8;

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
    match ty {
        Type::String => "string".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int32 => "int32".to_owned(),
        Type::Uint32 => "uint32".to_owned(),
        Type::Timestamp => "timestamp".to_owned(),
        Type::Secret => "secret".to_owned(),
        Type::Json => "json".to_owned(),
        Type::List(inner) => format!("list<{}>", written(client, inner, home)),
        Type::Map(inner) => format!("map<{}>", written(client, inner, home)),
        Type::Named(index) => local_name(client.ty(*index), home),
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

/// What a schema lets through, as far as the notation of the spec can say it.
pub(super) fn theirs(root: &Value, schema: Schema<'_>) -> String {
    theirs_within(root, schema, DEPTH)
}

fn theirs_within(root: &Value, schema: Schema<'_>, depth: usize) -> String {
    let inner = |inner: Schema<'_>| match depth.checked_sub(1) {
        Some(depth) => theirs_within(root, inner, depth),
        None => "…".to_owned(),
    };
    match schema::shape(root, schema) {
        Err(_) => "unreadable".to_owned(),
        Ok((shape, _)) => match shape {
            Shape::Text { values, .. } if !values.is_empty() => {
                format!("enum({})", values.join(", "))
            }
            Shape::Text {
                timestamp: true, ..
            } => "timestamp".to_owned(),
            Shape::Text { .. } => "string".to_owned(),
            Shape::Flag => "bool".to_owned(),
            Shape::Integer {
                unsigned: false,
                wide: false,
            } => "int32".to_owned(),
            Shape::Integer {
                unsigned: true,
                wide: false,
            } => "uint32".to_owned(),
            Shape::Integer {
                unsigned: false,
                wide: true,
            } => "int64".to_owned(),
            Shape::Integer {
                unsigned: true,
                wide: true,
            } => "uint64".to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::List(items) => format!("list<{}>", inner(items)),
            Shape::Map(None) => "map<json>".to_owned(),
            Shape::Map(Some(values)) => format!("map<{}>", inner(values)),
            Shape::Object(fields) => match schema.name {
                Some(name) => name.to_owned(),
                None => {
                    let names: Vec<_> = fields.iter().map(|field| field.name).collect();
                    format!("object({})", names.join(", "))
                }
            },
            Shape::Any => "json".to_owned(),
        },
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
