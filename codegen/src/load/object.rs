//! Reading a YAML map key by key, so that no key goes unnoticed.

use super::KEYS;
use super::node::{Node, Text, Value};
use crate::problem::{At, Problems, nearest};

/// A map whose keys are taken one by one; what is left at the end is unknown.
pub(super) struct Object {
    entries: Vec<(Text, Node)>,
    taken: Vec<&'static str>,
    /// Keys that were taken for the one they resemble.
    misspelled: Vec<Text>,
    pub(super) at: At,
}

impl Object {
    /// The map in `node`; `None`, with a problem, if it is something else.
    pub(super) fn new(node: Node, what: &str, problems: &mut Problems) -> Option<Self> {
        match node.value {
            Value::Map(entries) => Some(Self {
                entries,
                taken: Vec::new(),
                misspelled: Vec::new(),
                at: node.at,
            }),
            _ => {
                problems.lose();
                problems.push(&node.at, format!("{} for {what}", node.kind()), "a map");
                None
            }
        }
    }

    /// Takes the value of a key. A key that resembles it is taken in its place and reported at the
    /// end, so that one slip stays one problem.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.taken.push(key);
        if let Some(index) = self.entries.iter().position(|(name, _)| name.value == key) {
            return Some(self.entries.remove(index).1);
        }
        // A key of the format is no slip for another.
        let index = self.entries.iter().position(|(name, _)| {
            !KEYS.contains(&name.value.as_str()) && nearest(name, [key]).is_some()
        })?;
        let (name, node) = self.entries.remove(index);
        self.misspelled.push(name);
        Some(node)
    }

    /// Takes a text.
    pub(super) fn text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Text> {
        let node = self.take(key)?;
        Some(text(node, &format!("`{key}`"), problems))
    }

    /// Takes a text that must be there. It is empty if it is not; that is reported here, and only here.
    pub(super) fn required(
        &mut self,
        key: &'static str,
        what: &str,
        problems: &mut Problems,
    ) -> Text {
        self.text(key, problems).unwrap_or_else(|| {
            problems.push(
                &self.at,
                format!("{what} without `{key}`"),
                format!("a text under `{key}`"),
            );
            Text {
                value: String::new(),
                at: self.at.clone(),
            }
        })
    }

    /// Takes one of a few words.
    pub(super) fn word(
        &mut self,
        key: &'static str,
        words: &[&'static str],
        problems: &mut Problems,
    ) -> bool {
        let Some(text) = self.text(key, problems) else {
            return false;
        };
        let known = words.contains(&text.value.as_str());
        if !known && !text.is_empty() {
            let list = words
                .iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(" or ");
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
        self.take(key)
            .map(|node| texts(node, &format!("`{key}`"), problems))
            .unwrap_or_default()
    }

    /// Takes a map of declarations.
    pub(super) fn entries(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<(Text, Node)> {
        let Some(node) = self.take(key) else {
            return Vec::new();
        };
        Self::new(node, &format!("`{key}`"), problems)
            .map(Self::into_entries)
            .unwrap_or_default()
    }

    /// Takes a map that must be there and must hold something.
    pub(super) fn required_entries(
        &mut self,
        key: &'static str,
        what: &str,
        problems: &mut Problems,
    ) -> Vec<(Text, Node)> {
        match self.take(key) {
            Some(node) => Self::new(node, &format!("`{key}`"), problems)
                .map(|object| object.into_some_entries(&format!("`{key}`"), problems))
                .unwrap_or_default(),
            None => {
                problems.push(
                    &self.at,
                    format!("{what} without `{key}`"),
                    format!("a map under `{key}`"),
                );
                Vec::new()
            }
        }
    }

    /// All entries, for maps whose keys are names.
    pub(super) fn into_entries(self) -> Vec<(Text, Node)> {
        self.entries
    }

    /// All entries, of which there must be one at least.
    pub(super) fn into_some_entries(
        self,
        what: &str,
        problems: &mut Problems,
    ) -> Vec<(Text, Node)> {
        if self.entries.is_empty() {
            problems.push(
                &self.at,
                format!("an empty map for {what}"),
                "at least one entry",
            );
        }
        self.entries
    }

    /// Reports the keys that nobody took.
    pub(super) fn finish(self, what: &str, problems: &mut Problems) {
        for key in self
            .misspelled
            .iter()
            .chain(self.entries.iter().map(|(key, _)| key))
        {
            let known = self
                .taken
                .iter()
                .map(|key| format!("`{key}`"))
                .collect::<Vec<_>>()
                .join(", ");
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

/// The text in `node`; empty, with a problem, if there is something else.
pub(super) fn text(node: Node, what: &str, problems: &mut Problems) -> Text {
    match node.value {
        Value::Text(value) if !value.trim().is_empty() => {
            if let Some(control) = value
                .chars()
                .find(|letter| letter.is_control() && !"\n\t".contains(*letter))
            {
                problems.push(
                    &node.at,
                    format!(
                        "the control character {} in {what}",
                        control.escape_unicode()
                    ),
                    "a text that can be printed",
                );
            }
            Text {
                value: value.trim_end().to_owned(),
                at: node.at,
            }
        }
        _ => {
            problems.push(
                &node.at,
                format!("{} for {what}", node.kind()),
                "a text; quote it if need be",
            );
            Text {
                value: String::new(),
                at: node.at,
            }
        }
    }
}

/// The texts in `node`, a list or a single text: each once.
pub(super) fn texts(node: Node, what: &str, problems: &mut Problems) -> Vec<Text> {
    let Value::List(items) = node.value else {
        return Some(text(node, what, problems))
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect();
    };
    let entry = format!("an entry of {what}");
    let mut texts: Vec<Text> = Vec::new();
    for item in items {
        let text = text(item, &entry, problems);
        match texts.iter().find(|first| first.value == text.value) {
            Some(first) => problems.push(
                &text.at,
                format!("`{}` for the second time in {what}", text.value),
                format!("it once; the first is at {}", first.at),
            ),
            None if text.is_empty() => problems.lose(),
            None => texts.push(text),
        }
    }
    texts
}
