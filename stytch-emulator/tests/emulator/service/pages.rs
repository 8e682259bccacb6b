//! Pages for people.

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
        "/requests/1".to_owned(),
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
    assert!(event.starts_with(b"data: messages"), "{event:?}");
}

/// Presses a button of a page, as a browser does that stays on it.
async fn press(emulator: &Emulator, path: &str, form: &[(&str, &str)]) -> Response {
    let url = format!("{}{path}", emulator.url());
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    Client::new()
        .post(url)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form)
        .send()
        .await
        .unwrap()
}

async fn pressed(emulator: &Emulator, path: &str, form: &[(&str, &str)]) -> String {
    let response = press(emulator, path, form).await;
    assert_eq!(response.status(), 200);
    response.text().await.unwrap()
}

const PEOPLE: &str = "
organizations:
  - organization_name: Acme
members:
  - { organization_id: acme, email_address: ada@acme.com, member_id: member-test-ada }
  - { organization_id: acme, email_address: grace@acme.com }
";

#[tokio::test]
async fn a_request_is_shown_with_what_came_what_went_and_why_it_was_refused() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let request = stytch_b2b::magic_links::AuthenticateRequest::new("opens-doors<b>");
    stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    let list = get(&emulator, "/requests").await.text().await.unwrap();
    assert!(list.contains("href=\"/requests/1\""), "{list}");
    let none = get(&emulator, "/requests?q=totp")
        .await
        .text()
        .await
        .unwrap();
    assert!(none.contains("0 found"), "{none}");
    let page = get(&emulator, "/requests/1").await.text().await.unwrap();
    for part in [
        "Refused with 404",
        "magic_link_not_found",
        "magic_links_token",
        "***",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("opens-doors"));
    assert_eq!(get(&emulator, "/requests/2").await.status(), 404);
}

#[tokio::test]
async fn faults_are_set_and_taken_away_by_clicking() {
    let emulator = Emulator::start().await.unwrap();
    let nothing = press(&emulator, "/faults", &[("times", "1")]).await;
    assert_eq!(nothing.status(), 400);
    let form = [
        ("operation", "b2b.organizations.search"),
        ("status", "429"),
        ("error_type", "too_many_requests"),
        ("times", ""),
    ];
    let page = pressed(&emulator, "/faults", &form).await;
    assert!(page.contains("too_many_requests"), "{page}");
    let stytch = emulator.b2b_client();
    let search = || {
        let request = organizations::SearchRequest::new();
        stytch.organizations().search(request).no_retries()
    };
    assert!(search().await.unwrap_err().is_type("too_many_requests"));
    pressed(&emulator, "/faults", &[("clear", "yes")]).await;
    search().await.unwrap();
}

#[tokio::test]
async fn the_clock_is_turned_by_clicking() {
    let emulator = Emulator::start().await.unwrap();
    pressed(
        &emulator,
        "/clock",
        &[("freeze_at", "2031-05-01T12:00:00Z")],
    )
    .await;
    let page = pressed(&emulator, "/clock", &[("advance_seconds", "3600")]).await;
    assert!(page.contains("2031-05-01 13:00:00"), "{page}");
    let odd = press(&emulator, "/clock", &[("freeze_at", "tomorrow")]).await;
    assert_eq!(odd.status(), 400);
    pressed(&emulator, "/clock", &[("real", "yes")]).await;
    assert!(emulator.clock().now().to_string().as_str() < "2031");
}

#[tokio::test]
async fn keys_turn_and_a_session_is_made_by_clicking() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(PEOPLE).unwrap();
    let page = pressed(&emulator, "/members/member-test-ada/session", &[]).await;
    let jwt = page.split("<textarea id=\"jwt\"").nth(1).unwrap();
    let jwt = jwt.split_once('>').unwrap().1.split_once('<').unwrap().0;
    let authenticate = async |jwt: &str| {
        let request = stytch_b2b::sessions::AuthenticateRequest::new().session_jwt(jwt);
        emulator.b2b_client().sessions().authenticate(request).await
    };
    let session = authenticate(jwt).await.unwrap();
    assert_eq!(session.member.email_address, "ada@acme.com");
    let keys = pressed(&emulator, "/keys", &[("turn", "rotate")]).await;
    assert_eq!(keys.matches("jwk-test-").count(), 2, "{keys}");
    authenticate(jwt).await.unwrap();
    let keys = pressed(&emulator, "/keys", &[("turn", "revoke")]).await;
    assert_eq!(keys.matches("jwk-test-").count(), 1, "{keys}");
    authenticate(jwt).await.unwrap_err();
    let nobody = press(&emulator, "/members/member-test-nobody/session", &[]).await;
    assert_eq!(nobody.status(), 400);
}

#[tokio::test]
async fn lists_are_searched() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(PEOPLE).unwrap();
    let list = get(&emulator, "/organizations?q=ACM")
        .await
        .text()
        .await
        .unwrap();
    let link = list.split("href=\"/organizations/").nth(1).unwrap();
    let id = link.split_once('"').unwrap().0;
    for (sought, ada, grace) in [
        ("", true, true),
        ("GRACE", false, true),
        ("nobody", false, false),
    ] {
        let page = get(&emulator, &format!("/organizations/{id}?q={sought}")).await;
        let page = page.text().await.unwrap();
        let shows = |address: &str| page.contains(&format!(">{address}</a>"));
        assert_eq!(
            (shows("ada@acme.com"), shows("grace@acme.com")),
            (ada, grace),
            "{sought}"
        );
    }
    let odd = "/organizations?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    let page = get(&emulator, odd).await.text().await.unwrap();
    assert!(!page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(PEOPLE).unwrap();
    for path in [
        "/clock",
        "/faults",
        "/keys",
        "/members/member-test-ada/session",
        "/_emulator/reset",
        "/_emulator/clock",
        "/_emulator/faults",
        "/_emulator/keys/revoke",
        "/_emulator/mint",
    ] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let url = format!("{}{path}", emulator.url());
            let request = Client::new().post(url).header(name, value);
            let response = request.body("{}").send().await.unwrap();
            assert_eq!(response.status(), 403, "{path} {name}: {value}");
        }
    }
    let request = organizations::GetRequest::new("acme");
    emulator
        .b2b_client()
        .organizations()
        .get(request)
        .await
        .unwrap();
}
