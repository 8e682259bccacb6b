//! An OpenAPI file as a tree, from YAML or JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Reads `text`, JSON if it begins like JSON and YAML otherwise. `file` is its name in messages.
///
/// # Errors
/// A message with file, line and column if the text is neither, nests too deep, or has a key twice.
pub(super) fn parse(file: &str, text: &str) -> Result<Value, String> {
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
                format!(
                    "{file}:{}:{}: {message}",
                    error.line(),
                    error.column().max(1)
                )
            });
    }
    let options = serde_yaml::options! { strict_booleans: true };
    serde_yaml::from_str_with_options::<Tree>(text, options)
        .map(|tree| tree.0)
        .map_err(|error| {
            let (line, column) = error.location().map_or((1, 1), |location| {
                (location.line().max(1), location.column().max(1))
            });
            let message = error.without_snippet().to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            // The library's own words for it end in advice on its options.
            let message = match message.strip_prefix("duplicate mapping key: ") {
                Some(rest) => twice(rest.split(", ").next().unwrap_or_default()),
                None => message.to_owned(),
            };
            format!("{file}:{line}:{column}: {message}")
        })
}

fn twice(key: &str) -> String {
    format!("the key `{key}` stands twice")
}

/// A value whose maps have each key once; [`Value`] itself would keep the last.
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
