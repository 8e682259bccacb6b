//! What a call carries beyond its request, and what an answer holds beyond its type.

use serde_json::json;
use stytch_core::{Call, ErrorKind, Operation, Value, Verb};

use crate::{
    api::{Client, Search, Thing, Things, client, quick},
    server::{Reply, Seen, Server},
};

fn search(client: &Client) -> Call<Things> {
    client.search(&Search {
        query: "q".into(),
        cursor: None,
    })
}

fn page(next: Option<&str>) -> Reply {
    Reply::json(200, json!({"things": [{"name": "a"}], "next_cursor": next}))
}

#[tokio::test]
async fn further_fields_parameters_and_headers_travel_with_a_call() {
    let server = Server::script([Reply::thing("a")]).await;
    client(&server.url())
        .update("t", "new")
        .body_field("color", "red")
        .body_field("limits", json!({"logins": 3}))
        .query("dry_run", true)
        .header("x-trace", "1")
        .await
        .unwrap();
    let seen = server.only();
    assert_eq!(
        (seen.verb.as_str(), seen.target.as_str()),
        ("PUT", "/v1/things/t?dry_run=true")
    );
    assert_eq!(
        seen.json(),
        json!({"name": "new", "color": "red", "limits": {"logins": 3}})
    );
    assert_eq!(seen.header("x-trace"), Some("1"));
    assert_eq!(seen.header("content-type"), Some("application/json"));
    let length = seen.body.len().to_string();
    assert_eq!(seen.header("content-length"), Some(length.as_str()));
}

#[tokio::test]
async fn a_null_is_sent_as_one() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    let update = || client.update("t", "new");
    update().body_field("phone", Value::Null).await.unwrap();
    update().body_field("phone", None::<&str>).await.unwrap();
    update().body_field("name", Value::Null).await.unwrap();
    let bodies: Vec<_> = server.seen().iter().map(Seen::json).collect();
    assert_eq!(
        bodies,
        [
            json!({"name": "new", "phone": null}),
            json!({"name": "new", "phone": null}),
            json!({"name": null}),
        ]
    );
}

#[tokio::test]
async fn what_is_given_later_takes_the_place_of_what_was_given_before() {
    let server = Server::script([Reply::thing("a"), page(None)]).await;
    let client = client(&server.url());
    client
        .update("t", "typed")
        .body_field("name", json!({"first": "a", "last": "b"}))
        .body_field("name", json!({"first": "c"}))
        .await
        .unwrap();
    client
        .list(Some(2), Some("c"))
        .query("limit", 5)
        .query("limit", 7)
        .await
        .unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].json(), json!({"name": {"first": "c"}}));
    assert_eq!(seen[1].target, "/v1/things?cursor=c&limit=7");
}

#[tokio::test]
async fn a_parameter_can_not_change_where_a_call_leads() {
    let server = Server::script([Reply::thing("a")]).await;
    client(&server.url())
        .get("t")
        .query("a&admin=1#", "b&c=d/../é ?")
        .await
        .unwrap();
    assert_eq!(
        server.only().target,
        "/v1/things/t?a%26admin%3D1%23=b%26c%3Dd%2F..%2F%C3%A9+%3F"
    );
}

#[tokio::test]
async fn a_call_that_sends_nothing_yet_gets_a_body_if_its_verb_has_one() {
    const START: Operation = Operation::new("things.start", Verb::Post, "/v1/things/start");
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    let start: Call<Thing> = client.0.prepare(&START).into_call();
    start.body_field("color", "red").await.unwrap();
    let seen = server.only();
    assert_eq!(seen.json(), json!({"color": "red"}));
    assert_eq!(seen.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn what_a_call_can_not_carry_is_refused_by_name_before_anything_is_sent() {
    const LISTED: Operation = Operation::new("things.listed", Verb::Post, "/v1/things/listed");
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    let listed: Call<Thing> = client.0.prepare(&LISTED).serialized(&[1]).into_call();
    for (call, field) in [
        (client.list(None, None).body_field("color", "red"), "color"),
        (search(&client).body_field("", "red"), "body"),
        (search(&client).query("", "red"), "query"),
        // the first mistake is told, and nothing that follows heals it
        (
            search(&client).body_field("", 1).body_field("color", "red"),
            "body",
        ),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.field(), Some(field), "{error}");
    }
    let delete = client.delete("t").body_field("color", "red").await;
    assert_eq!(delete.unwrap_err().field(), Some("color"));
    let listed = listed.body_field("color", "red").await;
    assert_eq!(listed.unwrap_err().field(), Some("color"));
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_retry_carries_the_same_and_extras_make_nothing_repeatable() {
    let server = Server::script([Reply::reset(), page(None)]).await;
    search(&client(&server.url()))
        .body_field("color", "red")
        .query("dry_run", 1)
        .await
        .unwrap();
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].body, seen[1].body);
    assert_eq!(seen[1].target, "/v1/things/search?dry_run=1");

    let server = Server::script([Reply::reset(), Reply::thing("a")]).await;
    let login = client(&server.url()).authenticate("t");
    let error = login.body_field("color", "red").retry(quick()).await;
    assert_eq!((error.unwrap_err().attempts(), server.requests()), (1, 1));
}

#[tokio::test]
async fn each_page_is_asked_for_with_the_same_extras() {
    let pages = || [page(Some("c1")), page(Some("c2")), page(None)];
    let server = Server::script(pages()).await;
    let mut stream = search(&client(&server.url()))
        .body_field("color", "red")
        .query("dry_run", 1)
        .header("x-trace", "1")
        .stream();
    while let Some(thing) = stream.next().await {
        thing.unwrap();
    }
    let seen = server.seen();
    let cursors = [Value::Null, json!("c1"), json!("c2")];
    assert_eq!(seen.len(), cursors.len());
    for (seen, cursor) in seen.iter().zip(cursors) {
        let body = seen.json();
        assert_eq!((&body["color"], &body["cursor"]), (&json!("red"), &cursor));
        assert_eq!(seen.target, "/v1/things/search?dry_run=1");
        assert_eq!(seen.header("x-trace"), Some("1"));
    }

    let server = Server::script(pages()).await;
    let list = client(&server.url()).list(Some(1), None);
    let mut stream = list.query("color", "red").pages();
    while let Some(page) = stream.next().await {
        page.unwrap();
    }
    let targets: Vec<_> = server.seen().into_iter().map(|seen| seen.target).collect();
    assert_eq!(
        targets,
        [
            "/v1/things?limit=1&color=red",
            "/v1/things?limit=1&color=red&cursor=c1",
            "/v1/things?limit=1&color=red&cursor=c2",
        ]
    );
}

#[tokio::test]
async fn a_session_that_an_extra_field_asks_for_must_come() {
    let hollow = Reply::json(200, json!({"thing_id": "t", "request_id": "r"}));
    let server = Server::script([hollow]).await;
    let client = client(&server.url());
    let minutes = "session_duration_minutes";
    client.log_in(None).await.unwrap();
    let asked = || client.log_in(None).body_field(minutes, 60);
    for error in [
        asked().await.unwrap_err(),
        asked().response().await.unwrap_err(),
        // no way around it leads over another type
        asked().answer_as::<Value>().await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::MissingProof);
        assert_eq!(error.request_id(), Some("r"));
    }
    let taken_back = client.log_in(Some(60)).body_field(minutes, Value::Null);
    taken_back.await.unwrap();
}

#[tokio::test]
async fn an_answer_gives_its_json_as_it_came() {
    let text = r#"{ "name":"a","tags":null, "color" : {"r":1.50}, "request_id":"req-1"}"#;
    let headers = [("content-type", "application/json")];
    let server = Server::script([Reply::new(200, &headers, text)]).await;
    let response = client(&server.url()).get("t").response().await.unwrap();
    assert_eq!(response.name, "a");
    assert_eq!(response.raw_json(), text.as_bytes());
    let json: Value = response.json().unwrap();
    assert_eq!(json["color"]["r"], 1.5);

    #[derive(Debug, serde::Deserialize)]
    struct Color {
        color: String,
    }
    let error = response.json::<Color>().map(|read| read.color).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), Some("things.get"));
    assert_eq!(error.request_id(), Some("req-1"));
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (200, 1)
    );
}

#[tokio::test]
async fn an_answer_of_another_shape_can_be_read_as_another_type() {
    let server = Server::script([Reply::json(200, json!({"name": {"first": "a"}}))]).await;
    let client = client(&server.url());
    let error = client.get("t").await.unwrap_err();
    assert_eq!(error.json_path(), Some("$.name"));
    // options hold for it, and what a member may do it does as the member
    let call = client.get("t").header("x-trace", "1").session_token("tok");
    let json = call.answer_as::<Value>().await.unwrap();
    assert_eq!(json["name"]["first"], "a");
    let seen = &server.seen()[1];
    assert_eq!(seen.header("x-trace"), Some("1"));
    assert_eq!(seen.header("x-stytch-member-session"), Some("tok"));
}

#[tokio::test]
async fn neither_what_is_added_nor_the_raw_json_is_printed() {
    let reply = json!({"name": "a", "color": "MARKER"});
    let server = Server::script([Reply::json(200, reply)]).await;
    let call = client(&server.url())
        .update("t", "n")
        .body_field("color", "MARKER")
        .query("color", "MARKER");
    let printed = format!("{call:?} {call:#?}");
    assert!(!printed.contains("MARKER"), "{printed}");
    let response = call.response().await.unwrap();
    let printed = format!("{response:?}");
    assert!(
        printed.contains("\"a\"") && printed.contains("200"),
        "{printed}"
    );
    assert!(!printed.contains("MARKER") && !printed.contains("77, 65, 82"));
}
