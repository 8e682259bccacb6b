//! Requests, made of the spec and of what somebody knows.

use std::sync::atomic::{AtomicU64, Ordering};

use codegen::resolve::{Client, Field, Kind, Place, Type};
use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::api::Operation;
use super::context::Context;

/// How requests are made up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Style {
    /// As somebody would who knows what to do: nothing that need not be, and names that nobody has.
    Careful,
    /// With whatever may be there, and names that others want, too.
    Random,
}

impl Style {
    /// How many of a hundred optional fields are sent.
    fn optional(self) -> u8 {
        match self {
            Self::Careful => 0,
            Self::Random => 12,
        }
    }
}

/// Makes requests.
pub(crate) struct Composer<'a> {
    pub(crate) context: &'a Context,
    pub(crate) random: &'a mut Rng,
    pub(crate) style: Style,
}

/// A number that was not there yet.
fn fresh() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Composer<'_> {
    /// The parameters of a request. `given` are taken as they are, with `$name` for what is known.
    pub(crate) fn params(&mut self, operation: &Operation, given: &Value) -> Map<String, Value> {
        let mut params = Map::new();
        for field in &operation.method.request {
            let is_needed = field.required || field.place == Place::Path;
            let value = match given.get(&field.wire) {
                Some(Value::String(text)) if text == "-" => None,
                Some(value) => Some(self.resolved(value)),
                None if is_needed || self.chance(self.style.optional()) => {
                    Some(self.field(operation.client, field))
                }
                None => None,
            };
            params.extend(value.map(|value| (field.wire.clone(), value)));
        }
        params
    }

    /// What was given, with what is known in place of names.
    pub(crate) fn resolved(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) if text.ends_with("-$fresh") => {
                json!(text.replace("$fresh", &format!("fresh-{}", fresh())))
            }
            Value::String(text) => match text.strip_prefix('$') {
                Some("fresh") => json!(format!("fresh-{}", fresh())),
                Some("address") => json!(format!("fresh-{}@acme.com", fresh())),
                Some("number") => json!(format!("+1202555{:04}", fresh() % 10_000)),
                Some(text) if text.starts_with('$') => json!(text),
                Some(name) => self.context.get(name).cloned().unwrap_or_default(),
                None => value.clone(),
            },
            Value::Array(items) => items.iter().map(|item| self.resolved(item)).collect(),
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (name.clone(), self.resolved(value)))
                .collect(),
            value => value.clone(),
        }
    }

    fn chance(&mut self, percent: u8) -> bool {
        self.random.u8(0..100) < percent
    }

    fn field(&mut self, client: &Client, field: &Field) -> Value {
        self.value(client, &field.wire, &field.ty)
    }

    fn value(&mut self, client: &Client, name: &str, ty: &Type) -> Value {
        match ty {
            Type::List(inner) => match self.known(name) {
                Some(Value::Array(items)) => Value::Array(items),
                Some(item @ Value::String(_)) => json!([item]),
                _ if self.is_careless() && self.chance(20) => json!([]),
                _ => json!([self.value(client, name, inner)]),
            },
            Type::Bool => json!(self.random.bool()),
            Type::Int32 | Type::Uint32 => json!(self.number(name)),
            Type::Timestamp => json!("2030-01-01T00:00:00Z"),
            Type::Json => json!({ "n": self.random.u8(..) }),
            Type::Map(inner) => json!({ "key": self.value(client, name, inner) }),
            Type::String | Type::Secret => self.text(name),
            Type::Named(index) => match &client.ty(*index).kind {
                Kind::Id(_) => self.text(name),
                Kind::Enum(variants) => {
                    let known = self.known(name);
                    let mut all = variants.iter();
                    match known.filter(|known| all.any(|one| *known == one.wire)) {
                        Some(known) => known,
                        None if self.is_careless() && self.chance(2) => json!("of next year"),
                        None => json!(self.random.choice(variants).unwrap().wire),
                    }
                }
                Kind::Model(fields) => {
                    let mut object = Map::new();
                    for field in fields {
                        if field.required || self.chance(self.style.optional()) {
                            object.insert(field.wire.clone(), self.field(client, field));
                        }
                    }
                    Value::Object(object)
                }
                Kind::Filter(conditions) => {
                    let condition = self.random.choice(conditions).unwrap();
                    let value = self.value(client, &condition.wire, &condition.ty);
                    json!({ "filter_name": condition.wire, "filter_value": value })
                }
            },
        }
    }

    fn is_careless(&self) -> bool {
        matches!(self.style, Style::Random)
    }

    fn known(&mut self, name: &str) -> Option<Value> {
        if self.is_careless() && self.chance(10) {
            return None;
        }
        self.context.get(name).cloned()
    }

    fn text(&mut self, name: &str) -> Value {
        match self.known(name) {
            Some(text @ Value::String(_)) => return text,
            Some(Value::Array(items)) if self.is_careless() => {
                return self.random.choice(items).unwrap_or_default();
            }
            _ => {}
        }
        json!(self.invented(name))
    }

    fn number(&mut self, name: &str) -> i64 {
        match name {
            _ if self.is_careless() && self.chance(3) => -1,
            "limit" => self.random.i64(1..50),
            _ => self.random.i64(5..90),
        }
    }

    /// A text as it could stand in a field.
    fn invented(&mut self, name: &str) -> String {
        let wide = match self.style {
            Style::Careful => fresh(),
            Style::Random => self.random.u64(0..30),
        };
        let some = |random: &mut Rng, texts: &[&str]| (*random.choice(texts).unwrap()).to_owned();
        match name {
            _ if self.is_careless() && self.chance(3) => some(
                self.random,
                &["", "nothing", "\u{202e}\0'\"<x>", "../..", "é"],
            ),
            "email" | "email_address" | "member_emails" | "retired_email" => {
                format!("person-{wide}@acme-{}.com", wide % 3)
            }
            "email_allowed_domains" | "claimed_email_domains" => format!("acme-{}.com", wide % 3),
            "organization_slug" => format!("acme-{wide}"),
            "external_id" | "organization_external_id" => format!("external-{wide}"),
            "phone_number" | "mfa_phone_number" => format!("+1202555{:04}", 100 + wide % 9_000),
            "password" | "new_password" | "existing_password" => some(
                self.random,
                &[
                    "correct horse battery 1947",
                    "violet umbrella 88 rocks",
                    "weak",
                ],
            ),
            "roles" | "role_id" => some(self.random, &["stytch_admin", "stytch_member", "editor"]),
            "redirect_uri" => "https://crm.example.com/callback".to_owned(),
            "scopes" => some(
                self.random,
                &["openid", "email", "offline_access", "read:all"],
            ),
            "response_type" => "code".to_owned(),
            "domain" => "example.com".to_owned(),
            "user_agent" => "Mozilla/5.0 (X11; Linux x86_64)".to_owned(),
            "cidr_block" => "10.0.0.0/8".to_owned(),
            "country_code" => "FR".to_owned(),
            "project_id" => "project-test-soak".to_owned(),
            name if name.ends_with("url") || name.ends_with("urls") => {
                "http://localhost:3000/authenticate".to_owned()
            }
            name => format!("{name} {wide}"),
        }
    }
}
