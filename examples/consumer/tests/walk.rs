//! A walk through the app with a browser; skipped where there is no `chromedriver`.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::time::Duration;

use example_consumer::{app, demo};
use look::webdriver::{Browser, Failure};
use serde_json::json;
use stytch_emulator::Emulator;
use tokio::net::TcpListener;

const ADA: &str = "ada@example.com";
const FIRST_PASSWORD: &str = "correct horse battery staple";
const SECOND_PASSWORD: &str = "a margin too narrow to contain";

/// The app at a port of its own.
async fn start() -> (Emulator, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    let emulator = demo::emulator(&base).await.unwrap();
    let app = app(emulator.consumer_client(), "localhost", None);
    tokio::spawn(async { axum::serve(listener, app).await });
    (emulator, base)
}

/// The link of the mail that came last.
async fn link_to(emulator: &Emulator, address: &str) -> String {
    let inbox = emulator.messages().to(address);
    let mail = inbox.next_within(Duration::from_secs(10)).await.unwrap();
    mail.link.unwrap()
}

async fn log_in(browser: &Browser, base: &str, password: &str) -> Result<(), Failure> {
    browser.open_page(&format!("{base}/login")).await?;
    browser.fill("input[name=email]", ADA).await?;
    browser.fill("input[name=password]", password).await?;
    browser
        .click("form[action='/login'] button:not([formaction])")
        .await
}

async fn log_out(browser: &Browser) -> Result<(), Failure> {
    browser.click("form[action='/logout'] button").await?;
    browser.wait_for("Notes in the margin").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_forgotten_and_a_link() -> Result<(), Failure> {
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;

    // A page for users leads to the login, and a password that everybody has is refused.
    browser.open_page(&format!("{base}/account")).await?;
    browser.wait_for("Log in or sign up").await?;
    browser.fill("input[name=email]", ADA).await?;
    browser.fill("input[name=password]", "password").await?;
    browser.click("button[formaction='/sign-up']").await?;
    let note = browser.text(".note").await?;
    assert!(note.contains("leak") || note.contains("easy"), "{note}");

    // Another one does, and leads to where Ada wanted to go.
    browser.fill("input[name=password]", FIRST_PASSWORD).await?;
    browser.click("button[formaction='/sign-up']").await?;
    browser.wait_for("Account").await?;
    log_out(&browser).await?;
    browser.open_page(&format!("{base}/account")).await?;
    browser.wait_for("Log in or sign up").await?;

    // She has forgotten it.
    log_in(&browser, &base, "not the password").await?;
    assert!(browser.text(".note").await?.contains("belong together"));
    browser.click("button[formaction='/login/reset']").await?;
    browser.wait_for("Look into your mails").await?;
    let link = link_to(&emulator, ADA).await;
    browser.open_page(&link).await?;
    browser.wait_for("Choose a password").await?;
    browser.fill("input[name=password]", "password").await?;
    browser
        .click("form[action='/authenticate/password'] button")
        .await?;
    assert!(!browser.text(".note").await?.is_empty());
    browser
        .fill("input[name=password]", SECOND_PASSWORD)
        .await?;
    browser
        .click("form[action='/authenticate/password'] button")
        .await?;
    browser.wait_for("Account").await?;
    log_out(&browser).await?;

    // The old one is gone, the new one good, and a link does without.
    log_in(&browser, &base, FIRST_PASSWORD).await?;
    assert!(browser.text(".note").await?.contains("belong together"));
    log_in(&browser, &base, SECOND_PASSWORD).await?;
    browser.wait_for("Account").await?;
    log_out(&browser).await?;
    browser.open_page(&format!("{base}/login")).await?;
    browser.fill("input[name=email]", ADA).await?;
    browser.click("button[formaction='/login/link']").await?;
    browser.wait_for("Look into your mails").await?;
    let link = link_to(&emulator, ADA).await;
    browser.open_page(&link).await?;
    browser.wait_for("Account").await?;
    assert!(!browser.address().await?.contains("token"));

    // It works once.
    browser.forget_cookies().await?;
    browser.open_page(&link).await?;
    browser.wait_for("Log in or sign up").await?;
    assert!(browser.text(".note").await?.contains("used already"));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authenticator_app_and_a_passkey() -> Result<(), Failure> {
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;
    browser.open_page(&format!("{base}/login")).await?;
    browser.fill("input[name=email]", ADA).await?;
    browser.fill("input[name=password]", FIRST_PASSWORD).await?;
    browser.click("button[formaction='/sign-up']").await?;
    browser.wait_for("Account").await?;

    // Ada sets up an app, and mistypes its code.
    browser.click("form[action='/account/app'] button").await?;
    browser.wait_for("Set up an authenticator app").await?;
    assert!(
        browser
            .attribute("img.qr", "src")
            .await?
            .starts_with("data:image/")
    );
    let key = browser.text("#key").await?;
    let spare = browser.text(".codes li").await?;
    browser.fill("input[name=code]", "000000").await?;
    browser
        .click("form[action='/second-factor'] button")
        .await?;
    browser.wait_for("Second factor").await?;
    assert!(browser.text(".note").await?.contains("not the code"));
    browser
        .fill("input[name=code]", &emulator.totp_code(&key).unwrap())
        .await?;
    browser
        .click("form[action='/second-factor'] button")
        .await?;
    browser.wait_for("Account").await?;
    log_out(&browser).await?;

    // From now on the password alone leads nowhere.
    log_in(&browser, &base, FIRST_PASSWORD).await?;
    browser.wait_for("Second factor").await?;
    browser.open_page(&format!("{base}/account")).await?;
    browser.wait_for("Second factor").await?;
    emulator.clock().advance(Duration::from_secs(30));
    browser
        .fill("input[name=code]", &emulator.totp_code(&key).unwrap())
        .await?;
    browser
        .click("form[action='/second-factor'] button")
        .await?;
    browser.wait_for("Account").await?;

    // She adds a passkey, which is enough by itself.
    browser.devtools("WebAuthn.enable", json!({})).await?;
    let device = json!({ "options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
    } });
    browser
        .devtools("WebAuthn.addVirtualAuthenticator", device)
        .await?;
    browser.click("#add-passkey").await?;
    assert!(browser.text("#passkeys").await?.contains("localhost"));
    log_out(&browser).await?;
    browser.open_page(&format!("{base}/login")).await?;
    browser.click("#use-passkey").await?;
    browser.wait_for("Account").await?;
    log_out(&browser).await?;

    // Phone and passkey are lost, and the paper is not. It is good once.
    for is_good in [true, false] {
        log_in(&browser, &base, FIRST_PASSWORD).await?;
        browser.wait_for("Second factor").await?;
        browser.click("summary").await?;
        let field = "form[action='/second-factor/recovery'] input";
        browser.fill(field, &spare).await?;
        browser
            .click("form[action='/second-factor/recovery'] button")
            .await?;
        if is_good {
            browser.wait_for("Account").await?;
            log_out(&browser).await?;
        }
    }
    assert!(browser.text(".note").await?.contains("not the code"));
    browser.close().await
}
