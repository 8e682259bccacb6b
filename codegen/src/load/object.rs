//! Reading a YAML map key by key, so that no key goes unnoticed.

use super::node::{Node, Text, Value, is_hidden};
use crate::format::{Kind, Shape, keys};
use crate::problem::{At, Problems, nearest};

/// A map whose keys the format knows; they are taken one by one.
pub(super) struct Object {
    shape: &'static Shape,
    entries: Vec<(Text, Node)>,
    /// Keys that were taken for the one they resemble.
    misspelled: Vec<Text>,
    /// The keys that were there.
    taken: Vec<&'static str>,
    pub(super) at: At,
}

impl Object {
    /// The map in `node`; `None`, with a problem, if it is something else.
    pub(super) fn new(node: Node, shape: &'static Shape, problems: &mut Problems) -> Option<Self> {
        let at = node.at.clone();
        Some(Self {
            shape,
            entries: entries(node, shape.what, problems)?,
            misspelled: Vec::new(),
            taken: Vec::new(),
            at,
        })
    }

    /// Takes the value of a key. A key that resembles it is taken in its place and reported at the
    /// end, so that one slip stays one problem. A key that has to be there is reported here if it is
    /// not, and only here.
    pub(super) fn take(&mut self, key: &str, problems: &mut Problems) -> Option<Node> {
        let key = self.shape.key(key)?;
        let mut entries = self.entries.iter();
        if let Some(index) = entries.position(|(name, _)| name.value == key.name) {
            self.taken.push(key.name);
            return Some(self.entries.remove(index).1);
        }
        // A key of the format is no slip for another.
        let slip = self.entries.iter().position(|(name, _)| {
            !keys().any(|known| known == name.value)
                && (foreign(name) == Some(key.name) || nearest(name, [key.name]).is_some())
        });
        if let Some(index) = slip {
            let (name, node) = self.entries.remove(index);
            self.misspelled.push(name);
            self.taken.push(key.name);
            return Some(node);
        }
        if key.required {
            problems.push(
                &self.at,
                format!("{} without `{}`", self.shape.what, key.name),
                key.missing(),
            );
        }
        None
    }

    /// Counts a key as taken whose value stood elsewhere, which has been reported.
    pub(super) fn stands_elsewhere(&mut self, key: &'static str) {
        self.taken.push(key);
    }

    /// Takes a text.
    pub(super) fn text(&mut self, key: &str, problems: &mut Problems) -> Option<Text> {
        let node = self.take(key, problems)?;
        Some(text(node, &format!("`{key}`"), problems))
    }

    /// Takes a text that must be there. It is empty if it is not.
    pub(super) fn required(&mut self, key: &str, problems: &mut Problems) -> Text {
        self.text(key, problems).unwrap_or_else(|| Text {
            value: String::new(),
            at: self.at.clone(),
        })
    }

    /// Whether the one word stands there that the key can have.
    pub(super) fn word(&mut self, key: &str, problems: &mut Problems) -> bool {
        let Some(Kind::Word(word)) = self.shape.key(key).map(|key| key.kind) else {
            return false;
        };
        let Some(text) = self.text(key, problems) else {
            return false;
        };
        let known = text.value == word;
        if !known && !text.is_empty() {
            problems.push_name(
                &text.at,
                format!("`{}` for `{key}`", text.value),
                format!("`{word}`, or no `{key}` at all"),
                &text,
                [word],
            );
        }
        known
    }

    /// Takes a list of texts, which has one at least; a single text counts as a list of one. `None` if
    /// the key is not there.
    pub(super) fn texts(&mut self, key: &str, problems: &mut Problems) -> Option<Vec<Text>> {
        let kind = self.shape.key(key)?;
        let node = self.take(key, problems)?;
        let lacks = match kind.kind {
            Kind::Texts(what) => what.to_owned(),
            _ => kind.missing(),
        };
        Some(texts(node, &format!("`{key}`"), &lacks, problems))
    }

    /// Takes a map from names to something.
    pub(super) fn entries(&mut self, key: &str, problems: &mut Problems) -> Vec<(Text, Node)> {
        let Some(node) = self.take(key, problems) else {
            return Vec::new();
        };
        let what = format!("`{key}`");
        let kind = self.shape.key(key).map(|key| key.kind);
        if matches!(kind, Some(Kind::SomeMap(..) | Kind::Conditions)) {
            some_entries(node, &what, problems)
        } else {
            entries(node, &what, problems)
        }
        .unwrap_or_default()
    }

    /// Reports the keys that nobody took, and those of which there are too many or too few.
    pub(super) fn finish(self, problems: &mut Problems) {
        self.check_choice(problems);
        let known = || self.shape.keys().map(|key| key.name);
        for key in self
            .misspelled
            .iter()
            .chain(self.entries.iter().map(|(key, _)| key))
        {
            let list = known().map(|key| format!("`{key}`")).collect::<Vec<_>>();
            let foreign = foreign(key).filter(|meant| known().any(|known| known == *meant));
            problems.push_name(
                &key.at,
                format!("unknown key `{}` in {}", key.value, self.shape.what),
                format!("one of {}", list.join(", ")),
                foreign.unwrap_or(key),
                known(),
            );
        }
    }
}

/// What the spec calls a key that has another name in other formats.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "description" | "summary" | "doc" | "title" | "comment" => "docs",
        "parameters" | "params" | "body" | "arguments" | "requestBody" => "request",
        "responses" | "returns" | "result" | "answer" => "response",
        "properties" => "fields",
        "variants" => "values",
        _ => return None,
    })
}

impl Object {
    /// Of the groups of keys from which one has to be chosen, exactly one has to be there.
    fn check_choice(&self, problems: &mut Problems) {
        let groups = self.shape.either;
        let quoted = |keys: &[&str], word: &str| {
            let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
            keys.join(word)
        };
        let choice = |word: &str| {
            let groups: Vec<_> = groups.iter().map(|group| quoted(group, word)).collect();
            groups.join(", or ")
        };
        let is_there = |key: &&&str| self.taken.contains(*key);
        let there: Vec<&str> = groups
            .iter()
            .filter_map(|group| group.iter().find(is_there).copied())
            .collect();
        let what = self.shape.what;
        match there.as_slice() {
            [] if !groups.is_empty() => problems.push(
                &self.at,
                format!("{what} without any of {}", quoted(&groups.concat(), ", ")),
                choice(" and "),
            ),
            [_, _, ..] => problems.push(
                &self.at,
                format!("{} in {what}", quoted(&there, " together with ")),
                format!("either {}", choice(" and ")),
            ),
            _ => {}
        }
    }
}

/// All entries of the map in `node`; `None`, with a problem, if it is something else.
pub(super) fn entries(
    node: Node,
    what: &str,
    problems: &mut Problems,
) -> Option<Vec<(Text, Node)>> {
    match node.value {
        Value::Map(entries) => Some(entries),
        _ => {
            problems.lose(&node.at.file);
            problems.push(&node.at, format!("{} for {what}", node.kind()), "a map");
            None
        }
    }
}

/// The same, with a problem if there are none.
pub(super) fn some_entries(
    node: Node,
    what: &str,
    problems: &mut Problems,
) -> Option<Vec<(Text, Node)>> {
    let at = node.at.clone();
    let entries = entries(node, what, problems)?;
    if entries.is_empty() {
        let found = format!("an empty map for {what}");
        problems.push(&at, found, "at least one entry");
    }
    Some(entries)
}

/// The text in `node`; empty, with a problem, if there is something else.
pub(super) fn text(node: Node, what: &str, problems: &mut Problems) -> Text {
    match node.value {
        Value::Text(value) if !value.trim().is_empty() => {
            let control = value
                .chars()
                .find(|letter| is_hidden(*letter) && !"\n\t".contains(*letter));
            if let Some(control) = control {
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
            if !problems.is_reported(&node.at) {
                problems.push(
                    &node.at,
                    format!("{} for {what}", node.kind()),
                    "a text; quote it if need be",
                );
            }
            Text {
                value: String::new(),
                at: node.at,
            }
        }
    }
}

/// The texts in `node`, a list or a single text: each once. `lacks` says what an empty list lacks.
pub(super) fn texts(node: Node, what: &str, lacks: &str, problems: &mut Problems) -> Vec<Text> {
    if matches!(node.value, Value::Map(_)) {
        let found = format!("a map for {what}");
        problems.push(&node.at, found, "a text, or a list of texts");
        return Vec::new();
    }
    let Value::List(items) = node.value else {
        return Some(text(node, what, problems))
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect();
    };
    if items.is_empty() {
        problems.push(&node.at, format!("an empty list for {what}"), lacks);
    }
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
            None if text.is_empty() => problems.lose(&text.at.file),
            None => texts.push(text),
        }
    }
    texts
}
