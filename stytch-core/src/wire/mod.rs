//! What generated types are read and written with.
//!
//! The API may leave out any value, or send `null`, without a call failing: lists, texts and flags
//! fall back to empty or false. Unknown fields are ignored. A value of the wrong type does fail, and
//! the error names its place in the body but repeats nothing of it.
//!
//! Generated code implements [`Object`] for each type that is received, [`Body`] for each that is
//! sent, and [`Page`] for each response that comes in pages. Apps need none of them.

mod decode;
mod fill;
mod operand;
mod problem;
mod receive;
mod send;
mod trail;

use std::fmt;

use serde::{Deserialize, Deserializer};

#[cfg(any(feature = "client", feature = "webhooks"))]
pub(crate) use decode::{decode, decode_into};
#[cfg(feature = "client")]
pub(crate) use fill::Fill;
pub use fill::read;
pub use operand::Operand;
pub(crate) use problem::{Problem, describe};
pub use receive::{List, Map, Object, Optional, Receive, Slot, Text};
pub use send::{Body, Fields, Item, Write, list, map, write};

/// A response that holds one page of results.
pub trait Page {
    /// One result.
    type Item;

    /// The mark of the next page; `None` or an empty text at the last one.
    fn next_cursor(&self) -> Option<&str>;

    /// The results of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// Reads a text. One function for all ids and enums, so that none of them brings its own.
///
/// # Errors
///
/// When the value is not a text.
#[doc(hidden)]
pub fn string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer)
}

/// Prints an id as `Name("text")`.
///
/// # Errors
///
/// When the formatter fails.
#[doc(hidden)]
pub fn debug_id(f: &mut fmt::Formatter<'_>, name: &str, id: &str) -> fmt::Result {
    f.debug_tuple(name).field(&id).finish()
}
