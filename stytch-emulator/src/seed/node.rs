//! YAML (and so JSON) that knows where everything stands.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use serde_yaml::Spanned;

use crate::shape;

/// A place in a text, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) line: u64,
    pub(super) column: u64,
}

/// Deeper than any document, and far from what would be hard to read for a program.
const DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// A text, a number, a flag or nothing.
    Scalar(Value),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key of a map with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) at: At,
    pub(super) value: Node,
}

impl Node {
    /// Reads a document; a text that is none has one place at which that shows.
    pub(super) fn read(text: &str) -> Result<Self, (At, String)> {
        // Exports of large projects go in again; nothing in them is deep.
        let options = serde_yaml::options! {
            budget: serde_yaml::budget! {
                max_depth: DEPTH,
                flow_nesting_limit: DEPTH,
                max_nodes: usize::MAX,
                max_events: usize::MAX,
                max_total_scalar_bytes: usize::MAX,
                max_reader_input_bytes: None,
            },
        };
        match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
            Ok(raw) => Ok(Self::of(raw)),
            Err(error) => {
                let at = error.location().map_or(At { line: 1, column: 1 }, |at| At {
                    line: at.line(),
                    column: at.column(),
                });
                let message = error.without_snippet().to_string();
                let message = message.split(" at line ").next().unwrap_or_default();
                Err((at, message.to_owned()))
            }
        }
    }

    fn of(raw: Spanned<Raw>) -> Self {
        let at = place(&raw);
        let kind = match raw.value {
            Raw::Scalar(value) => Kind::Scalar(value),
            Raw::List(items) => Kind::List(items.into_iter().map(Self::of).collect()),
            Raw::Map(entries) => Kind::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| Entry {
                        at: place(&key),
                        key: key.value,
                        value: Self::of(value),
                    })
                    .collect(),
            ),
        };
        Self { at, kind }
    }

    pub(super) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Scalar(value) => value.clone(),
            Kind::List(items) => items.iter().map(Self::to_json).collect(),
            Kind::Map(entries) => {
                let entry = |entry: &Entry| (entry.key.clone(), entry.value.to_json());
                Value::Object(entries.iter().map(entry).collect::<Map<_, _>>())
            }
        }
    }

    /// Where the value at the end of a way stands, or the last one on the way that is there.
    pub(super) fn find(&self, way: &serde_path_to_error::Path) -> At {
        use serde_path_to_error::Segment;

        self.walk(way.iter().map(|step| match step {
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Map { key } => Some(Step::Field(key)),
            _ => None,
        }))
    }

    /// The same for a way into what the spec knows.
    pub(super) fn at_end_of(&self, way: &[shape::Step]) -> At {
        self.walk(way.iter().map(|step| match step {
            shape::Step::Item(number) => Some(Step::Item(*number)),
            shape::Step::Field(name) => Some(Step::Field(name)),
        }))
    }

    /// The items of a list under a key.
    pub(super) fn items_of(&self, key: &str) -> &[Self] {
        match self.entry(key).map(|entry| &entry.value.kind) {
            Some(Kind::List(items)) => items,
            _ => &[],
        }
    }

    fn walk<'s>(&self, way: impl Iterator<Item = Option<Step<'s>>>) -> At {
        let mut node = self;
        for step in way {
            let next = match (step, &node.kind) {
                (Some(Step::Item(index)), Kind::List(items)) => items.get(index),
                (Some(Step::Field(key)), _) => node.entry(key).map(|entry| &entry.value),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node.at
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }
}

/// One step of a way into a document.
enum Step<'s> {
    Item(usize),
    Field(&'s str),
}

fn place<T>(spanned: &Spanned<T>) -> At {
    At {
        line: spanned.referenced.line().max(1),
        column: spanned.referenced.column().max(1),
    }
}

/// A value as the YAML library hands it over.
enum Raw {
    Scalar(Value),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Null))
            }

            fn visit_none<E>(self) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Null))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Scalar(value.into()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Scalar(value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
                Ok(Raw::Scalar(value.into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
                Ok(Raw::Scalar(value.into()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
                Ok(Raw::Scalar(value.into()))
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

        deserializer.deserialize_any(Any)
    }
}
