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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        Secret,
        wire::{self, Receive as _},
    };

    const MEMBER: Proof = Proof::grant(&["session_token", "session_jwt", "member_session.id"])
        .owner(&["member_id", "member_session.member_id"])
        .pending(
            "member_authenticated",
            &["intermediate_session_token", "mfa_required.member_id"],
        );

    const USER: Proof = Proof::grant(&["session_token", "session_jwt"])
        .owner(&["user_id"])
        .asked_by(&["session_duration_minutes", "session_token"]);

    #[derive(Default)]
    struct Login {
        member_id: String,
        member_authenticated: bool,
        session_token: Secret,
        session_jwt: Secret,
        intermediate_session_token: Option<Secret>,
        member_session: Option<Session>,
        mfa_required: Option<Session>,
        user_id: String,
    }

    #[derive(Default)]
    struct Session {
        id: Secret,
        member_id: String,
    }

    impl Object for Login {
        fn field(&mut self, name: &str) -> Option<Slot<'_>> {
            Some(match name {
                "member_id" => self.member_id.slot(),
                "member_authenticated" => self.member_authenticated.slot(),
                "session_token" => self.session_token.slot(),
                "session_jwt" => self.session_jwt.slot(),
                "intermediate_session_token" => self.intermediate_session_token.slot(),
                "member_session" => self.member_session.slot(),
                "mfa_required" => self.mfa_required.slot(),
                "user_id" => self.user_id.slot(),
                _ => return None,
            })
        }
    }

    impl Object for Session {
        fn field(&mut self, name: &str) -> Option<Slot<'_>> {
            Some(match name {
                "id" => self.id.slot(),
                "member_id" => self.member_id.slot(),
                _ => return None,
            })
        }
    }

    /// As read from any JSON; where the generated type takes it in, that must say the same.
    fn missing(proof: &Proof, asked: bool, answer: &Value) -> bool {
        let body = answer.to_string().into_bytes();
        let found = proof.missing(asked, &mut Json::read(&body)).is_some();
        let mut login = Login::default();
        if wire::decode_into(&mut login, &body).is_ok() {
            assert_eq!(
                proof.missing(asked, &mut login).is_some(),
                found,
                "{answer}"
            );
        }
        found
    }

    #[test]
    fn an_empty_value_proves_nothing() {
        let full = json!({"session_token": "t", "member_id": "m"});
        assert!(!missing(&MEMBER, true, &full));
        for empty in [
            json!(null),
            json!(""),
            json!({}),
            json!([]),
            json!(false),
            json!(0),
        ] {
            for field in ["session_token", "member_id"] {
                let mut answer = full.clone();
                answer[field] = empty.clone();
                assert!(missing(&MEMBER, true, &answer), "{answer}");
            }
        }
        for nothing in [json!({}), json!([]), json!(null), json!("t")] {
            assert!(missing(&MEMBER, true, &nothing), "{nothing}");
        }
        let hollow = json!({"member_session": {"id": ""}, "member_id": "m"});
        assert!(missing(&MEMBER, true, &hollow));
        let nested = json!({"member_session": {"id": "s", "member_id": "m"}});
        assert!(!missing(&MEMBER, true, &nested));
        let other = json!({"session_token": "t", "member_session": "member_id"});
        assert!(missing(&MEMBER, true, &other));
    }

    #[test]
    fn a_pending_second_factor_is_no_failure_unless_the_answer_claims_a_login() {
        for (step, value) in [
            ("intermediate_session_token", json!("t")),
            ("mfa_required", json!({"member_id": "m"})),
        ] {
            let mut answer = json!({"member_id": "m", "member_authenticated": false});
            assert!(missing(&MEMBER, true, &answer));
            answer[step] = value;
            assert!(!missing(&MEMBER, true, &answer), "{answer}");
            answer["member_authenticated"] = json!(true);
            assert!(missing(&MEMBER, true, &answer), "{answer}");
            answer["session_jwt"] = json!("j");
            assert!(!missing(&MEMBER, true, &answer), "{answer}");
        }
    }

    #[test]
    fn a_session_is_missing_only_if_it_was_asked_for() {
        for (body, asked) in [
            (json!({"token": "t"}), false),
            (json!({"session_duration_minutes": 60}), true),
            (json!({"session_duration_minutes": null}), false),
            (json!({"session_token": ""}), false),
            (json!({"session_token": "t"}), true),
        ] {
            assert_eq!(
                USER.is_asked(Some(body.to_string().as_bytes())),
                asked,
                "{body}"
            );
            assert_eq!(
                missing(&USER, asked, &json!({"user_id": "u"})),
                asked,
                "{body}"
            );
            assert!(
                missing(&USER, asked, &json!({"session_token": "t"})),
                "{body}"
            );
        }
        assert!(!USER.is_asked(None));
        assert!(MEMBER.is_asked(None));
    }
}
