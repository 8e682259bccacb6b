//! What an answer has to carry that logs somebody in, read as its own type and as any JSON.

use serde_json::json;
use stytch_core::{
    Call, ErrorKind, Operation, Proof, Secret, Value, Verb,
    wire::{Object, Receive as _, Slot},
};

use crate::{
    api::client,
    server::{Reply, Server},
};

const MEMBER: Operation = Operation::new("members.log_in", Verb::Post, "/v1/members/log_in").proof(
    Proof::grant(&["session_token", "session_jwt", "member_session.id"])
        .owner(&["member_id", "member_session.member_id"])
        .pending(
            "member_authenticated",
            &["intermediate_session_token", "mfa_required.member_id"],
        ),
);

const USER: Operation = Operation::new("users.log_in", Verb::Post, "/v1/users/log_in").proof(
    Proof::grant(&["session_token", "codes", "attempts"])
        .owner(&["user_id"])
        .asked_by(&["session_duration_minutes", "session_token"]),
);

#[derive(Debug, Default)]
struct Login {
    member_id: String,
    member_authenticated: bool,
    session_token: Secret,
    session_jwt: Secret,
    intermediate_session_token: Option<Secret>,
    member_session: Option<Session>,
    mfa_required: Option<Session>,
    user_id: String,
    codes: Vec<String>,
    attempts: i32,
}

#[derive(Debug, Default)]
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
            "codes" => self.codes.slot(),
            "attempts" => self.attempts.slot(),
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

/// Whether the answer to this request is a login, whatever it is read as.
async fn logs_in(operation: &'static Operation, request: Option<&Value>, answer: &Value) -> bool {
    let server = Server::script([Reply::json(200, answer.clone())]).await;
    let client = client(&server.url());
    let call = || -> Call<Login> {
        let prepared = client.0.prepare(operation);
        match request {
            Some(request) => prepared.serialized(request).into_call(),
            None => prepared.into_call(),
        }
    };
    let any = call().answer_as::<Value>().await;
    if let Err(error) = &any {
        assert_eq!(error.kind(), ErrorKind::MissingProof, "{answer}");
    }
    let own = call().await;
    assert_eq!(own.is_ok(), any.is_ok(), "{answer}");
    if let Err(error) = &own {
        let kinds = [ErrorKind::MissingProof, ErrorKind::Decode];
        assert!(kinds.contains(&error.kind()), "{answer}");
    }
    own.is_ok()
}

#[tokio::test]
async fn an_empty_value_proves_nothing() {
    let full = json!({"session_token": "t", "member_id": "m"});
    assert!(logs_in(&MEMBER, None, &full).await);
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
            assert!(!logs_in(&MEMBER, None, &answer).await, "{answer}");
        }
    }
    for nothing in [
        json!({}),
        json!([]),
        json!(null),
        json!("t"),
        json!({"member_session": {"id": ""}, "member_id": "m"}),
        json!({"member_session": {"id": "s"}}),
        json!({"member_session": "id", "member_id": "m"}),
        json!({"session_token": "t", "member_session": "member_id"}),
    ] {
        assert!(!logs_in(&MEMBER, None, &nothing).await, "{nothing}");
    }
    let nested = json!({"member_session": {"id": "s", "member_id": "m"}});
    assert!(logs_in(&MEMBER, None, &nested).await);
}

#[tokio::test]
async fn a_pending_second_factor_is_no_failure_unless_the_answer_claims_a_login() {
    for (step, value) in [
        ("intermediate_session_token", json!("t")),
        ("mfa_required", json!({"member_id": "m"})),
    ] {
        let mut answer = json!({"member_id": "m", "member_authenticated": false});
        assert!(!logs_in(&MEMBER, None, &answer).await);
        answer[step] = value;
        assert!(logs_in(&MEMBER, None, &answer).await, "{answer}");
        answer["member_authenticated"] = json!(true);
        assert!(!logs_in(&MEMBER, None, &answer).await, "{answer}");
        answer["session_jwt"] = json!("j");
        assert!(logs_in(&MEMBER, None, &answer).await, "{answer}");
    }
}

#[tokio::test]
async fn a_session_is_missing_only_if_it_was_asked_for() {
    let (session, user) = (json!({"session_token": "t"}), json!({"user_id": "u"}));
    for (request, asked) in [
        (None, false),
        (Some(json!({"token": "t"})), false),
        (Some(json!({"session_duration_minutes": 60})), true),
        (Some(json!({"session_duration_minutes": null})), false),
        (Some(json!({"session_token": ""})), false),
        (Some(json!({"session_token": "t"})), true),
    ] {
        let request = request.as_ref();
        assert_eq!(logs_in(&USER, request, &user).await, !asked, "{request:?}");
        assert!(!logs_in(&USER, request, &session).await, "{request:?}");
    }
}

#[tokio::test]
async fn lists_and_numbers_can_be_granted_too() {
    let request = json!({"session_duration_minutes": 60});
    for (granted, nothing) in [
        (
            json!({"user_id": "u", "codes": ["a"]}),
            json!({"user_id": "u", "codes": []}),
        ),
        (
            json!({"user_id": "u", "attempts": 1}),
            json!({"user_id": "u", "attempts": 0}),
        ),
    ] {
        assert!(logs_in(&USER, Some(&request), &granted).await, "{granted}");
        assert!(!logs_in(&USER, Some(&request), &nothing).await, "{nothing}");
    }
}
