//! Reading a YAML map key by key, so that no key goes unnoticed.

use super::node::{Node, Text, Value};
use crate::problem::{At, Problems};

/// A map whose keys are taken one by one; what is left at the end is unknown.
pub(super) struct Object {
    entries: Vec<(Text, Node)>,
    taken: Vec<&'static str>,
    pub(super) at: At,
}

impl Object {
    /// The map in `node`; `None`, with a problem, if it is something else.
    pub(super) fn new(node: Node, what: &str, problems: &mut Problems) -> Option<Self> {
        match node.value {
            Value::Map(entries) => Some(Self { entries, taken: Vec::new(), at: node.at }),
            _ => {
                problems.push(&node.at, format!("{} for {what}", node.kind()), "a map");
                None
            }
        }
    }

    /// Takes the value of a key.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.taken.push(key);
        let index = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.remove(index).1)
    }

    /// Takes a text.
    pub(super) fn text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Text> {
        let node = self.take(key)?;
        text(node, &format!("`{key}`"), problems)
    }

    /// Takes a text that must be there.
    pub(super) fn required(&mut self, key: &'static str, what: &str, problems: &mut Problems) -> Text {
        let missing = Text { value: String::new(), at: self.at.clone() };
        match self.take(key) {
            Some(node) => text(node, &format!("`{key}`"), problems).unwrap_or(missing),
            None => {
                problems.push(&self.at, format!("{what} without `{key}`"), format!("a text under `{key}`"));
                missing
            }
        }
    }

    /// Takes one of a few words.
    pub(super) fn word(&mut self, key: &'static str, words: &[&'static str], problems: &mut Problems) -> bool {
        let Some(text) = self.text(key, problems) else { return false };
        let known = words.contains(&text.value.as_str());
        if !known {
            let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ");
            problems.push_name(
                &text.at,
                format!("`{}` for `{key}`", text.value),
                format!("{list}, or no `{key}` at all"),
                &text,
                words.iter().copied(),
            );
        }
        known
    }

    /// Takes a list of texts; a single text counts as a list of one.
    pub(super) fn texts(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Text> {
        self.take(key).map(|node| texts(node, &format!("`{key}`"), problems)).unwrap_or_default()
    }

    /// Takes a map of declarations; `what` says what each is, for messages.
    pub(super) fn entries(&mut self, key: &'static str, problems: &mut Problems) -> Vec<(Text, Node)> {
        let Some(node) = self.take(key) else { return Vec::new() };
        match Self::new(node, &format!("`{key}`"), problems) {
            Some(object) => object.entries,
            None => Vec::new(),
        }
    }

    /// All entries, for maps whose keys are names.
    pub(super) fn into_entries(self) -> Vec<(Text, Node)> {
        self.entries
    }

    /// Reports the keys that nobody took.
    pub(super) fn finish(self, what: &str, problems: &mut Problems) {
        for (key, _) in &self.entries {
            let known = self.taken.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            problems.push_name(
                &key.at,
                format!("unknown key `{}` in {what}", key.value),
                format!("one of {known}"),
                key,
                self.taken.iter().copied(),
            );
        }
    }
}

/// The text in `node`.
pub(super) fn text(node: Node, what: &str, problems: &mut Problems) -> Option<Text> {
    match node.value {
        Value::Text(value) if !value.trim().is_empty() => {
            Some(Text { value: value.trim_end().to_owned(), at: node.at })
        }
        _ => {
            problems.push(&node.at, format!("{} for {what}", node.kind()), "a text; quote it if need be");
            None
        }
    }
}

/// The texts in `node`, a list or a single text.
pub(super) fn texts(node: Node, what: &str, problems: &mut Problems) -> Vec<Text> {
    match node.value {
        Value::List(items) => {
            let what = format!("an entry of {what}");
            items.into_iter().filter_map(|item| text(item, &what, problems)).collect()
        }
        _ => text(node, what, problems).into_iter().collect(),
    }
}
