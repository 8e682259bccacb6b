//! Time limits and dropped calls.

use std::time::{Duration, Instant};

use stytch_core::ErrorKind;

use crate::{
    api::{builder, client, quick},
    server::{Reply, Server, Then},
};

const SHORT: Duration = Duration::from_millis(80);

#[tokio::test]
async fn a_call_ends_with_its_deadline() {
    let server = Server::script([Reply::hang()]).await;
    let client = client(&server.url());
    let began = Instant::now();
    let error = client.authenticate("t").timeout(SHORT).await.unwrap_err();
    let took = began.elapsed();
    assert!(took >= SHORT && took < SHORT * 4, "{took:?}");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout() && error.is_retryable() && error.may_have_acted());
    assert_eq!((error.attempts(), error.status()), (1, None));
}

#[tokio::test]
async fn the_deadline_covers_all_attempts_and_the_waits_between_them() {
    let server =
        Server::start(|_| Reply::new(502, &[], "x").after(Duration::from_millis(30))).await;
    let policy = quick().max_attempts(1_000);
    let client = builder(&server.url())
        .retry(policy)
        .timeout(SHORT * 3)
        .build()
        .unwrap();
    let began = Instant::now();
    let error = client.get("t").await.unwrap_err();
    let took = began.elapsed();
    assert!(took < SHORT * 5, "{took:?}");
    assert!(error.attempts() > 2, "{error}");
    // either the last answer, or the clock ran out while waiting for one
    assert!(error.is_server_error() || error.is_timeout(), "{error}");
}

#[tokio::test]
async fn the_deadline_covers_the_body() {
    let half = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";
    let server = Server::script([Reply::raw(half, Then::Hang)]).await;
    let error = client(&server.url())
        .authenticate("t")
        .timeout(SHORT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Timeout, 200)
    );
}

#[tokio::test]
async fn silence_is_limited_too() {
    let half = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";
    for reply in [Reply::hang(), Reply::raw(half, Then::Hang)] {
        let server = Server::script([reply, Reply::thing("a")]).await;
        let client = builder(&server.url())
            .read_timeout(SHORT)
            .retry(quick())
            .build()
            .unwrap();
        // a read is repeated after it
        assert_eq!(client.get("t").response().await.unwrap().attempts(), 2);
    }
    let server = Server::script([Reply::hang()]).await;
    let client = builder(&server.url()).read_timeout(SHORT).build().unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!(error.message(), "nothing was received for 80ms");
}

#[tokio::test]
async fn a_slow_body_that_keeps_coming_is_no_silence() {
    // longer than the read timeout altogether, but never that long without a byte
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await.unwrap();
        let body = r#"{"name":"slow"}"#;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).await.unwrap();
        for byte in body.bytes() {
            tokio::time::sleep(SHORT / 4).await;
            stream.write_all(&[byte]).await.unwrap();
        }
    });
    let client = builder(&url).read_timeout(SHORT).build().unwrap();
    assert_eq!(client.authenticate("t").await.unwrap().name, "slow");
}

#[tokio::test]
async fn connecting_is_limited_and_known_to_have_sent_nothing() {
    // a listener that accepts nothing, with a queue that is full
    let listener = tokio::net::TcpSocket::new_v4().unwrap();
    listener.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = listener.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(Ok(stream)) =
        tokio::time::timeout(SHORT, tokio::net::TcpStream::connect(address)).await
    {
        waiting.push(stream);
    }
    let client = builder(&format!("http://{address}"))
        .connect_timeout(SHORT)
        .retry(quick().max_attempts(2))
        .build()
        .unwrap();
    let error = client.authenticate("t").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 2));
    assert!(error.is_timeout() && error.is_connect() && !error.may_have_acted());
}

#[tokio::test]
async fn a_deadline_of_zero_or_for_ever_is_fine() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = client(&server.url());
    for _ in 0..20 {
        let error = client.get("t").timeout(Duration::ZERO).await.unwrap_err();
        assert!(error.is_timeout());
    }
    assert_eq!(
        server.requests(),
        0,
        "nothing is sent when there is no time"
    );
    client.get("t").timeout(Duration::MAX).await.unwrap();
    let endless = builder(&server.url())
        .read_timeout(Duration::MAX)
        .timeout(Duration::MAX);
    endless.build().unwrap().get("t").await.unwrap();
}

#[tokio::test]
async fn a_dropped_call_leaves_nothing_behind() {
    let server = Server::start(|seen| {
        if seen.target.ends_with("hang") {
            Reply::hang()
        } else {
            Reply::thing("a")
        }
    })
    .await;
    let client = client(&server.url());
    client.get("t").await.unwrap();
    let tasks = || {
        tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
    };
    let (tasks_before, open_before) = (tasks(), server.open());
    for _ in 0..20 {
        let calls: Vec<_> = (0..5)
            .map(|_| {
                let call = client.get("hang").timeout(Duration::from_secs(600));
                tokio::time::timeout(
                    Duration::from_millis(10),
                    std::future::IntoFuture::into_future(call),
                )
            })
            .collect();
        for call in calls {
            assert!(call.await.is_err(), "given up");
        }
    }
    // the other ends notice
    for _ in 0..100 {
        if server.open() <= open_before && tasks() <= tasks_before {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(
        server.open() <= open_before,
        "{} connections",
        server.open()
    );
    assert!(
        tasks() <= tasks_before,
        "{} tasks, {tasks_before} before",
        tasks()
    );
    client.get("t").await.unwrap();
}

#[tokio::test]
async fn a_call_dropped_while_waiting_for_its_retry_is_not_sent_again() {
    let server =
        Server::script([Reply::refusal(429, "too_many_requests").with_header("retry-after", "1")])
            .await;
    let client = client(&server.url());
    let call = std::future::IntoFuture::into_future(client.get("t"));
    assert!(
        tokio::time::timeout(Duration::from_millis(100), call)
            .await
            .is_err()
    );
    tokio::time::sleep(Duration::from_millis(1_300)).await;
    assert_eq!(server.requests(), 1);
}
