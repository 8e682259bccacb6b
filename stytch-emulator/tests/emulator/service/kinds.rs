//! A page for each kind of thing, with a search, and what can be done there by clicking.

use std::time::Duration;

use reqwest::{Client, StatusCode};
use stytch_b2b::connected_app::ClientType;
use stytch_b2b::{connected_app, m2m, organizations};
use stytch_emulator::Emulator;

const SEED: &str = r#"
organizations:
  - organization_name: Acme
    organization_slug: acme
members:
  - { organization_id: acme, email_address: ada@acme.com, member_id: member-test-ada, name: Ada, scim_registration: {} }
sso_connections:
  - { organization_id: acme, display_name: Okta, kind: oidc, client_secret: top-secret-of-oidc }
scim_connections:
  - { organization_id: acme, display_name: Directory, bearer_token: top-secret-of-scim-in-48-letters-or-so }
scim_groups:
  - { organization_id: acme, group_name: Engineers, members: [ada@acme.com] }
users:
  - { user_id: user-test-grace, emails: [{ email_id: email-test-grace, email: grace@example.com, verified: true }] }
identities:
  - { email_address: jean@acme.com, name: Jean, groups: [engineers], subject: 00u1 }
totps:
  - { owner: member-test-ada, secret: JBSWY3DPEHPK3PXP, recovery_codes: [{ id: r1, code: aaaa-bbbb-cccc }] }
"#;

/// Somebody with the pages of an emulator before them.
struct Desk {
    emulator: Emulator,
    http: Client,
}

impl Desk {
    async fn open() -> Self {
        let emulator = Emulator::start().await.unwrap();
        emulator.seed(SEED).unwrap();
        Self {
            emulator,
            http: Client::new(),
        }
    }

    async fn page(&self, path: &str) -> String {
        let url = format!("{}{path}", self.emulator.url());
        let response = self.http.get(url).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.unwrap()
    }

    /// Presses a button. The status and the page that comes then.
    async fn press(&self, path: &str, form: &[(&str, &str)]) -> (u16, String) {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let request = self.http.post(format!("{}{path}", self.emulator.url()));
        let request = request
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }
}

/// The first address on a page that begins like this.
fn link<'p>(page: &'p str, begins: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("=\"{begins}")).unwrap();
    let length = begins.len() + rest.find('"').unwrap();
    let at = page.find(&format!("=\"{begins}")).unwrap() + 2;
    &page[at..at + length]
}

#[tokio::test]
async fn each_kind_of_thing_has_a_list_that_is_searched_and_a_page() {
    let desk = Desk::open().await;
    let stytch = desk.emulator.b2b_client();
    let request = m2m::clients::CreateRequest::new(["read:users"]).client_name("Nightly");
    stytch.m2m().clients().create(request).await.unwrap();
    let request =
        connected_app::clients::CreateRequest::new(ClientType::ThirdParty).client_name("CRM");
    stytch
        .connected_app()
        .clients()
        .create(request)
        .await
        .unwrap();
    desk.press("/members/member-test-ada/session", &[]).await;

    for (path, sought, shown) in [
        ("/organizations", "ACM", Some("/organizations/")),
        ("/members", "ADA@", Some("/members/member-test-ada")),
        ("/connections", "okta", Some("/connections/")),
        (
            "/connections",
            "scim",
            Some("/connections/scim-connection-"),
        ),
        ("/users", "grace", Some("/users/user-test-grace")),
        ("/sessions", "ada@acme.com", Some("/sessions/")),
        ("/identities", "jean", None),
        ("/m2m-clients", "nightly", Some("/m2m-clients/")),
        ("/connected-apps", "crm", Some("/connected-apps/")),
        ("/roles", "stytch_admin", None),
        ("/requests", "m2m", Some("/requests/")),
        ("/projects", "0000-4000", None),
        ("/mint", "ada", None),
    ] {
        let found = desk.page(&format!("{path}?q={sought}")).await;
        assert!(found.contains("role=\"search\""), "{path}");
        assert!(!found.contains("0 found"), "{path}: {found}");
        let nothing = desk.page(&format!("{path}?q=no-such-thing")).await;
        assert!(nothing.contains("0 found"), "{path}: {nothing}");
        if let Some(shown) = shown {
            desk.page(link(found.split("<main").nth(1).unwrap(), shown))
                .await;
        }
        for other in ["/", "/webhooks", "/faults", "/clock", "/keys", path] {
            assert!(
                found.contains(&format!("<a href=\"{other}\"")),
                "{path}: {other}"
            );
        }
    }
    for path in [
        "/sessions",
        "/connections",
        "/m2m-clients",
        "/connected-apps",
    ] {
        let url = format!("{}{path}/nobody", desk.emulator.url());
        let response = desk.http.get(url).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_organization_leads_to_its_connections_which_keep_their_secrets() {
    let desk = Desk::open().await;
    let organizations = desk.page("/organizations").await;
    let main = |page: &str| page.split("<main").nth(1).unwrap().to_owned();
    let acme = desk
        .page(link(&main(&organizations), "/organizations/"))
        .await;
    let scim = link(&acme, "/connections/scim-connection-");
    let directory = desk.page(scim).await;
    let url = format!("{}/v1/b2b/scim/scim-connection-", desk.emulator.url());
    assert!(directory.contains(&url), "{directory}");
    assert!(directory.contains("Engineers"), "{directory}");
    assert_eq!(link(&directory, "/members/"), "/members/member-test-ada");
    let okta = desk
        .page(link(&acme, "/connections/oidc-connection-"))
        .await;
    for page in [&directory, &okta, &acme] {
        assert!(!page.contains("top-secret"), "{page}");
    }
    // the login begins where the page says
    let start = link(&okta, "/v1/public/sso/start?").replace("&amp;", "&");
    assert!(desk.page(&start).await.contains("jean@acme.com"));
}

#[tokio::test]
async fn messages_are_searched() {
    let desk = Desk::open().await;
    let stytch = desk.emulator.b2b_client();
    for address in ["ada@example.com", "grace@example.com"] {
        let request = stytch_b2b::magic_links::email::discovery::SendRequest::new(address);
        let emails = stytch.magic_links().email();
        emails.discovery().send(request).await.unwrap();
    }
    let found = desk.page("/?q=GRACE").await;
    assert!(found.contains("1 found"), "{found}");
    assert!(!found.contains("ada@example.com"), "{found}");
}

#[tokio::test]
async fn an_authenticator_app_shows_its_code_and_what_to_scan() {
    let desk = Desk::open().await;
    desk.emulator
        .clock()
        .freeze("2031-05-01T12:00:00Z".parse().unwrap());
    let page = desk.page("/members/member-test-ada").await;
    let code = desk.emulator.totp_code("JBSWY3DPEHPK3PXP").unwrap();
    for part in [&*code, "data:image/png;base64,", "aaaa-bbbb-cccc", "in use"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!desk.page("/").await.contains("data:image/png"));

    // one that is not confirmed yet stands with the messages, until it is too late
    let stytch = desk.emulator.consumer_client();
    let request = stytch_consumer::totps::CreateRequest::new("user-test-grace");
    stytch.totps().create(request).await.unwrap();
    let page = desk.page("/").await;
    assert!(page.contains("data:image/png") && page.contains("waits for its first code"));
    assert!(page.contains("grace@example.com"), "{page}");
    desk.emulator
        .clock()
        .advance(Duration::from_secs(2 * 24 * 60 * 60));
    assert!(!desk.page("/").await.contains("data:image/png"));
    let page = desk.page("/users/user-test-grace").await;
    assert!(page.contains("was not confirmed in time"), "{page}");
}

#[tokio::test]
async fn a_session_is_revoked_by_clicking() {
    let desk = Desk::open().await;
    for owner in ["/members/member-test-ada", "/users/user-test-grace"] {
        desk.press(&format!("{owner}/session"), &[]).await;
        let page = desk.page(owner).await;
        let session = link(&page, "/sessions/").to_owned();
        desk.page(&session).await;
        let (status, _) = desk.press(&format!("{session}/revoke"), &[]).await;
        assert_eq!(status, 200);
        assert!(!desk.page(owner).await.contains(&session));
        let (status, page) = desk.press(&format!("{session}/revoke"), &[]).await;
        assert_eq!(status, 404);
        assert!(page.contains("role=\"alert\""), "{page}");
    }
}

#[tokio::test]
async fn identities_come_and_go_by_clicking() {
    let desk = Desk::open().await;
    let form = [
        ("email_address", "bob@acme.com"),
        ("groups", "admins, sales"),
        ("subject", "00u/2"),
    ];
    assert_eq!(desk.press("/identities", &form).await.0, 200);
    let known = desk.emulator.identities();
    let bob = known.iter().find(|one| one.subject == "00u/2").unwrap();
    assert_eq!(bob.groups, ["admins", "sales"]);
    assert!(!bob.email_verified);
    let page = desk.page("/identities?q=bob").await;
    let forget = link(&page, "/identities/00u").to_owned();
    assert_eq!(desk.press(&forget, &[]).await.0, 200);
    assert_eq!(desk.emulator.identities().len(), 1);
    assert_eq!(desk.press(&forget, &[]).await.0, 400);
    for wrong in [&[("email_address", "nobody")][..], &[("name", "Bob")]] {
        let (status, page) = desk.press("/identities", wrong).await;
        assert_eq!(status, 400);
        assert!(page.contains("role=\"alert\""), "{page}");
    }
}

#[tokio::test]
async fn an_app_is_told_of_changes_once_its_address_is_typed() {
    let desk = Desk::open().await;
    let form = [
        ("url", "http://localhost:1/webhooks"),
        ("event_types", "direct.organization.create"),
    ];
    let (status, page) = desk.press("/webhooks", &form).await;
    assert_eq!(status, 200);
    assert!(page.contains("whsec_"), "{page}");
    let request = organizations::CreateRequest::new("Other");
    let stytch = desk.emulator.b2b_client();
    stytch.organizations().create(request).await.unwrap();
    let webhooks = desk.emulator.webhooks();
    let settled = webhooks.settled_within(Duration::from_secs(5));
    settled.await.unwrap();
    let page = desk.page("/webhooks?q=organization").await;
    assert!(page.contains("1 found"), "{page}");
    let remove = link(&page, "/webhooks/ep").to_owned();
    let (status, page) = desk.press(&remove, &[]).await;
    assert_eq!(status, 200);
    assert!(!page.contains("whsec_"), "{page}");
    let elsewhere = [("url", "https://example.com/webhooks")];
    assert_eq!(desk.press("/webhooks", &elsewhere).await.0, 400);
}

#[tokio::test]
async fn pages_stay_in_their_project() {
    let desk = Desk::open().await;
    let other = "project-test-other";
    let list = desk.page(&format!("/organizations?project={other}")).await;
    assert!(list.contains("0 found"), "{list}");
    assert!(list.contains(&format!("<a href=\"/members?project={other}\"")));
    assert!(list.contains(&format!(
        "type=\"hidden\" name=\"project\" value=\"{other}\""
    )));
    let projects = desk.page("/projects").await;
    assert!(
        projects.contains(&format!("href=\"/?project={other}\"")),
        "{projects}"
    );
}
