//! Sessions that are checked here first, and at the service where that can't decide.

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, ErrorKind, TokenError,
    rbac::CompiledPolicy,
    session::SessionProof,
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
        "member": {"member_id": "member-test-1", "name": "Ada"},
        "organization": {"organization_id": "organization-test-1", "organization_name": "Acme"},
        "verdict": verdict,
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
        let policy = CompiledPolicy::builder()
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
async fn what_can_not_be_read_after_a_good_signature_goes_to_the_service() {
    let world = World::new().await;
    let token = world.session();
    for odd in [
        token.clone().session_member("roles", "admin"),
        token.clone().session_member("expires_at", 7),
        token.clone().claim("https://stytch.com/session", "a text"),
        token
            .clone()
            .claim("https://stytch.com/organization", json!([])),
        token.clone().claim("exp", 1_735_725_900.5),
        token.clone().without_claim("nbf"),
    ] {
        let asked = world.asked();
        let jwt = odd.mint();
        let error = world
            .client
            .sessions()
            .authenticate_jwt_local(&jwt)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
        let session = world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .await
            .unwrap();
        assert!(!session.is_local());
        // unless somebody else made it, or nobody knows who
        for foreign in [
            odd.clone().claim("iss", "stytch.com/project-test-2"),
            odd.clone().claim("aud", "project-test-2"),
            odd.clone().without_claim("iss"),
            odd.clone().claim("aud", 7),
            odd.forged(),
        ] {
            let jwt = foreign.mint();
            let error = world
                .client
                .sessions()
                .authenticate_jwt(&jwt)
                .await
                .unwrap_err();
            token_error(&error);
        }
        assert_eq!(world.asked(), asked + 1);
    }
}

#[tokio::test]
async fn a_key_that_the_project_does_not_have_makes_no_request() {
    let issuer = Issuer::new();
    let keys = issuer.jwks();
    let server = Server::start(move |_, request: Request| {
        let keys = keys.clone();
        async move {
            if request.line.starts_with("GET") {
                Reply::Json(200, keys)
            } else {
                Reply::Json(200, answer(&Value::Null))
            }
        }
    })
    .await;
    let client = Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .build()
        .unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    client
        .sessions()
        .authenticate_jwt(&token.mint())
        .await
        .unwrap();
    for number in 0..20 {
        let made_up = token
            .clone()
            .header("kid", format!("made-up-{}", number / 2))
            .forged();
        let error = client
            .sessions()
            .authenticate_jwt(&made_up.mint())
            .await
            .unwrap_err();
        assert_eq!(token_error(&error), TokenError::UnknownKey);
    }
    assert_eq!(server.count("POST"), 0);
    // the keys, and their renewals
    assert_eq!(server.count("GET"), 4);
}

#[tokio::test]
async fn without_keys_the_service_is_asked_a_few_times_per_second() {
    let server = Server::start(async |_, request: Request| {
        if request.line.starts_with("GET") {
            Reply::Close
        } else {
            Reply::Json(404, json!({"error_type": "session_not_found"}))
        }
    })
    .await;
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_clock(clock.clone());
    let ticking = clock.clone();
    let client = Client::builder(issuer.project_id(), "secret-test")
        .base_url(&server.url)
        .clock(move || stytch_core::Clock::now(&ticking))
        .build()
        .unwrap();
    let token = issuer.member_session("member-test-1", "organization-test-1");
    for round in 1..=3 {
        for number in 0..30 {
            let forged = token.clone().claim("jti", number).forged().mint();
            client
                .sessions()
                .authenticate_jwt(&forged)
                .await
                .unwrap_err();
        }
        assert_eq!(server.count("POST"), 10 * round);
        if round == 1 {
            clock.advance(seconds(1));
        } else {
            // set back, it does not silence the client
            clock.set(start());
        }
    }
}

#[tokio::test]
async fn an_answer_keeps_what_came_with_the_session() {
    let world = World::new().await;
    let jwt = world.session().mint();
    world.clock.advance(seconds(300));
    let session = world
        .client
        .sessions()
        .authenticate_jwt(&jwt)
        .await
        .unwrap();
    assert_eq!(session.subject().unwrap().name, "Ada");
    assert_eq!(session.organization().unwrap().organization_name, "Acme");
    assert!(session.jti().is_none());
}

#[tokio::test]
async fn tokens_that_did_not_come_are_none() {
    for odd in [Value::Null, "".into()] {
        let mut body = answer(&Value::Null);
        body["session_jwt"] = odd.clone();
        body["session_token"] = odd;
        let world = World::answering(body).await;
        let jwt = world.session().mint();
        world.clock.advance(seconds(300));
        let session = world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .await
            .unwrap();
        assert!(session.session_jwt().is_none() && session.session_token().is_none());
    }
}

#[tokio::test]
async fn an_answer_that_names_nobody_is_no_session() {
    for (name, session) in [
        ("nothing", json!({})),
        ("no session", json!({"member_id": "member-test-1"})),
        ("no member", json!({"member_session_id": "session-test-9"})),
        ("empty", json!({"member_session_id": "", "member_id": ""})),
    ] {
        let mut body = answer(&Value::Null);
        body["member_session"] = session;
        let world = World::answering(body).await;
        let jwt = world.session().mint();
        world.clock.advance(seconds(300));
        let error = world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MissingProof, "{name}");
    }
}

#[tokio::test]
async fn the_service_is_asked_about_each_permission() {
    let world = World::new().await;
    let jwt = world.session().mint();
    world.clock.advance(seconds(300));
    let check = || {
        world
            .client
            .sessions()
            .authenticate_jwt(&jwt)
            .session_duration_minutes(60)
    };
    let session = check()
        .organization("organization-test-1")
        .require_permission("logs", "read")
        .authorize("organization-test-1", "documents", "delete")
        .await
        .unwrap();
    assert_eq!(session.verdicts().len(), 2);
    let bodies: Vec<Value> = world
        .server
        .requests()
        .iter()
        .map(|request| serde_json::from_str(&request.body).unwrap())
        .collect();
    let asked = |resource: &str, action: &str| {
        let check = json!({
            "organization_id": "organization-test-1", "resource_id": resource, "action": action,
        });
        json!({"session_jwt": jwt, "authorization_check": check})
    };
    // which organization is the session's own, the first answer says
    let first = json!({"session_jwt": jwt, "session_duration_minutes": 60});
    assert_eq!(
        bodies,
        [first, asked("logs", "read"), asked("documents", "delete")]
    );
    let error = check()
        .organization("organization-test-2")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
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
        let user = json!({"user_id": "user-test-1", "status": "active"});
        Reply::Json(
            200,
            json!({
                "session": session, "session_jwt": "marker", "user": user,
                "organization": {"organization_id": "organization-test-1"},
            }),
        )
    })
    .await;
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_clock(clock.clone());
    let policy = CompiledPolicy::builder()
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
    let session = check().await.unwrap();
    assert_eq!(session.session_id, "session-test-9");
    assert_eq!(session.subject().unwrap().user_id, "user-test-1");
    assert!(session.organization().is_none());
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

#[tokio::test]
async fn each_answer_must_be_about_the_organization_that_was_asked_for() {
    let server = Server::start(async |number, _| {
        let verdict = json!({"authorized": true, "granting_roles": ["admin"]});
        let mut answer = answer(&verdict);
        if number > 0 {
            answer["member_session"]["organization_id"] = json!("organization-test-2");
        }
        Reply::Json(200, answer)
    })
    .await;
    let clock = TestClock::at(start());
    let issuer = Issuer::new().with_clock(clock.clone());
    let client: Client = issuer.client().base_url(&server.url).build().unwrap();
    let jwt = issuer
        .member_session("member-test-1", "organization-test-1")
        .mint();
    clock.advance(seconds(300));
    let error = client
        .sessions()
        .authenticate_jwt(&jwt)
        .authorize("organization-test-1", "documents", "read")
        .authorize("organization-test-1", "documents", "delete")
        .await
        .unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::TenancyMismatch
    );
    assert_eq!(server.count("POST"), 2);
}

#[tokio::test]
async fn whether_a_session_is_alive_is_asked_each_time() {
    let world = World::new().await;
    let jwt = world.session().mint();
    let sessions = world.client.sessions();
    let by_token = SessionProof::Token("marker-token");
    let session = sessions.check_alive(by_token).await.unwrap();
    assert!(!session.is_local());
    assert_eq!(session.subject().unwrap().name, "Ada");
    assert_eq!(world.request(), json!({"session_token": "marker-token"}));

    // though its JWT would do here
    let session = sessions
        .check_alive(SessionProof::Jwt(&jwt))
        .session_duration_minutes(60)
        .authorize("organization-test-1", "documents", "delete")
        .await
        .unwrap();
    assert!(session.verdict().is_some());
    let requests = world.server.requests();
    let body: Value = serde_json::from_str(&requests.last().unwrap().body).unwrap();
    let check = json!({
        "organization_id": "organization-test-1", "resource_id": "documents", "action": "delete",
    });
    let expected = json!({
        "session_jwt": jwt, "session_duration_minutes": 60, "authorization_check": check,
    });
    assert_eq!((requests.len(), body), (2, expected));

    let stranger = sessions
        .check_alive(by_token)
        .organization("organization-test-2");
    assert_eq!(
        authorization_error(&stranger.await.unwrap_err()),
        AuthorizationError::TenancyMismatch
    );
}

#[tokio::test]
async fn an_empty_proof_is_not_sent() {
    let world = World::new().await;
    for (proof, field) in [
        (SessionProof::Token(""), "session_token"),
        (SessionProof::Jwt(""), "session_jwt"),
    ] {
        let error = world
            .client
            .sessions()
            .check_alive(proof)
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.field()),
            (ErrorKind::InvalidRequest, Some(field))
        );
    }
    assert_eq!(world.asked(), 0);
}

#[tokio::test]
async fn a_proof_is_not_printed() {
    let world = World::new().await;
    let proof = SessionProof::Token("marker-token");
    let check = world.client.sessions().check_alive(proof);
    assert!(!format!("{proof:?} {check:?}").contains("marker"));
}
