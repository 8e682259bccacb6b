//! The fields of a request, from path, query and body.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::refusal::Refusal;
use crate::route::{Place, Route};
use crate::shape::{self, Stray};

/// What came with a request.
#[derive(Debug, Default)]
pub(crate) struct Input {
    pub(crate) params: Map<String, Value>,
    pub(crate) nulls: Vec<&'static str>,
    /// What was odd about it.
    pub(crate) notes: Vec<String>,
}

impl Input {
    /// What was sent, as one object.
    pub(crate) fn into_json(self) -> Value {
        let nulls = self.nulls.into_iter();
        let nulls = nulls.map(|name| (name.to_owned(), Value::Null));
        self.params.into_iter().chain(nulls).collect()
    }
}

/// Collects the fields of a request. What the operation does not know is left out.
pub(crate) fn read(route: &Route, path: &str, query: &str, body: &[u8]) -> Result<Input, Refusal> {
    let mut body = object(body)?;
    let mut params = Map::new();
    let mut nulls = Vec::new();
    for &(name, place) in route.fields {
        let value = match place {
            Place::Path => {
                let text = route.value(path, name);
                text.map(decoded).transpose()?.map(Value::String)
            }
            Place::Query => in_query(query, name).map(|text| Value::String(text.into_owned())),
            Place::QueryJson => in_query(query, name)
                .map(|text| {
                    serde_json::from_str(&text).map_err(|_| {
                        Refusal::bad_request(format!("{name}: expected a number or a flag"))
                    })
                })
                .transpose()?,
            Place::Body => body.remove(name),
        };
        match value {
            Some(Value::Null) => nulls.push(name),
            Some(value) => drop(params.insert(name.to_owned(), value)),
            None => {}
        }
    }
    shape::check(route.shapes, &params, &mut |stray| {
        Err(refusal(route.operation, stray))
    })?;
    // what stands in the path may be repeated in the body
    let unknown = body.keys().filter(|key| {
        let mut fields = route.fields.iter();
        !fields.any(|(name, _)| name == key)
    });
    let notes = unknown.map(|key| format!("no such field: {key}")).collect();
    Ok(Input {
        params,
        nulls,
        notes,
    })
}

/// The refusal of a text that is none of those that the spec knows.
fn refusal(operation: &str, stray: &Stray<'_>) -> Refusal {
    let field = stray.fields().next_back().unwrap_or_default();
    let error_type = match (field, operation) {
        ("action", "shared.fraud.rules.set") => "invalid_action_for_rules",
        ("locale", _) => "invalid_locale",
        ("hash_type", _) => "invalid_hash_type",
        ("identity_provider", operation) if operation.starts_with("b2b.sso.") => "invalid_sso_idp",
        ("identity_provider", operation) if operation.starts_with("b2b.scim.") => {
            "invalid_scim_idp"
        }
        ("operator", "consumer.users.search") => "user_search_invalid_operator",
        ("status", "shared.m2m.clients.update") => "m2m_client_invalid_status",
        _ => "invalid_request_value",
    };
    Refusal::new(error_type).because(stray.message())
}

/// The object in a body; an empty one for no body at all.
fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(Value::Null) => Ok(Map::new()),
        Ok(_) => Err(Refusal::bad_request("The body is JSON, but no object.")),
        Err(error) => Err(Refusal::bad_request(format!(
            "The body is no JSON: line {}, column {}.",
            error.line(),
            error.column()
        ))),
    }
}

/// The last value of a name.
fn in_query<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value)
        .last()
}

fn decoded(part: &str) -> Result<String, Refusal> {
    percent_encoding::percent_decode_str(part)
        .decode_utf8()
        .map(Cow::into_owned)
        .map_err(|_| Refusal::bad_request("The path is no UTF-8."))
}
