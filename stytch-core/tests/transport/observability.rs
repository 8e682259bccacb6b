//! What an app can see of its calls.

use std::{
    cell::RefCell,
    future::IntoFuture as _,
    io::Write,
    sync::{Arc, Mutex, Once},
    time::Duration,
};

use http::{HeaderName, HeaderValue};
use stytch_core::{AttemptOutcome, AttemptRequest, Observer, Operation, Verb};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::{
    api::{builder, client, quick},
    server::{Reply, Server},
};

thread_local! {
    /// What this thread logs, while somebody wants to know.
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Collects what this thread logs, down to the finest level, until it is turned into text.
///
/// One subscriber serves all tests: scoped ones that come and go on several threads make tracing
/// forget, for a moment, that somebody listens.
pub(crate) struct Logged(());

impl Logged {
    pub(crate) fn start() -> Self {
        static SUBSCRIBER: Once = Once::new();
        SUBSCRIBER.call_once(|| {
            tracing_subscriber::fmt()
                .with_max_level(tracing::Level::TRACE)
                .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
                .with_ansi(false)
                .without_time()
                .with_writer(|| OfThisThread)
                .init();
        });
        LOG.set(Some(Vec::new()));
        Self(())
    }

    pub(crate) fn into_text(self) -> Text {
        Text(String::from_utf8(LOG.take().unwrap()).unwrap())
    }
}

struct OfThisThread;

impl Write for OfThisThread {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.with_borrow_mut(|log| log.as_mut().map(|log| log.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that was logged.
pub(crate) struct Text(pub(crate) String);

impl Text {
    fn line(&self, parts: &[&str]) -> String {
        self.0
            .lines()
            .find(|line| parts.iter().all(|part| line.contains(part)))
            .unwrap_or_else(|| panic!("no line with {parts:?} in\n{}", self.0))
            .to_owned()
    }
}

#[tokio::test]
async fn a_call_is_a_span_and_an_attempt_an_event() {
    let server =
        Server::script([Reply::refusal(429, "too_many_requests"), Reply::thing("a")]).await;
    let client = client(&server.url());
    let log = Logged::start();
    client.get("t-value").await.unwrap();
    let log = log.into_text();
    let end = log.line(&["stytch.call", "close"]);
    for part in [
        "INFO",
        "otel.kind=\"client\"",
        "otel.name=GET /v1/things/{thing_id}",
        "operation=\"things.get\"",
        "http.request.method=\"GET\"",
        "url.template=\"/v1/things/{thing_id}\"",
        "server.address=\"127.0.0.1\"",
        &format!("server.port={}", server.port),
        "http.request.resend_count=1",
        "http.response.status_code=200",
        "request_id=\"req-ok\"",
        "elapsed_ms=",
    ] {
        assert!(end.contains(part), "{part} in {end}");
    }
    assert!(!end.contains("error.type") && !end.contains("otel.status_code"));
    let events: Vec<_> = log
        .0
        .lines()
        .filter_map(|line| line.split_once("attempt finished"))
        .map(|(_, fields)| fields)
        .collect();
    let [first, second] = events[..] else {
        panic!("{events:?}")
    };
    for part in [
        "http.response.status_code=429",
        "error.type=\"api\"",
        "request_id=\"req-refused\"",
        "elapsed_ms=",
        "retry_in_ms=",
    ] {
        assert!(first.contains(part), "{part} in {first}");
    }
    assert!(!first.contains("resend_count"), "{first}");
    for part in [
        "http.request.resend_count=1",
        "http.response.status_code=200",
    ] {
        assert!(second.contains(part), "{part} in {second}");
    }
    assert!(!log.0.contains("t-value"), "path values stay out of spans");
}

#[tokio::test]
async fn a_failed_call_says_so_in_its_span() {
    let server = Server::script([Reply::refusal(404, "x"), Reply::new(200, &[], "[]")]).await;
    let client = client(&server.url());
    let log = Logged::start();
    client.get("t").await.unwrap_err();
    client.get("t").await.unwrap_err();
    client.get("").await.unwrap_err();
    let log = log.into_text();
    log.line(&[
        "close",
        "otel.status_code=\"ERROR\"",
        "error.type=\"api\"",
        "http.response.status_code=404",
        "request_id=\"req-refused\"",
    ]);
    log.line(&[
        "close",
        "error.type=\"decode\"",
        "http.response.status_code=200",
    ]);
    let unsent = log.line(&["close", "error.type=\"invalid_request\""]);
    assert!(!unsent.contains("http.response"), "{unsent}");
    assert!(!log.0.contains("resend_count"), "nothing was sent again");
}

/// The number behind this name.
fn number(line: &str, name: &str) -> u64 {
    let rest = line
        .split_once(&format!("{name}="))
        .unwrap_or_else(|| panic!("no {name} in {line}"))
        .1;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().unwrap()
}

#[derive(Default)]
struct Times(Mutex<Vec<(Duration, Option<Duration>)>>);

impl Observer for Times {
    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        let times = (attempt.elapsed(), attempt.retry_in());
        self.0.lock().unwrap().push(times);
    }
}

#[tokio::test]
async fn times_are_those_of_the_attempt_and_of_the_whole_call() {
    let slow = Duration::from_millis(30);
    let again = Reply::refusal(429, "too_many_requests").with_header("retry-after", "1");
    let server = Server::script([again.after(slow), Reply::thing("a").after(slow)]).await;
    let times = Arc::new(Times::default());
    let client = builder(&server.url())
        .retry(quick())
        .observer(times.clone())
        .build()
        .unwrap();
    let log = Logged::start();
    client.get("t").await.unwrap();
    client.get("t").no_retries().await.unwrap();
    let log = log.into_text();
    let attempts: Vec<_> = log
        .0
        .lines()
        .filter_map(|line| line.split_once("attempt finished"))
        .map(|(_, fields)| number(fields, "elapsed_ms"))
        .collect();
    assert_eq!(attempts.len(), 3);
    assert!(attempts.iter().all(|ms| *ms >= 30), "{attempts:?}");
    assert!(attempts[1] < 1_000, "the wait is no part of an attempt");
    let first = log.line(&["attempt finished", "retry_in_ms"]);
    assert!((1_000..1_010).contains(&number(&first, "retry_in_ms")));
    let call = log.line(&["close", "resend_count"]);
    assert!(number(&call, "elapsed_ms") >= 1_060, "{call}");

    let times = times.0.lock().unwrap();
    assert!(times.iter().all(|(elapsed, _)| *elapsed >= slow));
    assert!(times[1].0 < Duration::from_secs(1));
    let retries: Vec<_> = times.iter().map(|(_, wait)| wait.is_some()).collect();
    assert_eq!(retries, [true, false, false]);
    assert!(times[0].1.unwrap() >= Duration::from_secs(1));
}

#[tokio::test]
async fn what_is_printed_for_debugging_names_the_operation_and_no_values() {
    let client = client("http://127.0.0.1:1");
    let call = || client.get("t-value");
    let operation = "operation: \"things.get\", verb: Get, path: \"/v1/things/{thing_id}\"";
    assert_eq!(
        format!("{:?}", call()),
        format!("Call {{ {operation}, .. }}")
    );
    const LIST: Operation = Operation::new("things.list", Verb::Get, "/v1/things");
    assert_eq!(
        format!("{:?}", client.0.prepare(&LIST)),
        "Call { operation: \"things.list\", verb: Get, path: \"/v1/things\", .. }"
    );
    let future = call().into_future();
    assert_eq!(format!("{future:?}"), "CallFuture { .. }");
    let response = call().response();
    assert_eq!(format!("{response:?}"), "ResponseFuture { .. }");
    let text = format!("{:?} {:?}", client.0, builder("http://127.0.0.1:1"));
    for part in [
        "Handle",
        "vertical: \"b2b\"",
        "project_id: \"project-test-11111111\"",
        "environment: Test",
        "base_url: \"http://127.0.0.1:1\"",
        "ClientBuilder",
        "base_url: Some(\"set\")",
        "max_attempts: 3",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let budget = stytch_core::RetryBudget::new(7, 0.1);
    assert_eq!(
        format!("{budget:?}"),
        "RetryBudget { remaining: Some(7), .. }"
    );
}

#[derive(Default)]
struct Printed(Mutex<Vec<String>>);

impl Observer for Printed {
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        self.0.lock().unwrap().push(format!("{attempt:?}"));
    }

    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        self.0.lock().unwrap().push(format!("{attempt:?}"));
    }
}

#[tokio::test]
async fn attempts_can_be_printed() {
    let server = Server::script([Reply::thing("a")]).await;
    let printed = Arc::new(Printed::default());
    let client = builder(&server.url())
        .observer(printed.clone())
        .build()
        .unwrap();
    client.get("t-value").await.unwrap();
    let printed = printed.0.lock().unwrap();
    assert_eq!(
        printed[0],
        "AttemptRequest { operation: \"things.get\", number: 1, .. }"
    );
    assert!(printed[1].contains("status: Some(200)"), "{}", printed[1]);
    assert!(!printed[1].contains("t-value"), "{}", printed[1]);
}

#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl Observer for Recorder {
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        let line = format!("{} {}", attempt.operation().name(), attempt.number());
        let trace = HeaderValue::from_str(&line).unwrap();
        assert!(attempt.set_header(HeaderName::from_static("x-trace"), trace.clone()));
        assert!(!attempt.set_header(http::header::AUTHORIZATION, trace));
        self.0.lock().unwrap().push(format!("started {line}"));
    }

    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        assert!(attempt.elapsed() < Duration::from_secs(10));
        self.0.lock().unwrap().push(format!(
            "finished {} {} {:?} {:?} {}",
            attempt.operation().name(),
            attempt.number(),
            attempt.status().map(|status| status.as_u16()),
            attempt.error().map(|error| error.kind().as_str()),
            if attempt.retry_in().is_some() {
                "again"
            } else {
                "done"
            },
        ));
    }
}

#[tokio::test]
async fn an_observer_sees_every_attempt_and_can_add_headers() {
    let server = Server::script([
        Reply::reset(),
        Reply::refusal(503, "server_unavailable"),
        Reply::thing("a"),
        Reply::refusal(404, "x"),
    ])
    .await;
    let recorder = Arc::new(Recorder::default());
    let client = builder(&server.url())
        .retry(quick())
        .observer(recorder.clone())
        .build()
        .unwrap();
    client.get("t").await.unwrap();
    client.delete("t").await.unwrap_err();
    assert_eq!(
        *recorder.0.lock().unwrap(),
        [
            "started things.get 1",
            "finished things.get 1 None Some(\"interrupted\") again",
            "started things.get 2",
            "finished things.get 2 Some(503) Some(\"api\") again",
            "started things.get 3",
            "finished things.get 3 Some(200) None done",
            "started things.delete 1",
            "finished things.delete 1 Some(404) Some(\"api\") done",
        ]
    );
    let traces: Vec<_> = server
        .seen()
        .iter()
        .map(|seen| seen.header("x-trace").unwrap().to_owned())
        .collect();
    assert_eq!(
        traces,
        [
            "things.get 1",
            "things.get 2",
            "things.get 3",
            "things.delete 1"
        ]
    );
    assert!(
        server
            .seen()
            .iter()
            .all(|seen| seen.header("authorization").unwrap().starts_with("Basic "))
    );
}
