//! What each request that is refused is told.

use crate::common::{Answer, ORGANIZATION, Site, bearer, offline, reader, send};
use axum::{Router, http::StatusCode, routing::get};
use reqwest::header::{ACCEPT, AUTHORIZATION, COOKIE};
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::{Fresh, Refusal, permission};
use stytch_b2b::Client;
use stytch_b2b::testing::{self, Issuer};

permission!(WriteDocuments = "documents", "write");

async fn home(session: MemberSession) -> String {
    session.member_id.to_string()
}

async fn visit(session: Option<MemberSession>) -> String {
    session.map_or_else(
        || "a visitor".to_owned(),
        |session| session.member_id.to_string(),
    )
}

async fn write(_: MemberSession<WriteDocuments>) {}

async fn fresh(_: Fresh<MemberSession>) {}

/// A handler whose call of the API fails.
async fn failing() -> Result<(), Refusal> {
    Err(testing::error()
        .status(404)
        .error_type("session_not_found")
        .build()
        .into())
}

fn routes() -> Router<Auth> {
    Router::new()
        .route("/", get(home).post(home))
        .route("/visit", get(visit))
        .route("/write", get(write))
        .route("/fresh", get(fresh))
        .route("/failing", get(failing))
        .nest("/app", Router::new().route("/inner", get(home)))
}

async fn site() -> (Site, Issuer) {
    let issuer = Issuer::new();
    (
        Site::open(offline(&issuer).login_page("/login"), routes()).await,
        issuer,
    )
}

#[track_caller]
fn is(answer: &Answer, status: u16, error: &str, challenge: Option<&str>) {
    assert_eq!((answer.status, &*answer.error()), (status, error));
    assert_eq!(answer.header("www-authenticate"), challenge);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn who_brings_nothing_is_told_to_log_in_and_of_no_error() {
    let (site, _) = site().await;
    is(
        &send(site.get("/")).await,
        401,
        "login_required",
        Some("Bearer"),
    );
}

#[tokio::test]
async fn who_is_logged_in_is_served() {
    let (site, issuer) = site().await;
    let answer = send(
        site.get("/")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    assert_eq!((answer.status, &*answer.body), (200, "member-test-1"));
}

#[tokio::test]
async fn a_token_that_is_not_good_is_an_invalid_token() {
    let (site, issuer) = site().await;
    let session = issuer.member_session("member-test-1", ORGANIZATION);
    let stranger = Issuer::new().with_project_id("project-test-other");
    for token in [
        session.clone().forged().mint(),
        session.clone().expires_in(std::time::Duration::ZERO).mint(),
        issuer.user_session("user-test-1").mint(),
        issuer.machine_token("m2m-client-test-1").mint(),
        stranger
            .member_session("member-test-1", ORGANIZATION)
            .mint(),
        "rubbish".to_owned(),
    ] {
        let answer = send(site.get("/").header(AUTHORIZATION, bearer(&token))).await;
        is(
            &answer,
            401,
            "invalid_token",
            Some("Bearer error=\"invalid_token\""),
        );
        assert!(answer.cookies.is_empty(), "a header clears no cookies");
    }
}

#[tokio::test]
async fn who_may_not_is_forbidden_and_not_told_to_log_in() {
    let (site, issuer) = site().await;
    let answer = send(
        site.get("/write")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    is(&answer, 403, "access_denied", None);
}

#[tokio::test]
async fn while_keys_cannot_be_had_nobody_is_sent_away_for_good() {
    let issuer = Issuer::new();
    let client = Client::builder(issuer.project_id(), "secret-test").base_url("http://127.0.0.1:1");
    let auth = Auth::new(client.no_retries().build().unwrap()).login_page("/login");
    let site = Site::open(auth, routes()).await;
    let jwt = reader(&issuer);
    let by_cookie = format!("stytch_session=token; stytch_session_jwt={jwt}");
    for path in ["/", "/visit", "/write"] {
        let answer = send(site.get(path).header(AUTHORIZATION, bearer(&jwt))).await;
        is(&answer, 503, "temporarily_unavailable", None);
        assert_eq!(answer.header("retry-after"), Some("2"));

        let answer = send(
            site.get(path)
                .header(COOKIE, &by_cookie)
                .header(ACCEPT, "text/html"),
        )
        .await;
        assert_eq!(answer.status, 503, "no login helps");
        assert!(answer.cookies.is_empty(), "the session may be good");
    }
}

#[tokio::test]
async fn while_the_policy_cannot_be_had_permissions_are_unavailable() {
    let issuer = Issuer::new();
    let auth = Auth::new(issuer.client::<Client>().build().unwrap());
    let site = Site::open(auth, routes()).await;
    let answer = send(
        site.get("/write")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    is(&answer, 503, "temporarily_unavailable", None);
    let answer = send(
        site.get("/")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn while_the_api_cannot_be_reached_cookies_are_kept() {
    let (site, issuer) = site().await;
    let session = issuer.member_session("member-test-1", ORGANIZATION);
    let expired = session.clone().expires_in(std::time::Duration::ZERO).mint();
    let good = session.mint();
    for (path, jwt) in [("/", &expired), ("/visit", &expired), ("/fresh", &good)] {
        let cookies = format!("stytch_session=token; stytch_session_jwt={jwt}");
        let answer = send(site.get(path).header(COOKIE, cookies)).await;
        is(&answer, 503, "temporarily_unavailable", None);
        assert!(answer.cookies.is_empty());
    }
}

#[tokio::test]
async fn a_browser_that_asks_for_a_page_is_shown_the_login_page() {
    let (site, issuer) = site().await;
    let page = "text/html,application/xhtml+xml;q=0.9";
    for (path, location) in [
        ("/", "/login?next=%2F"),
        ("/?tab=2&x=%2F", "/login?next=%2F%3Ftab%3D2%26x%3D%252F"),
        ("/app/inner", "/login?next=%2Fapp%2Finner"),
        ("/failing", "/login?next=%2Ffailing"),
    ] {
        let answer = send(site.get(path).header(ACCEPT, page)).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, Some(location))
        );
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    // what was posted can't be posted again by a link
    let answer = send(site.post("/").header(ACCEPT, page)).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/login"))
    );
    // a script that would take a page, but does not navigate
    let script = site
        .get("/")
        .header(ACCEPT, page)
        .header("sec-fetch-mode", "cors");
    is(&send(script).await, 401, "login_required", Some("Bearer"));
    // no login helps
    let request = site.get("/write").header(ACCEPT, page);
    let answer = send(request.header(AUTHORIZATION, bearer(&reader(&issuer)))).await;
    assert_eq!(
        (answer.status, &*answer.body),
        (403, "You are not allowed to do this.")
    );
}

#[tokio::test]
async fn cookies_that_are_dead_are_deleted_on_the_way_to_the_login_page() {
    let (site, _) = site().await;
    let request = site
        .get("/")
        .header(ACCEPT, "text/html")
        .header(COOKIE, "stytch_session_jwt=dead");
    let answer = send(request).await;
    assert_eq!(answer.status, 303);
    assert!(answer.forgets_session());
}

#[tokio::test]
async fn an_app_shows_refusals_in_its_own_way() {
    let issuer = Issuer::new();
    let auth = offline(&issuer).refusal_page(|refusal| {
        (
            StatusCode::OK,
            [("x-page", "own")],
            format!("Sorry: {refusal}"),
        )
    });
    let site = Site::open(auth, routes()).await;
    let request = site.get("/write").header(ACCEPT, "text/html");
    let answer = send(request.header(AUTHORIZATION, bearer(&reader(&issuer)))).await;
    assert_eq!((answer.status, answer.header("x-page")), (403, Some("own")));
    assert_eq!(answer.body, "Sorry: You are not allowed to do this.");
    // programs still get JSON
    let answer = send(
        site.get("/write")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    is(&answer, 403, "access_denied", None);
}

#[tokio::test]
async fn a_failed_call_of_a_handler_is_answered_as_it_means() {
    let (site, _) = site().await;
    let challenge = Some("Bearer error=\"invalid_token\"");
    is(
        &send(site.get("/failing")).await,
        401,
        "invalid_token",
        challenge,
    );
}

#[tokio::test]
async fn a_visitor_is_let_in_as_one() {
    let (site, issuer) = site().await;
    assert_eq!(send(site.get("/visit")).await.body, "a visitor");
    let answer = send(
        site.get("/visit")
            .header(AUTHORIZATION, bearer(&reader(&issuer))),
    )
    .await;
    assert_eq!(answer.body, "member-test-1");
    // a login that is over, at a browser
    let answer = send(site.get("/visit").header(COOKIE, "stytch_session_jwt=dead")).await;
    assert_eq!((answer.status, &*answer.body), (200, "a visitor"));
    assert!(answer.forgets_session());
    // a program that means to be somebody is told that it is not
    let answer = send(site.get("/visit").header(AUTHORIZATION, "Bearer dead")).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn without_the_layer_the_first_request_fails() {
    let issuer = Issuer::new();
    let site = Site::bare(routes().with_state(offline(&issuer))).await;
    is(&send(site.get("/")).await, 500, "server_error", None);
}
