//! Reading `deviations.yaml`: the differences from the vendor's OpenAPI file that are kept.

use std::sync::Arc;

use super::node::{self, Node, Text, Value};
use super::object::{Object, texts};
use crate::problem::{At, Problems};

/// Where the file stands in the repository.
pub const DEVIATIONS: &str = "spec/deviations.yaml";

/// One reason and the differences that it covers, as the file has them.
#[derive(Clone, Debug)]
pub struct Deviation {
    /// Where the entry stands.
    pub at: At,
    /// Why the difference is kept.
    pub reason: Text,
    /// What kind of difference it is.
    pub difference: Text,
    /// The methods or types.
    pub owners: Vec<Text>,
    /// The fields.
    pub fields: Option<Vec<Text>>,
    /// What the spec says.
    pub spec: Option<Vec<Text>>,
    /// What the OpenAPI file says.
    pub file: Option<Vec<Text>>,
}

/// Reads the file's text.
pub(crate) fn deviations(text: &str, problems: &mut Problems) -> Vec<Deviation> {
    const WHAT: &str = "a file of deviations";
    let file: Arc<str> = DEVIATIONS.into();
    let Some(node) = node::document(&file, text, problems) else {
        return Vec::new();
    };
    let Some(mut object) = Object::new(node, WHAT, problems) else {
        return Vec::new();
    };
    let list = object.take("deviations");
    let at = object.at.clone();
    object.finish(WHAT, problems);
    let entries = match list {
        Some(Node {
            value: Value::List(entries),
            ..
        }) => entries,
        Some(other) => {
            let found = format!("{} for `deviations`", other.kind());
            problems.push(&other.at, found, "a list of entries");
            return Vec::new();
        }
        None => {
            problems.push(
                &at,
                "no `deviations`",
                "a list under `deviations`, `[]` for none",
            );
            return Vec::new();
        }
    };
    let entries = entries.into_iter();
    entries.filter_map(|node| entry(node, problems)).collect()
}

fn entry(node: Node, problems: &mut Problems) -> Option<Deviation> {
    const WHAT: &str = "a deviation";
    let mut object = Object::new(node, WHAT, problems)?;
    let at = object.at.clone();
    let reason = object.required("reason", WHAT, problems);
    let difference = object.required("difference", WHAT, problems);
    let owners = some(&mut object, "in", problems);
    if owners.is_none() {
        problems.push(
            &at,
            "a deviation without `in`",
            "the methods or types in which the difference is kept",
        );
    }
    let fields = some(&mut object, "field", problems);
    let spec = some(&mut object, "spec", problems);
    let file = some(&mut object, "file", problems);
    object.finish(WHAT, problems);
    Some(Deviation {
        at,
        reason,
        difference,
        owners: owners.unwrap_or_default(),
        fields,
        spec,
        file,
    })
}

/// Takes a list of texts that has one at least.
fn some(object: &mut Object, key: &'static str, problems: &mut Problems) -> Option<Vec<Text>> {
    let node = object.take(key)?;
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        problems.push(
            &node.at,
            format!("an empty list for `{key}`"),
            "what the report of `cargo xtask drift` says there",
        );
    }
    Some(texts(node, &format!("`{key}`"), problems))
}
