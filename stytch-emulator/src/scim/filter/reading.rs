//! Reading conditions: `userName eq "ada@acme.com" and active eq true`.

use jiff::Timestamp;
use serde_json::Value;

use super::{Filter, Operator, Test};
use crate::refusal::Refusal;
use crate::scim::path;
use crate::scim::schema::{self, Attribute, Kind};
use crate::scim::spelling;

/// Longer ones, and such that are nested deeper, are nobody's honest question.
const MAX_BYTES: usize = 4096;
const MAX_DEPTH: usize = 16;

impl Filter {
    /// Reads a condition on what has these attributes.
    pub(in crate::scim) fn read(
        text: &str,
        attributes: &'static [Attribute],
    ) -> Result<Self, Refusal> {
        if text.len() > MAX_BYTES {
            return Err(invalid("The filter is too long."));
        }
        let mut reader = Reader {
            rest: text,
            depth: 0,
        };
        let filter = reader.any(attributes)?;
        match reader.rest.trim() {
            "" => Ok(filter),
            rest => Err(invalid(format!(
                "The filter can't be read from here on: {rest}"
            ))),
        }
    }
}

/// What is left of a filter that is being read.
struct Reader<'t> {
    rest: &'t str,
    depth: usize,
}

impl<'t> Reader<'t> {
    fn any(&mut self, attributes: &'static [Attribute]) -> Result<Filter, Refusal> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(invalid("The filter is nested too deep."));
        }
        let mut conditions = vec![self.all(attributes)?];
        while self.takes_word("or") {
            conditions.push(self.all(attributes)?);
        }
        self.depth -= 1;
        Ok(joined(conditions, Filter::Any))
    }

    fn all(&mut self, attributes: &'static [Attribute]) -> Result<Filter, Refusal> {
        let mut conditions = vec![self.one(attributes)?];
        while self.takes_word("and") {
            conditions.push(self.one(attributes)?);
        }
        Ok(joined(conditions, Filter::All))
    }

    fn one(&mut self, attributes: &'static [Attribute]) -> Result<Filter, Refusal> {
        let is_negated = self.takes_word("not");
        if self.takes('(') {
            let inner = self.any(attributes)?;
            self.expects(')')?;
            return Ok(match is_negated {
                true => Filter::Not(Box::new(inner)),
                false => inner,
            });
        }
        if is_negated {
            return Err(invalid("The filter: expected ( after not."));
        }
        let name = self.word();
        let way = path::way(name, attributes);
        let way = way.ok_or_else(|| invalid(format!("The filter: no attribute {name}.")))?;
        if self.takes('[') {
            let parts = way.last().map_or(&[][..], |last| last.parts());
            let inner = self.any(parts)?;
            self.expects(']')?;
            return Ok(Filter::Has(way, Box::new(inner)));
        }
        let operator = self.word().to_ascii_lowercase();
        if operator == "pr" {
            return Ok(Filter::Passes(way, Test::IsPresent));
        }
        let value = self.value()?;
        compared(way, &operator, value)
    }

    /// A text in quotes, a flag, a number or null.
    fn value(&mut self) -> Result<Value, Refusal> {
        let unreadable = || invalid("The filter: expected a value.");
        self.rest = self.rest.trim_start();
        if !self.rest.starts_with('"') {
            return serde_json::from_str(self.word()).map_err(|_| unreadable());
        }
        let mut is_escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, letter)| {
            let is_end = *letter == '"' && !is_escaped;
            is_escaped = *letter == '\\' && !is_escaped;
            is_end
        });
        let (end, _) = end.ok_or_else(unreadable)?;
        let (text, rest) = self.rest.split_at_checked(end + 1).ok_or_else(unreadable)?;
        self.rest = rest;
        serde_json::from_str(text).map_err(|_| unreadable())
    }

    /// What stands before the next blank or bracket.
    fn word(&mut self) -> &'t str {
        self.rest = self.rest.trim_start();
        let is_end = |letter: char| letter.is_whitespace() || "()[]\"".contains(letter);
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        let before = self.rest;
        let is_it = self.word().eq_ignore_ascii_case(wanted);
        if !is_it {
            self.rest = before;
        }
        is_it
    }

    fn takes(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expects(&mut self, sign: char) -> Result<(), Refusal> {
        match self.takes(sign) {
            true => Ok(()),
            false => Err(invalid(format!("The filter: expected {sign}."))),
        }
    }
}

/// Several conditions as one.
fn joined(mut conditions: Vec<Filter>, join: fn(Vec<Filter>) -> Filter) -> Filter {
    match conditions.len() {
        1 => conditions.remove(0),
        _ => join(conditions),
    }
}

/// A comparison that makes sense for its attribute.
fn compared(
    mut way: Vec<&'static Attribute>,
    operator: &str,
    value: Value,
) -> Result<Filter, Refusal> {
    let last = *way
        .last()
        .ok_or_else(|| invalid("The filter has no attribute."))?;
    let last = match last.kind {
        // what has several parts is compared by the main one
        Kind::Parts(parts) => {
            let main = schema::find(parts, "value");
            let main = main
                .ok_or_else(|| invalid(format!("The filter: {} has several parts.", last.name)))?;
            way.push(main);
            main
        }
        _ => last,
    };
    let (operator, is_negated) = match operator {
        "eq" => (Operator::Equal, false),
        "ne" => (Operator::Equal, true),
        "co" => (Operator::Contains, false),
        "sw" => (Operator::StartsWith, false),
        "ew" => (Operator::EndsWith, false),
        "gt" => (Operator::Greater, false),
        "ge" => (Operator::GreaterOrEqual, false),
        "lt" => (Operator::Less, false),
        "le" => (Operator::LessOrEqual, false),
        other => return Err(invalid(format!("The filter: no operator {other}."))),
    };
    let value = match (&last.kind, value) {
        (_, Value::Null) if operator == Operator::Equal => {
            let present = Filter::Passes(way, Test::IsPresent);
            return Ok(match is_negated {
                true => present,
                false => Filter::Not(Box::new(present)),
            });
        }
        (Kind::Text, value @ Value::String(_)) => value,
        (Kind::Time, Value::String(text)) if text.parse::<Timestamp>().is_ok() => text.into(),
        (Kind::Flag, value) if operator == Operator::Equal => spelling::single(last, &value)
            .map_err(|_| invalid(format!("The filter: {} is true or false.", last.name)))?,
        _ => {
            let message = format!("The filter: {} is not compared so.", last.name);
            return Err(invalid(message));
        }
    };
    let test = Filter::Passes(way, Test::Compares(operator, value));
    Ok(match is_negated {
        true => Filter::Not(Box::new(test)),
        false => test,
    })
}

fn invalid(detail: impl Into<String>) -> Refusal {
    Refusal::scim(400, "invalidFilter", detail)
}
