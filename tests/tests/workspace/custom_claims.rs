//! Custom claims of a session as types of the app's own. The first two tests are the cases that the
//! vendor's Go SDK documents (`AuthenticateWithClaims` with a map and with a struct), with the bodies
//! of its server.

use std::collections::BTreeMap;

use crate::support::{Answer, Server};
use serde::Deserialize;
use serde_json::{Value, json};
use stytch_b2b::{Client, ErrorKind, magic_links, sessions};

const CLAIM: &str = "https://my-app.example.net/custom-claim";

fn client(server: &Server) -> Client {
    let project_id = "project-test-00000000-0000-0000-0000-000000000000";
    let secret = "secret-test-11111111-1111-1111-1111-111111111111";
    Client::builder(project_id, secret)
        .base_url(&server.url)
        .build()
        .unwrap()
}

/// What the server answers to a check of a session with these claims. It leaves most of an ordinary
/// answer out, and member and organization are empty.
fn session_with(custom_claims: &Value) -> Answer {
    Answer::json(
        200,
        &json!({
            "member_session": {
                "expires_at": "2022-06-29T19:53:48Z",
                "last_accessed_at": "2022-06-29T17:54:13Z",
                "member_session_id": "session-test-aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
                "started_at": "2022-06-29T17:53:48Z",
                "member_id": "user-test-00000000-0000-0000-0000-000000000000",
                "custom_claims": custom_claims,
            },
            "member": {},
            "organization": {},
        }),
    )
}

async fn authenticate(custom_claims: &Value) -> sessions::AuthenticateResponse {
    let server = Server::start().await;
    server.answer(session_with(custom_claims));
    let request = sessions::AuthenticateRequest::new().session_token("fake session token");
    let answer = client(&server).sessions().authenticate(request);
    let answer = answer.await.unwrap();

    let recorded = server.recorded();
    assert_eq!(recorded.len(), 1, "no keys are fetched for this");
    assert_eq!(recorded[0].verb, "POST");
    assert_eq!(recorded[0].target, "/v1/b2b/sessions/authenticate");
    assert_eq!(
        recorded[0].json(),
        Some(json!({"session_token": "fake session token"})),
        "the type of the claims is no business of the service",
    );
    answer
}

#[tokio::test]
async fn claims_that_all_look_alike_are_read_as_a_map() {
    let answer = authenticate(&json!({CLAIM: {"claim1": 1, "claim2": 2, "claim3": 3}})).await;

    let claims: BTreeMap<String, BTreeMap<String, i32>> = answer.custom_claims_as().unwrap();

    let inner = [("claim1", 1), ("claim2", 2), ("claim3", 3)];
    let inner = inner.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(claims, BTreeMap::from([(CLAIM.to_owned(), inner.into())]));
    // the rest of the answer is there, and what is not in it is empty
    assert_eq!(
        answer.member_session.member_session_id,
        "session-test-aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"
    );
    let ends = answer.member_session.expires_at.unwrap();
    assert_eq!(ends.to_string(), "2022-06-29T19:53:48Z");
    assert_eq!(answer.member, Default::default());
    assert_eq!(answer.organization, Default::default());
    assert!(answer.session_token.is_empty());
}

#[tokio::test]
async fn claims_of_a_known_structure_are_read_as_a_struct() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct MyApp {
        number: i64,
        array: Vec<Value>,
        nested: Nested,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Nested {
        data: String,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Claims {
        #[serde(rename = "https://my-app.example.net/custom-claim")]
        my_app: MyApp,
    }

    let answer = authenticate(&json!({
        CLAIM: {"number": 1, "array": [1, "foo", null], "nested": {"data": "here"}},
    }))
    .await;

    let claims: Claims = answer.custom_claims_as().unwrap();
    assert_eq!(
        claims,
        Claims {
            my_app: MyApp {
                number: 1,
                array: vec![json!(1), json!("foo"), Value::Null],
                nested: Nested {
                    data: "here".to_owned()
                },
            },
        }
    );
    // the session reads them the same, and as JSON they are as they came
    assert_eq!(
        answer.member_session.custom_claims_as::<Claims>().unwrap(),
        claims
    );
    assert_eq!(
        answer.member_session.custom_claims[CLAIM]["array"][1],
        "foo"
    );
}

#[tokio::test]
async fn claims_of_another_type_are_an_error_that_does_not_repeat_them() {
    let answer = authenticate(&json!({"role": "chief of secrets"})).await;
    let error = answer
        .custom_claims_as::<BTreeMap<String, u8>>()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.json_path(), Some("$.custom_claims"));
    assert!(!format!("{error} {error:?}").contains("chief"), "{error:?}");
}

#[tokio::test]
async fn a_session_without_claims_has_an_empty_map_of_them() {
    for none in [Value::Null, json!({})] {
        let answer = authenticate(&none).await;
        let claims: BTreeMap<String, Value> = answer.custom_claims_as().unwrap();
        assert_eq!(claims, BTreeMap::new());
        #[derive(Deserialize)]
        struct Claims {
            plan: Option<String>,
        }
        assert_eq!(answer.custom_claims_as::<Claims>().unwrap().plan, None);
    }
}

#[tokio::test]
async fn a_login_that_is_not_complete_has_no_claims_and_says_so() {
    let server = Server::start().await;
    let client = client(&server);
    let pending = json!({
        "member_id": "member-test-1",
        "member_authenticated": false,
        "intermediate_session_token": "token",
    });
    let mut with_null = pending.clone();
    with_null["member_session"] = Value::Null;
    for answer in [pending, with_null] {
        server.answer(Answer::json(200, &answer));
        let request = magic_links::AuthenticateRequest::new("token");
        let login = client.magic_links().authenticate(request).await.unwrap();
        let error = login
            .custom_claims_as::<BTreeMap<String, Value>>()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MissingProof);
    }
}

#[tokio::test]
async fn a_session_that_did_not_come_has_no_claims_even_where_it_always_should_come() {
    let nothing = sessions::AuthenticateResponse::default();
    let error = nothing
        .custom_claims_as::<BTreeMap<String, Value>>()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingProof);
}

#[tokio::test]
async fn the_consumer_client_reads_them_alike() {
    let server = Server::start().await;
    server.answer(Answer::json(
        200,
        &json!({"session": {"user_id": "user-test-1", "custom_claims": {"plan": "pro"}}, "user": {}}),
    ));
    let client = stytch_consumer::Client::builder("project-test-1", "secret")
        .base_url(&server.url)
        .build()
        .unwrap();
    let request = stytch_consumer::sessions::AuthenticateRequest::new().session_jwt("jwt");
    let answer = client.sessions().authenticate(request).await.unwrap();
    let claims: BTreeMap<String, String> = answer.custom_claims_as().unwrap();
    assert_eq!(claims["plan"], "pro");
}

#[tokio::test]
async fn a_checked_session_serializes_without_its_tokens() {
    let server = Server::start().await;
    server.answer(Answer::json(
        200,
        &json!({
            "member_session": {"member_session_id": "session-1", "member_id": "member-1",
                "organization_id": "organization-1", "roles": ["admin"]},
            "member": {"member_id": "member-1"},
            "organization": {"organization_id": "organization-1"},
            "session_token": "marker-token", "session_jwt": "marker-jwt",
        }),
    ));
    let issuer = stytch_b2b::testing::Issuer::new();
    let client: Client = issuer.client().base_url(&server.url).build().unwrap();
    let token = issuer.member_session("member-1", "organization-1");
    let young = token.mint();
    let old = token
        .issued_at("2025-01-01T10:00:00Z".parse().unwrap())
        .mint();

    let session = client
        .sessions()
        .authenticate_jwt_local(&young)
        .await
        .unwrap();
    let json = serde_json::to_value(&session).unwrap();
    assert_eq!(json["session"]["member_id"], "member-1");
    assert_eq!(json["verdicts"], json!([]));
    assert_eq!(json.as_object().unwrap().len(), 2);

    let session = client.sessions().authenticate_jwt(&old).await.unwrap();
    assert!(!session.is_local());
    let json = serde_json::to_value(&session).unwrap();
    assert!(!json.to_string().contains("marker"));
    assert_eq!(json["session"]["roles"], json!(["admin"]));
    assert_eq!(json["subject"]["member_id"], "member-1");
    assert_eq!(json["organization"]["organization_id"], "organization-1");
}
