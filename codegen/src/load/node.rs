//! YAML as a tree that knows its places.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};

use super::words;
use crate::problem::{At, Problems};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) at: At,
    /// Whether it stands elsewhere, and is named here.
    alias: bool,
}

/// The kinds of value that YAML has.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Null,
    /// A flag or a number, as it would be written.
    Scalar(&'static str, String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Text, Node)>),
}

/// A text and where it stands.
#[derive(Clone, Debug, Hash)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where it stands.
    pub at: At,
}

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

impl Node {
    /// What the node is, for messages.
    pub(super) fn kind(&self) -> String {
        match &self.value {
            Value::Null => "nothing".to_owned(),
            Value::Scalar(kind, text) => format!("the {kind} `{text}`"),
            Value::Text(text) if text.trim().is_empty() => "an empty text".to_owned(),
            Value::Text(text) if text.len() <= 40 => format!("the text `{text}`"),
            Value::Text(_) => "a text".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        }
    }
}

/// Reads a file of the spec, which must hold something.
pub(super) fn parse(file: &Arc<str>, text: &str, problems: &mut Problems) -> Option<Node> {
    let node = document(file, text, problems)?;
    refuse_aliases(&node, problems);
    refuse_hidden(&node, problems);
    refuse_tags(&node, &text.lines().collect::<Vec<_>>(), problems);
    top(file, node, problems)
}

/// Reads one YAML document. A syntax error is the only problem that such a file has, because nothing
/// after it can be trusted.
pub(super) fn document(file: &Arc<str>, text: &str, problems: &mut Problems) -> Option<Node> {
    // Not part of the format, and of no use to anyone who reads the file.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = |duplicate_keys| {
        serde_yaml::options! {
            budget: serde_yaml::budget! { max_depth: DEPTH, flow_nesting_limit: DEPTH },
            duplicate_keys: duplicate_keys,
            merge_keys: MergeKeyPolicy::Error,
            strict_booleans: true,
        }
    };
    let error = match serde_yaml::from_str_with_options(text, options(DuplicateKeyPolicy::Error)) {
        Ok(raw) => return Some(place(file, raw, problems)),
        Err(error) => error,
    };
    // A file with a key that stands twice is read once more, so that all such keys and whatever else
    // is wrong come up together.
    let before = problems.iter().count();
    if let Ok(raw) = serde_yaml::from_str_with_options(text, options(DuplicateKeyPolicy::LastWins))
    {
        let node = place(file, raw, problems);
        if problems.iter().count() != before {
            return Some(node);
        }
    }
    let (line, column) = error
        .location()
        .map_or((1, 1), |location| (location.line(), location.column()));
    let message = error.without_snippet().to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let (found, expected) = words::explain(message, text, line);
    problems.push(&inside(file, text, line, column), found, expected);
    None
}

/// A position in the text: what is wrong at its end is wrong behind its last line, and what is wrong
/// behind a line is wrong at its end.
fn inside(file: &Arc<str>, text: &str, line: u64, column: u64) -> At {
    let text = text.trim_end();
    let last = text.split('\n').count() as u64;
    let (line, column) = if line > last {
        (last, u64::MAX)
    } else {
        (line.max(1), column.max(1))
    };
    let width = text
        .split('\n')
        .nth(line as usize - 1)
        .map_or(0, |line| line.chars().count() as u64);
    At {
        file: file.clone(),
        line,
        column: column.min(width + 1),
    }
}

fn refuse_aliases(node: &Node, problems: &mut Problems) {
    if node.alias {
        problems.push(
            &node.at,
            "an alias",
            "the value itself: each file says what it means at the place where it says it",
        );
    }
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| refuse_aliases(item, problems)),
        Value::Map(entries) => entries
            .iter()
            .for_each(|(_, value)| refuse_aliases(value, problems)),
        _ => {}
    }
}

/// Refuses keys with letters that nobody sees; texts are looked at where they are taken.
fn refuse_hidden(node: &Node, problems: &mut Problems) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| refuse_hidden(item, problems)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if let Some(letter) = key.chars().find(|letter| is_hidden(*letter)) {
                    problems.push(
                        &key.at,
                        format!("the control character {} in a key", letter.escape_unicode()),
                        "a key that can be printed",
                    );
                }
                refuse_hidden(value, problems);
            }
        }
        _ => {}
    }
}

/// Refuses tags, which the library passes over: a mark that stands in front of a text is one.
fn refuse_tags(node: &Node, lines: &[&str], problems: &mut Problems) {
    let line = lines.get((node.at.line as usize).saturating_sub(1));
    let line = line.copied().unwrap_or_default();
    let before = line
        .char_indices()
        .nth((node.at.column as usize).saturating_sub(1));
    let before = line.get(..before.map_or(line.len(), |(place, _)| place));
    let tag = before.and_then(|before| before.trim_end().rsplit(' ').next());
    let tag = tag.filter(|_| !matches!(node.value, Value::Null));
    if let Some(tag) = tag.filter(|tag| tag.starts_with('!')) {
        problems.push(
            &node.at,
            format!("`{tag}` in front of a value, which is a tag of YAML's and would be lost"),
            "a mark right behind the type, or quotes around a text that begins with `!`",
        );
    }
    match &node.value {
        Value::List(items) => items
            .iter()
            .for_each(|item| refuse_tags(item, lines, problems)),
        Value::Map(entries) => entries
            .iter()
            .for_each(|(_, value)| refuse_tags(value, lines, problems)),
        _ => {}
    }
}

/// Whether nobody sees the letter: it steers the terminal, the direction of writing or the width of what
/// stands beside it. The compiler refuses some of them in comments.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The value of a whole file.
fn top(file: &Arc<str>, node: Node, problems: &mut Problems) -> Option<Node> {
    if matches!(node.value, Value::Null) {
        let at = At {
            file: file.clone(),
            line: 1,
            column: 1,
        };
        problems.push(
            &at,
            "an empty file",
            "a resource or a vocabulary, as the README shows it",
        );
        return None;
    }
    Some(node)
}

/// Far deeper than any spec, and far from what would be hard to read for a program.
const DEPTH: usize = 32;

fn place(file: &Arc<str>, raw: Spanned<Raw>, problems: &mut Problems) -> Node {
    let at = locate(file, &raw);
    let alias = raw.referenced != raw.defined;
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Scalar(kind, text) => Value::Scalar(kind, text),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| place(file, item, problems))
                .collect(),
        ),
        Raw::Map(entries) => Value::Map(keys(file, entries, problems)),
    };
    Node { value, at, alias }
}

/// The entries of a map, each key once.
fn keys(
    file: &Arc<str>,
    entries: Vec<(Spanned<String>, Spanned<Raw>)>,
    problems: &mut Problems,
) -> Vec<(Text, Node)> {
    let mut kept: Vec<(Text, Node)> = Vec::new();
    for (key, value) in entries {
        let at = locate(file, &key);
        let value = place(file, value, problems);
        match kept.iter().find(|(first, _)| first.value == key.value) {
            Some((first, _)) => problems.push(
                &at,
                format!("the key `{}` for the second time", key.value),
                format!("each key once; the first is at {}", first.at),
            ),
            None => kept.push((
                Text {
                    value: key.value,
                    at,
                },
                value,
            )),
        }
    }
    kept
}

fn locate<T>(file: &Arc<str>, spanned: &Spanned<T>) -> At {
    let location = spanned.referenced;
    At {
        file: file.clone(),
        line: location.line().max(1),
        column: location.column().max(1),
    }
}

/// A node as the YAML library hands it over.
enum Raw {
    Null,
    Scalar(&'static str, String),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyNode;

        impl<'de> Visitor<'de> for AnyNode {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a YAML value")
            }

            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_none<E>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Scalar("flag", value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Scalar("number", value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
                Ok(Raw::Scalar("number", value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
                Ok(Raw::Scalar("number", value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
                Ok(Raw::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Raw::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
                let mut map = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    map.push(entry);
                }
                Ok(Raw::Map(map))
            }
        }

        deserializer.deserialize_any(AnyNode)
    }
}
