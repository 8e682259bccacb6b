//! Protected resources, as clients that have never heard of them find out about them.

use crate::common::browser::Browser;
use crate::common::serve;
use axum::Router;
use axum::routing::post;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use stytch_axum::b2b::{Auth, ConnectedApp, Machine};
use stytch_axum::{ProtectedResource, Refusal};
use stytch_b2b::testing::Issuer;

async fn mcp(app: ConnectedApp) -> String {
    format!("{} acts for {}", app.client_id(), app.subject())
}

#[tokio::test]
async fn a_client_without_a_token_is_shown_the_way_to_one() {
    let resource = ProtectedResource::new("https://mcp.example.com/mcp")
        .authorization_server("https://login.example.com")
        .scopes(["documents:read", "documents:write"])
        .name("Documents");
    let stytch: stytch_b2b::Client = Issuer::new().client().build().unwrap();
    let auth = Auth::new(stytch).resource_metadata(resource.metadata_url().to_owned());
    let app = Router::new()
        .route("/mcp", post(mcp))
        .layer(auth.layer())
        .merge(resource.router())
        .with_state(auth);
    let base = serve(app).await;
    let mut client = Browser::at(&base);

    let request = client.request(Method::POST, "/mcp");
    let refused = client.send(request).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        refused.headers["www-authenticate"],
        r#"Bearer resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp""#
    );

    let found = client
        .get("/.well-known/oauth-protected-resource/mcp")
        .await;
    assert_eq!(found.headers["content-type"], "application/json");
    assert_eq!(found.headers["access-control-allow-origin"], "*");
    let metadata: Value = serde_json::from_str(&found.text).unwrap();
    assert_eq!(
        metadata,
        json!({
            "resource": "https://mcp.example.com/mcp",
            "authorization_servers": ["https://login.example.com"],
            "bearer_methods_supported": ["header"],
            "resource_name": "Documents",
            "scopes_supported": ["documents:read", "documents:write"],
        })
    );
}

#[test]
fn metadata_are_where_the_identifier_says() {
    for (identifier, url) in [
        (
            "https://a.example",
            "https://a.example/.well-known/oauth-protected-resource",
        ),
        (
            "https://a.example/",
            "https://a.example/.well-known/oauth-protected-resource",
        ),
        (
            "https://a.example:8443/x/y",
            "https://a.example:8443/.well-known/oauth-protected-resource/x/y",
        ),
        (
            "http://localhost:3000/mcp",
            "http://localhost:3000/.well-known/oauth-protected-resource/mcp",
        ),
    ] {
        assert_eq!(ProtectedResource::new(identifier).metadata_url(), url);
    }
}

#[test]
fn what_can_not_identify_a_resource_is_refused_at_once() {
    for identifier in [
        "",
        "mcp",
        "/mcp",
        "http://a.example",
        "ftp://a.example",
        "https://",
        "https:///x",
        "https://a.example?x=1",
        "https://a.example/#x",
        "https://u@a.example/",
        "https://a.example/{x}",
    ] {
        let made = std::panic::catch_unwind(|| ProtectedResource::new(identifier));
        assert!(made.is_err(), "{identifier}");
    }
}

#[tokio::test]
async fn a_token_that_is_meant_for_another_server_is_refused() {
    const MCP: &str = "https://mcp.example.com/mcp";
    let issuer = Issuer::new();
    let stytch: stytch_b2b::Client = issuer.client().build().unwrap();
    let project = stytch.project_id().to_owned();
    let auth = Auth::new(stytch).audience(MCP);
    let app = Router::new()
        .route("/mcp", post(mcp))
        .layer(auth.layer())
        .with_state(auth);
    let base = serve(app).await;
    let mut client = Browser::at(&base);
    for (audience, status) in [
        (json!([project, MCP]), StatusCode::OK),
        (json!([project]), StatusCode::UNAUTHORIZED),
        (
            json!([project, format!("{MCP}/")]),
            StatusCode::UNAUTHORIZED,
        ),
        (
            json!([project, "https://other.example.com"]),
            StatusCode::UNAUTHORIZED,
        ),
        (json!([MCP]), StatusCode::UNAUTHORIZED),
    ] {
        let token = issuer
            .access_token("member-test-1", "connected-app-test-1")
            .organization("organization-test-1", "acme")
            .claim("aud", audience.clone())
            .mint();
        let request = client.request(Method::POST, "/mcp").bearer_auth(token);
        assert_eq!(client.send(request).await.status, status, "{audience}");
    }
}

/// As the README shows it, for programs of either kind.
async fn either(
    machine: Result<Machine, Refusal>,
    app: Result<ConnectedApp, Refusal>,
) -> Result<String, Refusal> {
    match (machine, app) {
        (Ok(machine), _) => Ok(format!("machine {}", machine.client_id())),
        (_, app) => Ok(format!("app {}", app?.client_id())),
    }
}

#[tokio::test]
async fn a_route_may_serve_machines_and_apps_and_speaks_of_their_token() {
    let issuer = Issuer::new();
    let stytch: stytch_b2b::Client = issuer.client().build().unwrap();
    let auth = Auth::new(stytch);
    let app = Router::new()
        .route("/either", post(either))
        .layer(auth.layer())
        .with_state(auth);
    let base = serve(app).await;
    let mut client = Browser::at(&base);
    let mut told = async |token: Option<String>| {
        let mut request = client.request(Method::POST, "/either");
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = client.send(request).await;
        (answer.status.as_u16(), answer.text)
    };

    let machine = issuer.machine_token("m2m-client-test-1").mint();
    let app = issuer
        .access_token("member-test-1", "connected-app-test-1")
        .organization("organization-test-1", "acme")
        .mint();
    let session = issuer
        .member_session("member-test-1", "organization-test-1")
        .mint();
    assert_eq!(
        told(Some(machine)).await,
        (200, "machine m2m-client-test-1".to_owned())
    );
    assert_eq!(
        told(Some(app)).await,
        (200, "app connected-app-test-1".to_owned())
    );
    let (status, text) = told(Some(session)).await;
    assert_eq!(status, 401);
    assert!(
        text.contains("The access token has ended or is not valid here."),
        "{text}"
    );
    let (status, text) = told(None).await;
    assert_eq!(status, 401);
    assert!(text.contains("Send an access token."), "{text}");
}
