//! Search conditions as they stand on the wire.

use serde::{Deserialize, de::DeserializeOwned};

use crate::Value;

/// A search condition whose name has not been looked at yet.
#[doc(hidden)]
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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
