//! An OpenAPI file as a tree, from YAML or JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::load;

/// Reads `text`, JSON if it begins like JSON and YAML otherwise. `file` is its name in messages.
///
/// # Errors
/// Messages with file, line and column if the text is neither, nests too deep, or has a key twice.
pub(super) fn parse(file: &str, text: &str) -> Result<Value, Vec<String>> {
    // JSON has a parser of its own: YAML takes neither its tabs nor its escaped surrogates.
    if text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '['])
    {
        return serde_json::from_str::<Tree>(text.trim_start_matches('\u{feff}'))
            .map(|tree| tree.0)
            .map_err(|error| {
                let message = error.to_string();
                let message = message.split(" at line ").next().unwrap_or_default();
                let (line, column) = (error.line(), error.column().max(1));
                vec![format!("{file}:{line}:{column}: {message}")]
            });
    }
    load::value(file, text).map_err(|problems| {
        let problems = problems.iter();
        problems
            .map(|problem| {
                format!(
                    "{}: {}; expected {}",
                    problem.at, problem.found, problem.expected
                )
            })
            .collect()
    })
}

fn twice(key: &str) -> String {
    format!("the key `{key}` stands twice")
}

/// A JSON value whose maps have each key once; [`Value`] itself would keep the last.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyValue;

        impl<'de> Visitor<'de> for AnyValue {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree(Value::Null))
            }

            fn visit_none<E>(self) -> Result<Tree, E> {
                Ok(Tree(Value::Null))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree(Value::Bool(value)))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree(value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree(value.into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree(value.into()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
                Ok(Tree(Value::String(value.to_owned())))
            }

            fn visit_string<E>(self, value: String) -> Result<Tree, E> {
                Ok(Tree(Value::String(value)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
                let mut list = Vec::new();
                while let Some(Tree(item)) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree(Value::Array(list)))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
                let mut map = Map::new();
                while let Some(key) = entries.next_key::<String>()? {
                    if map.contains_key(&key) {
                        return Err(A::Error::custom(twice(&key)));
                    }
                    let Tree(value) = entries.next_value()?;
                    map.insert(key, value);
                }
                Ok(Tree(Value::Object(map)))
            }
        }

        deserializer.deserialize_any(AnyValue)
    }
}
