//! What an answer must carry that logs somebody in or hands out a token.

use crate::{
    JsonObject, Value,
    wire::{Object, Slot},
};

/// What the answer of an operation must carry to be a success.
///
/// Everything else that is missing in an answer falls back to empty. An empty id or session is not
/// something to fall back to: an app that asks `is_ok()` would let a stranger in. So these answers
/// fail with [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) instead.
///
/// Fields are named by their way from the top of the answer, such as `member_session.member_id`. One
/// that is `null`, empty, `false` or 0 is not there, and an object proves nothing by itself: a way
/// leads to a field in it.
///
/// The generated crates attach one to each such operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    grant: Fields,
    owner: Fields,
    pending: Option<Pending>,
    asked_by: Fields,
}

type Fields = &'static [&'static str];

/// How an answer says that the login goes on with another step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pending {
    complete: &'static str,
    step: Fields,
}

impl Proof {
    /// One of these fields must be there: the session or the token that is handed out.
    #[must_use]
    pub const fn grant(grant: &'static [&'static str]) -> Self {
        Self {
            grant,
            owner: &[],
            pending: None,
            asked_by: &[],
        }
    }

    /// One of these must be there, too, whatever else the answer says: whose it is.
    #[must_use]
    pub const fn owner(mut self, owner: &'static [&'static str]) -> Self {
        self.owner = owner;
        self
    }

    /// As long as the flag `complete` is not set, one of the fields of the next `step` will do in
    /// place of what is granted: a second factor is due.
    #[must_use]
    pub const fn pending(mut self, complete: &'static str, step: &'static [&'static str]) -> Self {
        self.pending = Some(Pending { complete, step });
        self
    }

    /// Nothing has to be granted unless the request has one of these fields, such as
    /// `session_duration_minutes`.
    #[must_use]
    pub const fn asked_by(mut self, fields: &'static [&'static str]) -> Self {
        self.asked_by = fields;
        self
    }

    /// Whether a request with this body has to be granted something.
    pub(crate) fn is_asked(&self, body: Option<&[u8]>) -> bool {
        self.asked_by.is_empty()
            || body.is_some_and(|body| any(&mut Json::read(body), self.asked_by))
    }

    /// What is missing in an answer.
    pub(crate) fn missing(&self, asked: bool, answer: &mut dyn Object) -> Option<&'static str> {
        if asked && !any(answer, self.grant) && !self.is_pending(answer) {
            return Some("the answer carries no session or token, although it claims success");
        }
        if !self.owner.is_empty() && !any(answer, self.owner) {
            return Some("the answer does not say whose login it is, although it claims success");
        }
        None
    }

    fn is_pending(&self, answer: &mut dyn Object) -> bool {
        self.pending
            .is_some_and(|pending| !any(answer, &[pending.complete]) && any(answer, pending.step))
    }
}

/// JSON whose fields can be looked up like those of a generated type.
pub(crate) struct Json(JsonObject);

impl Json {
    /// What is no JSON object has no fields.
    pub(crate) fn read(body: &[u8]) -> Self {
        Self(serde_json::from_slice(body).unwrap_or_default())
    }
}

impl Object for Json {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        self.0.get_mut(name).map(Slot::Json)
    }
}

fn any(object: &mut dyn Object, ways: &[&str]) -> bool {
    ways.iter().any(|way| {
        let (first, rest) = split(way);
        object.field(first).is_some_and(|slot| leads(slot, rest))
    })
}

fn split(way: &str) -> (&str, &str) {
    way.split_once('.').unwrap_or((way, ""))
}

/// Whether the rest of a way leads from here to something.
fn leads(slot: Slot<'_>, rest: &str) -> bool {
    match slot {
        Slot::Optional(optional) => optional.get().is_some_and(|slot| leads(slot, rest)),
        Slot::Object(object) => !rest.is_empty() && any(object, &[rest]),
        Slot::Json(value) => json_leads(value, rest),
        _ if !rest.is_empty() => false,
        Slot::Bool(flag) => *flag,
        Slot::I32(number) => *number != 0,
        Slot::U32(number) => *number != 0,
        Slot::String(text) => !text.is_empty(),
        Slot::Text(text) => !text.is_empty(),
        Slot::List(list) => !list.is_empty(),
        Slot::Map(map) => !map.is_empty(),
        Slot::JsonObject(object) => !object.is_empty(),
    }
}

fn json_leads(value: &Value, rest: &str) -> bool {
    match value {
        Value::Object(object) => {
            let (first, further) = split(rest);
            !rest.is_empty()
                && object
                    .get(first)
                    .is_some_and(|value| json_leads(value, further))
        }
        _ if !rest.is_empty() => false,
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
    }
}
