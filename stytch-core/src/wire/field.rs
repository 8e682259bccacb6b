//! Reading objects field by field, without a derived visitor for each type.

use std::{borrow::Cow, collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::trail;
use crate::{JsonObject, Timestamp, Value, timestamp};

/// A type that is read from a JSON object. It starts as its default and is told each field.
pub trait Object: Default {
    /// Takes the field `name` of the JSON object, or [skips](Field::skip) it.
    ///
    /// # Errors
    ///
    /// When the value is of the wrong type.
    fn field<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: Field<'_, A>,
    ) -> Result<(), A::Error>;
}

/// The value of a field, yet to be read. It must be read or skipped.
#[must_use]
#[derive(Debug)]
pub struct Field<'a, A>(&'a mut A);

impl<'de, A: MapAccess<'de>> Field<'_, A> {
    /// Reads a value of any type. `null` leaves the slot as it is.
    ///
    /// # Errors
    ///
    /// When the value is of the wrong type.
    pub fn read<T: Deserialize<'de>>(self, slot: &mut T) -> Result<(), A::Error> {
        if let Some(value) = self.0.next_value()? {
            *slot = value;
        }
        Ok(())
    }

    /// Reads a list. `null` is an empty list; elements that are `null` are left out.
    ///
    /// # Errors
    ///
    /// When the value is not a list, or an element is of the wrong type.
    pub fn list<T: Deserialize<'de>>(self, slot: &mut Vec<T>) -> Result<(), A::Error> {
        slot.clear();
        self.0.next_value_seed(List(slot))
    }

    /// Reads a map with text keys. `null` is an empty map. Values that are `null` are left out of
    /// typed maps and kept in a [`JsonObject`].
    ///
    /// # Errors
    ///
    /// When the value is not an object, or one of its values is of the wrong type.
    pub fn map<M: Entries<'de>>(self, slot: &mut M) -> Result<(), A::Error> {
        *slot = M::default();
        self.0.next_value_seed(Map(slot))
    }

    /// Reads a point in time. `null` and the empty text mean that there is none.
    ///
    /// # Errors
    ///
    /// When the value is not a time in the form of RFC 3339.
    pub fn timestamp(self, slot: &mut Option<Timestamp>) -> Result<(), A::Error> {
        *slot = self.0.next_value_seed(Time)?;
        Ok(())
    }

    /// Passes over a field that the type doesn't have.
    ///
    /// # Errors
    ///
    /// When the body breaks off.
    pub fn skip(self) -> Result<(), A::Error> {
        self.0.next_value::<IgnoredAny>().map(|_| ())
    }
}

/// Reads an [`Object`].
///
/// # Errors
///
/// When the value is not a JSON object, or a field is of the wrong type.
pub fn object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::default();
        while let Some(Key(name)) = map.next_key()? {
            if let Err(error) = object.field(&name, Field(&mut map)) {
                trail::field(&name);
                return Err(error);
            }
        }
        Ok(object)
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

/// What [`Field::map`] can fill.
pub trait Entries<'de>: Default {
    /// The type of the values.
    type Value: Deserialize<'de>;

    /// Takes an entry; `None` stands for `null`.
    fn put(&mut self, key: String, value: Option<Self::Value>);
}

impl<'de, T: Deserialize<'de>> Entries<'de> for BTreeMap<String, T> {
    type Value = T;

    fn put(&mut self, key: String, value: Option<T>) {
        if let Some(value) = value {
            self.insert(key, value);
        }
    }
}

impl Entries<'_> for JsonObject {
    type Value = Value;

    fn put(&mut self, key: String, value: Option<Value>) {
        self.insert(key, value.unwrap_or_default());
    }
}

struct List<'a, T>(&'a mut Vec<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for List<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            match list.next_element::<Option<T>>() {
                Ok(Some(Some(value))) => self.0.push(value),
                Ok(Some(None)) => {}
                Ok(None) => return Ok(()),
                Err(error) => {
                    trail::element(index);
                    return Err(error);
                }
            }
            index += 1;
        }
    }
}

struct Map<'a, M>(&'a mut M);

impl<'de, M: Entries<'de>> DeserializeSeed<'de> for Map<'_, M> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, M: Entries<'de>> Visitor<'de> for Map<'_, M> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            match map.next_value() {
                Ok(value) => self.0.put(key, value),
                Err(error) => {
                    // the key is data, as the value is
                    trail::entry();
                    return Err(error);
                }
            }
        }
        Ok(())
    }
}

struct Time;

impl<'de> DeserializeSeed<'de> for Time {
    type Value = Option<Timestamp>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Time {
    type Value = Option<Timestamp>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an RFC 3339 timestamp")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(timestamp::Visitor)
    }
}
