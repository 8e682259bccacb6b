//! The page that asks who it is, in place of an identity provider.

use std::time::Duration;

use reqwest::{Client, Response, redirect};
use stytch_b2b::{Secret, sso};
use stytch_emulator::{Emulator, ProviderIdentity};

/// A browser that shows where it is sent.
struct Browser {
    emulator: Emulator,
    http: Client,
}

impl Browser {
    async fn open() -> Self {
        let emulator = Emulator::start().await.unwrap();
        let seed = "
organizations:
  - organization_name: Acme
sso_connections:
  - organization_id: acme
    display_name: Okta <b>
";
        emulator.seed(seed).unwrap();
        let http = Client::builder().redirect(redirect::Policy::none());
        Self {
            emulator,
            http: http.build().unwrap(),
        }
    }

    /// Begins a login. The address of the page that asks.
    async fn begin(&self) -> String {
        let (url, token) = (self.emulator.url(), self.emulator.public_token());
        let start = format!("{url}/v1/public/sso/start?public_token={token}&organization_id=acme");
        let response = self.http.get(start).send().await.unwrap();
        assert_eq!(response.status(), 302);
        let place = location(&response);
        let body: serde_json::Value = response.json().await.unwrap();
        assert_eq!(body["redirect_url"], place);
        assert_eq!(body["status_code"], 302);
        place
    }

    async fn page(&self, place: &str) -> String {
        let url = format!("{}{place}", self.emulator.url());
        self.http
            .get(url)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    async fn answer(&self, form: &[(&str, &str)]) -> Response {
        self.post(form, &[]).await
    }

    async fn post(&self, form: &[(&str, &str)], headers: &[(&'static str, &str)]) -> Response {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let url = format!("{}/choose", self.emulator.url());
        let mut request = self.http.post(url).body(body);
        request = request.header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    /// Ends a login in the app. The address of the member.
    async fn log_in(&self, response: Response) -> String {
        assert_eq!(response.status(), 303);
        let token = parameter(&location(&response), "token");
        let request = sso::AuthenticateRequest::new(Secret::from(token));
        let login = self.emulator.b2b_client().sso().authenticate(request);
        login.await.unwrap().member.email_address
    }
}

fn location(response: &Response) -> String {
    response.headers()["location"].to_str().unwrap().to_owned()
}

fn parameter(url: &str, name: &str) -> String {
    let (_, query) = url.split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let found = pairs.find(|(key, _)| key == name);
    found.unwrap().1.into_owned()
}

#[tokio::test]
async fn somebody_who_is_known_is_picked() {
    let browser = Browser::open().await;
    let ada = ProviderIdentity::new("ada@acme.com")
        .name("<script>Ada</script>")
        .subject("00u1");
    browser.emulator.add_identity(ada);
    let place = browser.begin().await;
    let page = browser.page(&place).await;
    assert!(page.contains("&lt;script&gt;Ada"), "{page}");
    assert!(page.contains("Okta &lt;b&gt;"), "{page}");
    let state = parameter(&place, "state");
    assert!(page.contains(&state));
    let response = browser
        .answer(&[("state", &state), ("identity", "00u1")])
        .await;
    let url = location(&response);
    assert!(
        url.starts_with(
            "http://localhost:3000/authenticate?slug=acme&stytch_token_type=sso&token="
        )
    );
    assert_eq!(browser.log_in(response).await, "ada@acme.com");

    // a login ends once
    let again = browser
        .answer(&[("state", &state), ("identity", "00u1")])
        .await;
    assert_eq!(again.status(), 400);
    assert!(again.headers().get("location").is_none());
    assert!(browser.page(&place).await.contains("This login is over"));
}

#[tokio::test]
async fn somebody_else_is_typed_and_known_from_then_on() {
    let browser = Browser::open().await;
    let state = parameter(&browser.begin().await, "state");
    let typed = [
        ("state", &*state),
        ("email_address", "bob@acme.com"),
        ("name", "Bob"),
        ("groups", "admins, engineers"),
        ("email_verified", "yes"),
    ];
    let response = browser.answer(&typed).await;
    assert_eq!(browser.log_in(response).await, "bob@acme.com");
    let known = browser.emulator.identities();
    assert_eq!(known[0].name, "Bob");
    assert_eq!(known[0].groups, ["admins", "engineers"]);
    let next = browser.begin().await;
    assert!(browser.page(&next).await.contains("bob@acme.com"));
}

#[tokio::test]
async fn whoever_is_refused_may_try_as_somebody_else() {
    let browser = Browser::open().await;
    let state = parameter(&browser.begin().await, "state");
    for (name, value) in [("email_address", "no address"), ("identity", "nobody")] {
        let response = browser.answer(&[("state", &state), (name, value)]).await;
        assert_eq!(response.status(), 400);
        let page = response.text().await.unwrap();
        assert!(page.contains("role=\"alert\""), "{page}");
        assert!(page.contains(&state), "{page}");
    }
    assert!(browser.emulator.identities().is_empty());
    let form = [("state", &*state), ("email_address", "ada@acme.com")];
    assert_eq!(
        browser.log_in(browser.answer(&form).await).await,
        "ada@acme.com"
    );
}

#[tokio::test]
async fn only_the_page_itself_may_answer() {
    let browser = Browser::open().await;
    let state = parameter(&browser.begin().await, "state");
    let form = [("state", &*state), ("email_address", "ada@acme.com")];
    let elsewhere: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-site", "same-origin"),
        ],
        &[("sec-fetch-site", "")],
        &[("origin", "http://localhost:3000")],
        &[("origin", "null")],
    ];
    for headers in elsewhere {
        let response = browser.post(&form, headers).await;
        assert_eq!(response.status(), 403, "{headers:?}");
        assert!(response.headers().get("location").is_none());
    }
    let own = browser.emulator.url().to_owned();
    let response = browser.post(&form, &[("origin", &own)]).await;
    assert_eq!(response.status(), 303);
    let state = parameter(&browser.begin().await, "state");
    let form = [("state", &*state), ("email_address", "ada@acme.com")];
    let own = [("sec-fetch-site", "same-origin"), ("origin", &own)];
    assert_eq!(browser.post(&form, &own).await.status(), 303);
}

#[tokio::test]
async fn a_login_waits_for_ten_minutes() {
    let browser = Browser::open().await;
    let place = browser.begin().await;
    browser
        .emulator
        .clock()
        .advance(Duration::from_secs(10 * 60));
    assert!(browser.page(&place).await.contains("This login is over"));
    let state = parameter(&place, "state");
    let form = [("state", &*state), ("email_address", "ada@acme.com")];
    assert_eq!(browser.answer(&form).await.status(), 400);
}

#[tokio::test]
async fn a_state_of_another_project_is_none() {
    let browser = Browser::open().await;
    let state = parameter(&browser.begin().await, "state");
    let place = format!("/choose?project=project-test-other&state={state}");
    assert!(browser.page(&place).await.contains("This login is over"));
    assert!(browser.page("/choose").await.contains("This login is over"));
}
