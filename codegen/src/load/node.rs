//! YAML as a tree that knows its places.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::problem::{At, Problems};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) at: At,
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
#[derive(Clone, Debug)]
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
            Value::Text(text) if text.len() <= 40 => format!("the text `{text}`"),
            Value::Text(_) => "a text".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        }
    }
}

/// Reads one YAML document. A syntax error or a key that stands twice is the only problem that such
/// a file has, because nothing after it can be trusted.
pub(super) fn parse(file: &Arc<str>, text: &str, problems: &mut Problems) -> Option<Node> {
    match serde_yaml::from_str::<Spanned<Raw>>(text) {
        Ok(raw) => Some(place(file, raw)),
        Err(error) => {
            let (line, column) =
                error.location().map_or((1, 1), |location| (location.line(), location.column()));
            let at = At { file: file.clone(), line, column };
            let message = error.without_snippet().to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            match message.strip_prefix("duplicate mapping key: ") {
                Some(rest) => {
                    let key = rest.split(", ").next().unwrap_or_default();
                    problems.push(&at, format!("the key `{key}` for the second time"), "each key once");
                }
                None => problems.push(&at, message, "valid YAML"),
            }
            None
        }
    }
}

fn place(file: &Arc<str>, raw: Spanned<Raw>) -> Node {
    let at = locate(file, &raw);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Scalar(kind, text) => Value::Scalar(kind, text),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(items.into_iter().map(|item| place(file, item)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let at = locate(file, &key);
                    (Text { value: key.value, at }, place(file, value))
                })
                .collect(),
        ),
    };
    Node { value, at }
}

fn locate<T>(file: &Arc<str>, spanned: &Spanned<T>) -> At {
    let location = spanned.referenced;
    At { file: file.clone(), line: location.line(), column: location.column() }
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
