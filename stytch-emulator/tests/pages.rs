//! Pages for people.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::time::Duration;

use reqwest::{Client, Response};
use stytch_b2b::magic_links::email::discovery;
use stytch_b2b::organizations;
use stytch_emulator::Emulator;

async fn get(emulator: &Emulator, path: &str) -> Response {
    let url = format!("{}{path}", emulator.url());
    Client::new().get(url).send().await.unwrap()
}

async fn mail(emulator: &Emulator, to: &str) {
    let request = discovery::SendRequest::new(to);
    let stytch = emulator.b2b_client();
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_mail_shows_up_with_a_link_to_click() {
    let emulator = Emulator::start().await.unwrap();
    let empty = get(&emulator, "/").await.text().await.unwrap();
    assert!(empty.contains("Nothing was sent yet"));
    mail(&emulator, "ada@example.com").await;
    let page = get(&emulator, "/").await.text().await.unwrap();
    assert!(page.contains("ada@example.com"));
    let link = emulator.messages().all()[0].link.clone().unwrap();
    let escaped = link.replace('&', "&amp;");
    assert!(page.contains(&format!("href=\"{escaped}\"")), "{page}");
}

#[tokio::test]
async fn what_people_call_things_is_never_markup() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let name = "<script>alert(1)</script>";
    let request = organizations::CreateRequest::new(name).organization_slug("acme");
    let id = stytch
        .organizations()
        .create(request)
        .await
        .unwrap()
        .organization
        .organization_id;
    for path in [
        "/organizations".to_owned(),
        format!("/organizations/{id}"),
        "/requests".to_owned(),
    ] {
        let response = get(&emulator, &path).await;
        let policy = response.headers()["content-security-policy"]
            .to_str()
            .unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        let page = response.text().await.unwrap();
        assert!(!page.contains(name), "{path}");
        assert!(page.contains("&lt;script&gt;"), "{path}");
    }
    assert_eq!(get(&emulator, "/organizations/nobody").await.status(), 404);
    assert_eq!(get(&emulator, "/members/nobody").await.status(), 404);
    assert_eq!(get(&emulator, "/users/nobody").await.status(), 404);
    assert_eq!(get(&emulator, "/users").await.status(), 200);
}

#[tokio::test]
async fn a_page_hears_of_a_mail_at_once() {
    let emulator = Emulator::start().await.unwrap();
    let mut events = get(&emulator, "/_emulator/events").await;
    assert_eq!(events.headers()["content-type"], "text/event-stream");
    mail(&emulator, "ada@example.com").await;
    let event = tokio::time::timeout(Duration::from_secs(5), events.chunk()).await;
    let event = event.unwrap().unwrap().unwrap();
    assert!(event.starts_with(b"data: 1"), "{event:?}");
}
