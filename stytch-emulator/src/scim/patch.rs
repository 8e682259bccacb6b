//! Changes of parts of a resource (RFC 7644, section 3.5.2).

use serde_json::{Map, Value};

use super::path::{self, Step};
use super::schema::{Attribute, Kind};
use super::spelling::{self, is_primary};
use super::{filter::Filter, invalid_value};
use crate::refusal::Refusal;

/// So many changes a request may ask for.
const MAX_OPERATIONS: usize = 1000;

const MESSAGE: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operation {
    Add,
    Replace,
    Remove,
}

type Resource = Map<String, Value>;

/// Applies what a request asks for, one after the other. The resource is of no use if that fails.
pub(super) fn apply(
    attributes: &'static [Attribute],
    resource: &mut Resource,
    request: &Resource,
) -> Result<(), Refusal> {
    let invalid = |detail: &str| Refusal::scim(400, "invalidSyntax", detail);
    if let Some(Value::Array(schemas)) = one_of(request, "schemas")?
        && !schemas.iter().any(|schema| schema == MESSAGE)
    {
        return Err(invalid("The request is no PatchOp."));
    }
    let Some(Value::Array(operations)) = one_of(request, "Operations")? else {
        return Err(invalid("Operations: expected a list."));
    };
    if operations.is_empty() || operations.len() > MAX_OPERATIONS {
        let detail = format!("Operations: expected 1 to {MAX_OPERATIONS}.");
        return Err(invalid(&detail));
    }
    for given in operations {
        let Value::Object(given) = given else {
            return Err(invalid("Operations: expected objects."));
        };
        let name = one_of(given, "op")?.and_then(Value::as_str);
        let operation = match name.map(str::to_ascii_lowercase).as_deref() {
            Some("add") => Operation::Add,
            Some("replace") => Operation::Replace,
            Some("remove") => Operation::Remove,
            _ => return Err(invalid("op: expected add, replace or remove.")),
        };
        let value = one_of(given, "value")?;
        match one_of(given, "path")? {
            None | Some(Value::Null) => everywhere(operation, attributes, resource, value)?,
            Some(Value::String(path)) => {
                let steps = path::read(path, attributes)?;
                if steps.iter().any(|step| step.attribute.is_read_only) {
                    let detail = format!("{path} can't be changed.");
                    return Err(Refusal::scim(400, "mutability", detail));
                }
                change(operation, resource, &steps, value)?;
            }
            Some(_) => return Err(invalid("path: expected a text.")),
        }
    }
    Ok(())
}

/// The value of a key, in whatever capitals.
fn one_of<'v>(object: &'v Resource, key: &str) -> Result<Option<&'v Value>, Refusal> {
    let mut found = object
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(key));
    let first = found.next().map(|(_, value)| value);
    match found.next() {
        None => Ok(first),
        Some(_) => {
            let detail = format!("{key} is there twice.");
            Err(Refusal::scim(400, "invalidSyntax", detail))
        }
    }
}

/// A change without a path: the value says itself what it is about, with names or with whole paths.
fn everywhere(
    operation: Operation,
    attributes: &'static [Attribute],
    resource: &mut Resource,
    value: Option<&Value>,
) -> Result<(), Refusal> {
    if operation == Operation::Remove {
        let detail = "What is removed has to be named by a path.";
        return Err(Refusal::scim(400, "noTarget", detail));
    }
    let Some(Value::Object(values)) = value else {
        return Err(invalid_value(
            "value: expected an object where there is no path.",
        ));
    };
    for (name, value) in values {
        // what nobody knows, and what is set here alone, is passed over as in whole resources
        let Ok(steps) = path::read(name, attributes) else {
            continue;
        };
        if !steps.iter().any(|step| step.attribute.is_read_only) {
            change(operation, resource, &steps, Some(value))?;
        }
    }
    Ok(())
}

/// Changes what the steps lead to.
fn change(
    operation: Operation,
    parent: &mut Resource,
    steps: &[Step],
    value: Option<&Value>,
) -> Result<(), Refusal> {
    let Some((step, rest)) = steps.split_first() else {
        return Ok(());
    };
    let name = step.attribute.name;
    if step.attribute.is_list && (step.condition.is_some() || !rest.is_empty()) {
        return among(operation, parent, step, rest, value);
    }
    if rest.is_empty() {
        return set(operation, parent, step.attribute, value);
    }
    let whole = parent.entry(name).or_insert_with(|| Resource::new().into());
    if let Value::Object(parts) = whole {
        change(operation, parts, rest, value)?;
        if parts.is_empty() {
            parent.remove(name);
        }
    }
    Ok(())
}

/// Changes those values of a list that a condition means; all, without one.
fn among(
    operation: Operation,
    parent: &mut Resource,
    step: &Step,
    rest: &[Step],
    value: Option<&Value>,
) -> Result<(), Refusal> {
    let attribute = step.attribute;
    let mut values = match parent.remove(attribute.name) {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    };
    let primary = values.iter().position(is_primary);
    let condition = step.condition.as_ref();
    let is_meant = |value: &Value| {
        let parts = value.as_object();
        condition.is_none_or(|condition| parts.is_some_and(|parts| condition.holds(parts)))
    };
    if operation == Operation::Remove && rest.is_empty() {
        values.retain(|value| !is_meant(value));
    } else {
        let mut is_found = false;
        for meant in values.iter_mut().filter(|value| is_meant(value)) {
            is_found = true;
            if let Value::Object(parts) = meant {
                change_value(operation, attribute, parts, rest, value)?;
            }
        }
        if !is_found {
            match operation {
                Operation::Remove => {}
                Operation::Add => {
                    let mut new = condition.map(Filter::example).unwrap_or_default();
                    change_value(operation, attribute, &mut new, rest, value)?;
                    values.push(new.into());
                }
                Operation::Replace => {
                    let detail = format!("{}: nothing meets the condition.", attribute.name);
                    return Err(Refusal::scim(400, "noTarget", detail));
                }
            }
        }
    }
    keep_one_primary(attribute, &mut values, primary)?;
    values.retain(|value| value.as_object().is_none_or(|parts| !parts.is_empty()));
    if !values.is_empty() {
        parent.insert(attribute.name.to_owned(), values.into());
    }
    Ok(())
}

/// Changes one of several values, or a part of it.
fn change_value(
    operation: Operation,
    attribute: &'static Attribute,
    parts: &mut Resource,
    rest: &[Step],
    value: Option<&Value>,
) -> Result<(), Refusal> {
    if !rest.is_empty() {
        return change(operation, parts, rest, value);
    }
    let value = value.ok_or_else(|| missing(attribute))?;
    if let Value::Object(given) = spelling::single(attribute, value)? {
        if operation == Operation::Replace {
            parts.clear();
        }
        parts.extend(given);
    }
    Ok(())
}

/// Changes an attribute as a whole.
fn set(
    operation: Operation,
    parent: &mut Resource,
    attribute: &'static Attribute,
    value: Option<&Value>,
) -> Result<(), Refusal> {
    let name = attribute.name;
    if operation == Operation::Remove {
        return remove(parent, attribute, value);
    }
    let value = value.ok_or_else(|| missing(attribute))?;
    let Some(value) = spelling::value_of(attribute, value)? else {
        return match operation {
            Operation::Replace => remove(parent, attribute, None),
            _ => Ok(()),
        };
    };
    match (value, parent.get_mut(name)) {
        (Value::Array(new), Some(Value::Array(values))) if operation == Operation::Add => {
            let primary = values.iter().position(is_primary);
            for one in new {
                if !values.contains(&one) {
                    values.push(one);
                }
            }
            keep_one_primary(attribute, values, primary)?;
        }
        (Value::Object(new), Some(Value::Object(parts))) => parts.extend(new),
        (value, _) => drop(parent.insert(name.to_owned(), value)),
    }
    Ok(())
}

/// Takes an attribute away, or those of its values that are given.
fn remove(
    parent: &mut Resource,
    attribute: &'static Attribute,
    value: Option<&Value>,
) -> Result<(), Refusal> {
    if attribute.is_required {
        let detail = format!("{} has to be there.", attribute.name);
        return Err(Refusal::scim(400, "mutability", detail));
    }
    let given = match value {
        Some(value) if attribute.is_list => spelling::value_of(attribute, value)?,
        _ => None,
    };
    // Entra names the values to remove beside the path, not in it
    match (given, parent.get_mut(attribute.name)) {
        (Some(Value::Array(given)), Some(Value::Array(values))) => {
            values.retain(|value| {
                given
                    .iter()
                    .all(|one| one.get("value") != value.get("value"))
            });
        }
        (Some(_), None) => {}
        _ => drop(parent.remove(attribute.name)),
    }
    Ok(())
}

/// A value that becomes the main one takes the place of the one that was it before.
fn keep_one_primary(
    attribute: &Attribute,
    values: &mut [Value],
    before: Option<usize>,
) -> Result<(), Refusal> {
    if !matches!(attribute.kind, Kind::Parts(_)) {
        return Ok(());
    }
    let count = |values: &[Value]| values.iter().filter(|one| is_primary(one)).count();
    if count(values) > 1
        && let Some(Value::Object(old)) = before.and_then(|place| values.get_mut(place))
    {
        old.insert("primary".to_owned(), false.into());
    }
    match count(values) {
        0 | 1 => Ok(()),
        _ => {
            let detail = format!("{}: only one can be the primary one.", attribute.name);
            Err(invalid_value(detail))
        }
    }
}

fn missing(attribute: &Attribute) -> Refusal {
    invalid_value(format!("{}: a value is missing.", attribute.name))
}
