//! What can be read without a visitor for each type.
//!
//! A generated type says which of its fields a name stands for; [one visitor](super::fill) fills them
//! all. Nothing of it is generic over the type, so a crate with hundreds of types compiles as fast as
//! one with a few.

use std::{collections::BTreeMap, fmt};

use crate::{JsonObject, Timestamp, Value};

/// A type that is read from a JSON object. It starts as its default.
pub trait Object {
    /// The place of the field `name`; `None` for one that the type doesn't have.
    fn field(&mut self, name: &str) -> Option<Slot<'_>>;
}

/// A type that a field can have.
pub trait Receive {
    /// The place where the value goes.
    fn slot(&mut self) -> Slot<'_>;
}

/// The place of a value, by the kind of JSON that belongs there. `null` leaves it as it is.
#[derive(Debug)]
#[non_exhaustive]
pub enum Slot<'a> {
    /// A flag.
    Bool(&'a mut bool),
    /// A signed number.
    I32(&'a mut i32),
    /// An unsigned number.
    U32(&'a mut u32),
    /// A text.
    String(&'a mut String),
    /// Something made from a text.
    Text(&'a mut dyn Text),
    /// Any JSON.
    Json(&'a mut Value),
    /// A free-form object.
    JsonObject(&'a mut JsonObject),
    /// An object with known fields.
    Object(&'a mut dyn Object),
    /// A value that may be missing.
    Optional(&'a mut dyn Optional),
    /// A list; elements that are `null` are left out.
    List(&'a mut dyn List),
    /// An object with names that are data; values that are `null` are left out.
    Map(&'a mut dyn Map),
}

/// A type that is made from a text: ids, enums, secrets.
pub trait Text {
    /// Takes the text over.
    ///
    /// # Errors
    ///
    /// What was expected, when the text is not of the form that the type needs.
    fn set(&mut self, text: &str) -> Result<(), &'static str>;

    /// Whether there is no text.
    fn is_empty(&self) -> bool;
}

/// An `Option`.
pub trait Optional {
    /// The place inside, filled with the default.
    fn fill(&mut self) -> Slot<'_>;

    /// The place of the value, if there is one.
    fn get(&mut self) -> Option<Slot<'_>>;

    /// Makes it `None`.
    fn clear(&mut self);
}

/// A list that grows.
pub trait List {
    /// Whether there are no elements.
    fn is_empty(&self) -> bool;

    /// Removes all elements.
    fn clear(&mut self);

    /// The place of a new element.
    fn push(&mut self) -> Option<Slot<'_>>;

    /// Takes the last element back.
    fn pop(&mut self);

    /// Gives back the room for elements that did not come.
    fn shrink(&mut self);
}

/// A map that grows.
pub trait Map {
    /// Whether there are no entries.
    fn is_empty(&self) -> bool;

    /// Removes all entries.
    fn clear(&mut self);

    /// The place of the value of `key`.
    fn entry(&mut self, key: &str) -> Slot<'_>;

    /// Takes an entry back.
    fn remove(&mut self, key: &str);
}

/// Elements of more bytes get room for a few at once; `Vec` itself does so for smaller ones.
const LARGE: usize = 1024;

macro_rules! plain {
    ($($ty:ty => $slot:ident),+) => {$(
        impl Receive for $ty {
            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }
        }
    )+};
}

plain!(bool => Bool, i32 => I32, u32 => U32, String => String, Value => Json, JsonObject => JsonObject);

impl<T: Object> Receive for T {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }
}

impl<T: Receive + Default> Receive for Option<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }
}

impl<T: Receive + Default> Optional for Option<T> {
    fn fill(&mut self) -> Slot<'_> {
        self.insert(T::default()).slot()
    }

    fn get(&mut self) -> Option<Slot<'_>> {
        self.as_mut().map(Receive::slot)
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Receive + Default> Receive for Vec<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: Receive + Default> List for Vec<T> {
    fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    fn clear(&mut self) {
        Self::clear(self);
    }

    fn push(&mut self) -> Option<Slot<'_>> {
        if self.capacity() == 0 && size_of::<T>() > LARGE {
            // they would otherwise be moved at each of the first few steps
            self.reserve(8);
        }
        // made in its place: `push` would make a large element elsewhere and move it there
        self.resize_with(self.len() + 1, T::default);
        self.last_mut().map(Receive::slot)
    }

    fn pop(&mut self) {
        Self::pop(self);
    }

    fn shrink(&mut self) {
        self.shrink_to_fit();
    }
}

impl<T: Receive + Default> Receive for BTreeMap<String, T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Receive + Default> Map for BTreeMap<String, T> {
    fn is_empty(&self) -> bool {
        Self::is_empty(self)
    }

    fn clear(&mut self) {
        Self::clear(self);
    }

    fn entry(&mut self, key: &str) -> Slot<'_> {
        let value = Self::entry(self, key.to_owned()).or_default();
        // what comes twice is read anew
        *value = T::default();
        value.slot()
    }

    fn remove(&mut self, key: &str) {
        Self::remove(self, key);
    }
}

/// A point in time has no default that would be true, so it is received as an `Option`; an empty text
/// means that there is none.
impl Receive for Option<Timestamp> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl Text for Option<Timestamp> {
    fn set(&mut self, text: &str) -> Result<(), &'static str> {
        *self = match text {
            "" => None,
            text => Some(text.parse().map_err(|_| "an RFC 3339 timestamp")?),
        };
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

macro_rules! opaque_debug {
    ($($name:ident),+) => {$(
        impl fmt::Debug for dyn $name + '_ {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )+};
}

// A slot may hold a secret.
opaque_debug!(Text, Object, Optional, List, Map);

/// Gives generated types that are received their `Deserialize`.
#[doc(hidden)]
#[macro_export]
macro_rules! received {
    ($name:ident) => {
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let mut value = <Self as ::std::default::Default>::default();
                $crate::wire::read(&mut value, deserializer)?;
                ::std::result::Result::Ok(value)
            }
        }
    };
}
