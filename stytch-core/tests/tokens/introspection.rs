//! Asking the service about the tokens of connected apps.

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    AuthorizationError, Claim, Error, ErrorKind, TokenError,
    introspection::{AccessToken, IntrospectRequest, TokenTypeHint},
    rbac::CompiledPolicy,
    testing::{Issuer, TestClock},
};

use crate::{
    server::{Reply, Server},
    support::{authorization_error, token_error},
};

fn good() -> Value {
    json!({
        "active": true, "request_id": "request-id-test-1", "status_code": 200,
        "sub": "member-test-1", "scope": "openid documents:read", "aud": ["project-test-1"],
        "exp": 1_735_729_200, "iat": 1_735_725_600, "nbf": 1_735_725_600,
        "iss": "https://login.example.com", "client_id": "connected-app-test-1",
        "token_type": "access_token", "jti": "token-1", "plan": "pro",
        "https://stytch.com/organization":
            {"organization_id": "organization-test-1", "slug": "acme"},
    })
}

/// In the middle of the token's life.
fn issuer() -> Issuer {
    Issuer::new()
        .with_project_id("project-test-1")
        .with_clock(TestClock::at("2025-01-01T10:30:00Z".parse().unwrap()))
}

async fn serving(status: u16, body: Value) -> (Server, Client) {
    let server = Server::start(move |_, _| {
        let body = body.clone();
        async move { Reply::Json(status, body) }
    })
    .await;
    let policy = CompiledPolicy::builder()
        .scope("documents:read", "documents", ["read"])
        .build();
    let client: Client = issuer()
        .client()
        .base_url(&server.url)
        .accept_issuer("https://login.example.com")
        .policy(policy)
        .build()
        .unwrap();
    (server, client)
}

fn request() -> IntrospectRequest {
    IntrospectRequest::new("marker-token", "connected-app-test-1")
}

async fn ask(status: u16, body: Value) -> Result<AccessToken, Error> {
    let (_server, client) = serving(status, body).await;
    client.idp().introspect_token_network(request()).await
}

#[tokio::test]
async fn an_active_token_is_asked_for_in_the_form_of_oauth() {
    let (server, client) = serving(200, good()).await;
    let token = client
        .idp()
        .introspect_token_network(request())
        .await
        .unwrap();
    assert_eq!(token.subject(), "member-test-1");
    assert_eq!(token.client_id(), "connected-app-test-1");
    assert_eq!(token.scopes(), ["openid", "documents:read"]);
    assert_eq!(token.issuer(), "https://login.example.com");
    assert_eq!(token.audience(), ["project-test-1"]);
    assert_eq!(token.expires_at().unwrap().unix_seconds(), 1_735_729_200);
    assert_eq!(token.token_type(), "access_token");
    assert_eq!(token.jti(), Some("token-1"));
    assert_eq!(
        token.organization().unwrap().organization_id,
        "organization-test-1"
    );
    assert_eq!(
        Value::Object(token.custom_claims().clone()),
        json!({"plan": "pro"})
    );
    let request = request()
        .client_secret("s ecret")
        .token_type_hint(TokenTypeHint::RefreshToken);
    client
        .idp()
        .introspect_token_network(request)
        .await
        .unwrap();
    let requests = server.requests();
    for request in &requests {
        assert_eq!(
            request.line,
            "POST /v1/public/project-test-1/oauth2/introspect HTTP/1.1"
        );
        assert_eq!(
            request.headers["content-type"],
            "application/x-www-form-urlencoded"
        );
        assert!(!request.headers.contains_key("authorization"));
    }
    assert_eq!(
        requests[0].body,
        "token=marker-token&client_id=connected-app-test-1"
    );
    assert_eq!(
        requests[1].body,
        "token=marker-token&client_id=connected-app-test-1&client_secret=s+ecret\
         &token_type_hint=refresh_token"
    );
}

#[tokio::test]
async fn anything_but_active_is_not() {
    for body in [
        json!({"active": false}),
        json!({"active": "true", "sub": "member-test-1"}),
        json!({"active": 1}),
        json!({"active": null}),
        json!({}),
    ] {
        let error = ask(200, body.clone()).await.unwrap_err();
        assert_eq!(error.token_error(), Some(&TokenError::Inactive), "{body}");
    }
    let error = ask(401, json!({"error": "invalid_client"}))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(ask(200, json!([])).await.is_err());
}

#[tokio::test]
async fn the_bare_response_is_there_for_who_wants_it() {
    let (_server, client) = serving(200, json!({"active": false, "request_id": "r"})).await;
    let call = client.idp().introspect_token_network(request()).into_call();
    let response = call.await.unwrap();
    assert!(!response.active);
    assert_eq!(response.request_id, "r");
    // but not after a question that it could not answer
    let check = client.idp().introspect_token_network(request());
    let call = check
        .authorize("organization-test-1", "documents", "read")
        .into_call();
    assert_eq!(call.await.unwrap_err().kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn odd_values_make_a_token_say_less() {
    let mut body = good();
    for name in ["scope", "iat", "https://stytch.com/organization"] {
        body[name] = json!(false);
    }
    let (_server, client) = serving(200, body).await;
    let check = || client.idp().introspect_token_network(request());
    let token = check().await.unwrap();
    assert!(token.scopes().is_empty());
    assert!(token.organization().is_none() && token.issued_at().is_none());
    for organization in ["organization-test-1", ""] {
        let error = check()
            .authorize(organization, "documents", "read")
            .await
            .unwrap_err();
        assert_eq!(
            authorization_error(&error),
            AuthorizationError::TenancyMismatch
        );
    }
}

#[tokio::test]
async fn permissions_follow_from_organization_and_scopes() {
    let (_server, client) = serving(200, good()).await;
    let check = async |organization: &str, action: &str| {
        let check = client.idp().introspect_token_network(request());
        check.authorize(organization, "documents", action).await
    };
    let token = check("organization-test-1", "read").await.unwrap();
    assert_eq!(
        token.verdict().unwrap().granted_by().collect::<Vec<_>>(),
        ["documents:read"]
    );
    for (organization, action, reason) in [
        (
            "organization-test-1",
            "write",
            AuthorizationError::NotPermitted,
        ),
        (
            "organization-test-2",
            "read",
            AuthorizationError::TenancyMismatch,
        ),
        ("acme", "read", AuthorizationError::TenancyMismatch),
    ] {
        let error = check(organization, action).await.unwrap_err();
        assert_eq!(authorization_error(&error), reason);
    }
}

#[tokio::test]
async fn a_users_token_has_no_organization() {
    let mut body = good();
    body.as_object_mut()
        .unwrap()
        .remove("https://stytch.com/organization");
    let server = Server::start(move |_, _| {
        let body = body.clone();
        async move { Reply::Json(200, body) }
    })
    .await;
    let policy = CompiledPolicy::builder()
        .scope("documents:read", "documents", ["read"])
        .build();
    let client: stytch_consumer::Client = issuer()
        .client()
        .base_url(&server.url)
        .accept_issuer("https://login.example.com")
        .policy(policy)
        .build()
        .unwrap();
    let check = client.idp().introspect_token_network(request());
    let token = check.authorize("documents", "read").await.unwrap();
    assert!(token.organization().is_none());
    let check = client.idp().introspect_token_network(request());
    let error = check.authorize("documents", "write").await.unwrap_err();
    assert_eq!(
        authorization_error(&error),
        AuthorizationError::NotPermitted
    );
}

#[tokio::test]
async fn an_active_token_is_still_judged_by_what_it_says() {
    for (name, value, reason) in [
        ("token_type", json!("refresh_token"), TokenError::WrongKind),
        ("token_type", json!("id_token"), TokenError::WrongKind),
        ("token_type", json!("Refresh_Token"), TokenError::WrongKind),
        ("token_type", json!("mac"), TokenError::WrongKind),
        (
            "iss",
            json!("https://login.evil.example"),
            TokenError::WrongIssuer,
        ),
        ("aud", json!(["project-test-2"]), TokenError::WrongAudience),
        ("aud", json!("project-test-2"), TokenError::WrongAudience),
        (
            "client_id",
            json!("connected-app-test-2"),
            TokenError::WrongClient,
        ),
        ("exp", json!(1_735_727_400), TokenError::Expired),
        ("exp", json!(-1), TokenError::Expired),
        ("nbf", json!(1_735_727_401), TokenError::NotYetValid),
        ("sub", json!(null), TokenError::MissingClaim(Claim::Subject)),
    ] {
        let mut body = good();
        body[name] = value.clone();
        let error = ask(200, body).await.unwrap_err();
        assert_eq!(token_error(&error), reason, "{name}: {value}");
    }
}

#[tokio::test]
async fn what_is_there_and_odd_is_not_taken_for_missing() {
    for (name, claim) in [
        ("token_type", Claim::TokenType),
        ("iss", Claim::Issuer),
        ("aud", Claim::Audience),
        ("sub", Claim::Subject),
        ("client_id", Claim::ClientId),
        ("exp", Claim::Expiry),
        ("nbf", Claim::NotBefore),
    ] {
        for odd in [
            json!(false),
            json!({}),
            json!(""),
            json!([]),
            json!([7]),
            json!(1.5),
        ] {
            let mut body = good();
            body[name] = odd.clone();
            let error = ask(200, body).await.unwrap_err();
            assert_eq!(
                token_error(&error),
                TokenError::InvalidClaim(claim),
                "{name}: {odd}"
            );
        }
    }
    let mut body = good();
    body["exp"] = json!(i64::MAX);
    let error = ask(200, body).await.unwrap_err();
    assert_eq!(token_error(&error), TokenError::InvalidClaim(Claim::Expiry));
}

#[tokio::test]
async fn an_access_token_may_be_called_a_bearer_token() {
    for kind in ["access_token", "bearer", "Bearer", "BEARER"] {
        let mut body = good();
        body["token_type"] = json!(kind);
        let token = ask(200, body).await.unwrap();
        assert_eq!(token.token_type(), "access_token");
    }
}

#[tokio::test]
async fn what_the_service_leaves_out_is_not_judged() {
    let body = json!({"active": true, "sub": "member-test-1", "scope": "documents:read"});
    let token = ask(200, body).await.unwrap();
    assert_eq!(
        (token.subject(), token.expires_at()),
        ("member-test-1", None)
    );
    assert!(token.jti().is_none() && token.audience().is_empty());
}

#[test]
fn a_hint_is_read_as_it_is_written() {
    for hint in [
        TokenTypeHint::AccessToken,
        TokenTypeHint::RefreshToken,
        TokenTypeHint::Unknown("id_token".to_owned()),
    ] {
        assert_eq!(TokenTypeHint::from(hint.as_str()), hint);
    }
}
