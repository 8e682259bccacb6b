//! The page on which people decide what connected apps may do.

use std::time::Duration;

use crate::common::Office;
use reqwest::{Client, Response, redirect};
use serde_json::Value;
use stytch_b2b::connected_app::{ClientType, ConnectedAppWithClientSecret, clients};
use stytch_b2b::{Pkce, organizations};

const CALLBACK: &str = "https://crm.example.com/callback?from=acme";
const ADA: &str = "ada@acme.com";
const PASSWORD: &str = "correct horse battery";

/// A browser that shows where it is sent, in front of somebody who is logged in.
struct Browser {
    office: Office,
    app: ConnectedAppWithClientSecret,
    http: Client,
    session_id: String,
}

impl Browser {
    async fn open(client_type: ClientType) -> Self {
        let office = Office::open().await;
        office.hire(ADA, PASSWORD).await;
        let login = office.log_in(ADA, PASSWORD).await.unwrap();
        let request = clients::CreateRequest::new(client_type)
            .client_name("Example <CRM>")
            .redirect_urls([CALLBACK]);
        let app = office.stytch.connected_app().clients().create(request);
        let http = Client::builder().redirect(redirect::Policy::none());
        Self {
            app: app.await.unwrap().connected_app,
            http: http.build().unwrap(),
            session_id: login.member_session.unwrap().member_session_id.to_string(),
            office,
        }
    }

    /// Brings a request with these changes to what a good one has.
    async fn authorize(&self, changes: &[(&str, Option<&str>)]) -> Response {
        let mut pairs = vec![
            ("response_type", "code"),
            ("client_id", self.app.client_id.as_str()),
            ("redirect_uri", CALLBACK),
            ("scope", "openid email offline_access"),
            ("state", "xyz"),
            ("nonce", "n-1"),
        ];
        for (name, value) in changes {
            pairs.retain(|(known, _)| known != name);
            pairs.extend(value.map(|value| (*name, value)));
        }
        self.open_query(&pairs).await
    }

    async fn open_query(&self, pairs: &[(&str, &str)]) -> Response {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        self.get(&format!("/authorize?{query}")).await
    }

    async fn get(&self, path: &str) -> Response {
        let url = format!("{}{path}", self.office.emulator.url());
        self.http.get(url).send().await.unwrap()
    }

    async fn post(&self, form: &[(&str, &str)], site: Option<&str>) -> Response {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let url = format!("{}/consent", self.office.emulator.url());
        let mut request = self.http.post(url).body(body);
        request = request.header("content-type", "application/x-www-form-urlencoded");
        if let Some(site) = site {
            request = request.header("sec-fetch-site", site);
        }
        request.send().await.unwrap()
    }

    /// The name of a request that waits, once somebody was chosen.
    async fn waiting(&self) -> String {
        let place = location(&self.authorize(&[]).await);
        let name = parameter(&place, "request").unwrap();
        let form = [("request", &*name), ("session", &self.session_id)];
        let chosen = self.post(&form, None).await;
        assert_eq!(location(&chosen), place);
        name
    }

    async fn decide(&self, name: &str, decision: &str) -> Response {
        let form = [("request", name), ("decision", decision)];
        self.post(&form, Some("same-origin")).await
    }

    async fn redeem(&self, code: &str, verifier: Option<&str>) -> (u16, Value) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("client_id", self.app.client_id.as_str())
            .append_pair("code", code)
            .append_pair("redirect_uri", CALLBACK);
        if let Some(secret) = &self.app.client_secret {
            form.append_pair("client_secret", secret.expose());
        }
        if let Some(verifier) = verifier {
            form.append_pair("code_verifier", verifier);
        }
        let (url, project) = (
            self.office.emulator.url(),
            self.office.emulator.project_id(),
        );
        let request = self
            .http
            .post(format!("{url}/v1/public/{project}/oauth2/token"));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(form.finish()).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }
}

#[track_caller]
fn location(response: &Response) -> String {
    assert_eq!(response.status(), 303);
    response.headers()["location"].to_str().unwrap().to_owned()
}

fn parameter(url: &str, name: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let found = pairs.find(|(key, _)| key == name)?;
    Some(found.1.into_owned())
}

/// The error with which the app is sent away, with its state.
#[track_caller]
fn refused(response: &Response, error: &str) {
    let place = location(response);
    assert_eq!(place, format!("{CALLBACK}&error={error}&state=xyz"));
}

#[tokio::test]
async fn somebody_who_is_logged_in_is_asked_and_the_app_gets_its_code() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let place = location(&browser.authorize(&[]).await);
    let page = browser.get(&place).await.text().await.unwrap();
    assert!(
        page.contains("Example &lt;CRM&gt;") && page.contains(ADA),
        "{page}"
    );
    let name = browser.waiting().await;
    let page = browser.get(&format!("/consent?request={name}")).await;
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    let page = page.text().await.unwrap();
    for part in [ADA, "email", "offline_access", "Allow", "Deny"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let back = location(&browser.decide(&name, "allow").await);
    assert!(back.starts_with(&format!("{CALLBACK}&code=")), "{back}");
    assert_eq!(parameter(&back, "state").as_deref(), Some("xyz"));
    let code = parameter(&back, "code").unwrap();
    let (status, tokens) = browser.redeem(&code, None).await;
    assert_eq!(status, 200, "{tokens}");
    assert_eq!(tokens["scope"], "openid email offline_access");

    // a request is decided about once
    assert_eq!(browser.decide(&name, "allow").await.status(), 404);
    let over = browser.get(&format!("/consent?request={name}")).await;
    assert_eq!(over.status(), 404);
}

#[tokio::test]
async fn who_says_no_sends_the_app_away() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let name = browser.waiting().await;
    refused(&browser.decide(&name, "deny").await, "access_denied");
}

#[tokio::test]
async fn an_app_of_the_project_itself_gets_its_code_without_a_question() {
    let browser = Browser::open(ClientType::FirstParty).await;
    let place = location(&browser.authorize(&[("scope", Some("openid"))]).await);
    let name = parameter(&place, "request").unwrap();
    let form = [("request", &*name), ("session", &browser.session_id)];
    let back = location(&browser.post(&form, None).await);
    assert!(parameter(&back, "code").is_some(), "{back}");
}

#[tokio::test]
async fn what_the_person_cannot_grant_the_app_does_not_get() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let scope = [("scope", Some("openid full_access documents:read"))];
    let place = location(&browser.authorize(&scope).await);
    let name = parameter(&place, "request").unwrap();
    let form = [("request", &*name), ("session", &browser.session_id)];
    location(&browser.post(&form, None).await);
    let page = browser.get(&place).await.text().await.unwrap();
    assert_eq!(page.matches("You can't allow this").count(), 2, "{page}");
    let back = location(&browser.decide(&name, "allow").await);
    let code = parameter(&back, "code").unwrap();
    assert_eq!(browser.redeem(&code, None).await.1["scope"], "openid");

    let place = location(&browser.authorize(&[("scope", Some("nonsense"))]).await);
    let name = parameter(&place, "request").unwrap();
    let form = [("request", &*name), ("session", &browser.session_id)];
    browser.post(&form, None).await;
    refused(&browser.decide(&name, "allow").await, "invalid_scope");
}

#[tokio::test]
async fn a_request_of_nobody_known_leads_nowhere() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    for (changes, status) in [
        ([("client_id", None)], 400),
        ([("client_id", Some("connected-app-test-nobody"))], 404),
        ([("redirect_uri", None)], 400),
        (
            [("redirect_uri", Some("https://crm.example.com/callback"))],
            401,
        ),
        ([("redirect_uri", Some("https://evil.example.com/"))], 401),
    ] {
        let response = browser.authorize(&changes).await;
        assert_eq!(response.status(), status, "{changes:?}");
        assert!(!response.headers().contains_key("location"));
    }
    let id = browser.app.client_id.as_str();
    for twice in [
        ("client_id", id),
        ("redirect_uri", "https://evil.example.com/"),
    ] {
        let pairs = [("client_id", id), ("redirect_uri", CALLBACK), twice];
        assert_eq!(browser.open_query(&pairs).await.status(), 400);
    }
}

#[tokio::test]
async fn an_app_is_told_what_is_wrong_with_its_request() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    for (name, value, error) in [
        ("response_type", None, "invalid_request"),
        ("response_type", Some("token"), "unsupported_response_type"),
        ("scope", None, "invalid_scope"),
        ("prompt", Some("none"), "login_required"),
        ("prompt", Some("often"), "invalid_request"),
        ("code_challenge", Some("short"), "invalid_request"),
        ("code_challenge_method", Some("S256"), "invalid_request"),
    ] {
        let response = browser.authorize(&[(name, value)]).await;
        refused(&response, error);
    }
    let challenge = Pkce::new().challenge().to_owned();
    for method in [None, Some("plain")] {
        let changes = [
            ("code_challenge", Some(&*challenge)),
            ("code_challenge_method", method),
        ];
        refused(&browser.authorize(&changes).await, "invalid_request");
    }
    // whatever stands there twice is not guessed at
    let id = browser.app.client_id.as_str();
    let pairs = [
        ("client_id", id),
        ("redirect_uri", CALLBACK),
        ("response_type", "code"),
        ("scope", "openid"),
        ("scope", "email"),
        ("state", "xyz"),
    ];
    refused(&browser.open_query(&pairs).await, "invalid_request");
    let pairs = [
        ("client_id", id),
        ("redirect_uri", CALLBACK),
        ("state", "a"),
        ("state", "b"),
    ];
    let back = location(&browser.open_query(&pairs).await);
    assert_eq!(back, format!("{CALLBACK}&error=invalid_request"));
}

#[tokio::test]
async fn an_app_without_a_secret_has_to_bring_a_challenge() {
    let browser = Browser::open(ClientType::ThirdPartyPublic).await;
    refused(&browser.authorize(&[]).await, "invalid_request");
    let pkce = Pkce::new();
    let changes = [
        ("code_challenge", Some(pkce.challenge())),
        ("code_challenge_method", Some("S256")),
    ];
    let place = location(&browser.authorize(&changes).await);
    let name = parameter(&place, "request").unwrap();
    let form = [("request", &*name), ("session", &browser.session_id)];
    browser.post(&form, None).await;
    let back = location(&browser.decide(&name, "allow").await);
    let code = parameter(&back, "code").unwrap();
    assert_eq!(browser.redeem(&code, None).await.0, 400);
    let verifier = pkce.verifier().expose();
    assert_eq!(browser.redeem(&code, Some(verifier)).await.0, 200);
}

#[tokio::test]
async fn a_page_of_another_site_decides_nothing() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let name = browser.waiting().await;
    let form = [("request", &*name), ("decision", "allow")];
    for site in ["cross-site", "same-site", "none"] {
        let response = browser.post(&form, Some(site)).await;
        assert_eq!(response.status(), 403, "{site}");
    }
    let both = [
        ("request", &*name),
        ("decision", "allow"),
        ("decision", "deny"),
    ];
    assert_eq!(browser.post(&both, None).await.status(), 400);
    assert_eq!(browser.decide(&name, "perhaps").await.status(), 400);
    assert!(location(&browser.decide(&name, "allow").await).contains("code="));
}

#[tokio::test]
async fn nobody_decides_before_it_is_known_who_it_is_or_after_the_time() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let place = location(&browser.authorize(&[]).await);
    let name = parameter(&place, "request").unwrap();
    assert_eq!(browser.decide(&name, "allow").await.status(), 400);
    let nobody = [("request", &*name), ("session", "member-session-test-none")];
    assert_eq!(browser.post(&nobody, None).await.status(), 404);
    let late = browser.waiting().await;
    browser
        .office
        .emulator
        .clock()
        .advance(Duration::from_secs(600));
    assert_eq!(browser.decide(&late, "allow").await.status(), 404);

    // a session that has ended lets nobody in
    let name = browser.waiting().await;
    browser
        .office
        .emulator
        .clock()
        .advance(Duration::from_secs(55 * 60));
    let place = location(&browser.authorize(&[]).await);
    let page = browser.get(&place).await.text().await.unwrap();
    assert!(page.contains("Nobody is logged in"), "{page}");
    let response = browser.decide(&name, "allow").await;
    assert_eq!(response.status(), 404);
}

#[tokio::test]
async fn an_organization_that_takes_no_apps_is_not_asked_to() {
    let browser = Browser::open(ClientType::ThirdParty).await;
    let request = organizations::UpdateRequest::new(&browser.office.id)
        .third_party_connected_apps_allowed_type("NOT_ALLOWED");
    let organizations = browser.office.stytch.organizations();
    organizations.update(request).await.unwrap();
    let place = location(&browser.authorize(&[]).await);
    let name = parameter(&place, "request").unwrap();
    let form = [("request", &*name), ("session", &browser.session_id)];
    refused(&browser.post(&form, None).await, "access_denied");
}
