//! YAML for readers of other files than those of the spec.

use std::sync::Arc;

use super::node::{self, Node, Value};
use crate::problem::Problems;

/// The value of a YAML document; null for an empty one.
///
/// # Errors
/// A syntax error, or all keys that stand twice in a map, each with its place in `file`.
pub(crate) fn value(file: &str, text: &str) -> Result<serde_json::Value, Problems> {
    let mut problems = Problems::default();
    let file: Arc<str> = file.into();
    let value = node::document(&file, text, &mut problems).map(plain);
    problems.into_result(value.unwrap_or_default())
}

fn plain(node: Node) -> serde_json::Value {
    match node.value {
        Value::Null => serde_json::Value::Null,
        Value::Text(text) => text.into(),
        // YAML has numbers that JSON lacks.
        Value::Scalar(_, text) => {
            serde_json::from_str(&text).unwrap_or(serde_json::Value::String(text))
        }
        Value::List(items) => items.into_iter().map(plain).collect(),
        Value::Map(entries) => {
            let entry = |(key, value): (super::Text, Node)| (key.value, plain(value));
            serde_json::Value::Object(entries.into_iter().map(entry).collect())
        }
    }
}
