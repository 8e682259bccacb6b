//! One spelling for all that comes in: names in the standard's letters, flags as flags, lists as lists.

use serde_json::{Map, Value};

use super::invalid_value;
use super::schema::{Attribute, Kind, find};
use crate::refusal::Refusal;

/// A resource in the standard's spelling. What is set here alone is left out, and so is what nobody knows.
pub(super) fn normalized(
    attributes: &'static [Attribute],
    given: &Map<String, Value>,
) -> Result<Map<String, Value>, Refusal> {
    let mut normal = Map::new();
    for (name, value) in given {
        let Some(attribute) = find(attributes, name).filter(|found| !found.is_read_only) else {
            continue;
        };
        let Some(value) = value_of(attribute, value)? else {
            continue;
        };
        if normal.insert(attribute.name.to_owned(), value).is_some() {
            return Err(invalid_value(format!("{name} is there twice.")));
        }
    }
    Ok(normal)
}

/// The value of an attribute in the standard's spelling; `None` if it says nothing.
pub(super) fn value_of(
    attribute: &'static Attribute,
    value: &Value,
) -> Result<Option<Value>, Refusal> {
    if value.is_null() {
        return Ok(None);
    }
    if !attribute.is_list {
        return single(attribute, value).map(Some);
    }
    let values = match value {
        Value::Array(values) => values.iter().map(|one| single(attribute, one)).collect(),
        one => single(attribute, one).map(|one| vec![one]),
    };
    let values: Vec<_> = values?;
    let primary = values.iter().filter(|one| is_primary(one)).count();
    if primary > 1 {
        let detail = format!("{}: only one can be the primary one.", attribute.name);
        return Err(invalid_value(detail));
    }
    Ok(Some(Value::Array(values)))
}

/// Whether a value of several is the main one.
pub(super) fn is_primary(value: &Value) -> bool {
    value.get("primary") == Some(&Value::Bool(true))
}

/// One value of an attribute.
pub(super) fn single(attribute: &'static Attribute, value: &Value) -> Result<Value, Refusal> {
    match (&attribute.kind, value) {
        (Kind::Text, Value::String(_)) | (Kind::Flag, Value::Bool(_)) => Ok(value.clone()),
        // Entra sends flags as texts
        (Kind::Flag, Value::String(text)) if text.eq_ignore_ascii_case("true") => Ok(true.into()),
        (Kind::Flag, Value::String(text)) if text.eq_ignore_ascii_case("false") => Ok(false.into()),
        (Kind::Parts(parts), Value::Object(given)) => normalized(parts, given).map(Value::Object),
        // a plain value in place of an object is its main part
        (Kind::Parts(parts), Value::String(_)) if find(parts, "value").is_some() => Ok(
            Value::Object(Map::from_iter([("value".to_owned(), value.clone())])),
        ),
        (kind, _) => {
            let expected = match kind {
                Kind::Text | Kind::Time => "a text",
                Kind::Flag => "true or false",
                Kind::Parts(_) => "an object",
            };
            Err(invalid_value(format!(
                "{}: expected {expected}.",
                attribute.name
            )))
        }
    }
}

/// A resource with the API's names in place of the standard's, or the other way round. Empty values are left
/// out.
pub(super) fn renamed(
    attributes: &'static [Attribute],
    from: fn(&Attribute) -> &'static str,
    to: fn(&Attribute) -> &'static str,
    given: &Map<String, Value>,
) -> Map<String, Value> {
    let known = attributes.iter().filter(|one| !one.field.is_empty());
    let renamed = known.filter_map(|attribute| {
        let inner = |value: &Value| match value {
            Value::Object(parts) => Value::Object(renamed(attribute.parts(), from, to, parts)),
            plain => plain.clone(),
        };
        let value = match given.get(from(attribute))? {
            Value::Array(values) => values.iter().map(inner).collect(),
            one => inner(one),
        };
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(values) => values.is_empty(),
            Value::Object(parts) => parts.is_empty(),
            _ => false,
        };
        (!is_empty).then(|| (to(attribute).to_owned(), value))
    });
    renamed.collect()
}
