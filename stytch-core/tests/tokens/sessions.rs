//! Sessions that are checked here first, and at the service where that can't decide.

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, ErrorKind, TokenError,
    rbac::Policy,
    testing::{Issuer, OfSession, SigningKey, TestClock, TokenBuilder},
};

use crate::{
    server::{Reply, Request, Server},
    support::{authorization_error, seconds, start, token_error},
};

/// A client with given keys, and a service that knows every session.
struct World {
    clock: TestClock,
    issuer: Issuer,
    client: Client,
    server: Server,
}

fn answer(verdict: &Value) -> Value {
    json!({
        "request_id": "request-id-test-1", "status_code": 200,
        "member_session": {
            "member_session_id": "session-test-9", "member_id": "member-test-1",
            "organization_id": "organization-test-1", "roles": ["admin"],
            "custom_claims": {"plan": "fresh"},
        },
        "session_token": "marker-session-token", "session_jwt": "marker-session-jwt",
        "member": {}, "organization": {}, "verdict": verdict,
    })
}

impl World {
    async fn new() -> Self {
        Self::answering(answer(
            &json!({"authorized": true, "granting_roles": ["admin"]}),
        ))
        .await
    }

    async fn answering(body: Value) -> Self {
        let server = Server::start(move |_, _| {
            let body = body.clone();
            async move { Reply::Json(200, body) }
        })
        .await;
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let policy = Policy::builder()
            .role("admin", "documents", ["*"])
            .role("viewer", "documents", ["read"])
            .build();
        let client = issuer
            .client()
            .base_url(&server.url)
            .policy(policy)
            .build()
            .unwrap();
        Self {
            clock,
            issuer,
            client,
            server,
        }
    }

    fn session(&self) -> TokenBuilder<OfSession> {
        self.issuer
            .member_session("member-test-1", "organization-test-1")
    }

    fn request(&self) -> Value {
        let requests = self.server.requests();
        let [
            Request {
                line,
                headers,
                body,
            },
        ] = &requests[..]
        else {
            panic!("{requests:?}")
        };
        assert_eq!(line, "POST /v1/b2b/sessions/authenticate HTTP/1.1");
        assert!(headers["authorization"].starts_with("Basic "));
        serde_json::from_str(body).unwrap()
    }

    fn asked(&self) -> usize {
        self.server.requests().len()
    }
}

#[tokio::test]
async fn a_good_token_needs_no_service() {
    let world = World::new().await;
    let jwt = world.session().role("viewer").claim("plan", "local").mint();
    let session = world
        .client
        .sessions()
        .authenticate_jwt(&jwt)
        .await
        .unwrap();
    assert!(session.is_local() && session.session_jwt().is_none());
    assert_eq!(session.custom_claims["plan"], "local");
    let check = world.client.sessions().authenticate_jwt(&jwt);
    let session = check
        .authorize("organization-test-1", "documents", "read")
        .await
        .unwrap();
    assert_eq!(
        session.verdict().unwrap().granted_by().collect::<Vec<_>>(),
        ["viewer"]
    );
    assert_eq!(world.asked(), 0);
}

#[tokio::test]
async fn what_time_has_overtaken_goes_to_the_service() {
    for case in ["expired", "too old", "session ended", "not yet valid"] {
        let world = World::new().await;
        let mut token = world.session();
        match case {
            "expired" => world.clock.advance(seconds(300)),
            "too old" => world.clock.advance(seconds(60)),
            "session ended" => token = token.session_expires_in(seconds(0)),
            _ => world.clock.set("2024-12-31T00:00:00Z".parse().unwrap()),
        }
        let jwt = token.mint();
        let check = world.client.sessions().authenticate_jwt(&jwt);
        let session = check.max_token_age(seconds(60)).await.unwrap();
        assert!(!session.is_local(), "{case}");
        assert_eq!(session.member_session_id, "session-test-9");
        assert_eq!(session.custom_claims["plan"], "fresh");
        assert_eq!(
            session.session_jwt().unwrap().expose(),
            "marker-session-jwt"
        );
        assert_eq!(
            session.session_token().unwrap().expose(),
            "marker-session-token"
        );
        assert!(!format!("{session:?}").contains("marker"));
        assert_eq!(world.request(), json!({ "session_jwt": jwt }));
        assert_eq!(session.into_session().member_id, "member-test-1");
    }
}

#[tokio::test]
async fn an_unknown_key_goes_to_the_service_if_the_token_may_be_ours() {
    let world = World::new().await;
    let other = SigningKey::generate("other");
    let token = world.session().header("kid", "other").signed_with(&other);
    let session = world
        .client
        .sessions()
        .authenticate_jwt(&token.mint())
        .await
        .unwrap();
    assert!(!session.is_local());
    assert_eq!(world.asked(), 1);
    for foreign in [
        token.clone().claim("iss", "stytch.com/project-test-2"),
        token.clone().claim("aud", json!(["project-test-2"])),
        token.clone().without_claim("https://stytch.com/session"),
        token
            .clone()
            .without_claim("https://stytch.com/organization"),
        token.payload("{}"),
    ] {
        let jwt = foreign.mint();
        let error = world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), TokenError::UnknownKey);
    }
    assert_eq!(world.asked(), 1);
}

#[tokio::test]
async fn what_is_forged_foreign_or_malformed_stays_here() {
    let world = World::new().await;
    world.clock.advance(seconds(3600));
    // all of them are expired, too
    let token = world.session().issued_at(start());
    for (jwt, reason) in [
        (token.clone().forged().mint(), TokenError::InvalidSignature),
        (
            token.clone().claim("iss", "other").mint(),
            TokenError::WrongIssuer,
        ),
        (
            token.clone().claim("aud", "other").mint(),
            TokenError::WrongAudience,
        ),
        (
            token.clone().header("alg", "none").mint(),
            TokenError::UnsupportedAlgorithm,
        ),
        (
            token.clone().header("crit", json!([])).mint(),
            TokenError::UntrustedHeader,
        ),
        (
            token.clone().payload("[]").mint(),
            TokenError::MalformedClaims,
        ),
        (
            token.without_claim("https://stytch.com/session").mint(),
            TokenError::WrongKind,
        ),
        (
            world.issuer.user_session("user-test-1").mint(),
            TokenError::WrongVertical,
        ),
        ("a.b.c".to_owned(), TokenError::Malformed),
        (String::new(), TokenError::Malformed),
        ("x".repeat(100_000), TokenError::TooLarge),
    ] {
        let check = world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .second_opinion();
        assert_eq!(token_error(&check.await.unwrap_err()), reason);
    }
    assert_eq!(world.asked(), 0);
}

#[tokio::test]
async fn a_refused_authorization_stays_here_unless_a_second_opinion_is_asked_for() {
    let world = World::new().await;
    let jwt = world.session().role("viewer").mint();
    let check = || world.client.sessions().authenticate_jwt(&jwt);
    let error = check()
        .authorize("organization-test-1", "documents", "delete")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
    // another organization stays another one, whoever is asked
    let error = check()
        .second_opinion()
        .authorize("organization-test-2", "documents", "read")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
    assert_eq!(world.asked(), 0);
    let session = check()
        .second_opinion()
        .authorize("organization-test-1", "documents", "delete")
        .await
        .unwrap();
    assert!(!session.is_local());
    assert_eq!(
        session.verdict().unwrap().granted_by().collect::<Vec<_>>(),
        ["admin"]
    );
    let authorization = json!({
        "organization_id": "organization-test-1", "resource_id": "documents", "action": "delete",
    });
    let expected = json!({ "session_jwt": jwt, "authorization_check": authorization });
    assert_eq!(world.request(), expected);
}

#[tokio::test]
async fn options_for_the_service_are_sent_to_it() {
    let world = World::new().await;
    let jwt = world.session().mint();
    world.clock.advance(seconds(300));
    let claims = json!({"plan": "pro"});
    world
        .client
        .sessions()
        .authenticate_jwt(&jwt)
        .session_duration_minutes(60)
        .session_custom_claims(claims.as_object().unwrap().clone())
        .timeout(seconds(2))
        .await
        .unwrap();
    let expected = json!({
        "session_jwt": jwt, "session_duration_minutes": 60, "session_custom_claims": claims,
    });
    assert_eq!(world.request(), expected);
}

#[tokio::test]
async fn no_answer_of_the_service_passes_unchecked() {
    let granted = json!({"authorized": true, "granting_roles": ["admin"]});
    let mut stranger = answer(&granted);
    stranger["member_session"]["organization_id"] = "organization-test-2".into();
    let mut nobody = answer(&granted);
    nobody["member_session"]["organization_id"] = Value::Null;
    let mut viewer = answer(&Value::Null);
    viewer["member_session"]["roles"] = json!(["viewer"]);
    let mut no_session = answer(&granted);
    no_session["member_session"] = Value::Null;
    for (body, outcome) in [
        (answer(&granted), Ok(vec!["admin"])),
        // an answer without a verdict is judged here
        (answer(&Value::Null), Ok(vec!["admin"])),
        (viewer, Err(Some(AuthorizationError::NotPermitted))),
        (
            answer(&json!({})),
            Err(Some(AuthorizationError::NotPermitted)),
        ),
        (
            answer(&json!({"authorized": false, "granting_roles": ["admin"]})),
            Err(Some(AuthorizationError::NotPermitted)),
        ),
        (stranger, Err(Some(AuthorizationError::TenancyMismatch))),
        (nobody, Err(Some(AuthorizationError::TenancyMismatch))),
        (no_session, Err(None)),
    ] {
        let world = World::answering(body.clone()).await;
        let jwt = world.session().mint();
        world.clock.advance(seconds(300));
        let check = world.client.sessions().authenticate_jwt(&jwt);
        let result = check
            .authorize("organization-test-1", "documents", "delete")
            .await;
        match (result, outcome) {
            (Ok(session), Ok(by)) => {
                assert_eq!(
                    session.verdict().unwrap().granted_by().collect::<Vec<_>>(),
                    by
                );
            }
            (Err(error), Err(Some(reason))) => assert_eq!(authorization_error(&error), reason),
            (Err(error), Err(None)) => assert_eq!(error.kind(), ErrorKind::MissingProof),
            (result, _) => panic!("{result:?} for {body}"),
        }
    }
}

#[tokio::test]
async fn a_refusal_of_the_service_is_passed_on() {
    let server = Server::start(async |_, _| {
        let body = json!({
            "status_code": 404, "request_id": "request-id-test-1",
            "error_type": "session_not_found", "error_message": "Session could not be found.",
        });
        Reply::Json(404, body)
    })
    .await;
    let issuer = Issuer::new();
    let client: Client = issuer.client().base_url(&server.url).build().unwrap();
    let jwt = issuer.member_session("m", "o").issued_at(start()).mint();
    let error = client.sessions().authenticate_jwt(&jwt).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_type("session_not_found"));
}

#[tokio::test]
async fn without_keys_the_service_decides() {
    let server = Server::start(async |_, request: Request| {
        if request.line.starts_with("GET") {
            Reply::Close
        } else {
            Reply::Json(200, answer(&Value::Null))
        }
    })
    .await;
    let issuer = Issuer::new();
    let client = Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .build()
        .unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    let session = client
        .sessions()
        .authenticate_jwt(&token.mint())
        .await
        .unwrap();
    assert!(!session.is_local());
    let foreign = token.claim("iss", "other").mint();
    let error = client
        .sessions()
        .authenticate_jwt(&foreign)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    assert_eq!(server.count("POST"), 1);
}

#[tokio::test]
async fn users_are_checked_alike() {
    let server = Server::start(async |_, _| {
        let session = json!({"session_id": "session-test-9", "user_id": "user-test-1"});
        Reply::Json(200, json!({"session": session, "session_jwt": "marker"}))
    })
    .await;
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_clock(clock.clone());
    let policy = Policy::builder()
        .role("editor", "documents", ["write"])
        .build();
    let client: stytch_consumer::Client = issuer
        .client()
        .base_url(&server.url)
        .policy(policy)
        .build()
        .unwrap();
    let jwt = issuer.user_session("user-test-1").role("editor").mint();
    let check = || client.sessions().authenticate_jwt(&jwt);
    let session = check().authorize("documents", "write").await.unwrap();
    assert_eq!(
        session.verdict().unwrap().granted_by().collect::<Vec<_>>(),
        ["editor"]
    );
    let error = check().authorize("documents", "delete").await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
    assert!(server.requests().is_empty());
    clock.advance(seconds(300));
    assert_eq!(check().await.unwrap().session_id, "session-test-9");
    let request = &server.requests()[0];
    assert_eq!(request.line, "POST /v1/sessions/authenticate HTTP/1.1");
    // the roles of the answer count, of which there are none
    let error = check().authorize("documents", "write").await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
    let expected = json!({
        "session_jwt": jwt, "authorization_check": {"resource_id": "documents", "action": "write"},
    });
    let body: Value = serde_json::from_str(&server.requests()[1].body).unwrap();
    assert_eq!(body, expected);
}
