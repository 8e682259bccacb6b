//! Search conditions as they stand on the wire.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _},
};

use crate::{JsonObject, Value};

/// A search condition whose name has not been looked at yet.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Operand {
    /// The name of the condition.
    pub filter_name: String,
    /// Its value.
    pub filter_value: Value,
}

impl Operand {
    /// The value as the type that belongs to a known condition; `None` if it is something else, so
    /// that the condition is kept as it came.
    #[must_use]
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(&self.filter_value).ok()
    }
}

/// An object with both fields and no other: a derived reader would take a list, too.
impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = JsonObject::deserialize(deserializer)?;
        match (
            fields.remove("filter_name"),
            fields.remove("filter_value"),
            fields.is_empty(),
        ) {
            (Some(Value::String(filter_name)), Some(filter_value), true) => Ok(Self {
                filter_name,
                filter_value,
            }),
            _ => Err(D::Error::custom(
                "a condition has a `filter_name`, which is a string, a `filter_value`, and nothing else",
            )),
        }
    }
}
