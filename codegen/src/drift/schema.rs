//! What a schema of an OpenAPI file lets through.

use serde_json::{Map, Value};

/// How far references and compositions are followed before they count as a circle.
const DEPTH: usize = 32;

/// How many parts a composition may have, counting those of its parts.
const PARTS: usize = 4096;

/// A schema, and the name it has in the file if it was referred to by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Schema<'d> {
    /// The schema itself, never a reference.
    pub(super) value: &'d Value,
    /// Its name under `components`.
    pub(super) name: Option<&'d str>,
}

impl Schema<'_> {
    /// Equal for the same place of the file, and for no other.
    pub(super) fn key(self) -> usize {
        std::ptr::from_ref(self.value) as usize
    }
}

/// What travels.
#[derive(Clone, Debug)]
pub(super) enum Shape<'d> {
    /// A text; with `values`, one of those.
    Text {
        values: Vec<String>,
        timestamp: bool,
    },
    /// A flag.
    Flag,
    /// A whole number.
    Integer { unsigned: bool, wide: bool },
    /// A number with a fraction.
    Number,
    /// A list.
    List(Schema<'d>),
    /// A map with text keys, free-form if no schema is given for its values.
    Map(Option<Schema<'d>>),
    /// An object with known fields.
    Object(Vec<Property<'d>>),
    /// Anything.
    Any,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub(super) struct Property<'d> {
    /// Its name.
    pub(super) name: &'d str,
    /// What it holds.
    pub(super) schema: Schema<'d>,
    /// Whether it has to be there.
    pub(super) required: bool,
    /// Whether it is on its way out.
    pub(super) deprecated: bool,
}

/// Part of a file that can't be understood, in words.
pub(super) type Unreadable = String;

/// Follows references until something else stands there; the name is that of the last one.
pub(super) fn follow<'d>(
    root: &'d Value,
    value: &'d Value,
) -> Result<(&'d Value, Option<&'d str>), Unreadable> {
    let (mut value, mut name) = (value, None);
    for _ in 0..DEPTH {
        let Some(reference) = value.get("$ref") else {
            match wrapped(value) {
                Some(inner) => value = inner,
                None => return Ok((value, name)),
            }
            continue;
        };
        let Some(reference) = reference.as_str() else {
            return Err("a `$ref` that is no text".to_owned());
        };
        let target = reference
            .strip_prefix('#')
            .and_then(|pointer| root.pointer(pointer));
        let Some(target) = target else {
            return Err(format!("the reference `{reference}`, which leads nowhere"));
        };
        name = reference.rsplit('/').next();
        value = target;
    }
    Err("references that go round in a circle".to_owned())
}

/// The schema inside a wrapper that serves to put a description beside a reference.
fn wrapped(value: &Value) -> Option<&Value> {
    let map = value.as_object()?;
    let Some([inner]) = map
        .get("allOf")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
    else {
        return None;
    };
    map.keys()
        .all(|key| matches!(key.as_str(), "allOf" | "description"))
        .then_some(inner)
}

/// The schema that `value` is or refers to.
pub(super) fn schema<'d>(root: &'d Value, value: &'d Value) -> Result<Schema<'d>, Unreadable> {
    follow(root, value).map(|(value, name)| Schema { value, name })
}

/// What `schema` lets through, and whether that may be null.
pub(super) fn shape<'d>(
    root: &'d Value,
    schema: Schema<'d>,
) -> Result<(Shape<'d>, bool), Unreadable> {
    shape_within(root, schema, DEPTH, &mut 0)
}

fn shape_within<'d>(
    root: &'d Value,
    schema: Schema<'d>,
    depth: usize,
    parts_so_far: &mut usize,
) -> Result<(Shape<'d>, bool), Unreadable> {
    *parts_so_far += 1;
    let Some(depth) = depth.checked_sub(1).filter(|_| *parts_so_far <= PARTS) else {
        return Err("compositions that go round in a circle".to_owned());
    };
    let map = match schema.value {
        Value::Object(map) if map.contains_key("$ref") => {
            let target = self::schema(root, schema.value)?;
            return shape_within(root, target, depth, parts_so_far);
        }
        Value::Object(map) => map,
        Value::Bool(true) => return Ok((Shape::Any, false)),
        other => return Err(format!("{} in place of a schema", kind(other))),
    };
    let mut nullable = map.get("nullable") == Some(&Value::Bool(true));
    let plain = plain(root, map, &mut nullable)?;
    let mut parts = Vec::new();
    if !matches!(plain, Shape::Any) {
        parts.push(plain);
    }
    for part in list(map, "allOf") {
        let (shape, null) = shape_within(root, self::schema(root, part)?, depth, parts_so_far)?;
        nullable |= null;
        if !matches!(shape, Shape::Any) {
            parts.push(shape);
        }
    }
    for key in ["oneOf", "anyOf"] {
        let mut choices = Vec::new();
        for choice in list(map, key) {
            let choice = self::schema(root, choice)?;
            if choice.value.get("type").and_then(Value::as_str) == Some("null") {
                nullable = true;
                continue;
            }
            let (shape, null) = shape_within(root, choice, depth, parts_so_far)?;
            nullable |= null;
            choices.push(shape);
        }
        if !choices.is_empty() {
            parts.push(either(choices));
        }
    }
    Ok((all(parts)?, nullable))
}

/// The shape by `type` and its companions, leaving compositions aside.
fn plain<'d>(
    root: &'d Value,
    map: &'d Map<String, Value>,
    nullable: &mut bool,
) -> Result<Shape<'d>, Unreadable> {
    let mut values = Vec::new();
    for value in list(map, "enum").chain(map.get("const")) {
        match value {
            Value::Null => *nullable = true,
            Value::String(text) => values.push(text.clone()),
            other => values.push(other.to_string()),
        }
    }
    let mut types = Vec::new();
    match map.get("type") {
        None => {}
        Some(Value::String(name)) => types.push(name.as_str()),
        Some(Value::Array(names)) => types.extend(names.iter().filter_map(Value::as_str)),
        Some(other) => return Err(format!("{} for `type`", kind(other))),
    }
    *nullable |= types.contains(&"null");
    types.retain(|name| *name != "null");
    let format = map.get("format").and_then(Value::as_str);
    let name = match types.as_slice() {
        [name] => *name,
        [] if map.contains_key("properties") || map.contains_key("additionalProperties") => {
            "object"
        }
        [] if map.contains_key("items") => "array",
        [] if !values.is_empty() => "string",
        _ => return Ok(Shape::Any),
    };
    match name {
        "string" => Ok(Shape::Text {
            values,
            timestamp: format == Some("date-time"),
        }),
        "boolean" => Ok(Shape::Flag),
        "integer" => Ok(Shape::Integer {
            unsigned: format == Some("uint32")
                || map
                    .get("minimum")
                    .and_then(Value::as_f64)
                    .is_some_and(|least| least >= 0.0),
            wide: matches!(format, Some("int64" | "uint64")),
        }),
        "number" => Ok(Shape::Number),
        "array" => match map.get("items") {
            Some(items) => Ok(Shape::List(schema(root, items)?)),
            None => Err("a list without `items`".to_owned()),
        },
        "object" => object(root, map),
        other => Err(format!("the type `{other}`, which OpenAPI does not have")),
    }
}

fn object<'d>(root: &'d Value, map: &'d Map<String, Value>) -> Result<Shape<'d>, Unreadable> {
    let required: Vec<&str> = list(map, "required").filter_map(Value::as_str).collect();
    let mut properties = Vec::new();
    match map.get("properties") {
        None => {}
        Some(Value::Object(entries)) => {
            for (name, value) in entries {
                let required = required.contains(&name.as_str());
                // A reference that leads nowhere is the matter of this field, not of the others.
                let property = schema(root, value).unwrap_or(Schema { value, name: None });
                properties.push(Property {
                    name,
                    schema: property,
                    required,
                    deprecated: is_deprecated(value) || is_deprecated(property.value),
                });
            }
        }
        Some(other) => return Err(format!("{} for `properties`", kind(other))),
    }
    if !properties.is_empty() {
        return Ok(Shape::Object(properties));
    }
    match map.get("additionalProperties") {
        None | Some(Value::Bool(_)) => Ok(Shape::Map(None)),
        Some(value) => {
            let values = schema(root, value)?;
            let free = values
                .value
                .as_object()
                .is_some_and(|map| map.keys().all(|key| key == "description"));
            Ok(Shape::Map((!free).then_some(values)))
        }
    }
}

/// The shape that is all of `parts` at once.
fn all(parts: Vec<Shape<'_>>) -> Result<Shape<'_>, Unreadable> {
    let mut parts = parts.into_iter();
    let Some(mut whole) = parts.next() else {
        return Ok(Shape::Any);
    };
    for part in parts {
        whole = match (whole, part) {
            (Shape::Object(mut fields), Shape::Object(more)) => {
                for field in more {
                    match fields.iter_mut().find(|known| known.name == field.name) {
                        Some(known) => known.required |= field.required,
                        None => fields.push(field),
                    }
                }
                Shape::Object(fields)
            }
            (Shape::Map(None), other @ (Shape::Object(_) | Shape::Map(_))) => other,
            (known, Shape::Map(None)) if matches!(known, Shape::Object(_) | Shape::Map(_)) => known,
            _ => return Err("a composition of things that can't be one".to_owned()),
        };
    }
    Ok(whole)
}

/// The shape that is any one of `choices`.
fn either(choices: Vec<Shape<'_>>) -> Shape<'_> {
    let mut choices = choices.into_iter();
    let Some(mut whole) = choices.next() else {
        return Shape::Any;
    };
    for choice in choices {
        whole = match (whole, choice) {
            (Shape::Object(mut fields), Shape::Object(more)) => {
                for field in &mut fields {
                    field.required &= more
                        .iter()
                        .any(|other| other.name == field.name && other.required);
                }
                for field in more {
                    if !fields.iter().any(|known| known.name == field.name) {
                        fields.push(Property {
                            required: false,
                            ..field
                        });
                    }
                }
                Shape::Object(fields)
            }
            (
                Shape::Text {
                    mut values,
                    timestamp,
                },
                Shape::Text {
                    values: more,
                    timestamp: too,
                },
            ) => {
                // A choice without values lets every text through.
                if values.is_empty() || more.is_empty() {
                    values.clear();
                } else {
                    for value in more {
                        if !values.contains(&value) {
                            values.push(value);
                        }
                    }
                }
                Shape::Text {
                    values,
                    timestamp: timestamp && too,
                }
            }
            _ => return Shape::Any,
        };
    }
    whole
}

fn list<'d>(map: &'d Map<String, Value>, key: &str) -> impl Iterator<Item = &'d Value> + use<'d> {
    map.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// Whether a parameter or a schema says that it is on its way out.
pub(super) fn is_deprecated(value: &Value) -> bool {
    value.get("deprecated") == Some(&Value::Bool(true))
}

/// What a value is, for messages.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a flag",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a map",
    }
}
