//! The cookies that logins and logouts set, to the letter.

use crate::common::{Answer, ORGANIZATION, Site, bearer, cookies, found, offline, reader, send};
use axum::{
    Router,
    body::Body,
    extract::State,
    http::Request,
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use reqwest::header::{AUTHORIZATION, COOKIE, HOST, SET_COOKIE};
use stytch_axum::b2b::{Auth, MemberSession};
use stytch_axum::callbacks::Flow;
use stytch_axum::web::{CookieSettings, SameSite};
use stytch_axum::{Next, Refusal};
use stytch_b2b::organizations::{self, members};
use stytch_b2b::sessions::MemberSession as Session;
use stytch_b2b::testing::Issuer;
use stytch_b2b::{Client, Pkce, Secret, Timestamp, sso};
use stytch_emulator::Emulator;
use tower_service::Service as _;

/// The answer to a login whose session lives for an hour.
fn complete() -> sso::AuthenticateResponse {
    let mut session = Session::default();
    session.last_accessed_at = Timestamp::from_unix_seconds(1_700_000_000);
    session.expires_at = Timestamp::from_unix_seconds(1_700_003_600);
    let mut answer = sso::AuthenticateResponse::default();
    answer.session_token = "token".into();
    answer.session_jwt = "jwt".into();
    answer.member_session = Some(session);
    answer
}

/// The answer to a login that needs another step.
fn incomplete() -> sso::AuthenticateResponse {
    let mut answer = sso::AuthenticateResponse::default();
    answer.intermediate_session_token = "intermediate".into();
    answer
}

async fn log_in(State(auth): State<Auth>, next: Next) -> impl IntoResponse {
    (auth.login(&complete()), Redirect::to(next.as_str()))
}

/// With the JWT alone, or the token alone.
async fn log_in_by_half(State(auth): State<Auth>, half: String) -> impl IntoResponse {
    let mut answer = complete();
    match &*half {
        "jwt" => answer.session_token = Secret::default(),
        "token" => answer.session_jwt = Secret::default(),
        _ => answer.session_token = "no; cookie".into(),
    }
    auth.login(&answer)
}

async fn begin(State(auth): State<Auth>) -> impl IntoResponse {
    auth.login(&incomplete())
}

async fn start(State(auth): State<Auth>) -> impl IntoResponse {
    let life = std::time::Duration::from_secs(3600);
    auth.cookie_settings()
        .short_lived("stytch_own", &"value".into(), life)
}

async fn away(State(auth): State<Auth>, next: Next) -> impl IntoResponse {
    (
        auth.start().pkce(Flow::Sso, &Pkce::new()).next(&next),
        "on its way",
    )
}

async fn nothing(State(auth): State<Auth>) -> impl IntoResponse {
    auth.login(&sso::AuthenticateResponse::default())
}

async fn own() -> impl IntoResponse {
    [
        ("set-cookie", "theme=dark; Secure"),
        ("cache-control", "public"),
    ]
}

async fn log_out(State(auth): State<Auth>, session: MemberSession) -> impl IntoResponse {
    let (cookies, revoked) = auth.logout(&session).await;
    (cookies, revoked.is_ok().to_string())
}

async fn switch(
    State(auth): State<Auth>,
    session: MemberSession,
    organization_id: String,
) -> Result<impl IntoResponse, Refusal> {
    let switched = auth.switch_organization(&session, organization_id).await?;
    Ok((auth.login(&switched), switched.member_id.to_string()))
}

async fn invite(
    State(auth): State<Auth>,
    session: MemberSession,
    email: String,
) -> Result<String, Refusal> {
    let request = members::CreateRequest::new(&session.organization_id, email);
    let invited = auth.client().organizations().members().create(request);
    Ok(session.as_member(invited).await?.member_id.to_string())
}

fn routes() -> Router<Auth> {
    Router::new()
        .route("/login", get(log_in))
        .route("/half", post(log_in_by_half))
        .route("/begin", get(begin))
        .route("/start", get(start))
        .route("/away", get(away))
        .route("/nothing", get(nothing))
        .route("/own", get(own))
        .route("/logout", post(log_out))
        .route("/switch", post(switch))
        .route("/invite", post(invite))
}

async fn offline_site(settings: CookieSettings) -> Site {
    Site::open(offline(&Issuer::new()).cookies(settings), routes()).await
}

/// The cookies that a path sets at a public host.
async fn set_by(site: &Site, path: &str) -> Vec<String> {
    send(site.get(path).header(HOST, "app.example.com"))
        .await
        .cookies
}

#[tokio::test]
async fn a_login_sets_both_cookies_for_the_life_of_the_session() {
    let site = offline_site(CookieSettings::new()).await;
    let answer = send(site.get("/login").header(HOST, "app.example.com")).await;
    assert_eq!(
        answer.cookies,
        [
            "stytch_session=token; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure",
            "stytch_session_jwt=jwt; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure",
            "stytch_intermediate_session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
        ]
    );
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

/// Whoever was logged in before must not be back when the JWT has ended.
#[tokio::test]
async fn a_login_leaves_nothing_of_another_one() {
    let site = offline_site(CookieSettings::new()).await;
    let gone = "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure";
    for (half, set, deleted) in [
        ("jwt", "stytch_session_jwt=jwt; ", "stytch_session"),
        ("token", "stytch_session=token; ", "stytch_session_jwt"),
        ("odd", "stytch_session_jwt=jwt; ", "stytch_session"),
    ] {
        let request = site.post("/half").header(HOST, "app.example.com");
        let cookies = send(request.body(half)).await.cookies;
        assert!(
            cookies.iter().any(|cookie| cookie.starts_with(set)),
            "{half}"
        );
        assert!(
            cookies.contains(&format!("{deleted}{gone}")),
            "{half}: {cookies:?}"
        );
        assert_eq!(cookies.len(), 3, "{half}");
    }
}

#[tokio::test]
async fn a_login_that_is_not_complete_is_kept_for_ten_minutes() {
    let site = offline_site(CookieSettings::new().http_only(false)).await;
    let intermediate = "stytch_intermediate_session_token=intermediate; Path=/; Max-Age=600; HttpOnly; \
                        SameSite=Lax; Secure";
    assert_eq!(set_by(&site, "/begin").await, [intermediate]);
    let own = "stytch_own=value; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure";
    assert_eq!(set_by(&site, "/start").await, [own]);
    assert!(set_by(&site, "/nothing").await.is_empty());
}

#[tokio::test]
async fn attributes_are_as_the_app_wants_them() {
    let settings = CookieSettings::new()
        .session_names("app_session", "app_session_jwt")
        .domain("example.com")
        .path("/app")
        .same_site(SameSite::Strict)
        .http_only(false)
        .secure(false);
    let site = offline_site(settings).await;
    let set = set_by(&site, "/login").await;
    let attributes = "Path=/app; Domain=example.com; Max-Age=3600; SameSite=Strict";
    assert_eq!(set[0], format!("app_session=token; {attributes}"));
    assert_eq!(set[1], format!("app_session_jwt=jwt; {attributes}"));
    // those that were set before there was a domain go, too
    assert!(set.iter().any(|cookie| {
        cookie.starts_with("stytch_intermediate_session_token=; Path=/app; Domain=")
    }));
    assert!(set.iter().any(|cookie| {
        cookie.starts_with("stytch_intermediate_session_token=; Path=/app; Max-Age=0")
    }));

    let site = offline_site(CookieSettings::new().same_site(SameSite::None)).await;
    assert!(set_by(&site, "/login").await[0].ends_with("; SameSite=None; Secure"));
}

/// The provider's page leads back here, and with it come no strict cookies: the login would never end.
#[tokio::test]
async fn what_a_login_needs_comes_back_with_it() {
    for (same_site, attribute) in [
        (SameSite::Strict, "; SameSite=Lax; Secure"),
        (SameSite::Lax, "; SameSite=Lax; Secure"),
        (SameSite::None, "; SameSite=None; Secure"),
    ] {
        let site = offline_site(CookieSettings::new().same_site(same_site)).await;
        for path in ["/begin", "/start", "/away"] {
            let set = set_by(&site, path).await;
            assert!(!set.is_empty());
            assert!(
                set.iter().all(|cookie| cookie.ends_with(attribute)),
                "{path} {set:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_name_with_a_prefix_brings_what_browsers_demand() {
    let settings = CookieSettings::new()
        .session_names("__Host-session", "__Secure-jwt")
        .domain("example.com")
        .path("/app")
        .secure(false);
    let site = offline_site(settings).await;
    let set = send(site.get("/login")).await.cookies;
    let host = "__Host-session=token; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure";
    assert_eq!(set[0], host);
    assert!(set[1].starts_with("__Secure-jwt=jwt; Path=/app; Domain=example.com;"));
    assert!(set[1].ends_with("; Secure"));
}

#[test]
fn settings_that_no_browser_would_take_are_found_at_the_start() {
    for settings in [
        || CookieSettings::new().session_names("", "b"),
        || CookieSettings::new().session_names("a b", "b"),
        || CookieSettings::new().session_names("a;b", "b"),
        || CookieSettings::new().session_names("a", "a"),
        || CookieSettings::new().domain("example.com; Path=/"),
        || CookieSettings::new().domain(""),
        || CookieSettings::new().path("app"),
        || CookieSettings::new().path("/a; Domain=b"),
    ] {
        assert!(std::panic::catch_unwind(settings).is_err());
    }
}

#[tokio::test]
async fn tls_is_not_asked_for_at_a_loopback_host_of_a_test_project_alone() {
    let is_secure = async |site: &Site, host: &str| {
        let set = send(site.get("/login").header(HOST, host)).await.cookies;
        let secure: Vec<_> = set
            .iter()
            .map(|cookie| cookie.ends_with("; Secure"))
            .collect();
        assert!(secure.iter().all(|one| *one == secure[0]), "{set:?}");
        secure[0]
    };
    let test = offline_site(CookieSettings::new()).await;
    for host in [
        "localhost",
        "localhost:3000",
        "127.0.0.1:3000",
        "[::1]:3000",
        "app.localhost",
    ] {
        assert!(!is_secure(&test, host).await, "{host}");
    }
    for host in [
        "app.example.com",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "xlocalhost",
    ] {
        assert!(is_secure(&test, host).await, "{host}");
    }
    // as a proxy may send it on
    let issuer = Issuer::new().with_project_id("project-live-1");
    let live = Site::open(offline(&issuer), routes()).await;
    assert!(is_secure(&live, "localhost:3000").await);
}

/// As a layer that traces responses does it.
#[tokio::test]
async fn no_cookie_is_printed_with_the_headers_of_a_response() {
    for host in ["app.example.com", "localhost:3000"] {
        let auth = offline(&Issuer::new());
        let mut app: Router = routes().layer(auth.layer()).with_state(auth);
        let request = Request::get("/login").header(HOST, host);
        let response = app
            .call(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let headers = response.headers();
        assert_eq!(headers.get_all(SET_COOKIE).iter().count(), 3);
        assert!(
            headers
                .iter()
                .any(|(_, value)| value.as_bytes().starts_with(b"stytch_session=token"))
        );
        assert!(!format!("{headers:?}").contains("stytch_session"), "{host}");
    }
}

#[tokio::test]
async fn cookies_of_the_app_are_left_as_they_are() {
    let site = offline_site(CookieSettings::new()).await;
    let answer = send(site.get("/own")).await;
    assert_eq!(answer.cookies, ["theme=dark; Secure"]);
    assert_eq!(answer.header("cache-control"), Some("public"));
}

#[tokio::test]
async fn a_login_leads_back_to_this_app_alone() {
    let site = offline_site(CookieSettings::new()).await;
    for (query, location) in [
        ("?next=%2Fsettings%3Ftab%3D2", "/settings?tab=2"),
        ("?next=/settings%23top", "/settings#top"),
        ("", "/"),
        ("?next=", "/"),
        ("?next=https%3A%2F%2Fevil.example", "/"),
        ("?next=//evil.example", "/"),
        ("?next=/%2Fevil.example", "/"),
        ("?next=%2F%5Cevil.example", "/"),
        ("?next=%5C%5Cevil.example", "/"),
        ("?next=%2F%09%2Fevil.example", "/"),
        ("?next=%2F%0A%2Fevil.example", "/"),
        ("?next=%2F%0D%0ASet-Cookie%3A+a%3Db", "/"),
        ("?next=%20%2F%2Fevil.example", "/"),
        ("?next=javascript%3Aalert(1)", "/"),
        ("?next=evil.example", "/"),
        ("?next=%2F%C2%A0%2Fevil.example", "/"),
        ("?next=%2Fa&next=%2Fb", "/"),
        ("?next=%2Fa&next=https%3A%2F%2Fevil.example", "/"),
    ] {
        let answer = send(site.get(&format!("/login{query}"))).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, Some(location)),
            "{query}"
        );
    }
    let long = format!("/login?next=/{}", "x".repeat(3000));
    assert_eq!(send(site.get(&long)).await.header("location"), Some("/"));
}

/// An app, and Ada, who is logged in at it.
async fn online() -> (
    Emulator,
    Site,
    stytch_b2b::discovery::organizations::CreateResponse,
) {
    let emulator = Emulator::start().await.unwrap();
    let ada = found(&emulator, "ada@example.com").await;
    let site = Site::open(Auth::new(emulator.b2b_client()), routes()).await;
    (emulator, site, ada)
}

async fn post_as(site: &Site, path: &str, cookies: &str, body: &str) -> Answer {
    let request = site.post(path).header("sec-fetch-site", "same-origin");
    send(request.header(COOKIE, cookies).body(body.to_owned())).await
}

#[tokio::test]
async fn a_logout_ends_the_session_and_deletes_its_cookies() {
    let (emulator, site, ada) = online().await;
    let jar = cookies(&ada.session_token, &ada.session_jwt);
    let answer = post_as(&site, "/logout", &jar, "").await;
    assert_eq!(answer.body, "true");
    let deleted = "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
    assert_eq!(
        answer.cookies,
        [
            format!("stytch_session{deleted}"),
            format!("stytch_session_jwt{deleted}"),
            format!("stytch_intermediate_session_token{deleted}"),
        ]
    );
    let request = stytch_b2b::sessions::AuthenticateRequest::new().session_token(ada.session_token);
    let error = emulator
        .b2b_client()
        .sessions()
        .authenticate(request)
        .await
        .unwrap_err();
    assert!(error.needs_login());
}

#[tokio::test]
async fn a_logout_is_one_at_this_browser_even_while_the_api_is_down() {
    let issuer = Issuer::new();
    let site = Site::open(offline(&issuer), routes()).await;
    let jar = format!(
        "stytch_session=token; stytch_session_jwt={}",
        reader(&issuer)
    );
    let answer = post_as(&site, "/logout", &jar, "").await;
    assert_eq!((answer.status, &*answer.body), (200, "false"));
    assert!(answer.forgets_session());
}

#[tokio::test]
async fn a_session_is_switched_to_another_organization() {
    let (emulator, site, ada) = online().await;
    let stytch = emulator.b2b_client();
    let request = organizations::CreateRequest::new("Globex");
    let globex = stytch
        .organizations()
        .create(request)
        .await
        .unwrap()
        .organization;
    let request = members::CreateRequest::new(&globex.organization_id, "ada@example.com");
    let there = stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap()
        .member_id;

    let jar = cookies(&ada.session_token, &ada.session_jwt);
    let answer = post_as(&site, "/switch", &jar, globex.organization_id.as_str()).await;
    assert_eq!(answer.body, there.as_str());
    let jwt = answer.cookie("stytch_session_jwt").unwrap();
    let session = stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();
    assert_eq!(session.organization_id, globex.organization_id);

    // to where one is no member
    let answer = post_as(&site, "/switch", &jar, "organization-test-elsewhere").await;
    assert!(
        !answer
            .cookies
            .iter()
            .any(|cookie| cookie.starts_with("stytch_session="))
    );
    assert!(matches!(answer.status, 400..=499), "{}", answer.status);
}

#[tokio::test]
async fn a_call_is_made_with_the_rights_of_the_member() {
    let (emulator, site, ada) = online().await;
    let jar = cookies(&ada.session_token, &ada.session_jwt);
    assert_eq!(
        post_as(&site, "/invite", &jar, "grace@example.com")
            .await
            .status,
        200
    );

    // Grace is no admin
    let stytch = emulator.b2b_client();
    let acme = &ada.organization.as_ref().unwrap().organization_id;
    let request =
        stytch_b2b::magic_links::email::LoginOrSignupRequest::new(acme, "grace@example.com");
    stytch
        .magic_links()
        .email()
        .login_or_signup(request)
        .await
        .unwrap();
    let inbox = emulator.messages().to("grace@example.com");
    let token = inbox
        .next_within(std::time::Duration::from_secs(5))
        .await
        .unwrap()
        .token
        .unwrap();
    let request = stytch_b2b::magic_links::AuthenticateRequest::new(token);
    let grace = stytch.magic_links().authenticate(request).await.unwrap();
    let by_header = site
        .post("/invite")
        .header(AUTHORIZATION, bearer(grace.session_jwt.expose()));
    let answer = send(by_header.body("alan@example.com")).await;
    assert_eq!((answer.status, &*answer.error()), (403, "access_denied"));
    let jar = cookies(&grace.session_token, &grace.session_jwt);
    assert_eq!(
        post_as(&site, "/invite", &jar, "alan@example.com")
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn two_projects_in_one_app_do_not_share_sessions() {
    let (one, other) = (
        Issuer::new(),
        Issuer::new().with_project_id("project-test-other"),
    );
    let inner: Client = other.client().build().unwrap();
    let inner = Auth::new(inner);
    let handler = get(async |session: MemberSession| session.member_id.to_string());
    let guarded = handler.layer(inner.guard());
    let site = Site::open(offline(&one), Router::new().route("/", guarded)).await;
    let jwt = one.member_session("member-test-1", ORGANIZATION).mint();
    let answer = send(site.get("/").header(AUTHORIZATION, bearer(&jwt))).await;
    assert_eq!(answer.status, 401);
}
