//! Reading what the API sends, without a visitor for each type.
//!
//! A generated type says which of its fields a name stands for; one visitor fills them all. Nothing
//! of it is generic over the type, so a crate with hundreds of types compiles as fast as one with a
//! few.

use std::{borrow::Cow, cell::Cell, collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor},
};

use super::trail;
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
        Self::entry(self, key.to_owned())
            .insert_entry(T::default())
            .into_mut()
            .slot()
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

/// Reads a JSON object into `object`.
///
/// # Errors
///
/// When the value is not a JSON object, or a field is of the wrong type.
pub fn read<'de, D: Deserializer<'de>>(
    object: &mut dyn Object,
    deserializer: D,
) -> Result<(), D::Error> {
    if deserializer.deserialize_any(Fill::strictly(Slot::Object(object)))? {
        return Ok(());
    }
    Err(D::Error::invalid_type(Unexpected::Unit, &"an object"))
}

/// Fills a slot, and says whether there was a value at all.
pub(crate) struct Fill<'a> {
    slot: Slot<'a>,
    misfits: Misfits<'a>,
}

/// What becomes of values of the wrong type: a failure, or, where there is a mark to set, as good as
/// `null`.
#[derive(Clone, Copy)]
struct Misfits<'a>(Option<&'a Cell<bool>>);

impl<'a> Fill<'a> {
    /// A value of the wrong type is a failure.
    pub(crate) fn strictly(slot: Slot<'a>) -> Self {
        let misfits = Misfits(None);
        Self { slot, misfits }
    }

    /// A value of the wrong type is left out, wherever in the slot it belongs, and noted.
    pub(crate) fn leniently(slot: Slot<'a>, misfits: &'a Cell<bool>) -> Self {
        let misfits = Misfits(Some(misfits));
        Self { slot, misfits }
    }

    fn number<E: serde::de::Error>(
        self,
        number: Option<i64>,
        found: Unexpected<'_>,
    ) -> Result<bool, E> {
        let fits = match self.slot {
            Slot::Optional(optional) => {
                return self
                    .misfits
                    .within(optional, |fill| fill.number(number, found));
            }
            Slot::I32(slot) => number
                .and_then(|number| number.try_into().ok())
                .map(|number| *slot = number),
            Slot::U32(slot) => number
                .and_then(|number| number.try_into().ok())
                .map(|number| *slot = number),
            Slot::Json(slot) => number.map(|number| *slot = Value::from(number)),
            slot => {
                return self
                    .misfits
                    .add(|| E::invalid_type(found, &slot.expected()));
            }
        };
        match fits {
            Some(()) => Ok(true),
            None => self
                .misfits
                .add(|| E::invalid_value(found, &"a number of 32 bits")),
        }
    }
}

impl Misfits<'_> {
    /// Leaves a value out, or fails.
    fn add<E>(self, error: impl FnOnce() -> E) -> Result<bool, E> {
        match self.0 {
            Some(mark) => {
                mark.set(true);
                Ok(false)
            }
            None => Err(error()),
        }
    }

    /// Fills what is in an `Option`, and empties it again if nothing came.
    fn within<E>(
        self,
        optional: &mut dyn Optional,
        fill: impl FnOnce(Fill<'_>) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let slot = optional.fill();
        let outcome = fill(Fill {
            slot,
            misfits: self,
        });
        if matches!(outcome, Ok(false)) {
            optional.clear();
        }
        outcome
    }
}

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.slot.inner_json() {
            Ok(json) => {
                *json = Value::deserialize(deserializer)?;
                Ok(!json.is_null())
            }
            Err(slot) => deserializer.deserialize_any(Fill { slot, ..self }),
        }
    }
}

impl<'a> Slot<'a> {
    /// The place of any JSON, which `serde_json` reads best by itself.
    fn inner_json(self) -> Result<&'a mut Value, Self> {
        match self {
            Slot::Json(json) => Ok(json),
            other => Err(other),
        }
    }

    fn expected(&self) -> &'static str {
        match self {
            Slot::Bool(_) => "a boolean",
            Slot::I32(_) | Slot::U32(_) => "a whole number",
            Slot::String(_) | Slot::Text(_) => "a string",
            Slot::List(_) => "a list",
            Slot::JsonObject(_) | Slot::Object(_) | Slot::Map(_) => "an object",
            Slot::Json(_) | Slot::Optional(_) => "any value",
        }
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        match self.slot {
            Slot::Optional(optional) => optional.clear(),
            Slot::List(list) => list.clear(),
            _ => {}
        }
        Ok(false)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<bool, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<bool, E> {
        match self.slot {
            Slot::Optional(optional) => {
                self.misfits.within(optional, |fill| fill.visit_bool(value))
            }
            Slot::Bool(slot) => filled(slot, value),
            Slot::Json(slot) => filled(slot, Value::from(value)),
            slot => self
                .misfits
                .add(|| E::invalid_type(Unexpected::Bool(value), &slot.expected())),
        }
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<bool, E> {
        self.number(Some(value), Unexpected::Signed(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<bool, E> {
        self.number(value.try_into().ok(), Unexpected::Unsigned(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<bool, E> {
        match self.slot {
            Slot::Optional(optional) => self.misfits.within(optional, |fill| fill.visit_f64(value)),
            Slot::Json(slot) => filled(slot, Value::from(value)),
            slot => self
                .misfits
                .add(|| E::invalid_type(Unexpected::Float(value), &slot.expected())),
        }
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<bool, E> {
        // The value itself stays out of the error.
        let found = Unexpected::Str("");
        match self.slot {
            Slot::Optional(optional) => self.misfits.within(optional, |fill| fill.visit_str(value)),
            Slot::String(slot) => {
                value.clone_into(slot);
                Ok(true)
            }
            Slot::Text(slot) => match slot.set(value) {
                Ok(()) => Ok(true),
                Err(expected) => self.misfits.add(|| E::invalid_value(found, &expected)),
            },
            Slot::Json(slot) => filled(slot, Value::from(value)),
            slot => self
                .misfits
                .add(|| E::invalid_type(found, &slot.expected())),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<bool, A::Error> {
        let misfits = self.misfits;
        let list = match self.slot {
            Slot::Optional(optional) => {
                return misfits.within(optional, |fill| fill.visit_seq(elements));
            }
            Slot::List(list) => list,
            slot => {
                misfits.add(|| A::Error::invalid_type(Unexpected::Seq, &slot.expected()))?;
                while elements.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(false);
            }
        };
        list.clear();
        let mut index = 0;
        loop {
            match elements.next_element_seed(Element { list, misfits }) {
                Ok(Some(())) => index += 1,
                Ok(None) => return Ok(true),
                Err(error) => {
                    trail::element(index);
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<bool, A::Error> {
        let misfits = self.misfits;
        match self.slot {
            Slot::Optional(optional) => {
                return misfits.within(optional, |fill| fill.visit_map(entries));
            }
            Slot::Object(object) => {
                while let Some(Key(name)) = entries.next_key()? {
                    let outcome = match object.field(&name) {
                        Some(slot) => entries.next_value_seed(Fill { slot, misfits }).map(|_| ()),
                        None => entries.next_value::<IgnoredAny>().map(|_| ()),
                    };
                    if let Err(error) = outcome {
                        trail::field(&name);
                        return Err(error);
                    }
                }
            }
            Slot::JsonObject(object) => {
                object.clear();
                while let Some((key, value)) = entries.next_entry()? {
                    object.insert(key, value);
                }
            }
            Slot::Map(map) => {
                map.clear();
                while let Some(Key(key)) = entries.next_key()? {
                    let slot = map.entry(&key);
                    match entries.next_value_seed(Fill { slot, misfits }) {
                        Ok(true) => {}
                        Ok(false) => map.remove(&key),
                        Err(error) => {
                            // The key is data, as the value is.
                            trail::entry();
                            return Err(error);
                        }
                    }
                }
            }
            slot => {
                misfits.add(|| A::Error::invalid_type(Unexpected::Map, &slot.expected()))?;
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn filled<T, E>(slot: &mut T, value: T) -> Result<bool, E> {
    *slot = value;
    Ok(true)
}

/// Adds one element to a list, unless it is `null`.
struct Element<'a> {
    list: &'a mut dyn List,
    misfits: Misfits<'a>,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let misfits = self.misfits;
        let slot = self.list.push();
        let slot = slot.ok_or_else(|| D::Error::custom("no place for an element"))?;
        if !(Fill { slot, misfits }).deserialize(deserializer)? {
            self.list.pop();
        }
        Ok(())
    }
}

/// The name of a field, borrowed from the body where that is possible.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(name)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(name.to_owned())))
    }

    fn visit_string<E>(self, name: String) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(name)))
    }
}

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
