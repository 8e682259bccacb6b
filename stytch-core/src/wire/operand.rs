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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_condition_is_an_object_with_two_fields() {
        let good = json!({"filter_name": "status", "filter_value": ["active"]});
        let operand = Operand::deserialize(good).unwrap();
        assert_eq!(operand.filter_name, "status");
        assert_eq!(operand.value::<Vec<String>>().unwrap(), ["active"]);
        assert_eq!(operand.value::<Vec<u8>>(), None);
        for odd in [
            json!(["status", ["active"]]),
            json!({"filter_name": "status"}),
            json!({"filter_value": 1}),
            json!({"filter_name": 1, "filter_value": 1}),
            json!({"filter_name": "a", "filter_value": 1, "more": 1}),
        ] {
            assert!(Operand::deserialize(&odd).is_err(), "{odd}");
        }
    }
}
