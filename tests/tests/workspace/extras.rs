//! What a release does not know yet can be sent and read all the same, with both crates.

use crate::support::{Answer, Server};
use serde_json::json;

#[tokio::test]
async fn a_b2b_update_clears_a_value_and_sends_and_reads_new_ones() {
    use stytch_b2b::{Client, Value, organizations::members};

    let server = Server::start().await;
    server.answer(Answer::json(
        200,
        &json!({"request_id": "r", "member_id": "m", "badge": "gold", "member": {"member_id": "m"}}),
    ));
    let client = Client::builder("project-test-1", "secret");
    let client = client.base_url(&server.url).build().unwrap();
    let request = members::UpdateRequest::new("o", "m").name("Ada");
    let response = client
        .organizations()
        .members()
        .update(request)
        .body_field("mfa_phone_number", Value::Null)
        .body_field("badge", "gold")
        .query("dry_run", true)
        .header("x-trace", "1")
        .session_jwt("a.b.c")
        .response()
        .await
        .unwrap();
    assert_eq!(response.member.member_id.as_str(), "m");
    assert_eq!(response.json::<Value>().unwrap()["badge"], "gold");

    let seen = &server.recorded()[0];
    assert_eq!(
        seen.target,
        "/v1/b2b/organizations/o/members/m?dry_run=true"
    );
    assert_eq!(
        seen.json(),
        Some(json!({"name": "Ada", "mfa_phone_number": null, "badge": "gold"}))
    );
    assert_eq!(seen.header("x-trace"), Some("1"));
    assert_eq!(seen.header("x-stytch-member-sessionjwt"), Some("a.b.c"));
}

#[tokio::test]
async fn a_consumer_update_clears_a_value_and_its_answer_can_be_of_a_type_of_one_s_own() {
    use stytch_consumer::{Client, ErrorKind, Value, users};

    #[derive(serde::Deserialize)]
    struct Updated {
        user_id: String,
        badge: String,
    }

    let server = Server::start().await;
    // an object where the release expects a list
    server.answer(Answer::json(
        200,
        &json!({"user_id": "u", "badge": "gold", "emails": {"first": "a"}}),
    ));
    let client = Client::builder("project-test-1", "secret");
    let client = client.base_url(&server.url).build().unwrap();
    let update = || {
        client
            .users()
            .update(users::UpdateRequest::new("u").external_id("e"))
            .body_field("external_id", Value::Null)
    };
    let error = update().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.json_path()),
        (ErrorKind::Decode, Some("$.emails"))
    );
    let updated: Updated = update().answer_as().await.unwrap();
    assert_eq!(
        (updated.user_id.as_str(), updated.badge.as_str()),
        ("u", "gold")
    );

    let seen = server.recorded();
    assert_eq!(seen[1].target, "/v1/users/u");
    assert_eq!(seen[1].json(), Some(json!({"external_id": null})));

    let error = client
        .users()
        .get(users::GetRequest::new("u"))
        .body_field("badge", "gold")
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.field()),
        (ErrorKind::InvalidRequest, Some("badge"))
    );
    assert!(server.recorded().is_empty());
}
