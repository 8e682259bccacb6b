//! As much of JSON Schema (draft 7) as the schema of the spec uses. A keyword that is new here is a
//! mistake until somebody teaches it to this file: an editor must not check what no test checks.

use regex_lite::Regex;
use serde_json::Value;

/// Says of a value everything that is not as the schema wants it.
pub(crate) fn check(schema: &Value, value: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    Validator { root: schema }.node(schema, value, "$", &mut problems);
    problems
}

struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn node(&self, schema: &Value, value: &Value, at: &str, problems: &mut Vec<String>) {
        let Value::Object(schema) = schema else {
            if schema == &Value::Bool(false) {
                problems.push(format!("{at}: must not be there"));
            }
            return;
        };
        if let Some(reference) = schema.get("$ref") {
            let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
            let target = self
                .root
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{reference} leads nowhere"));
            // Draft 7 ignores what stands beside a reference.
            assert_eq!(schema.len(), 1, "{reference} with company");
            return self.node(target, value, at, problems);
        }
        for (keyword, wanted) in schema {
            let mut complain = |what: String| problems.push(format!("{at}: {what}"));
            match keyword.as_str() {
                "$schema" | "$comment" | "title" | "description" | "examples" | "definitions" => {}
                "type" => {
                    let is_kind = |wanted: &Value| kind(value) == wanted.as_str().unwrap();
                    let fits = match wanted {
                        Value::Array(kinds) => kinds.iter().any(is_kind),
                        one => is_kind(one),
                    };
                    if !fits {
                        complain(format!("{} instead of {wanted}", kind(value)));
                    }
                }
                "enum" => {
                    if !wanted.as_array().unwrap().contains(value) {
                        complain(format!("not one of {wanted}"));
                    }
                }
                "pattern" => {
                    if value.as_str().is_some_and(|text| !matches(wanted, text)) {
                        complain(format!("{value} does not match {wanted}"));
                    }
                }
                "required" => {
                    let Value::Object(map) = value else { continue };
                    for key in wanted.as_array().unwrap() {
                        if !map.contains_key(key.as_str().unwrap()) {
                            complain(format!("no {key}"));
                        }
                    }
                }
                "minProperties" => {
                    if value
                        .as_object()
                        .is_some_and(|map| (map.len() as u64) < wanted.as_u64().unwrap())
                    {
                        complain("nothing in it".to_owned());
                    }
                }
                "minItems" => {
                    if value
                        .as_array()
                        .is_some_and(|items| (items.len() as u64) < wanted.as_u64().unwrap())
                    {
                        complain("too few items".to_owned());
                    }
                }
                "uniqueItems" => {
                    let Value::Array(items) = value else { continue };
                    if items
                        .iter()
                        .enumerate()
                        .any(|(index, item)| items[..index].contains(item))
                    {
                        complain("an item twice".to_owned());
                    }
                }
                "propertyNames" => {
                    let Value::Object(map) = value else { continue };
                    for key in map.keys() {
                        self.node(
                            wanted,
                            &Value::from(key.as_str()),
                            &format!("{at}.{key}"),
                            problems,
                        );
                    }
                }
                "properties" => {
                    let Value::Object(map) = value else { continue };
                    for (key, inner) in map {
                        if let Some(schema) = wanted.get(key) {
                            self.node(schema, inner, &format!("{at}.{key}"), problems);
                        }
                    }
                }
                "patternProperties" => {
                    let Value::Object(map) = value else { continue };
                    for (pattern, schema) in wanted.as_object().unwrap() {
                        let pattern = Value::from(pattern.as_str());
                        for (key, inner) in map.iter().filter(|(key, _)| matches(&pattern, key)) {
                            self.node(schema, inner, &format!("{at}.{key}"), problems);
                        }
                    }
                }
                "additionalProperties" => {
                    let Value::Object(map) = value else { continue };
                    let known = schema.get("properties");
                    let patterns = schema.get("patternProperties").and_then(Value::as_object);
                    let is_known = |key: &str| {
                        known.and_then(|known| known.get(key)).is_some()
                            || patterns
                                .into_iter()
                                .flat_map(|patterns| patterns.keys())
                                .any(|pattern| matches(&Value::from(pattern.as_str()), key))
                    };
                    for (key, inner) in map.iter().filter(|(key, _)| !is_known(key)) {
                        self.node(wanted, inner, &format!("{at}.{key}"), problems);
                    }
                }
                "items" => {
                    let Value::Array(items) = value else { continue };
                    for (index, item) in items.iter().enumerate() {
                        self.node(wanted, item, &format!("{at}[{index}]"), problems);
                    }
                }
                "allOf" => wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .for_each(|schema| self.node(schema, value, at, problems)),
                "anyOf" => {
                    if self.fitting(wanted, value) == 0 {
                        complain("none of the alternatives".to_owned());
                    }
                }
                "oneOf" => {
                    let fitting = self.fitting(wanted, value);
                    if fitting != 1 {
                        complain(format!("{fitting} of the alternatives instead of one"));
                    }
                }
                "not" => {
                    if self.fits(wanted, value) {
                        complain("what must not be".to_owned());
                    }
                }
                "if" => {
                    let branch = if self.fits(wanted, value) {
                        "then"
                    } else {
                        "else"
                    };
                    if let Some(branch) = schema.get(branch) {
                        self.node(branch, value, at, problems);
                    }
                }
                "then" | "else" => assert!(schema.contains_key("if")),
                _ => panic!("the keyword `{keyword}` is new here"),
            }
        }
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut problems = Vec::new();
        self.node(schema, value, "$", &mut problems);
        problems.is_empty()
    }

    fn fitting(&self, alternatives: &Value, value: &Value) -> usize {
        alternatives
            .as_array()
            .unwrap()
            .iter()
            .filter(|schema| self.fits(schema, value))
            .count()
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn matches(pattern: &Value, text: &str) -> bool {
    Regex::new(pattern.as_str().unwrap())
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
        .is_match(text)
}
