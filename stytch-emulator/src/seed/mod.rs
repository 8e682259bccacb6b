//! Documents that people write: what they leave out is filled in, and what is wrong has a place.

mod node;

use std::convert::Infallible;
use std::fmt::{self, Write as _};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::generated;
use crate::random::Random;
use crate::shape::{self, Shape};
use crate::state::{Document, Record, State};
use node::{At, Entry, Kind, Node};

/// All that is wrong with a document, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError {
    problems: Vec<Problem>,
}

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The line, counted from one; zero if it is the document as a whole.
    pub line: u64,
    /// The column, counted from one.
    pub column: u64,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl SeedError {
    /// Each thing that is wrong.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn whole(message: String) -> Self {
        Self {
            problems: vec![Problem {
                line: 0,
                column: 0,
                message,
            }],
        }
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for SeedError {}

/// Reads a document, YAML or JSON, and adds it to a state.
///
/// # Errors
/// All that is wrong. The state is of no use then.
pub(crate) fn add(text: &str, state: &mut State) -> Result<(), SeedError> {
    let mut problems = Problems::default();
    let document = read(text, &mut problems);
    problems.into_result()?;
    document.add_to(state).map_err(SeedError::whole)
}

fn read(text: &str, problems: &mut Problems) -> Document {
    let mut document = Document::default();
    let node = match Node::read(text) {
        Ok(node) => node,
        Err((at, message)) => {
            problems.push(at, message);
            return document;
        }
    };
    match &node.kind {
        Kind::Scalar(Value::Null) => {}
        Kind::Map(entries) => {
            for entry in entries {
                let known = document.read(&entry.key, &entry.value, problems);
                if !known {
                    let names = Document::NAMES.join(", ");
                    let message = format!("unknown key `{}`: expected one of {names}", entry.key);
                    problems.push(entry.at, message);
                }
            }
        }
        _ => problems.push(node.at, "expected a map".to_owned()),
    }
    document
}

/// What is wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<(At, String)>);

impl Problems {
    fn push(&mut self, at: At, message: String) {
        self.0.push((at, message));
    }

    fn into_result(mut self) -> Result<(), SeedError> {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.sort();
        let problem = |(at, message): (At, String)| Problem {
            line: at.line,
            column: at.column,
            message,
        };
        Err(SeedError {
            problems: self.0.into_iter().map(problem).collect(),
        })
    }
}

/// A part of a document, with its places.
pub(crate) struct Part<'n>(&'n Node);

impl Document {
    fn read(&mut self, name: &str, node: &Node, problems: &mut Problems) -> bool {
        self.read_part(name, &Part(node), problems)
    }
}

impl Part<'_> {
    /// A value of which a document has one.
    pub(crate) fn one<T: DeserializeOwned + Serialize>(
        &self,
        problems: &mut Problems,
    ) -> Option<T> {
        read_value(self.0, self.0.to_json(), problems)
    }

    /// A list of records, with what people leave out.
    pub(crate) fn records<R: Record>(&self, problems: &mut Problems) -> Vec<R> {
        let Kind::List(items) = &self.0.kind else {
            problems.push(self.0.at, "expected a list".to_owned());
            return Vec::new();
        };
        let record = |item: &Node| match item.to_json() {
            Value::Object(mut given) => {
                R::complete(&mut given);
                for (field, model) in R::models(&given) {
                    strays(item, &given, field, model, problems);
                }
                read_value(item, Value::Object(given), problems)
            }
            _ => {
                problems.push(item.at, "expected a map".to_owned());
                None
            }
        };
        items.iter().filter_map(record).collect()
    }
}

/// Reports texts that are none of those which the spec knows, in a record or a list of models in it.
fn strays(
    node: &Node,
    given: &Map<String, Value>,
    field: &str,
    model: &str,
    problems: &mut Problems,
) {
    let Some(Shape::Fields(shapes)) = generated::model(model) else {
        return;
    };
    let mut look = |node: &Node, fields: &Map<String, Value>| {
        let told = shape::check(shapes, fields, &mut |stray| {
            // what is empty is as good as left out
            if !stray.text.is_empty() {
                let at = node.at_end_of(stray.way);
                problems.push(at, format!("{}, found `{}`", stray.message(), stray.text));
            }
            Ok::<(), Infallible>(())
        });
        let Ok(()) = told;
    };
    if field.is_empty() {
        return look(node, given);
    }
    let items = given.get(field).and_then(Value::as_array);
    for (item, value) in node.items_of(field).iter().zip(items.into_iter().flatten()) {
        if let Value::Object(fields) = value {
            look(item, fields);
        }
    }
}

/// Reads a value and makes sure that nothing of what was written got lost on the way.
fn read_value<T: DeserializeOwned + Serialize>(
    node: &Node,
    json: Value,
    problems: &mut Problems,
) -> Option<T> {
    match serde_path_to_error::deserialize::<_, T>(&json) {
        Ok(value) => {
            let kept = serde_json::to_value(&value).unwrap_or_default();
            let mut found = Vec::new();
            lost(node, &kept, &mut String::new(), &mut found);
            for (entry, pointer) in found {
                // what is empty may be left out, if there could be more
                if !is_empty(&entry.value.to_json()) || !is_read::<T>(&json, &pointer) {
                    problems.push(entry.at, format!("unknown key `{}`", entry.key));
                }
            }
            Some(value)
        }
        Err(error) => {
            let found = misfits::<T>(node, &json);
            if found.is_empty() {
                let at = node.find(error.path());
                problems.push(at, error.into_inner().to_string());
            }
            problems.0.extend(found);
            None
        }
    }
}

/// Whether what stands at a place matters: something odd there is refused or kept, not passed over.
fn is_read<T: DeserializeOwned + Serialize>(json: &Value, pointer: &str) -> bool {
    let mut odd = json.clone();
    if let Some(place) = odd.pointer_mut(pointer) {
        *place = json!({ "odd": true });
    }
    T::deserialize(&odd).map_or(true, |read| {
        let kept = serde_json::to_value(&read).unwrap_or_default();
        kept.pointer(pointer).is_some()
    })
}

/// The entries that do not fit, each on its own: records are read from parts of several types, which can't
/// tell where they stand.
fn misfits<T: DeserializeOwned>(node: &Node, json: &Value) -> Vec<(At, String)> {
    let (Kind::Map(entries), Value::Object(all)) = (&node.kind, json) else {
        return Vec::new();
    };
    let mut rest = all.clone();
    rest.retain(|name, _| entries.iter().all(|entry| entry.key != *name));
    if T::deserialize(&Value::Object(rest.clone())).is_err() {
        return Vec::new();
    }
    let misfit = |entry: &Entry| {
        let mut with = rest.clone();
        with.insert(entry.key.clone(), all.get(&entry.key)?.clone());
        let error = T::deserialize(&Value::Object(with)).err()?;
        Some((entry.value.at, format!("{}: {error}", entry.key)))
    };
    entries.iter().filter_map(misfit).collect()
}

/// Finds keys that nothing was made of, with the places of their values (RFC 6901).
fn lost<'n>(
    node: &'n Node,
    kept: &Value,
    place: &mut String,
    found: &mut Vec<(&'n Entry, String)>,
) {
    let above = place.len();
    match (&node.kind, kept) {
        (Kind::Map(entries), Value::Object(kept)) => {
            for entry in entries {
                place.push('/');
                for letter in entry.key.chars() {
                    match letter {
                        '~' => place.push_str("~0"),
                        '/' => place.push_str("~1"),
                        letter => place.push(letter),
                    }
                }
                match kept.get(&entry.key) {
                    Some(kept) => lost(&entry.value, kept, place, found),
                    None => found.push((entry, place.clone())),
                }
                place.truncate(above);
            }
        }
        (Kind::List(items), Value::Array(kept)) => {
            for (number, (item, kept)) in items.iter().zip(kept).enumerate() {
                // a text takes whatever is written to it
                let _ = write!(place, "/{number}");
                lost(item, kept, place, found);
                place.truncate(above);
            }
        }
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(flag) => !flag,
        Value::Number(_) => false,
    }
}

/// Fills in what a record lacks, from another one.
pub(crate) fn fill<T: Serialize>(given: &mut Map<String, Value>, usual: &T) {
    if let Ok(Value::Object(usual)) = serde_json::to_value(usual) {
        for (name, value) in usual {
            given.entry(name).or_insert(value);
        }
    }
}

/// An id that follows from what makes a thing that thing, so that it is the same at each start.
pub(crate) fn id_of(prefix: &str, parts: &[&str]) -> String {
    random_of(parts).id(prefix)
}

/// What looks random, and follows from what makes a thing that thing.
pub(crate) fn random_of(parts: &[&str]) -> Random {
    let name = parts.join("\n");
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, name.as_bytes());
    let mut seed = [0; 32];
    for (place, byte) in seed.iter_mut().zip(hash.as_ref()) {
        *place = *byte;
    }
    Random::of_request(seed, 0)
}

/// The text of a field, empty if there is none.
pub(crate) fn text<'g>(given: &'g Map<String, Value>, field: &str) -> &'g str {
    given.get(field).and_then(Value::as_str).unwrap_or_default()
}
