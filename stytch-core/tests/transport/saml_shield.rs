//! SAML Shield: what is asked, and which answers let a SAML response pass.

use std::{
    fmt::Write as _,
    sync::{Arc, Mutex},
    time::Duration,
};

use stytch_core::{
    AttemptOutcome, ClientBuilder, Error, ErrorKind, Observer, RetryBudget, Value, json,
    saml_shield::SamlShield,
};

use crate::{
    api::quick,
    observability::Logged,
    redaction::{clean, printed},
    server::{Reply, Server, Then},
};

const TOKEN: &str = "public-token-test-MARKER";
/// Base64 with all that a form has to escape, and a line break as some providers send it.
const SAML: &str = "PHNhbWw+TUFSS0VS/MARKER+\r\nPC9zYW1sPg==";

fn builder(server: &Server) -> ClientBuilder<SamlShield> {
    let builder = SamlShield::builder(TOKEN).base_url(server.url());
    builder.no_proxy().retry(quick())
}

async fn shield(replies: impl IntoIterator<Item = Reply>) -> (Server, SamlShield) {
    let server = Server::script(replies).await;
    let shield = builder(&server).build().unwrap();
    (server, shield)
}

fn good() -> Reply {
    Reply::json(
        200,
        json!({
            "request_id": "req-good",
            "status_code": 200,
            "message": "SAML response contains no XML validation errors",
        }),
    )
}

fn body(status: u16, body: &str) -> Reply {
    Reply::new(status, &[("content-type", "application/json")], body)
}

/// Why a SAML response does not pass, however it is asked about.
async fn refused(reply: Reply) -> Error {
    let (server, shield) = shield([reply]).await;
    let error = shield.validate(SAML).no_retries().await.unwrap_err();
    let call = || shield.validate(SAML).no_retries();
    assert_eq!(
        call().response().await.unwrap_err().kind(),
        error.kind(),
        "{error}"
    );
    let as_json = call().answer_as::<Value>().await.unwrap_err();
    assert_eq!(as_json.kind(), error.kind(), "{error}");
    assert_eq!(server.requests(), 3);
    assert_eq!(error.operation(), Some("saml_shield.validate"));
    error
}

#[tokio::test]
async fn the_request_is_a_form_with_the_public_token_as_bearer() {
    let (server, shield) = shield([good()]).await;
    let answer = shield.validate(SAML).response().await.unwrap();
    assert_eq!(answer.request_id, "req-good");
    assert_eq!(answer.status_code, 200);
    assert!(answer.message.starts_with("SAML response contains no"));
    assert_eq!(answer.request_id(), Some("req-good"));
    assert_eq!(answer.attempts(), 1);
    let seen = server.only();
    assert_eq!((&*seen.verb, &*seen.target), ("POST", "/v1/saml/validate"));
    assert_eq!(
        seen.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let bearer = format!("Bearer {TOKEN}");
    assert_eq!(seen.header("authorization"), Some(&*bearer));
    assert_eq!(seen.header("accept"), Some("application/json"));
    assert_eq!(
        String::from_utf8(seen.body).unwrap(),
        "SAMLResponse=PHNhbWw%2BTUFSS0VS%2FMARKER%2B%0D%0APC9zYW1sPg%3D%3D"
    );
}

#[tokio::test]
async fn another_address_keeps_its_path() {
    let server = Server::script([good()]).await;
    let shield = builder(&server).base_url(format!("{}/gate/", server.url()));
    shield.build().unwrap().validate(SAML).await.unwrap();
    assert_eq!(server.only().target, "/gate/v1/saml/validate");
}

#[tokio::test]
async fn an_empty_saml_response_is_not_sent() {
    let (server, shield) = shield([good()]).await;
    for empty in ["", " ", "\r\n\t"] {
        let error = shield.validate(empty).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.field(), Some("SAMLResponse"));
        assert_eq!(error.attempts(), 0);
        assert!(!error.needs_login() && !error.is_retryable());
    }
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn nothing_but_a_stated_success_is_one() {
    for odd in [
        r#"{}"#,
        r#"{"request_id":"req-1","message":"SAML response contains no XML validation errors"}"#,
        r#"{"status_code":null}"#,
        r#"{"status_code":""}"#,
        r#"{"status_code":"200"}"#,
        r#"{"status_code":200.0}"#,
        r#"{"status_code":2e2}"#,
        r#"{"status_code":true}"#,
        r#"{"status_code":[200]}"#,
        r#"{"status_code":{"status_code":200}}"#,
        r#"{"status_code":0}"#,
        r#"{"status_code":-200}"#,
        r#"{"status_code":65736}"#,
        r#"{"status_code":201}"#,
        r#"{"status_code":204}"#,
        r#"{"status_code":302}"#,
        r#"{"status_code":200,"status_code":200}"#,
        r#"{"status_code":400,"status_code":200}"#,
        r#"{"status_code":200,"status_code":400}"#,
        r#"{"answer":{"status_code":200}}"#,
        r#"{"STATUS_CODE":200}"#,
        r#"[200]"#,
        r#"[{"status_code":200}]"#,
        r#""200""#,
        r#"200"#,
        r#"null"#,
        r#"{"status_code":200"#,
        r#"{"status_code":200}{"status_code":200}"#,
    ] {
        let error = refused(body(200, odd)).await;
        assert_eq!(error.kind(), ErrorKind::MissingProof, "{odd}");
        assert!(!error.needs_login() && !error.is_bad_credentials() && !error.is_retryable());
    }
    // whatever the body says, the status has to say it, too
    for status in [201, 202, 203, 206] {
        let error = refused(body(status, r#"{"status_code":200}"#)).await;
        assert_eq!(error.kind(), ErrorKind::MissingProof, "{status}");
    }
    let elsewhere = body(302, r#"{"status_code":200}"#)
        .with_header("location", "https://example.com/v1/saml/validate");
    for reply in [
        elsewhere,
        body(200, ""),
        body(304, ""),
        Reply::new(
            200,
            &[("content-type", "text/html")],
            r#"{"status_code":200}"#,
        ),
        body(400, ""),
        body(403, "<html>"),
        body(500, "[]"),
    ] {
        let error = refused(reply).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
        assert!(!error.needs_login() && !error.is_bad_credentials());
    }
}

#[tokio::test]
async fn a_bad_saml_response_a_wrong_token_and_an_outage_are_told_apart() {
    let refusal = |status| {
        json!({
            "status_code": status,
            "request_id": "req-bad",
            "error_type": "xml_validation_error",
            "error_message": "one of response or assertion must be signed",
        })
    };
    let plain = |status| json!({"status_code": status, "request_id": "req-bad", "message": "no"});
    for said in [refusal, plain] {
        for (status, bad, wrong, passes) in [
            (400, true, false, false),
            (422, true, false, false),
            (401, false, true, false),
            (403, false, true, false),
            (404, false, false, false),
            (429, false, false, true),
            (500, false, false, true),
            (503, false, false, true),
        ] {
            // the status may stand in the body alone
            for head in [status, 200] {
                let error = refused(Reply::json(head, said(status))).await;
                assert_eq!(error.kind(), ErrorKind::Api, "{error}");
                assert_eq!(error.status().unwrap().as_u16(), status);
                assert_eq!(error.request_id(), Some("req-bad"));
                assert_eq!(error.needs_login(), bad, "{error}");
                assert_eq!(error.is_bad_credentials(), wrong, "{error}");
                assert_eq!(error.is_retryable(), passes, "{error}");
                assert!(!error.is_forbidden(), "{error}");
            }
        }
    }
    let nobody = SamlShield::builder(TOKEN).base_url("http://127.0.0.1:1");
    let nobody = nobody.no_proxy().no_retries().build().unwrap();
    let error = nobody.validate(SAML).await.unwrap_err();
    assert!(error.is_connect() && error.is_retryable() && !error.needs_login());
    let (_server, silent) = shield([Reply::hang()]).await;
    let call = silent.validate(SAML).no_retries();
    let error = call.timeout(Duration::from_millis(100)).await.unwrap_err();
    assert!(error.is_timeout() && error.is_retryable() && !error.needs_login());
}

#[tokio::test]
async fn a_check_is_repeated_like_a_read() {
    for passing in [
        Reply::reset(),
        Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", Then::Close),
        Reply::refusal(429, "too_many_requests"),
        body(502, "<html>"),
        Reply::json(503, json!({"message": "later"})),
        Reply::json(200, json!({"status_code": 503, "message": "later"})),
    ] {
        let (server, shield) = shield([passing, good()]).await;
        let answer = shield.validate(SAML).response().await.unwrap();
        assert_eq!(answer.attempts(), 2);
        let seen = server.seen();
        assert_eq!(seen[0].body, seen[1].body);
    }
    for lasting in [
        Reply::json(400, json!({"message": "bad"})),
        Reply::json(401, json!({"message": "who?"})),
        Reply::json(500, json!({"message": "broken"})),
        body(200, "{}"),
    ] {
        let (server, shield) = shield([lasting, good()]).await;
        shield.validate(SAML).await.unwrap_err();
        assert_eq!(server.requests(), 1);
    }
    let server = Server::script([body(503, "")]).await;
    let spent = builder(&server).retry_budget(RetryBudget::new(1, 0.0));
    let spent = spent.build().unwrap();
    for _ in 0..2 {
        spent.clone().validate(SAML).await.unwrap_err();
    }
    assert_eq!(server.requests(), 3, "clones share one budget");
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let mut large = String::from(r#"{"status_code":200,"message":""#);
    large.push_str(&"x".repeat(2_000));
    large.push_str(r#""}"#);
    let server = Server::script([body(200, &large)]).await;
    let small = builder(&server).max_response_bytes(1_000).build().unwrap();
    let error = small.validate(SAML).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    let enough = builder(&server).build().unwrap();
    enough.validate(SAML).await.unwrap();
}

#[tokio::test]
async fn options_of_a_call_can_not_change_what_is_asked() {
    let (server, shield) = shield([good()]).await;
    for (call, field) in [
        (
            shield.validate(SAML).body_field("SAMLResponse", "other"),
            "SAMLResponse",
        ),
        (
            shield
                .validate(SAML)
                .header("authorization", "Bearer other"),
            "authorization",
        ),
        (
            shield.validate(SAML).header("content-type", "text/plain"),
            "content-type",
        ),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.field(), Some(field));
    }
    assert_eq!(server.requests(), 0);
    let traced = shield.validate(SAML).header("x-trace", "t-1");
    traced.await.unwrap();
    assert_eq!(server.only().header("x-trace"), Some("t-1"));
}

#[test]
fn settings_that_can_not_be_meant_are_named() {
    let at = |base_url: &str| SamlShield::builder(TOKEN).base_url(base_url);
    for (builder, field) in [
        (SamlShield::builder(""), "public_token"),
        (SamlShield::builder(" "), "public_token"),
        (SamlShield::builder("public-token-MARKER\n"), "public_token"),
        (SamlShield::builder("public-tokén-MARKER"), "public_token"),
        (at("http://example.com/MARKER"), "base_url"),
        (at("http://localhost.MARKER.com"), "base_url"),
        (at("ftp://MARKER"), "base_url"),
        (at("MARKER"), "base_url"),
        (at("https://u:MARKER@example.com"), "base_url"),
        (at("https://example.com?MARKER"), "base_url"),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.field(), Some(field));
        clean(&printed(&error));
    }
    for base_url in ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"] {
        at(base_url).build().unwrap();
    }
    at("http://example.com").allow_http(true).build().unwrap();
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn the_service_has_an_address_of_its_own() {
    let shield = SamlShield::new(TOKEN).unwrap();
    assert_eq!(
        format!("{shield:?}"),
        "SamlShield { base_url: \"https://api.samlshield.com\", .. }"
    );
}

/// Notes what it is told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<String>>);

impl Observer for Told {
    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        let mut told = self.0.lock().unwrap();
        let _ = writeln!(told, "{attempt:?}");
    }
}

#[tokio::test]
async fn the_saml_response_and_the_token_are_printed_nowhere() {
    let log = Logged::start();
    let told = Told::default();
    let mut text = format!("{:?} ", SamlShield::builder(TOKEN));
    for reply in [
        good(),
        body(200, "{}"),
        body(200, r#"{"status_code":"MARKER"}"#),
        Reply::json(400, json!({"message": "no"})),
        Reply::refusal(401, "unauthorized_credentials"),
        Reply::reset(),
        Reply::raw("MARKER-garbage\r\n\r\n", Then::Close),
    ] {
        let server = Server::script([reply]).await;
        let shield = builder(&server).observer(told.clone()).build().unwrap();
        for saml in [SAML, " "] {
            let call = shield.validate(saml);
            let _ = write!(text, "{shield:?} {shield:#?} {call:?} ");
            match call.response().await {
                Ok(answer) => text.push_str(&format!("{answer:?}")),
                Err(error) => text.push_str(&printed(&error)),
            }
        }
    }
    let log = log.into_text().0;
    let told = told.0.lock().unwrap().clone();
    for text in [&text, &log, &told] {
        clean(text);
        assert!(!text.contains("PHNhbWw") && !text.contains("PC9zYW1sPg"));
    }
    assert!(told.contains("saml_shield.validate"));
    for part in [
        "operation=\"saml_shield.validate\"",
        "otel.name=POST /v1/saml/validate",
        "server.address=\"127.0.0.1\"",
        "error.type=\"missing_proof\"",
    ] {
        assert!(log.contains(part), "{part} in {log}");
    }
}
