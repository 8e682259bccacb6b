//! The walk through a file, from its operations into the schemas.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::{FILE, Note, Notes, Place, WHOLE, fact, word};
use crate::drift::openapi::{self, Document, Operation};
use crate::drift::schema;

/// Notes what is said about `operations` and about the file as a whole.
pub(in crate::drift) fn read<'d>(
    document: &Document<'d>,
    operations: impl Iterator<Item = &'d Operation<'d>>,
) -> Notes {
    let mut reader = Reader {
        root: document.root,
        notes: Notes::new(),
        seen: HashSet::new(),
    };
    reader.file();
    for operation in operations {
        reader.operation(operation);
    }
    // A group stays even if nothing is said in it, to be told from one that is new.
    reader
        .notes
        .retain(|place, note| place.member == WHOLE || !note.is_empty());
    reader.notes
}

struct Reader<'d> {
    root: &'d Value,
    notes: Notes,
    seen: HashSet<usize>,
}

impl<'d> Reader<'d> {
    fn note(&mut self, group: &str, member: &str) -> &mut Note {
        let place = Place::new(group, member);
        self.notes.entry(place).or_default()
    }

    fn file(&mut self) {
        let Some(map) = self.root.as_object() else {
            return;
        };
        let object = |key: &str| map.get(key).and_then(Value::as_object);
        let note = self.note(FILE, WHOLE);
        note.rest(map, "", &["info", "paths", "components", "servers", "tags"]);
        if let Some(info) = object("info") {
            note.rest(
                info,
                "info.",
                &["title", "description", "contact", "license"],
            );
        }
        servers(note, map);
        if let Some(components) = object("components") {
            // What is used stands under the operations that use it.
            let parts = [
                "schemas",
                "responses",
                "parameters",
                "examples",
                "requestBodies",
            ];
            note.rest(
                components,
                "components.",
                &[&parts[..], &["headers", "links"]].concat(),
            );
        }
    }

    fn operation(&mut self, operation: &'d Operation<'d>) {
        let group = format!("{} {}", operation.verb, word(operation.path));
        let note = self.note(&group, WHOLE);
        note.rest(
            operation.item,
            "path.",
            &[&openapi::VERBS[..], &["parameters", "servers"]].concat(),
        );
        servers(note, operation.item);
        let understood = [
            "operationId",
            "tags",
            "parameters",
            "requestBody",
            "responses",
            "servers",
            "deprecated",
            // Programs in other languages.
            "x-codeSamples",
            "x-code-samples",
        ];
        note.rest(operation.map, "", &understood);
        servers(note, operation.map);
        for value in [operation.item, operation.map]
            .iter()
            .flat_map(|map| list(map, "parameters"))
        {
            self.parameter(&group, value);
        }
        if let Some(body) = self.object(operation.map.get("requestBody")) {
            let note = self.note(&group, WHOLE);
            note.rest(body, "request.", &["content", "required"]);
            if body.get("required") != Some(&Value::Bool(true)) {
                note.fact("request.required", &Value::Bool(false));
            }
            self.content(&group, "request", body);
        }
        let responses = operation.map.get("responses").and_then(Value::as_object);
        // What the service refuses is much the same everywhere, and told by the docs pages.
        let refusal = |status: &str| status.starts_with(['4', '5']) || status == "default";
        let responses: Vec<(&String, &Value)> = responses
            .into_iter()
            .flatten()
            .filter(|(status, _)| !refusal(status))
            .collect();
        let statuses: Vec<&str> = responses
            .iter()
            .map(|(status, _)| status.as_str())
            .collect();
        if !matches!(statuses.as_slice(), ["200"] | []) {
            self.note(&group, WHOLE)
                .fact("response.status", &Value::from(statuses));
        }
        for (status, value) in responses {
            let Some(response) = self.object(Some(value)) else {
                continue;
            };
            let success = openapi::success(operation.map).is_some_and(|it| std::ptr::eq(it, value));
            let side = if success {
                "response".to_owned()
            } else {
                format!("response.{status}")
            };
            let prefix = format!("{side}.");
            self.note(&group, WHOLE)
                .rest(response, &prefix, &["content"]);
            self.content(&group, &side, response);
        }
    }

    fn parameter(&mut self, group: &str, value: &'d Value) {
        let Some(map) = self.object(Some(value)) else {
            return;
        };
        let text = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default();
        let header = matches!(text("in"), "header" | "cookie");
        let member = if header {
            format!("header.{}", text("name"))
        } else {
            format!("request.{}", text("name"))
        };
        let member = word(&member);
        let note = self.note(group, &member);
        // Nobody looks at a header's schema, and whatever is in a path is required.
        note.rest(map, "", &["name", "in", "schema", "required", "deprecated"]);
        if header && map.get("required") == Some(&Value::Bool(true)) {
            note.fact("required", &Value::Bool(true));
        }
        if let Some(inner) = map.get("schema") {
            self.schema(group, &member, None, inner);
        }
    }

    /// What is said about a body, of a request or a response.
    fn content(&mut self, group: &str, side: &str, body: &'d Map<String, Value>) {
        let Some(content) = body.get("content").and_then(Value::as_object) else {
            return;
        };
        let prefix = format!("{side}.");
        let note = self.note(group, WHOLE);
        if !content.keys().eq(["application/json"]) {
            let kinds = content.keys().cloned().map(Value::from).collect();
            note.fact(&format!("{prefix}content"), &Value::Array(kinds));
        }
        for media in content.values().filter_map(Value::as_object) {
            self.note(group, WHOLE).rest(media, &prefix, &["schema"]);
            if let Some(inner) = media.get("schema") {
                self.schema(group, &word(side), None, inner);
            }
        }
    }

    /// Notes what a schema says, and those within it. One with a name has a group of its own.
    fn schema(&mut self, group: &str, member: &str, around: Option<usize>, value: &'d Value) {
        let Some(map) = value.as_object() else {
            return;
        };
        let note = self.note(group, member);
        note.schema = note.schema.or(around);
        if let Some(reference) = map.get("$ref").and_then(Value::as_str) {
            note.rest(map, "", &["$ref", "deprecated"]);
            let Some(pointer) = reference.strip_prefix('#') else {
                return;
            };
            let Some(target) = self.root.pointer(pointer) else {
                return;
            };
            let key = std::ptr::from_ref(target) as usize;
            if self.seen.insert(key) {
                let name = pointer.strip_prefix("/components/schemas/");
                self.schema(&word(name.unwrap_or(pointer)), WHOLE, Some(key), target);
            }
            return;
        }
        note.rest(map, "", &SCHEMA);
        for (name, value) in unusual(map) {
            note.facts.insert(name.to_owned(), value);
        }
        let inside = |name: &str| match member {
            WHOLE => word(name),
            _ => format!("{member}.{}", word(name)),
        };
        let properties = map.get("properties").and_then(Value::as_object);
        for (name, value) in properties.into_iter().flatten() {
            self.schema(group, &inside(name), around, value);
        }
        for part in ["items", "additionalProperties"] {
            if let Some(value) = map.get(part) {
                let ending = if part == "items" { "[]" } else { "{}" };
                self.schema(group, &format!("{member}{ending}"), around, value);
            }
        }
        for part in ["allOf", "oneOf", "anyOf"] {
            for (index, value) in list(map, part).enumerate() {
                self.schema(group, &format!("{member}|{index}"), around, value);
            }
        }
    }

    /// The map that `value` is or refers to.
    fn object(&self, value: Option<&'d Value>) -> Option<&'d Map<String, Value>> {
        schema::follow(self.root, value?).ok()?.0.as_object()
    }
}

/// What is compared with the spec, or looked at in [`unusual`].
const SCHEMA: [&str; 14] = [
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "deprecated",
    "enum",
    "format",
    "items",
    "minimum",
    "nullable",
    "oneOf",
    "properties",
    "required",
    "type",
];

/// What of these the comparison lets pass, since the spec knows more, or has no word for it.
fn unusual(map: &Map<String, Value>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let types: Vec<&str> = match map.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |name: &str| types.contains(&name);
    let values: Vec<&Value> = list(map, "enum").chain(map.get("const")).collect();
    if is("null")
        || values.contains(&&Value::Null)
        || map.get("nullable") == Some(&Value::Bool(true))
    {
        facts.push(("nullable", "true".to_owned()));
    }
    if !values.is_empty() {
        // The texts themselves are compared. That there are some is not, as most sets stand in texts.
        let others: Vec<Value> = values
            .into_iter()
            .filter(|value| !value.is_string())
            .cloned()
            .collect();
        let said = if others.is_empty() {
            "listed".to_owned()
        } else {
            fact(&Value::Array(others))
        };
        facts.push(("enum", said));
    }
    match map.get("format") {
        Some(Value::String(format)) if is("integer") && format == "int32" => {}
        Some(format) => facts.push(("format", fact(format))),
        None if is("integer") => facts.push(("format", "none".to_owned())),
        None => {}
    }
    if let Some(least) = map
        .get("minimum")
        .filter(|least| least.as_f64() != Some(0.0))
    {
        facts.push(("minimum", fact(least)));
    }
    match map.get("additionalProperties") {
        Some(Value::Bool(false)) => facts.push(("additionalProperties", "false".to_owned())),
        Some(Value::Object(_)) if map.contains_key("properties") => {
            facts.push(("additionalProperties", "given".to_owned()));
        }
        _ => {}
    }
    facts
}

/// The addresses of servers.
fn servers(note: &mut Note, map: &Map<String, Value>) {
    if let Some(servers) = map.get("servers").and_then(Value::as_array) {
        let url = |server: &Value| server.get("url").cloned().unwrap_or_default();
        note.fact("servers", &Value::Array(servers.iter().map(url).collect()));
    }
}

fn list<'d>(map: &'d Map<String, Value>, key: &str) -> impl Iterator<Item = &'d Value> + use<'d> {
    map.get(key).and_then(Value::as_array).into_iter().flatten()
}
