//! Results that come in pages.

use std::{pin::Pin, time::Duration};

use futures_core::Stream;
use stytch_core::ErrorKind;

use crate::{
    api::{Search, client},
    server::{Reply, Server},
};

fn page(names: &[&str], next: Option<&str>) -> Reply {
    let things: Vec<_> = names
        .iter()
        .map(|name| serde_json::json!({"name": name}))
        .collect();
    Reply::json(
        200,
        serde_json::json!({"things": things, "next_cursor": next}),
    )
}

#[tokio::test]
async fn results_follow_the_cursor_in_the_query() {
    let server = Server::script([
        page(&["a", "b"], Some("c/1")),
        page(&[], Some("c2")),
        page(&["c"], Some("")),
        Reply::refusal(500, "never asked for"),
    ])
    .await;
    let mut stream = client(&server.url()).list(Some(2), None).stream();
    let mut names = Vec::new();
    while let Some(thing) = stream.next().await {
        names.push(thing.unwrap().name);
    }
    assert!(stream.next().await.is_none());
    assert_eq!(names, ["a", "b", "c"]);
    let targets: Vec<_> = server.seen().into_iter().map(|seen| seen.target).collect();
    assert_eq!(
        targets,
        [
            "/v1/things?limit=2",
            "/v1/things?limit=2&cursor=c%2F1",
            "/v1/things?limit=2&cursor=c2"
        ]
    );
}

#[tokio::test]
async fn results_follow_the_cursor_in_the_body() {
    let server = Server::script([page(&["a"], Some("c1")), page(&["b"], None)]).await;
    let search = Search {
        query: "q".into(),
        cursor: Some("c0".into()),
    };
    let mut pages = client(&server.url())
        .search(&search)
        .header("x-a", "1")
        .pages();
    let mut count = 0;
    while let Some(page) = pages.next().await {
        count += page.unwrap().things.len();
    }
    assert_eq!(count, 2);
    let seen = server.seen();
    assert_eq!(
        seen[0].json(),
        serde_json::json!({"query": "q", "cursor": "c0"})
    );
    assert_eq!(
        seen[1].json(),
        serde_json::json!({"query": "q", "cursor": "c1"})
    );
    assert!(
        seen.iter().all(|seen| seen.header("x-a") == Some("1")),
        "options hold for all pages"
    );
}

#[tokio::test]
async fn a_failure_is_given_once_and_ends_it() {
    let server = Server::script([
        page(&["a"], Some("c1")),
        Reply::refusal(401, "unauthorized_credentials"),
    ])
    .await;
    let mut stream = client(&server.url()).list(None, None).stream();
    assert_eq!(stream.next().await.unwrap().unwrap().name, "a");
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_bad_credentials());
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn a_cursor_that_comes_back_ends_it() {
    let server = Server::script([page(&["a"], Some("c1")), page(&["b"], Some("c1"))]).await;
    let client = client(&server.url());
    let mut pages = client.list(None, None).pages();
    assert!(pages.next().await.unwrap().is_ok());
    // the page that it came with is as good as any
    let second = pages.next().await.unwrap().unwrap();
    assert_eq!(second.things[0].name, "b");
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(error.operation(), Some("things.list"));
    assert!(pages.next().await.is_none());
    assert_eq!(server.requests(), 2);

    let server = Server::script([page(&["a"], Some("c1")), page(&["b"], Some("c1"))]).await;
    let mut things = crate::api::client(&server.url()).list(None, None).stream();
    let mut names = Vec::new();
    while let Some(Ok(thing)) = things.next().await {
        names.push(thing.name);
    }
    assert_eq!(names, ["a", "b"]);
    assert!(things.next().await.is_none());
}

#[tokio::test]
async fn nothing_is_fetched_ahead_or_after_the_drop() {
    let server = Server::script([page(&["a", "b"], Some("c1")), page(&["c"], None)]).await;
    let client = client(&server.url());
    drop(client.list(None, None).stream());
    let mut stream = client.list(None, None).stream();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(server.requests(), 0);
    stream.next().await.unwrap().unwrap();
    stream.next().await.unwrap().unwrap();
    assert_eq!(server.requests(), 1);
    drop(stream);
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn a_poll_that_is_given_up_loses_nothing() {
    let server = Server::start(|_| page(&["a"], None).after(Duration::from_millis(60))).await;
    let mut stream = client(&server.url()).list(None, None).stream();
    assert!(
        tokio::time::timeout(Duration::from_millis(10), stream.next())
            .await
            .is_err()
    );
    assert_eq!(stream.next().await.unwrap().unwrap().name, "a");
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn both_are_streams_for_other_crates() {
    async fn count<S: Stream + Unpin>(mut stream: S) -> usize {
        let mut count = 0;
        while std::future::poll_fn(|cx| Pin::new(&mut stream).poll_next(cx))
            .await
            .is_some()
        {
            count += 1;
        }
        count
    }
    let server = Server::start(|seen| {
        let last = seen.target.contains("cursor");
        page(&["a", "b"], (!last).then_some("c1"))
    })
    .await;
    let client = client(&server.url());
    assert_eq!(count(client.list(None, None).stream()).await, 4);
    assert_eq!(count(client.list(None, None).pages()).await, 2);
}
