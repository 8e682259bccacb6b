//! What an answer must carry that logs somebody in or hands out a token.

use crate::{JsonObject, Value};

/// What the answer of an operation must carry to be a success.
///
/// Everything else that is missing in an answer falls back to empty. An empty id or session is not
/// something to fall back to: an app that asks `is_ok()` would let a stranger in. So these answers
/// fail with [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) instead.
///
/// Fields are named by their way from the top of the answer, such as `member_session.member_id`. One
/// that is `null`, empty, `false` or 0 is not there.
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
        let asked = |body| {
            serde_json::from_slice::<JsonObject>(body).is_ok_and(|body| any(&body, self.asked_by))
        };
        self.asked_by.is_empty() || body.is_some_and(asked)
    }

    /// What is missing in an answer.
    pub(crate) fn missing(&self, asked: bool, answer: &[u8]) -> Option<&'static str> {
        let answer: JsonObject = serde_json::from_slice(answer).unwrap_or_default();
        let is_pending =
            |pending: &Pending| !any(&answer, &[pending.complete]) && any(&answer, pending.step);
        if asked && !any(&answer, self.grant) && !self.pending.as_ref().is_some_and(is_pending) {
            return Some("the answer carries no session or token, although it claims success");
        }
        if !self.owner.is_empty() && !any(&answer, self.owner) {
            return Some("the answer does not say whose login it is, although it claims success");
        }
        None
    }
}

fn any(object: &JsonObject, fields: &[&str]) -> bool {
    fields.iter().any(|way| {
        let (first, rest) = way.split_once('.').unwrap_or((way, ""));
        match object.get(first) {
            Some(Value::Object(inner)) if !rest.is_empty() => any(inner, &[rest]),
            Some(value) => rest.is_empty() && says_something(value),
            None => false,
        }
    })
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(object) => object.values().any(says_something),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const MEMBER: Proof = Proof::grant(&["session_token", "session_jwt", "member_session"])
        .owner(&["member_id", "member_session.member_id"])
        .pending(
            "member_authenticated",
            &["intermediate_session_token", "mfa_required"],
        );

    const USER: Proof = Proof::grant(&["session_token", "session_jwt"])
        .owner(&["user_id"])
        .asked_by(&["session_duration_minutes", "session_token"]);

    fn missing(proof: &Proof, asked: bool, answer: &Value) -> bool {
        proof
            .missing(asked, answer.to_string().as_bytes())
            .is_some()
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
        let hollow = json!({"member_session": {"member_id": ""}, "member_id": "m"});
        assert!(missing(&MEMBER, true, &hollow));
        let nested = json!({"member_session": {"member_id": "m"}});
        assert!(!missing(&MEMBER, true, &nested));
        let other = json!({"session_token": "t", "member_session": "member_id"});
        assert!(missing(&MEMBER, true, &other));
    }

    #[test]
    fn a_pending_second_factor_is_no_failure_unless_the_answer_claims_a_login() {
        for step in ["intermediate_session_token", "mfa_required"] {
            let mut answer = json!({"member_id": "m", "member_authenticated": false});
            assert!(missing(&MEMBER, true, &answer));
            answer[step] = json!({"member_id": "m"});
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
