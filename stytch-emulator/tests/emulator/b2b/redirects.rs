//! Where the links in mails lead, and what else a request says about its mail.

use crate::common::raw::Raw;
use crate::common::{Office, refused};
use serde_json::json;
use stytch_b2b::{magic_links, passwords};
use stytch_emulator::Message;

const EMAIL: &str = "ada@acme.com";
const PASSWORD: &str = "an analytical engine of brass";
const DISCOVERY: &str = "/v1/b2b/magic_links/email/discovery/send";
const CONSUMER: &str = "/v1/magic_links/email/login_or_create";
const UNREGISTERED: &str = "no_match_for_provided_magic_link_url";

fn last(office: &Office) -> Message {
    let mails = office.emulator.messages().to(EMAIL).all();
    mails.last().unwrap().clone()
}

#[tokio::test]
async fn links_lead_to_this_machine_or_to_registered_addresses_alone() {
    let raw = Raw::start().await;
    raw.emulator
        .seed(
            r"
settings:
  redirect_urls:
    - url: https://app.example.com/in?tenant=1
    - url: https://www.example.com/login
      valid_types: [{ type: LOGIN }, { type: DISCOVERY }]
    - url: acme://authenticate
",
        )
        .unwrap();
    let asked = |url: &str| json!({ "email_address": EMAIL, "discovery_redirect_url": url });
    for url in [
        "http://localhost:3000/x",
        "https://localhost",
        "http://acme.localhost:8080",
        "http://127.0.0.1:1/a?b=c#d",
        "http://127.8.8.8/",
        "http://[::1]:3000/",
        "https://app.example.com/in?tenant=1",
        "https://example.com/login",
        "acme://authenticate",
        "",
    ] {
        let (status, answer) = raw.post(DISCOVERY, &asked(url)).await;
        assert_eq!(status, 200, "{url}: {answer}");
        let link = raw.emulator.messages().all().last().unwrap().link.clone();
        let expected = match url {
            "" => "http://localhost:3000/authenticate",
            url => url.split('#').next().unwrap(),
        };
        assert!(link.as_ref().unwrap().starts_with(expected), "{link:?}");
    }
    let sent = raw.emulator.messages().all().len();
    for url in [
        "https://example.org/login",
        "https://app.example.com/in",
        "https://app.example.com/in?tenant=2",
        "https://app.example.com/other?tenant=1",
        "https://login.example.com/login",
        "http://localhost.example.com/",
        "http://localhost:80@example.com/",
        "http://127.0.0.1.example.com/",
        "http://127.0.0.1@example.com/",
        "https://2130706434.example.com/",
        "javascript://localhost/%0aalert(1)",
        "data:text/html,hi",
    ] {
        raw.refuses(DISCOVERY, &asked(url), 400, UNREGISTERED).await;
    }
    for url in ["not an address", "//example.com", "/in"] {
        let error_type = "invalid_discovery_redirect_url";
        raw.refuses(DISCOVERY, &asked(url), 400, error_type).await;
    }
    assert_eq!(raw.emulator.messages().all().len(), sent);
}

#[tokio::test]
async fn an_address_is_registered_for_what_leads_there() {
    let raw = Raw::start().await;
    raw.emulator
        .seed(
            r"
settings:
  default_redirect_url: ''
  redirect_urls:
    - url: https://example.com/in
      valid_types: [{ type: LOGIN, is_default: true }]
    - url: https://example.com/up
      valid_types: [{ type: SIGNUP }]
",
        )
        .unwrap();
    let signup = |url: &str| json!({ "email": EMAIL, "signup_magic_link_url": url });
    raw.refuses(
        CONSUMER,
        &signup("https://example.com/in"),
        400,
        UNREGISTERED,
    )
    .await;
    // what may lead there does not have to
    raw.refuses(
        CONSUMER,
        &json!({ "email": EMAIL }),
        400,
        "no_signup_redirect_url",
    )
    .await;
    for (path, body, error_type) in [
        (
            "/v1/magic_links/email/invite",
            json!({ "email": EMAIL }),
            "no_invite_redirect_url",
        ),
        (
            DISCOVERY,
            json!({ "email_address": EMAIL }),
            "no_discovery_redirect_url",
        ),
    ] {
        raw.refuses(path, &body, 400, error_type).await;
    }
    assert!(raw.export().await.get("users").is_none());

    let (status, _) = raw.post(CONSUMER, &signup("https://example.com/up")).await;
    assert_eq!(status, 200);
    let mails = || raw.emulator.messages().to(EMAIL).all();
    let token = mails().last().unwrap().token.clone().unwrap();
    let (status, _) = raw
        .post("/v1/magic_links/authenticate", &json!({ "token": token }))
        .await;
    assert_eq!(status, 200);
    let (status, _) = raw.post(CONSUMER, &json!({ "email": EMAIL })).await;
    assert_eq!(status, 200);
    let link = mails().last().unwrap().link.clone().unwrap();
    assert!(link.starts_with(
        "https://example.com/in?stytch_redirect_type=login&stytch_token_type=magic_links&token="
    ));
    let reset = json!({ "email": EMAIL });
    let start = "/v1/passwords/email/reset/start";
    raw.refuses(start, &reset, 400, "no_password_reset_redirect_url")
        .await;
}

#[tokio::test]
async fn a_member_who_has_forgotten_the_password_logs_in_without_one_by_the_same_mail() {
    let office = Office::open().await;
    let member_id = office.hire(EMAIL, PASSWORD).await;
    let request = passwords::email::ResetStartRequest::new(&office.id, EMAIL)
        .reset_password_redirect_url("http://localhost:9000/new-password")
        .login_redirect_url("http://localhost:9000/in");
    let started = office.stytch.passwords().email().reset_start(request);
    started.await.unwrap();
    let mail = last(&office);
    assert_eq!(mail.kind, "reset_password");
    let reset = "http://localhost:9000/new-password?slug=acme-co&stytch_redirect_type=reset_password&stytch_token_type=multi_tenant_passwords&";
    assert!(mail.link.unwrap().starts_with(reset));
    let login = "http://localhost:9000/in?slug=acme-co&stytch_redirect_type=login&stytch_token_type=multi_tenant_magic_links&";
    assert!(mail.login_link.unwrap().starts_with(login));

    // neither token does what the other is for
    let (reset, login) = (mail.token.unwrap(), mail.login_token.unwrap());
    let request = passwords::email::ResetRequest::new(&*login, "the engine weaves patterns");
    let wrong = office.stytch.passwords().email().reset(request).await;
    refused(
        &wrong.unwrap_err(),
        401,
        "unable_to_auth_password_reset_token",
    );
    let request = magic_links::AuthenticateRequest::new(reset);
    let wrong = office.stytch.magic_links().authenticate(request).await;
    refused(&wrong.unwrap_err(), 404, "magic_link_not_found");
    let request = magic_links::AuthenticateRequest::new(login);
    let login = office.stytch.magic_links().authenticate(request).await;
    assert_eq!(login.unwrap().member_id, member_id);
    office.log_in(EMAIL, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_message_says_which_language_and_template_were_asked_for() {
    let office = Office::open().await;
    office
        .emulator
        .seed("settings: { email_templates: [spring] }")
        .unwrap();
    let invite = || magic_links::email::InviteRequest::new(&office.id, EMAIL);
    let emails = office.stytch.magic_links().email();
    let unknown = emails.invite(invite().invite_template_id("winter")).await;
    refused(&unknown.unwrap_err(), 404, "email_template_not_found");
    assert!(office.emulator.messages().all().is_empty());

    let request = invite()
        .invite_template_id("spring")
        .locale(stytch_b2b::Locale::PtBr);
    emails.invite(request).await.unwrap();
    let mail = last(&office);
    assert_eq!(mail.template_id.as_deref(), Some("spring"));
    assert_eq!(mail.locale.as_deref(), Some("pt-br"));
    emails.invite(invite()).await.unwrap();
    assert_eq!(
        (last(&office).template_id, last(&office).locale),
        (None, None)
    );
}
