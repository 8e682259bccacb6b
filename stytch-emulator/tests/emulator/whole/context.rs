//! What somebody knows: everything that was sent and answered so far, by the names of the fields.

use serde_json::{Map, Value};

/// Fields and what was seen there last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context(Map<String, Value>);

/// Fields that go by another name where they come from.
const ALIASES: &[(&str, &[&str])] = &[
    ("email", &["email_address"]),
    ("email_address", &["email"]),
    ("method_id", &["phone_id", "email_id"]),
    ("connected_app_id", &["client_id"]),
    ("external_connection_id", &["connection_id"]),
    ("external_organization_id", &["organization_id"]),
    ("existing_password", &["password"]),
    ("recovery_code", &["recovery_codes"]),
    ("organization_ids", &["organization_id"]),
    ("certificate_id", &["verification_certificate_id"]),
    ("member_password_id", &["password_id"]),
    (
        "sso_jit_provisioning_allowed_connections",
        &["connection_id"],
    ),
];

/// What would lead astray if it were sent again.
const NOT_LEARNT: &[&str] = &["redirect_uri", "request_id", "status_code"];

impl Context {
    /// Takes in all that stands in a body: what is deeper gives way to what is higher.
    pub(crate) fn learn(&mut self, body: &Value) {
        match body {
            Value::Object(fields) => {
                fields.values().for_each(|value| match value {
                    Value::Object(_) | Value::Array(_) => self.learn(value),
                    _ => {}
                });
                for (name, value) in fields {
                    if !is_empty(value) && !NOT_LEARNT.contains(&name.as_str()) {
                        self.set(name, value.clone());
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            _ => {}
        }
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// What is known of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        let aliases = ALIASES.iter().filter(|(field, _)| *field == name);
        let aliases = aliases.flat_map(|(_, aliases)| aliases.iter().copied());
        let found = std::iter::once(name)
            .chain(aliases)
            .find_map(|name| self.0.get(name))?;
        match found {
            // one of several
            Value::Array(items) if name == "recovery_code" => items.first(),
            found => Some(found),
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(_) => true,
        _ => false,
    }
}
