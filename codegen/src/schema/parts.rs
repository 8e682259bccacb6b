//! What the schema is put together from.

use serde_json::{Map, Value, json};

use crate::load::NESTING;

/// What a request or a response consists of: groups alone, or a list of fields.
pub(super) fn body(mark: &str, field: &str, description: &str) -> Value {
    json!({
        "if": { "type": "object" },
        "then": fields(mark, field, description),
        "else": described("Groups alone.", reference("texts")),
    })
}

/// A list of fields, with includes; a name by itself has a mark that matches `mark`.
pub(super) fn fields(mark: &str, field: &str, description: &str) -> Value {
    let include = json!({
        "description": "Groups whose fields stand at this place; a field that is written out replaces an included one.",
        "anyOf": [reference("texts"), reference(field)],
    });
    json!({
        "description": description,
        "type": "object",
        "minProperties": 1,
        "properties": { "include": include },
        "propertyNames": { "pattern": FIELD_NAME.replace('$', &format!("{mark}$")) },
        "patternProperties": { "[!?]$": { "type": "null" } },
        "additionalProperties": reference(field),
    })
}

/// A field: its type with a mark that matches `mark`, and docs.
pub(super) fn field(mark: &str, marks: &str) -> Value {
    let long = closed(
        "The long form, for docs with paragraphs or a deprecation.",
        &["type"],
        object(json!({
            "type": ty(mark, &format!("Type of the field. {marks}")),
            "docs": text("What the value means to the caller: unit, limits, default."),
            "deprecated": text("What to use instead."),
        })),
    );
    let short = json!({
        "description": format!(
            "Type, mark, then docs if no vocabulary has them. Nothing if a vocabulary has both; the mark is then behind the name. {marks}"
        ),
        "type": ["string", "null"],
        "pattern": format!(r"^{}{mark}(\s+\S|$)", type_pattern()),
        "examples": ["string", "bool", "uint32", "int32", "timestamp", "secret", "json", "list<string>", "map<json>"],
    });
    short_or(short, long)
}

pub(super) const TYPE_NAME: &str = "^[A-Z][A-Za-z0-9]*$";

pub(super) const FIELD_NAME: &str = "^[A-Za-z][A-Za-z0-9_]*$";

pub(super) fn ty(mark: &str, description: &str) -> Value {
    json!({
        "description": description,
        "type": "string",
        "pattern": format!("^{}{mark}$", type_pattern()),
    })
}

/// Type expressions as deep as the generator takes them.
pub(super) fn type_pattern() -> String {
    let base =
        r"(string|bool|int32|uint32|timestamp|secret|json|([a-z][a-z0-9_]*\.)*[A-Z][A-Za-z0-9]*)";
    (0..NESTING).fold(base.to_owned(), |inner, _| {
        format!("({base}|(list|map)<{inner}>)")
    })
}

pub(super) fn text(description: &str) -> Value {
    json!({ "description": description, "type": "string", "pattern": "\\S" })
}

pub(super) fn word(word: &str, description: &str) -> Value {
    json!({ "description": description, "enum": [word] })
}

pub(super) fn reference(definition: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{definition}") })
}

/// Draft 7 ignores what stands beside a reference, so the reference goes one level down.
pub(super) fn described(description: &str, inner: Value) -> Value {
    json!({ "description": description, "allOf": [inner] })
}

/// Either one line or an object.
pub(super) fn short_or(short: Value, long: Value) -> Value {
    json!({ "if": { "type": "object" }, "then": long, "else": short })
}

/// A map from names to one kind of thing.
pub(super) fn names(description: &str, pattern: &str, value: Value) -> Value {
    json!({
        "description": description,
        "type": "object",
        "propertyNames": { "pattern": pattern },
        "additionalProperties": value,
    })
}

/// An object with these keys and no others.
pub(super) fn closed(
    description: &str,
    required: &[&str],
    properties: Map<String, Value>,
) -> Value {
    json!({
        "description": description,
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    })
}

pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
