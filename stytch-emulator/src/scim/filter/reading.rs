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

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::super::Filter;
    use crate::scim::{ENTERPRISE, schema};

    fn ada() -> Map<String, Value> {
        let ada = serde_json::json!({
            "userName": "Ada@Acme.com",
            "externalId": "00uA",
            "active": true,
            "name": { "familyName": "Lovelace" },
            "emails": [
                { "value": "ada@acme.com", "type": "work", "primary": true },
                { "value": "ada@home.org", "type": "home" },
            ],
            "meta": { "lastModified": "2026-01-02T03:04:05Z" },
            ENTERPRISE: { "department": "Engines" },
        });
        ada.as_object().unwrap().clone()
    }

    fn holds(text: &str) -> Option<bool> {
        let filter = Filter::read(text, schema::OF_USER).ok()?;
        Some(filter.holds(&ada()))
    }

    #[test]
    fn conditions_hold_or_do_not() {
        for (text, expected) in [
            (r#"userName eq "ada@acme.com""#, true),
            (r#"USERNAME EQ "ada@acme.com""#, true),
            (r#"userName eq "ada@acme.co""#, false),
            // capitals matter in what the provider made up
            (r#"externalId eq "00uA""#, true),
            (r#"externalId eq "00ua""#, false),
            ("active eq true", true),
            (r#"active eq "True""#, true),
            ("active ne true", false),
            (r#"name.familyName sw "Love""#, true),
            (r#"emails co "home""#, true),
            (r#"emails.type eq "other""#, false),
            (r#"emails[type eq "work" and value ew "acme.com"]"#, true),
            (r#"emails[type eq "home" and primary eq true]"#, false),
            (r#"not (userName eq "ada@acme.com")"#, false),
            (r#"title pr or displayName pr"#, false),
            (r#"title eq null"#, true),
            (r#"userName eq "x" or active eq true and title pr"#, false),
            (r#"(userName eq "x" or active eq true) and name pr"#, true),
            (r#"meta.lastModified gt "2026-01-02T03:04:04Z""#, true),
            (r#"meta.lastModified lt "2026-01-02T04:04:05+01:00""#, false),
            (
                r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "engines""#,
                true,
            ),
            (
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName pr"#,
                true,
            ),
            (r#"userName eq "a \" b""#, false),
        ] {
            assert_eq!(holds(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        let deep = format!("{}active eq true{}", "(".repeat(40), ")".repeat(40));
        let long = format!(r#"userName eq "{}""#, "a".repeat(5000));
        for text in [
            "",
            "userName",
            "userName eq",
            r#"userName eq "open"#,
            r#"userName like "a""#,
            r#"password eq "a""#,
            r#"userName eq "a" and"#,
            r#"userName eq "a" userName eq "b""#,
            r#"(userName eq "a""#,
            r#"emails[type eq "work""#,
            "userName eq 7",
            "active gt true",
            "name eq \"Ada\"",
            r#"meta.created gt "yesterday""#,
            "not active eq true",
            "é eq 1",
            &deep,
            &long,
        ] {
            assert_eq!(holds(text), None, "{text}");
        }
    }
}
