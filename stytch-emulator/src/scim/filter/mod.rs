//! Conditions on resources (RFC 7644, section 3.4.2.2), and when they hold.

mod reading;

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::schema::{Attribute, Kind};

/// A condition that a resource, or one of the values of an attribute, meets or not.
#[derive(Debug, PartialEq)]
pub(super) enum Filter {
    /// One of the values at the end of a way passes a test.
    Passes(Vec<&'static Attribute>, Test),
    /// One of the values of an attribute meets a condition of its own.
    Has(Vec<&'static Attribute>, Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

/// What is asked of a value.
#[derive(Debug, PartialEq)]
pub(super) enum Test {
    IsPresent,
    Compares(Operator, Value),
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    Contains,
    StartsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

impl Filter {
    /// Whether it holds.
    pub(super) fn holds(&self, resource: &Map<String, Value>) -> bool {
        match self {
            Self::Passes(way, test) => {
                let exact = way.last().is_some_and(|attribute| attribute.is_exact);
                let is_time = way.last().is_some_and(|last| last.kind == Kind::Time);
                let mut values = values(resource, way).into_iter();
                values.any(|value| test.is_passed(value, exact, is_time))
            }
            Self::Has(way, condition) => {
                let mut values = values(resource, way).into_iter();
                values.any(|value| value.as_object().is_some_and(|one| condition.holds(one)))
            }
            Self::All(conditions) => conditions.iter().all(|one| one.holds(resource)),
            Self::Any(conditions) => conditions.iter().any(|one| one.holds(resource)),
            Self::Not(condition) => !condition.holds(resource),
        }
    }

    /// The text that an attribute has to be equal to, if that is the whole condition.
    pub(super) fn only(&self, name: &str) -> Option<&str> {
        match self {
            Self::Passes(way, Test::Compares(Operator::Equal, Value::String(text))) => {
                let is_it = matches!(&way[..], [attribute] if attribute.name == name);
                is_it.then_some(text)
            }
            _ => None,
        }
    }

    /// What something has to be to meet the condition, as far as that is plain.
    pub(super) fn example(&self) -> Map<String, Value> {
        match self {
            Self::Passes(way, Test::Compares(Operator::Equal, value)) => match &way[..] {
                [attribute] => Map::from_iter([(attribute.name.to_owned(), value.clone())]),
                _ => Map::new(),
            },
            Self::All(conditions) => conditions.iter().flat_map(Self::example).collect(),
            _ => Map::new(),
        }
    }
}

/// The values at the end of a way; all of them, where there are several.
fn values<'r>(resource: &'r Map<String, Value>, way: &[&Attribute]) -> Vec<&'r Value> {
    let Some((first, rest)) = way.split_first() else {
        return Vec::new();
    };
    let found = match resource.get(first.name) {
        None | Some(Value::Null) => return Vec::new(),
        Some(Value::Array(values)) => values.iter().collect(),
        Some(one) => vec![one],
    };
    if rest.is_empty() {
        return found;
    }
    let parts = found.into_iter().filter_map(Value::as_object);
    parts.flat_map(|parts| values(parts, rest)).collect()
}

impl Test {
    fn is_passed(&self, value: &Value, exact: bool, is_time: bool) -> bool {
        let Self::Compares(operator, wanted) = self else {
            return value.as_str() != Some("");
        };
        match (value, wanted) {
            (Value::String(value), Value::String(wanted)) if is_time => {
                let times = value.parse::<Timestamp>().ok();
                let times = times.zip(wanted.parse::<Timestamp>().ok());
                times.is_some_and(|(value, wanted)| operator.orders(value.cmp(&wanted)))
            }
            (Value::String(value), Value::String(wanted)) if exact => operator.joins(value, wanted),
            (Value::String(value), Value::String(wanted)) => {
                operator.joins(&value.to_lowercase(), &wanted.to_lowercase())
            }
            (value, wanted) => *operator == Operator::Equal && value == wanted,
        }
    }
}

impl Operator {
    fn orders(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterOrEqual => ordering.is_ge(),
            Self::Less => ordering.is_lt(),
            Self::LessOrEqual => ordering.is_le(),
            Self::Contains | Self::StartsWith | Self::EndsWith => false,
        }
    }

    fn joins(self, value: &str, wanted: &str) -> bool {
        match self {
            Self::Contains => value.contains(wanted),
            Self::StartsWith => value.starts_with(wanted),
            Self::EndsWith => value.ends_with(wanted),
            _ => self.orders(value.cmp(wanted)),
        }
    }
}
