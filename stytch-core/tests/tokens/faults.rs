//! The key set when its endpoint, or the network before it, does not do what it should.

use std::{
    future::{Future as _, IntoFuture as _, poll_fn},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    Error, ErrorKind, KeySettings, Timestamp, TokenError,
    testing::{Issuer, OfSession, SigningKey, TestClock, TokenBuilder},
};

use crate::{
    server::{Reply, Request, Server},
    support::{seconds, start, token_error},
};

const DAY: u64 = 24 * 60 * 60;
const HOUR: u64 = 60 * 60;

/// A client that fetches its keys from a server.
struct Fetching {
    clock: TestClock,
    issuer: Issuer,
    client: Client,
}

impl Fetching {
    fn new(server: &Server) -> Self {
        Self::with(
            server,
            KeySettings::default().fetch_timeout(Duration::from_millis(300)),
        )
    }

    fn with(server: &Server, settings: KeySettings) -> Self {
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let ticking = clock.clone();
        let client = Client::builder(issuer.project_id(), "secret-test-MARKER")
            .base_url(&server.url)
            .no_retries()
            .clock(move || stytch_core::Clock::now(&ticking))
            .key_settings(settings)
            .build()
            .unwrap();
        Self {
            clock,
            issuer,
            client,
        }
    }

    fn session(&self) -> TokenBuilder<OfSession> {
        self.issuer
            .member_session("member-test-1", "organization-test-1")
    }

    async fn check(&self, jwt: &str) -> Result<(), Error> {
        self.client
            .sessions()
            .authenticate_jwt_local(jwt)
            .await
            .map(|_| ())
    }

    /// Checks a good token.
    async fn check_good(&self) -> Result<(), Error> {
        let jwt = self.session().mint();
        self.check(&jwt).await
    }
}

/// What comes of something when it is first asked, if it does not wait.
async fn at_once<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut work = std::pin::pin!(work);
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        std::task::Poll::Ready(value) => std::task::Poll::Ready(Some(value)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

/// Waits until something is so.
async fn eventually(what: impl Fn() -> bool) {
    let begin = Instant::now();
    while !what() {
        assert!(begin.elapsed() < seconds(5), "it never was so");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

fn jwks(keys: &[&SigningKey]) -> Value {
    json!({ "keys": keys.iter().map(|key| key.to_jwk()).collect::<Vec<_>>() })
}

fn shared() -> Value {
    Issuer::new().jwks()
}

fn assert_unavailable(error: &Error, name: &str) {
    assert_eq!(
        error.kind(),
        ErrorKind::CheckUnavailable,
        "{name}: {error:?}"
    );
    assert!(std::error::Error::source(error).is_some(), "{name}");
}

#[tokio::test]
async fn a_thousand_callers_at_a_cold_start_make_one_request() {
    let server = Server::start(async |_, _| {
        tokio::time::sleep(Duration::from_millis(50)).await;
        Reply::Json(200, shared())
    })
    .await;
    let fetching = Fetching::new(&server);
    assert!(server.requests().is_empty());
    let jwt: Arc<str> = fetching.session().mint().into();
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let (client, jwt) = (fetching.client.clone(), Arc::clone(&jwt));
            tokio::spawn(async move {
                client
                    .sessions()
                    .authenticate_jwt_local(&jwt)
                    .await
                    .map(|_| ())
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    let Request {
        line,
        headers,
        body,
    } = &requests[0];
    let project = fetching.issuer.project_id();
    assert_eq!(
        *line,
        format!("GET /v1/b2b/sessions/jwks/{project} HTTP/1.1")
    );
    assert!(body.is_empty() && !headers.contains_key("authorization"));
    assert!(headers["user-agent"].starts_with("stytch-rs/"));
}

#[tokio::test]
async fn a_consumer_fetches_from_its_own_address_under_a_path_prefix() {
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let issuer = Issuer::new();
    let client = stytch_consumer::Client::builder(issuer.project_id(), "secret-test")
        .base_url(format!("{}/prefix/", server.url))
        .build()
        .unwrap();
    let jwt = issuer.user_session("user-test-1").mint();
    client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap();
    let line = format!(
        "GET /prefix/v1/sessions/jwks/{} HTTP/1.1",
        issuer.project_id()
    );
    assert_eq!(server.requests()[0].line, line);
}

/// A name, and what is answered.
type Fault = (&'static str, fn() -> Reply);

/// All the ways in which a fetch can fail.
fn faults() -> Vec<Fault> {
    fn raw(text: &str) -> Reply {
        Reply::Raw(text.as_bytes().to_vec())
    }

    vec![
        ("hanging", || Reply::Hang),
        ("closing", || Reply::Close),
        ("status 500", || {
            Reply::Json(500, json!({"error_type": "internal_server_error"}))
        }),
        ("status 404", || Reply::Json(404, json!({}))),
        ("status 204", || raw("HTTP/1.1 204 No Content\r\n\r\n")),
        ("HTML", || {
            raw("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>maintenance</html>")
        }),
        ("no HTTP", || raw("SSH-2.0-OpenSSH_9.6\r\n")),
        ("half a head", || raw("HTTP/1.1 200 OK\r\ncontent-le")),
        ("half a body", || {
            raw(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"ke",
            )
        }),
        ("half a head for ever", || Reply::Huge(0)),
        ("50 MB", || Reply::Huge(50 * 1024 * 1024)),
        ("announced 50 MB", || {
            raw(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 52428800\r\n\r\n{",
            )
        }),
        ("an empty set", || Reply::Json(200, json!({"keys": []}))),
        ("no set", || Reply::Json(200, json!({}))),
        ("null", || Reply::Json(200, json!(null))),
        ("a list for the set", || {
            Reply::Json(200, json!([shared()["keys"]]))
        }),
        ("a set in a list", || Reply::Json(200, json!([shared()]))),
        ("only useless keys", || {
            Reply::Json(200, json!({"keys": [{"kty": "oct", "kid": "k"}]}))
        }),
        ("a redirect", || {
            raw("HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n")
        }),
    ]
}

#[tokio::test]
async fn a_failed_first_fetch_is_answered_to_all_at_once() {
    for (name, reply) in faults() {
        let server = Server::start(move |_, _| async move { reply() }).await;
        let fetching = Fetching::new(&server);
        let jwt: Arc<str> = fetching.session().mint().into();
        let begin = Instant::now();
        let callers: Vec<_> = (0..200)
            .map(|_| {
                let (client, jwt) = (fetching.client.clone(), Arc::clone(&jwt));
                tokio::spawn(async move {
                    client
                        .sessions()
                        .authenticate_jwt_local(&jwt)
                        .await
                        .map(|_| ())
                })
            })
            .collect();
        for caller in callers {
            let error = caller.await.unwrap().unwrap_err();
            assert_unavailable(&error, name);
            assert!(!format!("{error:?}").contains("MARKER"));
        }
        assert!(
            begin.elapsed() < seconds(3),
            "{name}: {:?}",
            begin.elapsed()
        );
        // what another try may cure is tried three times, for all of them together
        let requests = server.requests().len();
        assert!((1..=3).contains(&requests), "{name}: {requests}");
        assert_eq!(server.count("elsewhere"), 0);
    }
}

#[tokio::test]
async fn a_key_set_may_be_a_megabyte_long() {
    for (length, is_read) in [(1000, true), (1050, false)] {
        let mut set = shared();
        set["comment"] = " ".repeat(length * 1000).into();
        let server = Server::start(move |_, _| {
            let set = set.clone();
            async move { Reply::Json(200, set) }
        })
        .await;
        let result = Fetching::new(&server).check_good().await;
        assert_eq!(result.is_ok(), is_read, "{length}: {result:?}");
    }
}

#[tokio::test]
async fn known_keys_serve_on_while_their_endpoint_fails() {
    for (name, reply) in faults() {
        let server = Server::start(move |number, _| async move {
            if number == 0 {
                Reply::Json(200, shared())
            } else {
                reply()
            }
        })
        .await;
        let fetching = Fetching::new(&server);
        fetching.check_good().await.unwrap();
        fetching.clock.advance(seconds(HOUR));
        let jwt = fetching.session().mint();
        for _ in 0..200 {
            at_once(fetching.check(&jwt)).await.expect(name).unwrap();
            tokio::task::yield_now().await;
        }
        eventually(|| server.requests().len() == 2).await;

        // up to a limit
        fetching.clock.advance(seconds(DAY - HOUR - 1));
        fetching.check_good().await.unwrap();
        fetching.clock.advance(seconds(1));
        let error = fetching.check_good().await.unwrap_err();
        assert_unavailable(&error, name);
    }
}

#[tokio::test]
async fn a_slow_endpoint_is_waited_for_by_none_but_the_first() {
    let server = Server::start(async |_, _| {
        tokio::time::sleep(Duration::from_millis(130)).await;
        Reply::Json(200, shared())
    })
    .await;
    let fetching = Fetching::new(&server);
    fetching.check_good().await.unwrap();
    fetching.clock.advance(seconds(HOUR));
    let jwt = fetching.session().mint();
    at_once(fetching.check(&jwt)).await.unwrap().unwrap();
    eventually(|| server.requests().len() == 2).await;
}

#[tokio::test]
async fn an_outage_ends_without_a_storm() {
    let broken = Arc::new(AtomicUsize::new(1));
    let state = Arc::clone(&broken);
    let server = Server::start(move |_, _| {
        let broken = state.load(Ordering::SeqCst) == 1;
        async move {
            if broken {
                Reply::Json(503, json!({}))
            } else {
                Reply::Json(200, shared())
            }
        }
    })
    .await;
    let fetching = Fetching::new(&server);
    // an hour of outage, a caller each second
    for _ in 0..HOUR {
        fetching.check_good().await.unwrap_err();
        fetching.clock.advance(seconds(1));
    }
    // every 30 to 60 seconds after the first few
    let requests = server.requests().len();
    assert!((60..=130).contains(&requests), "{requests}");
    broken.store(0, Ordering::SeqCst);
    fetching.clock.advance(seconds(60));
    fetching.check_good().await.unwrap();
    assert_eq!(server.requests().len(), requests + 1);
}

#[tokio::test]
async fn keys_rotate() {
    let old = Issuer::new().key().named("old");
    let new = SigningKey::generate("new");
    let stage = Arc::new(AtomicUsize::new(0));
    let state = Arc::clone(&stage);
    let keys = [jwks(&[&old]), jwks(&[&old, &new]), jwks(&[&new])];
    let server = Server::start(move |_, _| {
        let set = keys[state.load(Ordering::SeqCst)].clone();
        async move { Reply::Json(200, set) }
    })
    .await;
    let fetching = Fetching::new(&server);
    let by = |key: &SigningKey| {
        fetching
            .session()
            .header("kid", key.key_id())
            .signed_with(key)
            .mint()
    };
    fetching.check(&by(&old)).await.unwrap();

    // minutes later a new key comes, and is used at once
    fetching.clock.advance(seconds(300));
    stage.store(1, Ordering::SeqCst);
    fetching.check(&by(&new)).await.unwrap();
    fetching.check(&by(&old)).await.unwrap();
    assert_eq!(server.requests().len(), 2);

    // the old one goes, which is noticed at the next refresh
    stage.store(2, Ordering::SeqCst);
    fetching.check(&by(&old)).await.unwrap();
    fetching.clock.advance(seconds(HOUR));
    fetching.check(&by(&new)).await.unwrap();
    eventually(|| server.requests().len() == 3).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    fetching.check(&by(&new)).await.unwrap();
    let error = fetching.check(&by(&old)).await.unwrap_err();
    assert_eq!(token_error(&error), TokenError::UnknownKey);
}

#[tokio::test]
async fn unknown_key_names_do_not_reach_the_network() {
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let fetching = Fetching::new(&server);
    fetching.check_good().await.unwrap();
    fetching.clock.advance(seconds(60));
    let flood = async |from: usize| {
        let good = fetching.session().mint();
        for number in from..from + 5000 {
            let jwt = fetching
                .session()
                .header("kid", format!("kid-{number}"))
                .payload("{}");
            // the signature is never looked at
            let jwt = format!("{}.{}", jwt.signing_input(), "A".repeat(342));
            let error = fetching.check(&jwt).await.unwrap_err();
            assert_eq!(token_error(&error), TokenError::UnknownKey);
            if number % 100 == 0 {
                fetching.check(&good).await.unwrap();
            }
        }
    };
    // three at once, then one per cooldown
    for (pause, from, requests) in [(0, 0, 4), (29, 5000, 4), (1, 10_000, 5)] {
        fetching.clock.advance(seconds(pause));
        flood(from).await;
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_cooldown_may_be_as_long_as_it_likes() {
    for cooldown in [seconds(DAY * 365 * 1000), Duration::MAX / 2, Duration::MAX] {
        let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
        let settings = KeySettings::default().cooldown(cooldown);
        let fetching = Fetching::with(&server, settings);
        fetching.check_good().await.unwrap();
        for number in 0..20 {
            let jwt = fetching.session().header("kid", format!("kid-{number}"));
            let error = fetching.check(&jwt.mint()).await.unwrap_err();
            assert_eq!(token_error(&error), TokenError::UnknownKey);
            fetching.clock.advance(seconds(60));
        }
        assert_eq!(server.requests().len(), 4, "{cooldown:?}");
    }
}

#[tokio::test]
async fn a_fetch_may_take_as_long_as_it_likes() {
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let settings = KeySettings::default().fetch_timeout(Duration::MAX);
    Fetching::with(&server, settings)
        .check_good()
        .await
        .unwrap();
}

#[tokio::test]
async fn made_up_names_do_not_lock_out_a_key_that_is_new() {
    let (old, new) = (Issuer::new().key().clone(), SigningKey::generate("new"));
    let rotated = Arc::new(AtomicUsize::new(0));
    let state = Arc::clone(&rotated);
    let keys = [jwks(&[&old]), jwks(&[&old, &new])];
    let server = Server::start(move |_, _| {
        let set = keys[state.load(Ordering::SeqCst)].clone();
        async move { Reply::Json(200, set) }
    })
    .await;
    let fetching = Fetching::new(&server);
    fetching.check_good().await.unwrap();
    for number in 0..2 {
        let made_up = fetching
            .session()
            .header("kid", format!("made-up-{number}"));
        let error = fetching.check(&made_up.mint()).await.unwrap_err();
        assert_eq!(token_error(&error), TokenError::UnknownKey);
    }
    rotated.store(1, Ordering::SeqCst);
    let by_new = fetching.session().header("kid", "new").signed_with(&new);
    fetching.check(&by_new.mint()).await.unwrap();
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_fetch_for_an_unknown_key_holds_up_nobody_else() {
    let server = Server::start(async |number, _| {
        if number == 0 {
            Reply::Json(200, shared())
        } else {
            Reply::Hang
        }
    })
    .await;
    let fetching = Fetching::new(&server);
    let good = fetching.session().mint();
    fetching.check(&good).await.unwrap();
    let odd = fetching.session().header("kid", "other").mint();
    let waiting = tokio::spawn({
        let client = fetching.client.clone();
        async move {
            client
                .sessions()
                .authenticate_jwt_local(&odd)
                .await
                .map(|_| ())
        }
    });
    eventually(|| server.requests().len() == 2).await;
    let begin = Instant::now();
    for _ in 0..100 {
        fetching.check(&good).await.unwrap();
    }
    assert!(begin.elapsed() < Duration::from_millis(250));
    // whether the key exists can't be said
    assert_unavailable(&waiting.await.unwrap().unwrap_err(), "hanging");
}

#[tokio::test]
async fn callers_who_give_up_cancel_nobody() {
    let server = Server::start(async |_, _| {
        tokio::time::sleep(Duration::from_millis(100)).await;
        Reply::Json(200, shared())
    })
    .await;
    let fetching = Fetching::new(&server);
    let jwt: Arc<str> = fetching.session().mint().into();
    let caller = || {
        let (client, jwt) = (fetching.client.clone(), Arc::clone(&jwt));
        tokio::spawn(async move {
            client
                .sessions()
                .authenticate_jwt_local(&jwt)
                .await
                .map(|_| ())
        })
    };
    let (impatient, patient) = (caller(), caller());
    eventually(|| server.requests().len() == 1).await;
    let dropped: Vec<_> = (0..50).map(|_| caller()).collect();
    tokio::task::yield_now().await;
    impatient.abort();
    dropped.iter().for_each(tokio::task::JoinHandle::abort);
    patient.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 1);
    // nor does a caller whom nobody else waits with
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let fetching = Fetching::new(&server);
    let jwt = fetching.session().mint();
    let mut check = fetching
        .client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .into_future();
    let begun = poll_fn(|context| Poll::Ready(Pin::new(&mut check).poll(context).is_pending()));
    assert!(begun.await);
    drop(check);
    eventually(|| server.requests().len() == 1).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    fetching.check(&jwt).await.unwrap();
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn one_client_serves_runtimes_that_come_and_go() {
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().unwrap()
    };
    let serving = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let server = serving.block_on(Server::start(async |_, _| Reply::Json(200, shared())));
    let fetching = Fetching::new(&server);
    // the first goes while its fetch is under way
    let jwt = fetching.session().mint();
    let first = runtime();
    first.block_on(async {
        let check = fetching.client.sessions().authenticate_jwt_local(&jwt);
        let mut check = check.into_future();
        poll_fn(|context| Poll::Ready(Pin::new(&mut check).poll(context).is_pending())).await
    });
    drop(first);
    for _ in 0..3 {
        runtime().block_on(fetching.check_good()).unwrap();
        fetching.clock.advance(seconds(2 * HOUR));
    }
    // the last one is never driven again, and holds a fetch that began there
    let idle = runtime();
    fetching.clock.advance(seconds(HOUR + 1));
    idle.block_on(fetching.check_good()).unwrap();
    fetching.clock.advance(seconds(DAY));
    runtime().block_on(fetching.check_good()).unwrap();
}

#[tokio::test]
async fn given_keys_are_all_there_is() {
    let issuer = Issuer::new();
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let client: Client = issuer.client().base_url(&server.url).build().unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    client
        .sessions()
        .authenticate_jwt_local(&token.mint())
        .await
        .unwrap();
    let jwt = token.header("kid", "other").mint();
    let error = client
        .sessions()
        .authenticate_jwt_local(&jwt)
        .await
        .unwrap_err();
    assert_eq!(token_error(&error), TokenError::UnknownKey);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_clock_that_jumps_does_not_lock_anybody_out() {
    let server = Server::start(async |_, _| Reply::Json(200, shared())).await;
    let fetching = Fetching::new(&server);
    fetching.check_good().await.unwrap();
    for jump in [
        "2020-01-01T00:00:00Z",
        "2030-01-01T00:00:00Z",
        "2025-01-01T00:00:00Z",
    ] {
        fetching.clock.set(jump.parse::<Timestamp>().unwrap());
        fetching.check_good().await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        fetching.check_good().await.unwrap();
    }
}

#[tokio::test]
async fn what_another_try_will_not_heal_is_asked_for_once() {
    for (status, error_type) in [(404, "project_not_found"), (429, "too_many_requests")] {
        let server = Server::start(move |_, _| async move {
            Reply::Json(status, json!({"error_type": error_type}))
        })
        .await;
        let fetching = Fetching::new(&server);
        let error = fetching.check_good().await.unwrap_err();
        assert_unavailable(&error, error_type);
        assert_eq!(server.requests().len(), 1, "{error_type}");
    }
}
