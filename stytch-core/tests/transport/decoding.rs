//! Answers as types: what is tolerated, and what an error tells.

use std::{collections::BTreeMap, fmt::Debug};

use serde::{Deserialize as _, de::DeserializeOwned};
use stytch_core::{
    Call, Error, ErrorKind, JsonObject, Operation, Secret, Timestamp, Value, Verb,
    wire::{Object, Operand, Receive as _, Slot},
};

use crate::{
    api::client,
    server::{Reply, Server},
};

#[derive(Clone, Debug, Default, PartialEq)]
struct Member {
    member_id: String,
    admin: bool,
    logins: Option<i32>,
    token: Secret,
    created_at: Option<Timestamp>,
    roles: Vec<String>,
    metadata: JsonObject,
    anything: Value,
    peers: BTreeMap<String, Member>,
    friends: Vec<Member>,
}

impl Object for Member {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "member_id" => self.member_id.slot(),
            "admin" => self.admin.slot(),
            "logins" => self.logins.slot(),
            "token" => self.token.slot(),
            "created_at" => self.created_at.slot(),
            "roles" => self.roles.slot(),
            "metadata" => self.metadata.slot(),
            "anything" => self.anything.slot(),
            "peers" => self.peers.slot(),
            "friends" => self.friends.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Member);

/// A call that is answered with this body, and what answers it.
async fn answered(body: &[u8]) -> (Call<Member>, Server) {
    const OPERATION: Operation = Operation::new("things.get", Verb::Get, "/v1/things");
    let json = [("content-type", "application/json")];
    let server = Server::script([Reply::new(200, &json, body)]).await;
    let client = client(&server.url());
    (client.0.prepare(&OPERATION).into_call(), server)
}

async fn member(body: &str) -> Member {
    let (call, _server) = answered(body.as_bytes()).await;
    call.await.unwrap()
}

/// The place of what can't be read, and what is wrong with it.
async fn problem(body: &[u8]) -> (String, String) {
    let (call, _server) = answered(body).await;
    told(&call.await.unwrap_err())
}

/// The same for a type of the app.
async fn foreign_problem<T: DeserializeOwned + Debug>(body: &str) -> (String, String) {
    let (call, _server) = answered(body.as_bytes()).await;
    told(&call.answer_as::<T>().await.unwrap_err())
}

fn told(error: &Error) -> (String, String) {
    assert_eq!(error.kind(), ErrorKind::Decode);
    let path = error.json_path().unwrap();
    (path.to_owned(), error.message().to_owned())
}

#[tokio::test]
async fn reads_every_kind_of_value() {
    let read = member(
        r#"{"member_id":"m\u0031","admin":true,"logins":3,"token":"t","created_at":"2024-03-01T12:00:00Z",
            "roles":["a","b"],"metadata":{"x":null,"y":[1]},"anything":{"z":1},
            "peers":{"p":{"member_id":"m2"}},"friends":[{"member_id":"m3"}]}"#,
    ).await;
    assert_eq!(read.member_id, "m1");
    assert!(read.admin);
    assert_eq!(read.logins, Some(3));
    assert_eq!(read.token.expose(), "t");
    assert_eq!(
        read.created_at,
        Some("2024-03-01T12:00:00Z".parse().unwrap())
    );
    assert_eq!(read.roles, ["a", "b"]);
    assert_eq!(
        Value::from(read.metadata),
        serde_json::json!({"x": null, "y": [1]})
    );
    assert_eq!(read.anything, serde_json::json!({"z": 1}));
    assert_eq!(read.peers["p"].member_id, "m2");
    assert_eq!(read.friends[0].member_id, "m3");
}

#[tokio::test]
async fn missing_and_null_values_fall_back() {
    assert_eq!(member("{}").await, Member::default());
    let nulls = r#"{"member_id":null,"admin":null,"logins":null,"token":null,"created_at":null,
        "roles":null,"metadata":null,"anything":null,"peers":null,"friends":null,"other":null}"#;
    assert_eq!(member(nulls).await, Member::default());
    assert_eq!(member(r#"{"created_at":""}"#).await.created_at, None);
}

#[tokio::test]
async fn null_elements_are_left_out_of_lists_and_typed_maps() {
    let read =
        member(r#"{"roles":["a",null,"b"],"peers":{"x":null,"y":{}},"friends":[null]}"#).await;
    assert_eq!(read.roles, ["a", "b"]);
    assert_eq!(read.peers.keys().collect::<Vec<_>>(), ["y"]);
    assert!(read.friends.is_empty());
}

#[tokio::test]
async fn unknown_fields_are_ignored_and_the_last_of_equal_ones_counts() {
    let read = member(
        r#"{"new":{"a":[1,{"b":2}]},"member_id":"x","member_id":"y","roles":["a"],"roles":["b"]}"#,
    )
    .await;
    assert_eq!(read.member_id, "y");
    assert_eq!(read.roles, ["b"]);
}

#[test]
fn decodes_from_a_value_too() {
    let value = serde_json::json!({"member_id": "m", "roles": ["a", null], "peers": {"p": {}}});
    assert_eq!(Member::deserialize(value).unwrap().roles, ["a"]);
}

#[tokio::test]
async fn errors_name_the_place_and_the_kinds() {
    for (body, path, what) in [
        (
            r#"{"admin":"yes, expected no"}"#,
            "$.admin",
            "expected a boolean, found a string",
        ),
        (
            r#"{"admin":1}"#,
            "$.admin",
            "expected a boolean, found a number",
        ),
        (
            r#"{"logins":1.5}"#,
            "$.logins",
            "expected a whole number, found a number",
        ),
        (
            r#"{"logins":3000000000}"#,
            "$.logins",
            "expected a number of 32 bits, found a number that does not fit",
        ),
        (
            r#"{"member_id":{"a":1}}"#,
            "$.member_id",
            "expected a string, found an object",
        ),
        (
            r#"{"member_id":[1]}"#,
            "$.member_id",
            "expected a string, found a list",
        ),
        (
            r#"{"member_id":false}"#,
            "$.member_id",
            "expected a string, found a boolean",
        ),
        (
            r#"{"roles":"a"}"#,
            "$.roles",
            "expected a list, found a string",
        ),
        (
            r#"{"roles":["a",2]}"#,
            "$.roles[1]",
            "expected a string, found a number",
        ),
        (
            r#"{"metadata":[]}"#,
            "$.metadata",
            "expected an object, found a list",
        ),
        (
            r#"{"peers":{"secret-key":{"logins":""}}}"#,
            "$.peers.*.logins",
            "expected a whole number, found a string",
        ),
        (
            r#"{"friends":[{},{"friends":[{"created_at":"s3cret"}]}]}"#,
            "$.friends[1].friends[0].created_at",
            "expected an RFC 3339 timestamp, found a string that does not fit",
        ),
        ("[]", "$", "expected an object, found a list"),
        ("null", "$", "expected an object, found null"),
        ("{", "$", "the body breaks off"),
        (
            r#"{"friends":[{"roles":["a"#,
            "$.friends[0].roles[0]",
            "the body breaks off",
        ),
        ("{x}", "$", "not JSON: key must be a string"),
        ("{} x", "$", "not JSON: trailing characters"),
    ] {
        let problem = problem(body.as_bytes()).await;
        assert_eq!((&*problem.0, &*problem.1), (path, what), "{body}");
    }
    let (path, what) = problem(b"{\"member_id\":\"\xff\"}").await;
    assert_eq!(path, "$.member_id");
    assert!(what.starts_with("not JSON: invalid unicode"), "{what}");
}

#[tokio::test]
async fn an_error_leaves_no_steps_for_the_next_one() {
    assert!(serde_json::from_str::<Member>(r#"{"friends":[{"admin":1}]}"#).is_err());
    assert_eq!(problem(br#"{"admin":1}"#).await.0, "$.admin");
}

#[tokio::test]
async fn no_message_of_a_foreign_type_is_repeated() {
    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Foreign {
        kind: Kind,
    }
    #[derive(Debug, serde::Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        A,
    }
    for (body, what) in [
        (
            r#"{"kind":"s3cret"}"#,
            "a value that is none of the known ones",
        ),
        (r#"{"s3cret":1}"#, "a field that is not known"),
        ("{}", "missing field `kind`"),
    ] {
        assert_eq!(foreign_problem::<Foreign>(body).await.1, what);
    }
    let (_, what) = foreign_problem::<std::net::IpAddr>(r#""s3cret: x, expected y""#).await;
    assert_eq!(what, "a value that does not fit");
}

#[test]
fn a_condition_is_an_object_with_two_fields() {
    let good = stytch_core::json!({"filter_name": "status", "filter_value": ["active"]});
    let operand = Operand::deserialize(good).unwrap();
    assert_eq!(operand.filter_name, "status");
    assert_eq!(operand.value::<Vec<String>>().unwrap(), ["active"]);
    assert_eq!(operand.value::<Vec<u8>>(), None);
    for odd in [
        stytch_core::json!(["status", ["active"]]),
        stytch_core::json!({"filter_name": "status"}),
        stytch_core::json!({"filter_value": 1}),
        stytch_core::json!({"filter_name": 1, "filter_value": 1}),
        stytch_core::json!({"filter_name": "a", "filter_value": 1, "more": 1}),
    ] {
        assert!(Operand::deserialize(&odd).is_err(), "{odd}");
    }
}
