//! What is sent again and what is not.

use std::time::{Duration, Instant};

use stytch_core::{ErrorKind, RetryBudget, RetryPolicy};

use crate::{
    api::{Client, Search, builder, client, quick},
    server::{Reply, Server, Then},
};

fn search() -> Search {
    Search {
        query: "q".into(),
        cursor: None,
    }
}

fn html(status: u16) -> Reply {
    Reply::new(status, &[("content-type", "text/html")], "<html>")
}

fn truncated() -> Reply {
    Reply::raw(
        "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{",
        Then::Close,
    )
}

/// How many requests arrive when the first one is answered like this.
async fn requests(first: Reply, patience: Duration) -> [usize; 4] {
    let mut counts = [0; 4];
    for (kind, count) in counts.iter_mut().enumerate() {
        let server = Server::script([first.clone(), Reply::thing("a")]).await;
        let client = builder(&server.url())
            .retry(quick())
            .read_timeout(patience)
            .build()
            .unwrap();
        let ok = match kind {
            0 => client.get("t").await.is_ok(),
            1 => client.search(&search()).await.is_ok(),
            2 => client.authenticate("t").await.is_ok(),
            _ => client.delete("t").await.is_ok(),
        };
        *count = server.requests();
        assert_eq!(ok, *count == 2);
    }
    counts
}

#[tokio::test]
async fn reads_are_repeated_and_spent_tokens_are_not() {
    let refused = [2, 2, 2, 2];
    let unclear = [2, 2, 1, 1];
    let last = [1, 1, 1, 1];
    for (first, expected) in [
        (Reply::refusal(429, "too_many_requests"), refused),
        (Reply::refusal(429, "captcha_failed"), last),
        (Reply::refusal(429, "too_few_tokens_authenticated"), last),
        (Reply::refusal(429, "user_lock_limit_reached"), last),
        (Reply::refusal(429, "brand_new"), unclear),
        // Kong says this, and has perhaps tried the backend before
        (
            Reply::json(
                429,
                serde_json::json!({"message": "API rate limit exceeded"}),
            ),
            unclear,
        ),
        (html(429), unclear),
        (html(429).with_header("retry-after", "0"), unclear),
        (html(503).with_header("retry-after", "0"), unclear),
        (
            Reply::refusal(503, "server_unavailable").with_header("retry-after", "0"),
            unclear,
        ),
        (html(503), unclear),
        (html(502), unclear),
        (html(504), unclear),
        (Reply::refusal(503, "server_unavailable"), unclear),
        (Reply::reset(), unclear),
        (Reply::raw("", Then::Close), unclear),
        (truncated(), unclear),
        (html(500), last),
        (html(501), last),
        (Reply::refusal(400, "bad_request"), last),
        (Reply::refusal(401, "unauthorized_credentials"), last),
        (Reply::refusal(404, "member_not_found"), last),
        (Reply::new(307, &[("location", "/")], ""), last),
        (Reply::new(200, &[], "{"), last),
    ] {
        let seen = requests(first.clone(), Duration::from_secs(10)).await;
        assert_eq!(seen, expected, "{first:?}");
    }
    let seen = requests(Reply::hang(), Duration::from_millis(500)).await;
    assert_eq!(seen, unclear, "no answer");
}

#[tokio::test]
async fn a_request_that_found_no_server_is_repeated_whatever_it_does() {
    // a port that nobody listens on for now
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let client = builder(&format!("http://127.0.0.1:{port}"))
        .retry(quick())
        .build()
        .unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.attempts(), 3);
    assert!(error.is_connect() && error.is_retryable() && !error.may_have_acted());
    assert_eq!(
        client
            .authenticate("t")
            .no_retries()
            .await
            .unwrap_err()
            .attempts(),
        1
    );
}

#[tokio::test]
async fn what_an_earlier_attempt_left_open_is_not_forgotten() {
    // the service sees the first attempt, and nobody is there for the second
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        use tokio::io::AsyncReadExt as _;
        let (mut stream, _) = listener.accept().await.unwrap();
        drop(listener);
        let _ = stream.read(&mut [0; 4096]).await.unwrap();
    });
    let error = client(&url).search(&search()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert!(error.is_connect() && error.may_have_acted());
    assert!(
        error.to_string().contains("may have been acted upon"),
        "{error}"
    );
    // a refusal does not settle it either
    let server = Server::script([html(502), Reply::refusal(404, "x")]).await;
    let error = client(&server.url()).get("t").await.unwrap_err();
    assert!(error.is_not_found() && error.may_have_acted(), "{error}");
    // while one refusal after another does
    let throttled = Reply::refusal(429, "too_many_requests");
    let server = Server::script([throttled, Reply::refusal(404, "x")]).await;
    let error = client(&server.url()).get("t").await.unwrap_err();
    assert_eq!(error.attempts(), 2);
    assert!(!error.may_have_acted(), "{error}");
    assert!(!error.to_string().contains("acted"), "{error}");
}

#[tokio::test]
async fn a_429_that_is_not_the_service_s_leaves_open_what_happened() {
    for (reply, open) in [
        (html(429), true),
        (Reply::refusal(429, "too_many_requests"), false),
        (Reply::refusal(429, "brand_new"), false),
    ] {
        let server = Server::script([reply]).await;
        let call = client(&server.url()).authenticate("t").no_retries();
        let error = call.await.unwrap_err();
        assert!(error.is_rate_limited());
        assert_eq!(error.may_have_acted(), open, "{error}");
    }
}

#[tokio::test]
async fn the_line_of_a_failed_connect_ends_with_the_innermost_cause() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = nobody.local_addr().unwrap().port();
    drop(nobody);
    let https = cfg!(any(feature = "rustls", feature = "native-tls"));
    let scheme = if https { "https" } else { "http" };
    for (url, around, innermost) in [
        (
            format!("{scheme}://127.0.0.1:{port}"),
            "",
            "Connection refused (os error 111)",
        ),
        // RFC 6761 sees to it that there is no such name
        (format!("{scheme}://no-such-host.invalid"), "DNS: ", ""),
    ] {
        let builder = builder(&url).no_retries().allow_http(!https);
        let client = builder.build().unwrap();
        let error = client.get("t").await.unwrap_err();
        let line = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Connect, "{line}");
        assert!(line.contains(around) && line.ends_with(innermost), "{line}");
        let mut deepest: &dyn std::error::Error = &error;
        while let Some(deeper) = deepest.source() {
            deepest = deeper;
        }
        assert!(line.ends_with(&format!(": {deepest}")), "{line}");
    }
}

#[tokio::test]
async fn attempts_are_limited_and_told() {
    let server = Server::script([html(502)]).await;
    let client = client(&server.url());
    let error = client.get("t").await.unwrap_err();
    assert_eq!((error.attempts(), server.requests()), (3, 3));
    assert!(error.to_string().contains(", 3 attempts)"), "{error}");
    let error = client
        .get("t")
        .retry(quick().max_attempts(5))
        .await
        .unwrap_err();
    assert_eq!((error.attempts(), server.requests()), (5, 8));
    let error = client.get("t").no_retries().await.unwrap_err();
    assert_eq!((error.attempts(), server.requests()), (1, 9));
    let silent = builder(&server.url()).no_retries().build().unwrap();
    assert_eq!(silent.get("t").await.unwrap_err().attempts(), 1);
}

#[tokio::test]
async fn the_service_says_how_long_to_wait() {
    let server = Server::script([
        Reply::refusal(429, "too_many_requests").with_header("retry-after", "1"),
        Reply::thing("a"),
    ])
    .await;
    let began = Instant::now();
    client(&server.url()).authenticate("t").await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn the_service_says_when_to_come_back() {
    // whole seconds: between one and two from now
    let date = httpdate(std::time::SystemTime::now() + Duration::from_secs(2));
    let server = Server::script([
        Reply::refusal(429, "too_many_requests").with_header("retry-after", &date),
        Reply::thing("a"),
    ])
    .await;
    let began = Instant::now();
    client(&server.url()).get("t").await.unwrap();
    let waited = began.elapsed();
    assert!(
        waited >= Duration::from_millis(950) && waited < Duration::from_secs(4),
        "{waited:?}"
    );
}

fn httpdate(time: std::time::SystemTime) -> String {
    httpdate::fmt_http_date(time)
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_left_to_the_app() {
    let server =
        Server::script([Reply::refusal(429, "too_many_requests").with_header("retry-after", "60")])
            .await;
    let client = client(&server.url());
    let began = Instant::now();
    let error = client.get("t").await.unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(1));
    assert!(error.is_rate_limited());
    assert_eq!(
        (error.retry_after(), error.attempts()),
        (Some(Duration::from_secs(60)), 1)
    );
    // however long it is, an app can add it to the time
    let absurd = Reply::new(429, &[("retry-after", "99999999999")], "");
    let server = Server::script([absurd]).await;
    let call = super::api::client(&server.url()).get("t");
    let wait = call.await.unwrap_err().retry_after().unwrap();
    assert_eq!(wait, Duration::from_secs(7 * 24 * 60 * 60));
    // nor does a wait that the policy allows outlast the deadline
    let patient = RetryPolicy::default().max_retry_after(Duration::from_secs(100));
    let error = client
        .get("t")
        .retry(patient)
        .timeout(Duration::from_secs(5))
        .await
        .unwrap_err();
    assert!(error.is_rate_limited() && began.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn clones_share_the_budget() {
    let server = Server::script([html(502)]).await;
    let budget = RetryBudget::new(4, 0.5);
    let client = builder(&server.url())
        .retry(quick())
        .retry_budget(budget.clone())
        .build()
        .unwrap();
    for _ in 0..10 {
        client.clone().get("t").await.unwrap_err();
    }
    assert_eq!(server.requests(), 14, "ten calls and four retries");
    assert_eq!(budget.remaining(), Some(0));
    // final failures and retries that don't happen cost nothing, successes earn
    let server = Server::script([Reply::thing("a")]).await;
    let client: Client = builder(&server.url())
        .retry_budget(budget.clone())
        .build()
        .unwrap();
    for _ in 0..4 {
        client.get("t").await.unwrap();
    }
    assert_eq!(budget.remaining(), Some(2));
}

#[tokio::test]
async fn a_connection_that_was_closed_while_idle_goes_unnoticed() {
    // the server closes after each answer without saying so beforehand
    let server = Server::start(|_| Reply {
        then: Then::Close,
        ..Reply::thing("a")
    })
    .await;
    let client = client(&server.url());
    for _ in 0..3 {
        // nothing was sent on the dead connection, so this holds for spent tokens, too
        let response = client.authenticate("t").response().await.unwrap();
        assert_eq!(response.attempts(), 1);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!((server.requests(), server.connections()), (3, 3));
}

#[tokio::test]
async fn a_connection_that_breaks_under_the_request_is_never_used_for_a_second_try_of_a_spent_token()
 {
    // the second request on a connection is read and then cut off
    let server = Server::start(|seen| match seen.index {
        0 | 2 => Reply::thing("a"),
        _ => Reply::reset(),
    })
    .await;
    let client = client(&server.url());
    client.get("t").await.unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(server.requests(), 2);
    client.get("t").await.unwrap();
}
