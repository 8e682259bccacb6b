//! A walk through the app with a browser; skipped where there is no `chromedriver`.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::time::Duration;

use example_b2b::{app, demo};
use look::webdriver::{Browser, Failure};
use reqwest::StatusCode;
use serde_json::Value;
use stytch_b2b::m2m::clients;
use stytch_b2b::organizations::{GetRequest, UpdateRequest};
use stytch_b2b::tokens::TokenRequest;
use stytch_emulator::{Emulator, WebhookDelivery, WebhookStatus};
use tokio::net::TcpListener;

/// How long something may take that comes by itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// The app at a port of its own.
async fn start() -> (Emulator, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    let emulator = demo::emulator(&base).await.unwrap();
    let verifier = demo::webhooks(&emulator, &base).unwrap();
    let mails = Some(emulator.url().to_owned());
    let app = app(emulator.b2b_client(), mails, Some(verifier));
    tokio::spawn(async { axum::serve(listener, app).await });
    (emulator, base)
}

async fn link_to(emulator: &Emulator, address: &str) -> String {
    let inbox = emulator.messages().to(address);
    let mail = inbox.next_within(PATIENCE).await.unwrap();
    mail.link.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_signs_up_invites_sets_rules_and_comes_back() -> Result<(), Failure> {
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;
    let at = |path: &str| format!("{base}{path}");

    // Grace wants a page, has to log in first, and proves her address.
    browser.open_page(&at("/settings")).await?;
    browser.wait_for("Log in or sign up").await?;
    browser.keep_pictures("login").await?;
    browser
        .fill("input[name=email]", "grace@example.com")
        .await?;
    browser.click("form[method=post] button").await?;
    browser.wait_for("Look into your mails").await?;
    browser.keep_pictures("mail").await?;

    // She founds an organization, and is where she wanted to go.
    browser
        .open_page(&link_to(&emulator, "grace@example.com").await)
        .await?;
    browser.wait_for("Where to?").await?;
    browser.keep_pictures("where-to").await?;
    browser
        .fill("input[name=organization_name]", "Compilers")
        .await?;
    browser.click("main form button").await?;
    browser.wait_for("Settings").await?;
    assert!(!browser.address().await?.contains("token"));
    browser.keep_pictures("settings").await?;

    // She invites somebody, who comes in by the link of the mail.
    browser.click("a[href='/members']").await?;
    browser.wait_for("Members").await?;
    browser
        .fill("input[name=email]", "jean@example.com")
        .await?;
    browser.click("form:not([action]) button").await?;
    browser.text("button[class=quiet]").await?;
    browser.wait_for("Members").await?;
    let invitation = link_to(&emulator, "jean@example.com").await;

    // She sets up an authenticator app, and demands one of everybody.
    browser.click("a[href='/account']").await?;
    browser.wait_for("Account").await?;
    browser.click("form[action='/account/app'] button").await?;
    browser.wait_for("Set up a second factor").await?;
    browser.keep_pictures("second-factor").await?;
    let key = browser.text("#key").await?;
    browser.fill("input[name=code]", "000000").await?;
    browser
        .click("form[action='/authenticate/totp'] button")
        .await?;
    browser.wait_for("That did not work").await?;
    browser.keep_pictures("wrong-code").await?;
    browser
        .fill("input[name=code]", &emulator.totp_code(&key).unwrap())
        .await?;
    browser
        .click("form[action='/authenticate/totp'] button")
        .await?;
    browser.wait_for("Welcome").await?;
    browser.keep_pictures("home").await?;
    browser.click("a[href='/settings']").await?;
    browser.wait_for("Settings").await?;
    browser.click("input[name=mfa]").await?;
    browser.click("main form button").await?;
    browser.text("input[name=mfa][checked]").await?;
    browser.click("form[action='/logout'] button").await?;
    browser.wait_for("Notes that a team keeps together").await?;
    browser.keep_pictures("start").await?;

    // The invited member sets up the second factor on the way in, and may not change the settings.
    browser.open_page(&invitation).await?;
    browser.wait_for("Set up a second factor").await?;
    let key = browser.text("#key").await?;
    browser
        .fill("input[name=code]", &emulator.totp_code(&key).unwrap())
        .await?;
    browser
        .click("form[action='/authenticate/totp'] button")
        .await?;
    browser.wait_for("Welcome").await?;
    browser.open_page(&at("/settings")).await?;
    browser.wait_for("Sorry").await?;
    browser.keep_pictures("forbidden").await?;

    // A link works once.
    browser.open_page(&invitation).await?;
    browser.wait_for("That did not work").await?;
    browser.keep_pictures("used-up").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn members_come_by_single_sign_on_and_go_over_to_another_organization() -> Result<(), Failure>
{
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;

    // Ada founds an organization of her own first.
    browser.open_page(&format!("{base}/login")).await?;
    browser
        .fill("input[name=email]", "ada@acme.example")
        .await?;
    browser.click("form[method=post] button").await?;
    browser.wait_for("Look into your mails").await?;
    browser
        .open_page(&link_to(&emulator, "ada@acme.example").await)
        .await?;
    browser.wait_for("Where to?").await?;
    browser
        .fill("input[name=organization_name]", "Poets")
        .await?;
    browser
        .click("form[action='/authenticate/organization/new'] button")
        .await?;
    browser.wait_for("Welcome").await?;

    // Acme, where her address is known, too, is one click away.
    browser.click("nav a[href='/organizations']").await?;
    browser.wait_for("Your organizations").await?;
    browser.keep_pictures("organizations").await?;
    browser
        .click("form[action='/authenticate/organization'] button")
        .await?;
    browser.wait_for("Welcome").await?;
    assert_eq!(browser.text("main strong").await?, "acme");
    browser.click("form[action='/logout'] button").await?;
    browser.wait_for("Notes that a team keeps together").await?;

    // She comes from the identity provider of Acme: the emulator's page stands for it.
    browser
        .open_page(&format!("{base}/login?next=%2Fmembers"))
        .await?;
    browser.fill("input[name=organization]", "acme").await?;
    browser.click("form[action='/login/sso'] button").await?;
    browser
        .fill("input[name=email_address]", "ada@acme.example")
        .await?;
    browser.click(".fields button").await?;
    browser.wait_for("Members").await?;
    assert_eq!(browser.address().await?, format!("{base}/members"));
    browser.keep_pictures("members").await?;

    // What changes elsewhere is told by webhooks: once, and to those whom it concerns.
    let request = UpdateRequest::new("acme").organization_name("Acme Limited");
    emulator
        .b2b_client()
        .organizations()
        .update(request)
        .await?;
    let sent = emulator.webhooks().settled_within(PATIENCE).await.unwrap();
    emulator.webhooks().resend(&sent.last().unwrap().id);
    let sent = emulator.webhooks().settled_within(PATIENCE).await.unwrap();
    let delivered = |one: &WebhookDelivery| one.status == WebhookStatus::Delivered;
    assert!(sent.iter().all(delivered), "{sent:?}");
    browser.click("a[href='/activity']").await?;
    browser.wait_for("Activity").await?;
    let told = browser.text("ul.list").await?;
    assert_eq!(told.matches("direct.organization.update").count(), 1);
    assert!(!told.contains("direct.organization.create"), "{told}");
    browser.keep_pictures("activity").await?;

    // What the provider of Acme says counts nowhere else.
    browser.click("nav a[href='/organizations']").await?;
    browser.wait_for("Your organizations").await?;
    browser
        .click("form[action='/authenticate/organization'] button")
        .await?;
    browser.wait_for("That did not work").await?;
    browser.close().await
}

#[tokio::test]
async fn machines_read_with_their_scope_and_not_without() {
    let (emulator, base) = start().await;
    let stytch = emulator.b2b_client();
    let acme = stytch
        .organizations()
        .get(GetRequest::new("acme"))
        .await
        .unwrap();
    let url = format!(
        "{base}/api/organizations/{}/members",
        acme.organization.organization_id
    );
    let http = reqwest::Client::new();
    assert_eq!(
        http.get(&url).send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
    for (scope, status) in [("read:members", 200), ("read:nothing", 403)] {
        let request = clients::CreateRequest::new([scope]);
        let made = stytch
            .m2m()
            .clients()
            .create(request)
            .await
            .unwrap()
            .m2m_client;
        let request = TokenRequest::new(made.client_id.as_str(), made.client_secret);
        let token = stytch.m2m().token(request).await.unwrap().access_token;
        let answer = http
            .get(&url)
            .bearer_auth(token.expose())
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), status);
        if status == 200 {
            let members: Value = answer.json().await.unwrap();
            assert_eq!(members[0]["email_address"], "ada@acme.example");
        }
    }
}
