//! What may stand at a place where the spec knows all values.

use serde_json::{Map, Value};

/// What is expected at a place. A list there is one of such values.
#[derive(Debug)]
pub(crate) enum Shape {
    /// One of these texts.
    Values(&'static [&'static str]),
    /// An object with such values in these fields.
    Fields(&'static [(&'static str, &'static Shape)]),
}

/// One step of a way into a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Field(&'static str),
    Item(usize),
}

/// A text that is none of those that are expected.
#[derive(Debug)]
pub(crate) struct Stray<'v> {
    /// Where it stands.
    pub(crate) way: &'v [Step],
    pub(crate) text: &'v str,
    pub(crate) expected: &'static [&'static str],
}

impl Stray<'_> {
    /// The names of the fields on the way.
    pub(crate) fn fields(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.way.iter().filter_map(|step| match step {
            Step::Field(name) => Some(*name),
            Step::Item(_) => None,
        })
    }

    /// What is wrong, and what was expected.
    pub(crate) fn message(&self) -> String {
        let place: Vec<_> = self.fields().collect();
        let (place, expected) = (place.join("."), self.expected.join(", "));
        format!("{place}: expected one of {expected}")
    }
}

/// Tells all texts in an object that are none of those expected. What is no text there is left to the
/// reading of it.
///
/// # Errors
/// Whatever is said of the first that is not let pass.
pub(crate) fn check<E>(
    shapes: &[(&'static str, &'static Shape)],
    fields: &Map<String, Value>,
    judge: &mut impl FnMut(&Stray<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut way = Vec::new();
    check_fields(shapes, fields, &mut way, judge)
}

fn check_fields<E>(
    shapes: &[(&'static str, &'static Shape)],
    fields: &Map<String, Value>,
    way: &mut Vec<Step>,
    judge: &mut impl FnMut(&Stray<'_>) -> Result<(), E>,
) -> Result<(), E> {
    for (name, shape) in shapes {
        if let Some(value) = fields.get(*name) {
            way.push(Step::Field(name));
            check_value(shape, value, way, judge)?;
            way.pop();
        }
    }
    Ok(())
}

fn check_value<E>(
    shape: &Shape,
    value: &Value,
    way: &mut Vec<Step>,
    judge: &mut impl FnMut(&Stray<'_>) -> Result<(), E>,
) -> Result<(), E> {
    match (shape, value) {
        (_, Value::Array(items)) => {
            for (number, item) in items.iter().enumerate() {
                way.push(Step::Item(number));
                check_value(shape, item, way, judge)?;
                way.pop();
            }
            Ok(())
        }
        (Shape::Fields(shapes), Value::Object(fields)) => check_fields(shapes, fields, way, judge),
        (Shape::Values(expected), Value::String(text)) if !expected.contains(&text.as_str()) => {
            judge(&Stray {
                way,
                text,
                expected,
            })
        }
        _ => Ok(()),
    }
}
