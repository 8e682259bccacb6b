//! Redirects and forms that log users in, over HTTP, against the emulator.

use std::time::Duration;

use crate::common::browser::Browser;
use crate::common::serve;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use reqwest::StatusCode;
use stytch_axum::Next;
use stytch_axum::callbacks::Callbacks;
use stytch_axum::consumer::{Auth, Outcome, UserSession};
use stytch_consumer::magic_links::email as links;
use stytch_consumer::passwords::email as resets;
use stytch_emulator::Emulator;

const ADA: &str = "ada@example.com";

async fn app() -> (Emulator, Browser) {
    let emulator = Emulator::start().await.unwrap();
    let auth = Auth::new(emulator.consumer_client());
    let callbacks = Callbacks::new(&auth).session_duration_minutes(30);
    let app = Router::new()
        .route("/", get(home))
        .merge(callbacks.router("/authenticate", finish))
        .layer(auth.layer())
        .with_state(auth);
    let base = serve(app).await;
    (emulator, Browser::at(&base))
}

async fn finish(outcome: Outcome, next: Next) -> Response {
    match outcome {
        Outcome::LoggedIn(login) => {
            let emails = login.user.emails.into_iter().map(|email| email.email);
            format!("{}; on to {next}", emails.collect::<String>()).into_response()
        }
        Outcome::PasswordReset(reset) => {
            format!("{} {}", reset.flow_name(), reset.token().expose()).into_response()
        }
        Outcome::Failed(failure) => failure.into_response(),
        _ => StatusCode::NOT_IMPLEMENTED.into_response(),
    }
}

async fn home(session: UserSession) -> String {
    session.user_id.to_string()
}

#[tokio::test]
async fn a_link_signs_a_user_up_and_in_once() {
    let (emulator, mut browser) = app().await;
    let stytch = emulator.consumer_client();
    let request = links::LoginOrCreateRequest::new(ADA);
    stytch
        .magic_links()
        .email()
        .login_or_create(request)
        .await
        .unwrap();
    let link = emulator
        .messages()
        .to(ADA)
        .all()
        .pop()
        .unwrap()
        .link
        .unwrap();
    let page = browser.follow(&link).await;
    assert_eq!(page.text, "ada@example.com; on to /");
    let cookie = page.set_cookie("stytch_session").unwrap();
    assert!(
        cookie.ends_with("; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    assert!(browser.get("/").await.text.starts_with("user-test-"));

    let page = browser.follow(&link).await;
    assert_eq!(page.status, StatusCode::GONE);
    assert_eq!(page.text, "This link has been used already, or is too old.");
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_mail_about_a_forgotten_password_leads_to_a_form_or_logs_in_without_one() {
    let (emulator, mut browser) = app().await;
    let stytch = emulator.consumer_client();
    let request = stytch_consumer::users::CreateRequest::new().email(ADA);
    stytch.users().create(request).await.unwrap();
    let request = resets::ResetStartRequest::new(ADA);
    stytch
        .passwords()
        .email()
        .reset_start(request)
        .await
        .unwrap();
    let mail = emulator
        .messages()
        .to(ADA)
        .next_within(Duration::from_secs(1))
        .await
        .unwrap();

    let page = browser.follow(&mail.link.unwrap()).await;
    let (flow, token) = page.text.split_once(' ').unwrap();
    let form = |password| [("flow", flow), ("token", token), ("password", password)];
    let refused = browser
        .post("/authenticate/password", &form("hunter2"))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser
        .post(
            "/authenticate/password",
            &form("correct horse battery staple"),
        )
        .await;
    assert_eq!(page.text, "ada@example.com; on to /");

    let page = browser.follow(&mail.login_link.unwrap()).await;
    assert_eq!(page.text, "ada@example.com; on to /");
}

#[tokio::test]
async fn who_comes_from_a_provider_is_signed_up_and_in_once() {
    let (emulator, mut browser) = app().await;
    let stytch = emulator.consumer_client();
    let link = stytch_consumer::oauth::StartLink::new("google");
    let link = stytch.oauth().start(link).unwrap();
    let back = emulator.follow(link.as_str(), ADA).unwrap();
    let page = browser.follow(&back.url).await;
    assert_eq!(page.text, "ada@example.com; on to /");
    assert!(browser.get("/").await.text.starts_with("user-"));
    let page = browser.follow(&back.url).await;
    assert_eq!(page.status, StatusCode::GONE);

    // a way back with PKCE ends in the browser where it began
    let pkce = stytch_consumer::Pkce::new();
    let link = stytch_consumer::oauth::StartLink::new("google").code_challenge(pkce.challenge());
    let link = stytch.oauth().start(link).unwrap();
    let back = emulator.follow(link.as_str(), ADA).unwrap();
    let page = browser.follow(&back.url).await;
    assert_eq!(page.status, StatusCode::GONE);
    let verifier = pkce.verifier().expose().to_owned();
    let name = "stytch_pkce_oauth".to_owned();
    browser.cookies.insert(name, verifier);
    let page = browser.follow(&back.url).await;
    assert_eq!(page.text, "ada@example.com; on to /");
}

#[tokio::test]
async fn who_acts_in_place_of_a_user_is_logged_in_once() {
    let (emulator, mut browser) = app().await;
    let stytch = emulator.consumer_client();
    let request = stytch_consumer::users::CreateRequest::new().email(ADA);
    let ada = stytch.users().create(request).await.unwrap().user_id;
    let begun = emulator.impersonate(ada.as_str(), "grace@example.com");
    let begun = begun.unwrap();
    let page = browser.follow(&begun.url).await;
    assert_eq!(page.text, "ada@example.com; on to /");
    assert_eq!(browser.get("/").await.text, ada.as_str());
    let page = browser.follow(&begun.url).await;
    assert_eq!(page.status, StatusCode::GONE);
}

#[tokio::test]
async fn links_of_the_other_api_are_none() {
    let (emulator, mut browser) = app().await;
    for name in [
        "discovery",
        "multi_tenant_magic_links",
        "sso",
        "discovery_oauth",
    ] {
        let page = browser
            .get(&format!("/authenticate?stytch_token_type={name}&token=abc"))
            .await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{name}");
    }
    assert!(emulator.requests().is_empty());
}
