//! Resources in pages (RFC 7644, section 3.4.2), and which attributes of them are shown (section 3.9).

use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::invalid_value;
use super::schema::Attribute;
use super::{ENTERPRISE, GROUP, USER};
use crate::refusal::Refusal;
use crate::rules::providers::params::Params;

/// How many resources a page has unless a request says otherwise, and at most.
pub(super) const USUAL: usize = 100;
pub(super) const MAX: usize = 1000;

const MESSAGE: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

/// Which attributes of a resource are shown.
#[derive(Debug)]
pub(super) struct Shown {
    names: Vec<Name>,
    /// Whether it is those, or all others.
    is_only: bool,
}

/// An attribute, or a part of one, in lower case.
#[derive(Debug)]
struct Name {
    attribute: String,
    part: Option<String>,
}

impl Shown {
    pub(super) fn read(query: &Params) -> Result<Self, Refusal> {
        let (only, without) = (query.one("attributes")?, query.one("excludedAttributes")?);
        if only.is_some() && without.is_some() {
            return Err(invalid_value(
                "attributes and excludedAttributes are both there.",
            ));
        }
        let names = only.or(without).unwrap_or_default().split(',');
        let names = names.filter(|name| !name.trim().is_empty());
        Ok(Self {
            names: names.map(Name::read).collect(),
            is_only: only.is_some(),
        })
    }

    /// What is shown of a resource. The id always is.
    pub(super) fn of(&self, mut resource: Value) -> Value {
        if let Value::Object(attributes) = &mut resource {
            attributes.retain(|name, value| {
                matches!(name.as_str(), "schemas" | "id") || self.keeps(name, value)
            });
        }
        resource
    }

    /// Whether something of an attribute is shown. What is not is taken out of it.
    fn keeps(&self, name: &str, value: &mut Value) -> bool {
        let name = name.to_lowercase();
        let mut meant = self
            .names
            .iter()
            .filter(|one| one.attribute == name)
            .peekable();
        if meant.peek().is_none() {
            return !self.is_only;
        }
        let parts: Option<Vec<&str>> = meant.map(|one| one.part.as_deref()).collect();
        let Some(parts) = parts else {
            return self.is_only;
        };
        let keep = |given: &mut Map<String, Value>| {
            given.retain(|part, _| {
                let is_named = parts.iter().any(|one| part.eq_ignore_ascii_case(one));
                is_named == self.is_only
            });
        };
        match value {
            Value::Object(given) => keep(given),
            Value::Array(values) => values
                .iter_mut()
                .filter_map(Value::as_object_mut)
                .for_each(keep),
            _ => {}
        }
        true
    }
}

impl Name {
    fn read(text: &str) -> Self {
        let text = text.trim().to_lowercase();
        let extension = ENTERPRISE.to_lowercase();
        if let Some(rest) = text.strip_prefix(&extension) {
            let part = rest.strip_prefix(':').map(str::to_owned);
            return Self {
                attribute: extension,
                part,
            };
        }
        let schemas = [USER, GROUP].map(str::to_lowercase);
        let mut inside = schemas
            .iter()
            .filter_map(|schema| text.strip_prefix(schema)?.strip_prefix(':'));
        let name = inside.next().unwrap_or(&text);
        match name.split_once('.') {
            None => Self {
                attribute: name.to_owned(),
                part: None,
            },
            Some((attribute, part)) => Self {
                attribute: attribute.to_owned(),
                part: Some(part.to_owned()),
            },
        }
    }
}

/// The condition that a request looks for.
pub(super) fn sought(
    query: &Params,
    attributes: &'static [Attribute],
) -> Result<Option<Filter>, Refusal> {
    let text = query.one("filter")?;
    text.map(|text| Filter::read(text, attributes)).transpose()
}

/// One page of what a request looks for. What is on no page is put in words only if that takes it to tell
/// whether it is meant.
pub(super) fn page<T>(
    all: impl Iterator<Item = T>,
    filter: Option<&Filter>,
    query: &Params,
    shown: &Shown,
    in_words: impl Fn(&T) -> Map<String, Value>,
) -> Result<Value, Refusal> {
    let start = number(query, "startIndex")?.unwrap_or(1).max(1);
    let count = number(query, "count")?.map_or(USUAL, |count| count.min(MAX));
    let is_meant = |one: &T| filter.is_none_or(|filter| filter.holds(&in_words(one)));
    let found: Vec<_> = all.filter(is_meant).collect();
    let page = found.iter().skip(start - 1).take(count);
    let resources: Vec<_> = page.map(|one| shown.of(in_words(one).into())).collect();
    Ok(whole(&resources, found.len(), start))
}

/// A list in the words of the standard.
pub(super) fn whole(resources: &[Value], total: usize, start: usize) -> Value {
    json!({
        "schemas": [MESSAGE],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    })
}

/// A number in the query; one below zero is none at all.
fn number(query: &Params, name: &str) -> Result<Option<usize>, Refusal> {
    let Some(text) = query.one(name)? else {
        return Ok(None);
    };
    let number: i64 = text
        .parse()
        .map_err(|_| invalid_value(format!("{name}: expected a number.")))?;
    Ok(Some(usize::try_from(number).unwrap_or(0)))
}
