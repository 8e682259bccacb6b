//! Writing what is sent, without a derived `Serialize` for each type.
//!
//! A generated type lists its fields; what is not set leaves no trace. As with reading, nothing is
//! generic over the type.

use std::collections::BTreeMap;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap as _, SerializeSeq as _},
};

use crate::{JsonObject, Timestamp, Value};

/// A type that is sent as a JSON object.
pub trait Body {
    /// Lists the fields.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);
}

/// A type that a field can have.
pub trait Write {
    /// The value, by the kind of JSON that it becomes.
    fn item(&self) -> Item<'_>;
}

/// The fields of an object, in their order.
#[derive(Debug, Default)]
pub struct Fields<'a>(Vec<(&'a str, Item<'a>)>);

impl<'a> Fields<'a> {
    /// Adds a field, unless its value is not set.
    pub fn add(&mut self, name: &'a str, value: &'a dyn Write) {
        let item = value.item();
        if !matches!(item, Item::Absent) {
            self.0.push((name, item));
        }
    }

    /// Adds the two fields of a search condition.
    pub fn filter(&mut self, name: &'a str, value: &'a dyn Write) {
        self.0.push(("filter_name", Item::Str(name)));
        self.0.push(("filter_value", value.item()));
    }
}

/// A value, by the kind of JSON that it becomes.
#[non_exhaustive]
pub enum Item<'a> {
    /// Not set.
    Absent,
    /// A flag.
    Bool(bool),
    /// A signed number.
    I32(i32),
    /// An unsigned number.
    U32(u32),
    /// A text.
    Str(&'a str),
    /// A point in time.
    Timestamp(Timestamp),
    /// Any JSON.
    Json(&'a Value),
    /// A free-form object.
    JsonObject(&'a JsonObject),
    /// An object with known fields.
    Body(&'a dyn Body),
    /// A list.
    List(Vec<Item<'a>>),
    /// An object with names that are data.
    Map(Vec<(&'a str, Item<'a>)>),
}

impl std::fmt::Debug for Item<'_> {
    /// Says nothing of the value: it may be a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Item")
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Item::Absent => serializer.serialize_unit(),
            Item::Bool(value) => serializer.serialize_bool(*value),
            Item::I32(value) => serializer.serialize_i32(*value),
            Item::U32(value) => serializer.serialize_u32(*value),
            Item::Str(value) => serializer.serialize_str(value),
            Item::Timestamp(value) => value.serialize(serializer),
            Item::Json(value) => value.serialize(serializer),
            Item::JsonObject(value) => value.serialize(serializer),
            Item::Body(body) => write(*body, serializer),
            Item::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Item::Map(entries) => write_entries(entries, serializer),
        }
    }
}

/// Writes an object.
///
/// # Errors
///
/// When the serializer fails.
pub fn write<S: Serializer>(body: &dyn Body, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = Fields(Vec::with_capacity(16));
    body.fields(&mut fields);
    write_entries(&fields.0, serializer)
}

fn write_entries<S: Serializer>(
    entries: &[(&str, Item<'_>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (name, item) in entries {
        map.serialize_entry(name, item)?;
    }
    map.end()
}

impl<T: Body> Write for T {
    fn item(&self) -> Item<'_> {
        Item::Body(self)
    }
}

macro_rules! plain {
    ($($ty:ty: $value:ident => $item:expr),+ $(,)?) => {$(
        impl Write for $ty {
            fn item(&self) -> Item<'_> {
                let $value = self;
                $item
            }
        }
    )+};
}

plain! {
    bool: value => Item::Bool(*value),
    i32: value => Item::I32(*value),
    u32: value => Item::U32(*value),
    String: value => Item::Str(value),
    Timestamp: value => Item::Timestamp(*value),
    Value: value => Item::Json(value),
    JsonObject: value => Item::JsonObject(value),
}

impl<T: Write> Write for Option<T> {
    fn item(&self) -> Item<'_> {
        self.as_ref().map_or(Item::Absent, Write::item)
    }
}

impl<T: Write> Write for Vec<T> {
    fn item(&self) -> Item<'_> {
        Item::List(self.iter().map(Write::item).collect())
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn item(&self) -> Item<'_> {
        Item::Map(
            self.iter()
                .map(|(key, value)| (key.as_str(), value.item()))
                .collect(),
        )
    }
}

/// A list from whatever its elements are made of.
pub fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// A map from whatever its entries are made of.
pub fn map<T>(
    entries: impl IntoIterator<Item = (impl Into<String>, impl Into<T>)>,
) -> BTreeMap<String, T> {
    let entries = entries.into_iter();
    entries
        .map(|(key, value)| (key.into(), value.into()))
        .collect()
}

/// Gives generated types that are sent their `Serialize`, with the feature `serialize` of their own
/// crate: a request may hold a password, which must not slip into somebody's JSON. Calls write
/// requests by their [`Body`].
///
///
#[cfg_attr(not(feature = "serialize"), doc = "```compile_fail,E0277")]
#[cfg_attr(feature = "serialize", doc = "```")]
/// use stytch_core::{Secret, wire};
///
/// struct LogIn {
///     password: Secret,
/// }
///
/// impl wire::Body for LogIn {
///     fn fields<'a>(&'a self, fields: &mut wire::Fields<'a>) {
///         fields.add("password", &self.password);
///     }
/// }
///
/// stytch_core::sent!(LogIn);
/// # fn prepared(call: stytch_core::Prepared, request: &LogIn) {
/// let call = call.json(request);
/// # }
/// # let request = LogIn { password: "hunter2".into() };
/// let json = serde_json::to_string(&request);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! sent {
    ($name:ident) => {
        #[cfg(feature = "serialize")]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::wire::write(self, serializer)
            }
        }
    };
}
