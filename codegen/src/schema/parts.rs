//! What the schema is put together from.

use serde_json::{Value, json};

use crate::format::{Marks, NESTING, Names};
use crate::resolve::Type;

/// The names of fields and methods.
pub(super) const FIELD_NAME: &str = "^[A-Za-z][A-Za-z0-9_]*$";

/// How a text begins: a mark in front is one that has slipped away from its type.
pub(super) const WORD: &str = r"[^\s!?]";

/// The marks that a type may have.
pub(super) fn pattern(marks: Marks) -> &'static str {
    match marks {
        Marks::Sent => "!?",
        Marks::Received => r"\??",
        Marks::Any => "[!?]?",
        Marks::Bare => "",
    }
}

/// What they mean.
pub(super) fn explained(marks: Marks) -> &'static str {
    match marks {
        Marks::Sent => "`!` behind the type: the caller must give it; no mark: optional.",
        Marks::Received => "`?` behind the type: may be missing or null; no mark: expected.",
        Marks::Any => {
            "`!` behind the type: needed when sent; `?`: optional when sent, may be missing when received. \
             No mark where the model travels one way only: optional when sent, expected when received."
        }
        Marks::Bare => "No mark: the type alone.",
    }
}

/// Type expressions as deep as the generator takes them.
pub(super) fn type_pattern() -> String {
    let scalars: Vec<_> = Type::SCALARS.iter().filter_map(Type::scalar).collect();
    let named = r"([a-z][a-z0-9_]*\.)*[A-Z][A-Za-z0-9]*";
    let base = format!("({}|{named})", scalars.join("|"));
    (0..NESTING).fold(base.clone(), |inner, _| {
        format!("({base}|(list|map)<{inner}>)")
    })
}

/// Types for completion.
pub(super) fn examples() -> Vec<&'static str> {
    let scalars = Type::SCALARS.iter().filter_map(Type::scalar);
    scalars.chain(["list<string>", "map<json>"]).collect()
}

pub(super) fn text(description: &str) -> Value {
    matching(description, &format!(r"^\s*{WORD}"))
}

pub(super) fn matching(description: &str, pattern: &str) -> Value {
    json!({ "description": description, "type": "string", "pattern": pattern })
}

pub(super) fn reference(definition: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{definition}") })
}

/// Draft 7 ignores what stands beside a reference, so the reference goes one level down.
pub(super) fn described(description: &str, inner: Value) -> Value {
    json!({ "description": description, "allOf": [inner] })
}

/// A list that holds something, each once, or a single item.
pub(super) fn some(item: Value) -> Value {
    let list = json!({ "type": "array", "items": item, "minItems": 1, "uniqueItems": true });
    json!({ "anyOf": [item, list] })
}

/// A map from names to one kind of thing.
pub(super) fn map(description: &str, names: Names, value: Value) -> Value {
    let map = json!({ "description": description, "type": "object" });
    let pattern = match names {
        Names::Words => Some(r"^\S+$"),
        Names::Wire => Some(r"^\S(.*\S)?$"),
        Names::Fields => Some(FIELD_NAME),
        Names::Types => Some("^[A-Z][A-Za-z0-9]*$"),
    };
    let map = match pattern {
        Some(pattern) => with(map, "propertyNames", json!({ "pattern": pattern })),
        None => map,
    };
    with(map, "additionalProperties", value)
}

/// The same, with an entry at least.
pub(super) fn filled(map: Value) -> Value {
    with(map, "minProperties", 1.into())
}

/// A schema and one more word about it.
pub(super) fn with(mut schema: Value, key: &str, value: Value) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert(key.to_owned(), value);
    }
    schema
}
