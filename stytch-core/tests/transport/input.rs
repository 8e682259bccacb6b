//! Values that can't be sent.

use serde_json::json;
use stytch_core::{
    AsProject, Call, Error, ErrorKind, Operation, Secret, Value, Verb,
    m2m::{TokenRequest, exchange},
};

use crate::{
    api::{Thing, client},
    server::{Reply, Server},
};

async fn refused<A>(call: Call<Thing, A>, field: &str) -> Error {
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.field()),
        (ErrorKind::InvalidRequest, Some(field)),
        "{error}"
    );
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(error.operation().is_some() && !error.is_retryable() && !error.may_have_acted());
    error
}

#[tokio::test]
async fn nothing_is_sent_when_a_value_is_refused() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    for id in ["", ".", ".."] {
        refused(client.get(id), "thing_id").await;
        refused(client.update(id, "n"), "thing_id").await;
    }
    for value in ["a\r\nx: y", "a\nb", "a\0", "\u{7f}"] {
        let error = refused(client.get("t").session_token(value), "session_token").await;
        assert!(!format!("{error} {error:?}").contains(value));
        refused(client.get("t").session_jwt(value), "session_jwt").await;
        refused(client.get("t").header("x-a", value), "x-a").await;
        refused(client.get("t").header(value, "v"), "header").await;
    }
    for name in [
        "Authorization",
        "HOST",
        "content-length",
        "Content-Type",
        "Proxy-Authorization",
        "Connection",
        "Transfer-Encoding",
        "Upgrade",
        "x-stytch-member-session",
        "X-Stytch-Member-SessionJWT",
    ] {
        refused(client.get("t").header(name, "v"), &name.to_lowercase()).await;
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn an_empty_member_session_never_becomes_the_rights_of_the_project() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    for empty in ["", " ", "\t", " \t "] {
        refused(client.delete("t").session_token(empty), "session_token").await;
        refused(client.delete("t").session_jwt(empty), "session_jwt").await;
        // an earlier one does not stand in for it
        let call = client.delete("t").session_jwt("j").session_jwt(empty);
        refused(call, "session_jwt").await;
    }
    let call = client.delete("t").session_token(Secret::default());
    refused(call, "session_token").await;
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn an_empty_scope_never_becomes_all_scopes() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    for scopes in [vec![""], vec!["read:a", " "]] {
        let request = TokenRequest::new("m2m-client-test-1", "secret").scopes(scopes);
        let error = exchange(&client.0, request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.field(), Some("scopes"));
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn values_arrive_as_one_segment_and_as_they_were() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    let values = [
        "a/b",
        "a/../b",
        "../x",
        "%2e%2e",
        "%2E",
        "?x=1",
        "#f",
        ";",
        "\\",
        "..\\",
        " ",
        "+",
        "%",
        "a b",
        "...",
        "ünï/çödé",
        "\u{202e}",
        "\0",
        "\r\n",
        "\t",
        "a&b=c",
        "@:",
        "{thing_id}",
        "~",
    ];
    for value in values {
        client.get(value).await.unwrap();
    }
    for (seen, value) in server.seen().iter().zip(values) {
        let segment = seen.target.strip_prefix("/v1/things/").unwrap();
        assert!(
            !segment.contains(['/', '?', '#', '\\', ';']),
            "{value:?} as {segment}"
        );
        let decoded = percent_encoding::percent_decode_str(segment)
            .decode_utf8()
            .unwrap();
        assert_eq!(decoded, value);
    }
    assert_eq!(server.seen().len(), values.len());
}

#[tokio::test]
async fn a_path_must_be_filled_in_order_and_whole() {
    const OPERATION: Operation = Operation::new("a.get", Verb::Get, "/v1/{thing_id}/b/{part_id}");
    let client = client("http://127.0.0.1:1");
    let begin = || client.0.prepare(&OPERATION);
    let thing = || begin().path("thing_id", "t");
    for (request, field) in [
        (begin(), "path"),
        (begin().path("part_id", "p"), "part_id"),
        (thing(), "path"),
        (thing().path("thing_id", "t"), "thing_id"),
        (thing().path("part_id", "p").path("part_id", "p"), "part_id"),
    ] {
        refused::<AsProject>(request.into_call(), field).await;
    }
}

#[tokio::test]
async fn query_values_stay_in_the_query() {
    let server = Server::script([Reply::json(200, serde_json::json!({}))]).await;
    let client = client(&server.url());
    client.list(Some(10), Some("a&b=c#d/é +%")).await.unwrap();
    client.list(None, None).await.unwrap();
    client.list(Some(0), Some("")).await.unwrap();
    let targets: Vec<_> = server.seen().into_iter().map(|seen| seen.target).collect();
    assert_eq!(
        targets,
        [
            "/v1/things?limit=10&cursor=a%26b%3Dc%23d%2F%C3%A9+%2B%25",
            "/v1/things",
            "/v1/things?limit=0&cursor=",
        ]
    );
}

#[tokio::test]
async fn a_body_that_can_not_be_written_is_refused_without_its_values() {
    struct Stubborn;
    impl serde::Serialize for Stubborn {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("s3cret"))
        }
    }
    const OPERATION: Operation = Operation::new("things.create", Verb::Post, "/v1/things");
    let client = client("http://127.0.0.1:1");
    let call: Call<Thing, AsProject> = client
        .0
        .prepare(&OPERATION)
        .serialized(&Stubborn)
        .into_call();
    let error = refused(call, "body").await;
    assert!(!format!("{error} {error:?}").contains("s3cret"));
}

#[tokio::test]
async fn a_free_form_object_is_one() {
    const SET: Operation = Operation::new("things.set", Verb::Post, "/v1/things");

    let server = Server::start(|_| Reply::thing("a")).await;
    let client = client(&server.url());
    let set = |metadata: Option<Value>| {
        let prepared = client.0.prepare(&SET).object("metadata", &metadata);
        prepared.into_call::<Thing, AsProject>()
    };
    for odd in [json!([]), json!("{}"), json!(7), json!(null)] {
        refused(set(Some(odd)), "metadata").await;
    }
    assert_eq!(server.connections(), 0);
    for object in [None, Some(json!({})), Some(json!({"a": [1]}))] {
        set(object).await.unwrap();
    }
}
