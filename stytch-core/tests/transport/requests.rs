//! What goes over the wire.

use std::time::Duration;

use stytch_core::{Call, Environment, Handle};

use crate::{
    api::{Client, SECRET, Search, builder, client},
    server::{Reply, Server},
};

#[tokio::test]
async fn a_request_carries_what_it_should_and_nothing_else() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = builder(&server.url())
        .application_name("acme/3.1")
        .build()
        .unwrap();
    assert_eq!(client.get("t1").await.unwrap().name, "a");
    let seen = server.only();
    assert_eq!(
        (seen.verb.as_str(), seen.target.as_str()),
        ("GET", "/v1/things/t1")
    );
    assert!(seen.body.is_empty());
    let mut names: Vec<_> = seen.headers.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "authorization", "host", "user-agent"]);
    // echo -n project-test-11111111:secret-test-MARKER-secret | base64
    assert_eq!(
        seen.header("authorization"),
        Some("Basic cHJvamVjdC10ZXN0LTExMTExMTExOnNlY3JldC10ZXN0LU1BUktFUi1zZWNyZXQ=")
    );
    let agent = seen.header("user-agent").unwrap();
    assert_eq!(
        agent,
        concat!("stytch-rs/", env!("CARGO_PKG_VERSION"), " acme/3.1")
    );
}

#[tokio::test]
async fn bodies_are_json_and_only_where_they_belong() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    client.update("t/1", "new").await.unwrap();
    client.delete("t1").await.unwrap();
    client.fingerprint().await.unwrap();
    let seen = server.seen();
    assert_eq!(
        (seen[0].verb.as_str(), seen[0].target.as_str()),
        ("PUT", "/v1/things/t%2F1")
    );
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert_eq!(seen[0].json(), serde_json::json!({"name": "new"}));
    assert_eq!((seen[1].verb.as_str(), seen[1].body.len()), ("DELETE", 0));
    assert_eq!(seen[1].header("content-type"), None);
    assert_eq!(seen[2].body, b"{}");
}

#[tokio::test]
async fn the_fraud_service_has_its_own_address_and_base_paths_are_kept() {
    let (api, fraud) = (
        Server::script([Reply::thing("api")]).await,
        Server::script([Reply::thing("fraud")]).await,
    );
    let client = builder(&format!("{}/a/b/", api.url()))
        .fraud_base_url(format!("{}/f", fraud.url()))
        .build()
        .unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "api");
    assert_eq!(client.fingerprint().await.unwrap().name, "fraud");
    assert_eq!(api.only().target, "/a/b/v1/things/t");
    assert_eq!(fraud.only().target, "/f/v1/fingerprint");
}

#[tokio::test]
async fn one_base_url_is_enough_to_send_every_call_to_a_test_server() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = stytch_core::ClientBuilder::<Client>::new("project-test-1", SECRET)
        .base_url(format!("{}/x", server.url()))
        .no_proxy()
        .build()
        .unwrap();
    client.fingerprint().await.unwrap();
    assert_eq!(server.only().target, "/x/v1/fingerprint");
}

#[tokio::test]
async fn member_sessions_go_into_their_headers() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    client
        .get("t")
        .session_token("tok")
        .session_jwt("jwt")
        .await
        .unwrap();
    client.get("t").await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].header("x-stytch-member-session"), Some("tok"));
    assert_eq!(seen[0].header("x-stytch-member-sessionjwt"), Some("jwt"));
    assert_eq!(seen[1].header("x-stytch-member-session"), None);
    assert_eq!(seen[1].header("x-stytch-member-sessionjwt"), None);
}

#[tokio::test]
async fn headers_of_a_call_are_added_or_replace_the_client_s() {
    let server = Server::script([Reply::thing("a")]).await;
    client(&server.url())
        .get("t")
        .header("x-trace", "1")
        .header("User-Agent", "mine")
        .await
        .unwrap();
    let seen = server.only();
    assert_eq!(
        (seen.header("x-trace"), seen.header("user-agent")),
        (Some("1"), Some("mine"))
    );
}

#[tokio::test]
async fn a_response_tells_what_came_around_the_body() {
    let server = Server::script([
        Reply::reset(),
        Reply::thing("a").with_header("x-region", "eu"),
    ])
    .await;
    let response = client(&server.url()).get("t").response().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-region"], "eu");
    assert_eq!(response.request_id(), Some("req-ok"));
    assert_eq!(response.attempts(), 2);
    assert_eq!(response.name, "a");
    assert_eq!(response.into_inner().name, "a");
}

#[tokio::test]
async fn clones_share_one_pool_and_connections_are_used_again() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    for _ in 0..5 {
        client.clone().get("t").await.unwrap();
        client.fingerprint().await.unwrap();
        client
            .search(&Search {
                query: "q".into(),
                cursor: None,
            })
            .await
            .unwrap();
    }
    assert_eq!((server.requests(), server.connections()), (15, 1));
}

#[tokio::test]
async fn a_client_of_the_app_is_used() {
    let server = Server::script([Reply::thing("a")]).await;
    let mut headers = http::HeaderMap::new();
    headers.insert("x-app", http::HeaderValue::from_static("yes"));
    let http = reqwest::Client::builder()
        .default_headers(headers)
        .no_proxy()
        .build()
        .unwrap();
    let client = stytch_core::ClientBuilder::<Client>::new("project-test-1", SECRET)
        .base_url(server.url())
        .http_client(http)
        .build()
        .unwrap();
    client.get("t").await.unwrap();
    assert_eq!(server.only().header("x-app"), Some("yes"));
}

#[tokio::test]
async fn nothing_is_sent_before_the_await() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    drop(client.get("t"));
    drop(client.get("t").response());
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(server.connections(), 0);
}

#[test]
fn calls_and_their_futures_cross_threads() {
    fn crosses<T: Send>(_: T) {}
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Client>();
    shared::<Handle>();
    shared::<stytch_core::Error>();
    let client = client("http://127.0.0.1:1");
    crosses(client.get("t"));
    crosses(client.get("t").response());
    crosses(std::future::IntoFuture::into_future(client.get("t")));
    crosses(client.list(None, None).stream());
    // even for responses that don't
    let _ = |call: Call<std::rc::Rc<()>>| crosses(call);
}

#[test]
fn a_client_can_be_made_without_a_runtime() {
    let client = client("http://127.0.0.1:1");
    assert_eq!(client.0.environment(), Environment::Test);
    assert_eq!(client.0.project_id(), crate::api::PROJECT);
}
