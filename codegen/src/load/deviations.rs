//! Reading `deviations.yaml`: the differences from the vendor's OpenAPI file that are kept.

use std::sync::Arc;

use super::node::{self, Node, Text, Value};
use super::object::Object;
use crate::format;
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
    let file: Arc<str> = DEVIATIONS.into();
    let Some(node) = node::document(&file, text, problems) else {
        return Vec::new();
    };
    let Some(mut object) = Object::new(node, &format::DEVIATIONS, problems) else {
        return Vec::new();
    };
    let list = object.take("deviations", problems);
    object.finish(problems);
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
        None => return Vec::new(),
    };
    let entries = entries.into_iter();
    entries.filter_map(|node| entry(node, problems)).collect()
}

fn entry(node: Node, problems: &mut Problems) -> Option<Deviation> {
    let mut object = Object::new(node, &format::DEVIATION, problems)?;
    let at = object.at.clone();
    let reason = object.required("reason", problems);
    let difference = object.required("difference", problems);
    let owners = object.texts("in", problems);
    let fields = object.texts("field", problems);
    let spec = object.texts("spec", problems);
    let file = object.texts("file", problems);
    object.finish(problems);
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
