//! The JSON Schema of the spec's files, with which editors complete, explain and check them: the table in
//! [`format`](mod@crate::format) in another form.
//!
//! It says what can be said about one file by itself; what takes the whole spec, such as whether a
//! name exists, only the generator knows. Draft 7, because that is what the YAML language server
//! supports best.

mod parts;

use serde_json::{Map, Value, json};

use parts::*;

use crate::drift;
use crate::format::{FIELD, INCLUDE, Key, Kind, Marks, Names, SHAPES, Shape, Short};
use crate::load::Verb;

/// Where the schema stands, relative to the root of the repository.
pub const PATH: &str = "spec/schema.json";

/// The schema as it stands in its file.
#[must_use]
pub fn file() -> String {
    format!("{:#}\n", schema())
}

/// The schema.
#[must_use]
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Written by `cargo xtask schema`. Do not edit.",
        "title": "A file of the spec",
        "description": "A resource, or a vocabulary. spec/README.md explains the format on an example.",
        // One branch at a time, so that an editor complains about the kind of file that was meant.
        "if": { "required": ["vocabulary"] },
        "then": reference("vocabulary"),
        "else": {
            "if": { "anyOf": [{ "not": { "type": "object" } }, { "required": ["deviations"] }] },
            "then": reference("deviations"),
            "else": reference("resource"),
        },
        "definitions": definitions(),
    })
}

fn definitions() -> Map<String, Value> {
    let mut definitions = Map::new();
    for shape in SHAPES {
        if shape.id != FIELD.id {
            definitions.insert(shape.id.to_owned(), form(shape, Marks::Bare));
        }
    }
    for marks in [Marks::Sent, Marks::Received, Marks::Any, Marks::Bare] {
        definitions.insert(field(marks).to_owned(), form(&FIELD, marks));
        if marks != Marks::Bare {
            definitions.insert(fields(marks), list(marks));
        }
    }
    definitions.insert(
        "text".to_owned(),
        json!({ "type": "string", "pattern": format!(r"^\s*{WORD}") }),
    );
    definitions.insert("texts".to_owned(), some(reference("text")));
    definitions
}

/// An object, or the one line that may stand in its place. Its types have these marks.
fn form(shape: &Shape, marks: Marks) -> Value {
    let long = object(shape, marks);
    let Some(short) = shape.short else {
        return long;
    };
    let short = match short {
        Short::Docs => text(shape.key("docs").map_or(shape.docs, |key| key.docs)),
        Short::Pattern(pattern, docs) => matching(docs, pattern),
        Short::Entry => json!({
            "description": "The type without a mark, then the docs: `string What it means.`",
            "type": "string",
            "pattern": format!(r"^{}\s+{WORD}", type_pattern()),
        }),
        Short::Field => json!({
            "description": format!(
                "Type, mark, then docs if no vocabulary has them. Nothing if a vocabulary has both; \
                 the mark is then behind the name. {}",
                explained(marks)
            ),
            "type": ["string", "null"],
            "pattern": format!(r"^{}{}(\s+{WORD}|$)", type_pattern(), pattern(marks)),
            "examples": examples(),
        }),
    };
    json!({ "if": { "type": "object" }, "then": long, "else": short })
}

/// An object with the keys of its shape and no others.
fn object(shape: &Shape, marks: Marks) -> Value {
    let properties = shape.keys();
    let properties: Map<_, _> = properties
        .map(|key| (key.name.to_owned(), property(key, marks)))
        .collect();
    let required = shape.keys().filter(|key| key.required);
    let object = json!({
        "description": shape.docs,
        "type": "object",
        "required": required.map(|key| key.name).collect::<Vec<_>>(),
        "properties": properties,
        "additionalProperties": false,
    });
    if shape.either.is_empty() {
        return object;
    }
    let any = |group: &&[&str]| {
        let keys = group.iter().map(|key| json!({ "required": [key] }));
        json!({ "anyOf": keys.collect::<Vec<_>>() })
    };
    let groups = shape.either.iter().map(any).collect();
    with(object, "oneOf", groups)
}

/// What stands behind a key.
fn property(key: &Key, marks: Marks) -> Value {
    let docs = key.docs;
    match key.kind {
        Kind::Text => text(docs),
        Kind::Docs => text(&format!(
            "{docs} Markdown; the first sentence stands alone in overviews."
        )),
        Kind::Pattern(pattern) => matching(docs, pattern),
        Kind::Call => {
            let verbs = Verb::ALL.map(Verb::as_str).join("|");
            let path = r"(\.|\.?(/(\.?[A-Za-z0-9_~-][A-Za-z0-9._~-]*|\{[A-Za-z][A-Za-z0-9_]*\}))+)";
            let call = matching(docs, &format!("^({verbs}) +{path}$"));
            let example = "POST /v1/b2b/organizations/{organization_id}/members";
            with(call, "examples", json!([example]))
        }
        Kind::Type => {
            let pattern = format!("^{}{}$", type_pattern(), pattern(marks));
            matching(&format!("{docs} {}", explained(marks)), &pattern)
        }
        Kind::Word(word) => json!({ "description": docs, "enum": [word] }),
        Kind::Difference => {
            let kinds = drift::Kind::ALL.into_iter();
            let kinds = kinds.filter(|kind| !kind.is_kept()).map(drift::Kind::name);
            json!({ "description": docs, "enum": kinds.collect::<Vec<_>>() })
        }
        Kind::Texts(_) => described(docs, reference("texts")),
        Kind::Object(shape) => described(docs, reference(shape.id)),
        Kind::List(shape) => {
            json!({ "description": docs, "type": "array", "items": reference(shape.id) })
        }
        Kind::TextMap(names) => map(docs, names, reference("text")),
        Kind::Map(names, shape) => map(docs, names, reference(shape.id)),
        Kind::SomeMap(names, shape) => filled(map(docs, names, reference(shape.id))),
        Kind::Body(marks) => json!({
            "if": { "type": "object" },
            "then": described(docs, reference(&fields(marks))),
            "else": described(&format!("{docs} Or groups alone."), reference("texts")),
        }),
        Kind::Fields(marks) => described(docs, reference(&fields(marks))),
        Kind::Conditions => filled(map(docs, Names::Fields, reference(field(Marks::Bare)))),
        Kind::Groups => map(docs, Names::Words, reference(&fields(Marks::Any))),
    }
}

/// A list of fields, with includes.
fn list(marks: Marks) -> Value {
    let docs = "Fields: the name on the wire, then the type with its mark, and docs.";
    let names = FIELD_NAME.replace('$', &format!("{}$", pattern(marks)));
    let field = reference(field(marks));
    let include = json!({
        // A field may be called so, too.
        INCLUDE.name: { "description": INCLUDE.docs, "anyOf": [reference("texts"), &field] },
    });
    let list = filled(map(docs, Names::Fields, field));
    let list = with(list, "propertyNames", json!({ "pattern": names }));
    let list = with(list, "properties", include);
    // A name with a mark stands by itself.
    with(
        list,
        "patternProperties",
        json!({ "[!?]$": { "type": "null" } }),
    )
}

/// The definition of fields with these marks.
fn field(marks: Marks) -> &'static str {
    match marks {
        Marks::Sent => "sentField",
        Marks::Received => "receivedField",
        Marks::Any => "anyField",
        Marks::Bare => "bareField",
    }
}

/// The definition of lists of such fields.
fn fields(marks: Marks) -> String {
    format!("{}s", field(marks))
}
