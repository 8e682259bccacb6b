//! Machines: getting tokens and checking them.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use serde_json::json;
use stytch_b2b::Client;
use stytch_core::{AuthorizationError, Clock, ErrorKind, m2m::TokenRequest, testing::TestClock};

use crate::{
    server::{Reply, Server},
    support::{World, authorization_error, seconds, start},
};

fn client(server: &Server, clock: &TestClock) -> Client {
    let clock = clock.clone();
    Client::builder("project-test-1", "secret-of-project")
        .base_url(&server.url)
        .no_retries()
        .clock(move || clock.now())
        .build()
        .unwrap()
}

fn request() -> TokenRequest {
    TokenRequest::new("m2m-client-test-1", "sëcret&of=machine")
}

#[tokio::test]
async fn a_token_is_asked_for_in_the_form_of_oauth() {
    let server = Server::start(async |_, _| {
        let body = json!({
            "access_token": "marker", "token_type": "bearer", "expires_in": 3600,
            "request_id": "request-id-test-1", "status_code": 200,
        });
        Reply::Json(200, body)
    })
    .await;
    let client = client(&server, &TestClock::at(start()));
    let response = client.m2m().token(request()).await.unwrap();
    assert_eq!(response.access_token.expose(), "marker");
    assert_eq!(
        (&*response.token_type, response.expires_in),
        ("bearer", Some(3600))
    );
    assert_eq!(
        (&*response.request_id, response.status_code),
        ("request-id-test-1", 200)
    );
    assert!(!format!("{response:?} {:?}", request()).contains("marker"));
    client
        .m2m()
        .token(request().scopes(["read:users", "write:*"]))
        .await
        .unwrap();
    let requests = server.requests();
    for request in &requests {
        assert_eq!(
            request.line,
            "POST /v1/public/project-test-1/oauth2/token HTTP/1.1"
        );
        assert_eq!(
            request.headers["content-type"],
            "application/x-www-form-urlencoded"
        );
        assert!(!request.headers.contains_key("authorization"));
    }
    let form = "grant_type=client_credentials&client_id=m2m-client-test-1\
                &client_secret=s%C3%ABcret%26of%3Dmachine";
    assert_eq!(requests[0].body, form);
    assert_eq!(
        requests[1].body,
        format!("{form}&scope=read%3Ausers+write%3A*")
    );
}

#[tokio::test]
async fn a_refusal_in_the_form_of_oauth_is_read() {
    let server = Server::start(async |_, _| {
        let body = json!({
            "error": "invalid_client", "error_description": "No.", "error_uri": "https://u",
            "request_id": "request-id-test-1", "status_code": 401,
        });
        Reply::Json(401, body)
    })
    .await;
    let client = client(&server, &TestClock::at(start()));
    let error = client.m2m().token(request()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_type("invalid_client") && error.is_bad_credentials());
    assert_eq!(error.request_id(), Some("request-id-test-1"));
    // and a source passes it on
    let error = client
        .m2m()
        .token_source(request())
        .token()
        .await
        .unwrap_err();
    assert!(error.is_type("invalid_client"));
}

/// A service that hands out numbered tokens that live for an hour, unless it is broken.
async fn service(broken: &Arc<AtomicUsize>) -> Server {
    let broken = Arc::clone(broken);
    Server::start(move |number, _| {
        let broken = broken.load(Ordering::SeqCst) == 1;
        async move {
            if broken {
                return Reply::Json(500, json!({}));
            }
            let token = format!("token-{number}");
            Reply::Json(200, json!({"access_token": token, "expires_in": 3600}))
        }
    })
    .await
}

#[tokio::test]
async fn a_source_of_a_client_that_waits_for_ever_gets_its_token() {
    let server = service(&Arc::default()).await;
    let client = Client::builder("project-test-1", "secret-of-project")
        .base_url(&server.url)
        .timeout(Duration::MAX)
        .build()
        .unwrap();
    let token = client.m2m().token_source(request()).token().await.unwrap();
    assert_eq!(token.expose(), "token-0");
}

async fn eventually(what: impl Fn() -> bool) {
    let begin = std::time::Instant::now();
    while !what() {
        assert!(begin.elapsed() < seconds(5), "it never was so");
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
}

#[tokio::test]
async fn a_source_renews_its_token_before_it_ends() {
    let server = service(&Arc::default()).await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    assert!(server.requests().is_empty());
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let source = source.clone();
            tokio::spawn(async move { source.token().await.unwrap().expose().to_owned() })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.unwrap(), "token-0");
    }
    assert_eq!(server.requests().len(), 1);

    // five minutes before the end the next one is got, and nobody waits
    clock.advance(seconds(2969));
    assert_eq!(source.token().await.unwrap().expose(), "token-0");
    assert_eq!(server.requests().len(), 1);
    clock.advance(seconds(331));
    assert_eq!(source.token().await.unwrap().expose(), "token-0");
    eventually(|| server.requests().len() == 2).await;
    assert_eq!(source.token().await.unwrap().expose(), "token-1");

    // after a long sleep the old one is not handed out
    clock.advance(seconds(7200));
    assert_eq!(source.token().await.unwrap().expose(), "token-2");
    // twenty callers come back with the same refused token, and one exchange is made
    let refused = source.token().await.unwrap();
    for _ in 0..20 {
        source.invalidate(&refused);
        assert_eq!(source.token().await.unwrap().expose(), "token-3");
    }
    assert_eq!(server.requests().len(), 4);
    assert!(!format!("{source:?}").contains("token-3"));
}

#[tokio::test]
async fn a_failed_renewal_is_nobodys_failure_while_the_old_token_lives() {
    let broken = Arc::<AtomicUsize>::default();
    let server = service(&broken).await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    source.token().await.unwrap();
    broken.store(1, Ordering::SeqCst);
    clock.advance(seconds(3300));
    assert_eq!(source.token().await.unwrap().expose(), "token-0");
    eventually(|| server.requests().len() == 2).await;
    clock.advance(seconds(289));
    assert_eq!(source.token().await.unwrap().expose(), "token-0");
    eventually(|| server.requests().len() == 3).await;
    // its last ten seconds are not for use
    clock.advance(seconds(1));
    assert!(source.token().await.unwrap_err().is_server_error());
    broken.store(0, Ordering::SeqCst);
    clock.advance(seconds(60));
    assert!(source.token().await.is_ok());
}

#[tokio::test]
async fn a_token_that_has_ended_when_it_comes_makes_no_storm() {
    let server = Server::start(async |number, _| {
        let token = format!("token-{number}");
        Reply::Json(200, json!({"access_token": token, "expires_in": 0}))
    })
    .await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    for _ in 0..500 {
        assert_eq!(source.token().await.unwrap().expose(), "token-0");
    }
    clock.advance(seconds(1));
    for _ in 0..500 {
        assert_eq!(source.token().await.unwrap().expose(), "token-1");
    }
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn an_answer_without_a_token_is_none() {
    let server = Server::start(async |_, _| Reply::Json(200, json!({"expires_in": 3600}))).await;
    let client = client(&server, &TestClock::at(start()));
    let error = client
        .m2m()
        .token_source(request())
        .token()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingProof);
}

#[test]
fn the_default_rule_of_scopes() {
    for (held, required, verdict) in [
        ("", "", true),
        ("read:users", "", true),
        ("", "read:users", false),
        ("read:users", "read:users", true),
        ("read:users", "read:orgs", false),
        ("read:users", "write:users", false),
        ("read:*", "read:users", true),
        ("read:*", "read", true),
        ("read:*", "read:*", true),
        ("read:users", "read:*", false),
        ("read", "read", true),
        ("read", "read:users", false),
        ("read:-", "read", true),
        ("read", "read:-", true),
        ("*", "read", false),
        ("*:*", "read:users", false),
        ("*:users", "*:users", true),
        ("read:a:b", "read:a:b", true),
        ("read:a:b", "read:a", false),
        ("read:a", "read:a:b", false),
        ("read:*", "read:a:b", true),
        ("read:users write:orgs", "read:users write:orgs", true),
        ("read:users write:orgs", "read:users write:users", false),
        (
            "read:users read:orgs",
            "read:orgs read:users read:users",
            true,
        ),
        ("Read:users", "read:users", false),
    ] {
        let held: Vec<_> = held.split(' ').filter(|scope| !scope.is_empty()).collect();
        let required: Vec<_> = required
            .split(' ')
            .filter(|scope| !scope.is_empty())
            .collect();
        assert_eq!(
            stytch_core::m2m::scopes_satisfy(&held, &required),
            verdict,
            "{held:?} {required:?}"
        );
    }
}

#[tokio::test]
async fn scopes_are_required_by_the_default_rule_or_by_the_apps() {
    let world = World::new();
    let token = world
        .issuer
        .machine_token("m2m-client-test-1")
        .scope("read:*")
        .scope("admin");
    let jwt = token.mint();
    let check = || world.b2b.m2m().authenticate_token(&jwt);
    check().await.unwrap();
    check()
        .require_scopes(["read:users"])
        .require_scopes(["admin"])
        .await
        .unwrap();
    for missing in [
        &["write:users"][..],
        &["read:users", "write:users"],
        &["admin:users"],
    ] {
        let error = check()
            .require_scopes(missing.iter().copied())
            .await
            .unwrap_err();
        assert_eq!(
            authorization_error(&error),
            AuthorizationError::MissingScopes
        );
    }
    let mut seen = Vec::new();
    let rule = |held: &[String], required: &[String]| {
        held.len() == 2 && required.iter().all(|scope| scope == "anything")
    };
    check()
        .require_scopes(["anything"])
        .scope_rule(rule)
        .await
        .unwrap();
    let error = check()
        .require_scopes(["read:users"])
        .scope_rule(rule)
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::MissingScopes
    );
    // a rule is asked even if nothing is required
    let error = check().scope_rule(|_, _| false).await.unwrap_err();
    seen.push(authorization_error(&error));
    assert_eq!(seen, [AuthorizationError::MissingScopes]);
    // they are split at white space
    let token = world.issuer.machine_token("m2m-client-test-1");
    let jwt = token.claim("scope", "  a:b\tc \n").mint();
    let machine = world.b2b.m2m().authenticate_token(&jwt).await.unwrap();
    assert_eq!(machine.scopes(), ["a:b", "c"]);
    // a token without scopes has none
    let jwt = world.issuer.machine_token("m2m-client-test-1").mint();
    let machine = world.consumer.m2m().authenticate_token(&jwt).await.unwrap();
    assert!(machine.scopes().is_empty());
}

#[tokio::test]
async fn machines_have_ages_and_clocks_too() {
    let world = World::new();
    let jwt = world
        .issuer
        .machine_token("m2m-client-test-1")
        .expires_in(seconds(3600))
        .mint();
    world.clock.advance(seconds(1800));
    let check = || world.b2b.m2m().authenticate_token(&jwt);
    assert!(check().max_token_age(seconds(1801)).await.is_ok());
    assert!(check().max_token_age(seconds(1800)).await.is_err());
    world.clock.advance(seconds(1800));
    assert!(check().await.is_err());
    assert!(check().leeway(seconds(1)).await.is_ok());
}

#[tokio::test]
async fn a_short_lived_token_is_of_use_up_to_its_last_tenth() {
    let server = Server::start(async |number, _| match number {
        0 => Reply::Json(200, json!({"access_token": "token-0", "expires_in": 20})),
        _ => Reply::Json(500, json!({})),
    })
    .await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    for wait in [0, 14, 3] {
        clock.advance(seconds(wait));
        assert_eq!(source.token().await.unwrap().expose(), "token-0");
    }
    clock.advance(seconds(1));
    assert!(source.token().await.is_err());
}

#[tokio::test]
async fn a_token_of_twenty_minutes_is_renewed_when_it_has_five_left() {
    let server = Server::start(async |_, _| {
        Reply::Json(200, json!({"access_token": "token", "expires_in": 1200}))
    })
    .await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    source.token().await.unwrap();
    // up to a tenth earlier
    clock.advance(seconds(809));
    source.token().await.unwrap();
    assert_eq!(server.requests().len(), 1);
    clock.advance(seconds(91));
    source.token().await.unwrap();
    eventually(|| server.requests().len() == 2).await;
}

#[tokio::test]
async fn a_token_of_unknown_life_is_taken_to_live_for_five_minutes() {
    let server = Server::start(async |number, _| match number {
        0 => Reply::Json(200, json!({"access_token": "token"})),
        _ => Reply::Json(500, json!({})),
    })
    .await;
    let clock = TestClock::at(start());
    let source = client(&server, &clock).m2m().token_source(request());
    source.token().await.unwrap();
    clock.advance(seconds(289));
    source.token().await.unwrap();
    clock.advance(seconds(1));
    source.token().await.unwrap_err();
}
