//! Which requests may write with a session that came by cookie.

use crate::common::{Site, bearer, offline, reader, send};
use axum::{Router, routing::any};
use reqwest::{
    Method,
    header::{AUTHORIZATION, COOKIE, HOST, ORIGIN, UPGRADE},
};
use stytch_axum::b2b::{Auth, MemberSession, SameOrigin};
use stytch_b2b::testing::Issuer;

const OWN: &str = "app.example.com";

async fn write(_: MemberSession) {}

async fn visit(_: Option<MemberSession>) {}

async fn log_in(_: SameOrigin) {}

async fn site() -> (Site, String) {
    let issuer = Issuer::new();
    let routes: Router<Auth> = Router::new()
        .route("/", any(write))
        .route("/visit", any(visit))
        .route("/guarded", any(async || {}).layer(offline(&issuer).guard()))
        .route("/login", any(log_in));
    let auth = offline(&issuer).origin("https://admin.example.com");
    (Site::open(auth, routes).await, reader(&issuer))
}

/// The status for a request with these headers, sent to `app.example.com`.
async fn status(site: &Site, jwt: &str, method: &Method, headers: &[(&str, &str)]) -> u16 {
    let mut request = site.request(method.clone(), "/").header(HOST, OWN);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request.header(COOKIE, format!("stytch_session_jwt={jwt}")))
        .await
        .status
}

#[tokio::test]
async fn reading_needs_nothing() {
    let (site, jwt) = site().await;
    for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
        for headers in [
            &[][..],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "none")],
            &[("origin", "https://evil.example")],
        ] {
            assert_eq!(
                status(&site, &jwt, &method, headers).await,
                200,
                "{method} {headers:?}"
            );
        }
    }
}

#[tokio::test]
async fn writing_needs_a_page_of_the_app() {
    let (site, jwt) = site().await;
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        for headers in [
            &[("sec-fetch-site", "same-origin")][..],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "https://app.example.com"),
            ],
            &[("origin", "https://app.example.com")],
            &[("origin", "https://app.example.com:443")],
            &[("origin", "https://admin.example.com")],
            &[
                ("sec-fetch-site", "same-site"),
                ("origin", "https://admin.example.com"),
            ],
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://admin.example.com"),
            ],
        ] {
            assert_eq!(
                status(&site, &jwt, &method, headers).await,
                200,
                "{method} {headers:?}"
            );
        }
        for headers in [
            &[][..],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "SAME-ORIGIN")],
            &[("sec-fetch-site", "")],
            &[("sec-fetch-site", "same-origin, cross-site")],
            &[
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-site", "cross-site"),
            ],
            // the browser knows better than a comparison of names
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://app.example.com"),
            ],
            &[("origin", "null")],
            &[("origin", "")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://app.example.com")],
            &[("origin", "https://app.example.com:8443")],
            &[("origin", "https://app.example.com.evil.example")],
            &[("origin", "https://app.example.com@evil.example")],
            &[("origin", "https://evil.example#app.example.com")],
            &[("origin", "https://xapp.example.com")],
            &[("origin", "app.example.com")],
            &[("origin", "http://admin.example.com")],
            &[
                ("origin", "https://app.example.com"),
                ("origin", "https://evil.example"),
            ],
            &[("referer", "https://app.example.com/")],
            &[
                ("x-forwarded-host", "evil.example"),
                ("origin", "https://evil.example"),
            ],
        ] {
            assert_eq!(
                status(&site, &jwt, &method, headers).await,
                403,
                "{method} {headers:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_loopback_host_has_no_tls() {
    let (site, jwt) = site().await;
    let cookie = format!("stytch_session_jwt={jwt}");
    let own = site.url.clone();
    let answer = send(site.post("/").header(ORIGIN, &own).header(COOKIE, &cookie)).await;
    assert_eq!(answer.status, 200);
    // another app of the same developer
    let other = "http://127.0.0.1:1";
    let answer = send(site.post("/").header(ORIGIN, other).header(COOKIE, &cookie)).await;
    assert_eq!((answer.status, &*answer.error()), (403, "cross_origin"));
}

#[tokio::test]
async fn opening_a_websocket_is_writing() {
    let (site, jwt) = site().await;
    let cookie = format!("stytch_session_jwt={jwt}");
    let open = |origin: &str| {
        let request = site.get("/").header(HOST, OWN).header(UPGRADE, "websocket");
        request.header(ORIGIN, origin).header(COOKIE, &cookie)
    };
    assert_eq!(send(open("https://evil.example")).await.status, 403);
    assert_eq!(send(open("https://app.example.com")).await.status, 200);
}

#[tokio::test]
async fn a_header_needs_nothing() {
    let (site, jwt) = site().await;
    let request = site.post("/").header("sec-fetch-site", "cross-site");
    assert_eq!(
        send(request.header(AUTHORIZATION, bearer(&jwt)))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn neither_a_guard_nor_an_optional_session_is_a_way_around() {
    let (site, jwt) = site().await;
    for path in ["/visit", "/guarded"] {
        let request = site.post(path).header("sec-fetch-site", "cross-site");
        let answer = send(request.header(COOKIE, format!("stytch_session_jwt={jwt}"))).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (403, "cross_origin"),
            "{path}"
        );
        assert!(answer.cookies.is_empty(), "the session is not to blame");
    }
}

#[tokio::test]
async fn nobody_is_logged_in_by_another_site() {
    let (site, _) = site().await;
    assert_eq!(
        send(site.post("/login").header("sec-fetch-site", "cross-site"))
            .await
            .status,
        403
    );
    assert_eq!(
        send(site.post("/login").header("sec-fetch-site", "same-origin"))
            .await
            .status,
        200
    );
    assert_eq!(
        send(site.get("/login").header("sec-fetch-site", "cross-site"))
            .await
            .status,
        200
    );
}
