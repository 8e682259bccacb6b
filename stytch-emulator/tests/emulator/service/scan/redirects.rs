//! No login leads off the list of addresses.

use serde_json::json;

use super::{Site, query};

/// Addresses off the list, however they are written.
const ELSEWHERE: [&str; 27] = [
    "https://evil.example",
    "HTTPS://EVIL.EXAMPLE/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "http:\\\\evil.example",
    "https:///evil.example",
    "http://localhost@evil.example",
    "http://localhost:3000@evil.example/",
    "http://evil.example@localhost:3000/",
    "http://evil.example\\@localhost:3000/",
    "http://localhost:3000\\@evil.example/",
    "http://localhost\u{ff0e}evil.example/",
    "http://evil\u{3002}example/",
    "http://evil.example#@localhost/",
    "http://evil.example?@localhost/",
    "http://localhost.evil.example/",
    "http://local\thost.evil.example/",
    "http://localhost:3000/\r\nLocation: https://evil.example",
    "http://localhost:3000/\nSet-Cookie: a=b",
    " http://localhost:3000/",
    "javascript:alert(1)//http://localhost",
    "JavaScript://localhost/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://[::ffff:93.184.216.34]/",
];

#[tokio::test]
async fn no_login_leads_off_the_list() {
    let site = Site::open().await;
    let emulator = &site.emulator;
    emulator
        .seed("{ organizations: [{ organization_name: Acme }], sso_connections: [{ organization_id: acme }] }")
        .unwrap();
    let token = emulator.public_token();
    for url in ELSEWHERE {
        for (path, more, names) in [
            (
                "/v1/public/sso/start",
                ("organization_id", "acme"),
                &["login_redirect_url", "signup_redirect_url"][..],
            ),
            (
                "/v1/b2b/public/oauth/google/start",
                ("slug", "acme"),
                &["login_redirect_url", "signup_redirect_url"],
            ),
            (
                "/v1/b2b/public/oauth/google/discovery/start",
                ("a", "b"),
                &["discovery_redirect_url"],
            ),
            (
                "/v1/public/oauth/google/start",
                ("a", "b"),
                &["login_redirect_url", "signup_redirect_url"],
            ),
        ] {
            for name in names {
                let pairs = [
                    ("public_token", &*token),
                    more,
                    (name, url),
                    ("login_hint", "ada@acme.com"),
                ];
                let response = site.shown(&format!("{path}?{}", query(&pairs))).await;
                assert_eq!(response.status(), 400, "{path} {name}={url:?}");
                assert!(response.headers().get("location").is_none(), "{url:?}");
            }
        }
        let body = json!({ "email_address": "ada@acme.com", "discovery_redirect_url": url });
        let place = site.url("/v1/b2b/magic_links/email/discovery/send");
        let request = site.http.post(place);
        let request = request.basic_auth(emulator.project_id(), Some("secret"));
        let response = request.json(&body).send().await.unwrap();
        assert_eq!(response.status(), 400, "{url:?}");
    }
    assert!(emulator.messages().all().is_empty());

    let app = "connected_apps: [{ client_id: connected-app-test-1, client_type: third_party, status: active, redirect_urls: ['http://localhost:3000/back'] }]";
    emulator.seed(app).unwrap();
    let registered = "http://localhost:3000/back";
    for url in ELSEWHERE.into_iter().chain([registered]) {
        let pairs = [
            ("response_type", "code"),
            ("client_id", "connected-app-test-1"),
            ("redirect_uri", url),
            ("scope", "openid"),
        ];
        let response = site.shown(&format!("/authorize?{}", query(&pairs))).await;
        let leads_on = response.headers().contains_key("location");
        assert_eq!(leads_on, url == registered, "{url:?}");
        assert_eq!(response.status().is_client_error(), !leads_on, "{url:?}");
    }

    // the answer on the page can't change where a login leads, nor can its own address
    let pairs = [("public_token", &*token), ("organization_id", "acme")];
    let path = format!("/v1/public/sso/start?{}", query(&pairs));
    let begun = site.shown(&path).await;
    let chooser = begun.headers()["location"].to_str().unwrap().to_owned();
    let (_, state) = chooser.split_once("state=").unwrap();
    let form = [
        ("state", state),
        ("email_address", "ada@acme.com"),
        ("login_redirect_url", "https://evil.example"),
        ("redirect_url", "https://evil.example"),
    ];
    let path = "/choose?redirect_url=https://evil.example";
    let response = site.told(path, &form).await;
    let place = response.headers()["location"].to_str().unwrap();
    assert!(
        place.starts_with("http://localhost:3000/authenticate?"),
        "{place}"
    );
}

#[tokio::test]
async fn letters_that_headers_can_not_carry_are_encoded() {
    let site = Site::open().await;
    let token = site.emulator.public_token();
    let pairs = [
        ("public_token", &*token),
        ("discovery_redirect_url", "http://localhost:3000/größe?an=ä"),
        ("login_hint", "ada@acme.com"),
    ];
    let path = format!(
        "/v1/b2b/public/oauth/google/discovery/start?{}",
        query(&pairs)
    );
    let response = site.shown(&path).await;
    let place = response.headers()["location"].to_str().unwrap();
    assert!(
        place.starts_with("http://localhost:3000/gr%C3%B6%C3%9Fe?an=%C3%A4&"),
        "{place}"
    );
}
