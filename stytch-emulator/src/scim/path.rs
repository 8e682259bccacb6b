//! Which part of a resource a change is about (RFC 7644, section 3.5.2): `name.familyName`,
//! `emails[type eq "work"].value`, `urn:…:User:department`.

use super::filter::Filter;
use super::schema::{self, Attribute};
use super::{ENTERPRISE, GROUP, USER};
use crate::refusal::Refusal;

/// A step on the way to a part: an attribute, and which of its values, if it has several.
#[derive(Debug, PartialEq)]
pub(super) struct Step {
    pub(super) attribute: &'static Attribute,
    pub(super) condition: Option<Filter>,
}

/// Reads a path.
pub(super) fn read(text: &str, attributes: &'static [Attribute]) -> Result<Vec<Step>, Refusal> {
    let invalid = || Refusal::scim(400, "invalidPath", format!("No attribute is at {text}."));
    let (names, condition, rest) = match text.split_once('[') {
        None => (text, None, ""),
        Some((names, behind)) => {
            let end = end_of_condition(behind).ok_or_else(invalid)?;
            let (condition, rest) = behind.split_at(end);
            (names, Some(condition), rest.get(1..).unwrap_or_default())
        }
    };
    let way = way(names.trim(), attributes).ok_or_else(invalid)?;
    let mut steps: Vec<_> = way
        .into_iter()
        .map(|attribute| Step {
            attribute,
            condition: None,
        })
        .collect();
    let last = steps.last_mut().ok_or_else(invalid)?;
    let parts = last.attribute.parts();
    if let Some(condition) = condition {
        if !last.attribute.is_list {
            return Err(invalid());
        }
        last.condition = Some(Filter::read(condition, parts)?);
    }
    if !rest.is_empty() {
        let name = rest.strip_prefix('.').ok_or_else(invalid)?;
        let attribute = schema::find(parts, name).ok_or_else(invalid)?;
        steps.push(Step {
            attribute,
            condition: None,
        });
    }
    Ok(steps)
}

/// The attributes that a name with dots leads through; `None` if it leads nowhere.
pub(super) fn way(text: &str, attributes: &'static [Attribute]) -> Option<Vec<&'static Attribute>> {
    let (mut found, mut parts) = (Vec::new(), attributes);
    let names = match below(text, ENTERPRISE) {
        None => below(text, USER).or(below(text, GROUP)).unwrap_or(text),
        Some(names) => {
            let extension = schema::find(attributes, ENTERPRISE)?;
            found.push(extension);
            parts = extension.parts();
            names
        }
    };
    if names.is_empty() && !found.is_empty() {
        return Some(found);
    }
    for name in names.split('.') {
        let attribute = schema::find(parts, name)?;
        found.push(attribute);
        parts = attribute.parts();
    }
    Some(found)
}

/// What stands behind the name of a schema; empty if that is all.
fn below<'t>(text: &'t str, schema: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(schema.len())?;
    if !start.eq_ignore_ascii_case(schema) {
        return None;
    }
    match rest {
        "" => Some(""),
        rest => rest.strip_prefix(':'),
    }
}

/// Where a condition ends: at the first `]` that is not part of a text.
fn end_of_condition(text: &str) -> Option<usize> {
    let (mut is_text, mut is_escaped) = (false, false);
    for (place, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            ']' if !is_text => return Some(place),
            _ => {}
        }
    }
    None
}
