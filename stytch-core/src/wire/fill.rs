//! One visitor for every kind of slot.

use std::{borrow::Cow, cell::Cell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor},
};

use super::{
    receive::{List, Object, Slot},
    trail,
};
use crate::Value;

/// Reads a JSON object into `object`.
///
/// # Errors
///
/// When the value is not a JSON object, or a field is of the wrong type.
pub fn read<'de, D: Deserializer<'de>>(
    object: &mut dyn Object,
    deserializer: D,
) -> Result<(), D::Error> {
    if Fill::strictly(Slot::Object(object)).deserialize(deserializer)? {
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

    fn number<E: Error>(self, number: Option<i64>, found: Unexpected<'_>) -> Result<bool, E> {
        let fits = match self.slot {
            Slot::I32(slot) => number
                .and_then(|number| number.try_into().ok())
                .map(|number| *slot = number),
            Slot::U32(slot) => number
                .and_then(|number| number.try_into().ok())
                .map(|number| *slot = number),
            _ => return self.misfit(found),
        };
        match fits {
            Some(()) => Ok(true),
            None => self
                .misfits
                .add(|| E::invalid_value(found, &"a number of 32 bits")),
        }
    }

    /// The value is of the wrong type.
    fn misfit<E: Error>(self, found: Unexpected<'_>) -> Result<bool, E> {
        let expected = match self.slot {
            Slot::Bool(_) => "a boolean",
            Slot::I32(_) | Slot::U32(_) => "a whole number",
            Slot::String(_) | Slot::Text(_) => "a string",
            Slot::List(_) => "a list",
            Slot::JsonObject(_) | Slot::Object(_) | Slot::Map(_) => "an object",
            Slot::Json(_) | Slot::Optional(_) => "any value",
        };
        self.misfits.add(|| E::invalid_type(found, &expected))
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
}

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let misfits = self.misfits;
        match self.slot {
            // serde_json reads it best by itself
            Slot::Json(json) => {
                *json = Value::deserialize(deserializer)?;
                Ok(!json.is_null())
            }
            Slot::Optional(optional) => {
                let slot = optional.fill();
                let came = Fill { slot, misfits }.deserialize(deserializer)?;
                if !came {
                    optional.clear();
                }
                Ok(came)
            }
            slot => deserializer.deserialize_any(Fill { slot, misfits }),
        }
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        if let Slot::List(list) = self.slot {
            list.clear();
        }
        Ok(false)
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        match self.slot {
            Slot::Bool(slot) => {
                *slot = value;
                Ok(true)
            }
            _ => self.misfit(Unexpected::Bool(value)),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<bool, E> {
        self.number(Some(value), Unexpected::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<bool, E> {
        self.number(value.try_into().ok(), Unexpected::Unsigned(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<bool, E> {
        self.misfit(Unexpected::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<bool, E> {
        // the value itself stays out of the error
        let found = Unexpected::Str("");
        match self.slot {
            Slot::String(slot) => {
                value.clone_into(slot);
                Ok(true)
            }
            Slot::Text(slot) => match slot.set(value) {
                Ok(()) => Ok(true),
                Err(expected) => self.misfits.add(|| E::invalid_value(found, &expected)),
            },
            _ => self.misfit(found),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<bool, A::Error> {
        let misfits = self.misfits;
        let Slot::List(list) = self.slot else {
            self.misfit(Unexpected::Seq)?;
            while elements.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(false);
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
                            // the key is data, as the value is
                            trail::entry();
                            return Err(error);
                        }
                    }
                }
            }
            _ => {
                self.misfit(Unexpected::Map)?;
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(false);
            }
        }
        Ok(true)
    }
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
#[derive(Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
