//! What stands beside the operations: start addresses and the OAuth 2.0 endpoints fail as they are told to, and
//! are in the list of requests.

use reqwest::{Client, Response, redirect};
use serde_json::Value;
use stytch_b2b::m2m;
use stytch_b2b::tokens::TokenRequest;
use stytch_emulator::{Emulator, Entry, Fault};

const SEED: &str = "
organizations:
  - organization_name: Acme
sso_connections:
  - organization_id: acme
settings:
  authorization_endpoint: http://localhost:3000/authorize
";

struct Desk {
    emulator: Emulator,
    http: Client,
}

impl Desk {
    async fn open() -> Self {
        let emulator = Emulator::start().await.unwrap();
        emulator.seed(SEED).unwrap();
        let http = Client::builder().redirect(redirect::Policy::none());
        Self {
            emulator,
            http: http.build().unwrap(),
        }
    }

    async fn get(&self, path: &str) -> Response {
        let url = format!("{}{path}", self.emulator.url());
        self.http.get(url).send().await.unwrap()
    }

    fn oauth(&self, endpoint: &str) -> String {
        let (url, id) = (self.emulator.url(), self.emulator.project_id());
        format!("{url}/v1/public/{id}/oauth2/{endpoint}")
    }

    async fn post(&self, endpoint: &str, form: &str) -> (u16, Value) {
        let request = self.http.post(self.oauth(endpoint)).body(form.to_owned());
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    /// All addresses where logins begin, by the names of the operations.
    fn starts(&self) -> [(&'static str, String); 4] {
        let token = self.emulator.public_token();
        [
            (
                "b2b.sso.start",
                format!("/v1/public/sso/start?public_token={token}&organization_id=acme"),
            ),
            (
                "b2b.oauth.start",
                format!("/v1/b2b/public/oauth/google/start?public_token={token}&slug=acme"),
            ),
            (
                "b2b.oauth.discovery.start",
                format!("/v1/b2b/public/oauth/google/discovery/start?public_token={token}"),
            ),
            (
                "consumer.oauth.start",
                format!("/v1/public/oauth/google/start?public_token={token}"),
            ),
        ]
    }

    fn last(&self) -> Entry {
        self.emulator.requests().pop().unwrap()
    }
}

#[tokio::test]
async fn a_login_that_is_to_fail_at_its_start_does() {
    let desk = Desk::open().await;
    for (operation, path) in desk.starts() {
        let fault = Fault::new().operation(operation).times(1);
        desk.emulator
            .add_fault(fault.refuse(503, "server_unavailable").retry_after(7));
        let refused = desk.get(&path).await;
        assert_eq!(refused.status(), 503, "{operation}");
        assert_eq!(refused.headers()["retry-after"], "7");
        assert!(refused.headers().get("location").is_none());
        assert_eq!(desk.last().operation, operation);
        assert_eq!(desk.last().notes, ["a fault refused it"]);

        desk.emulator
            .add_fault(Fault::new().operation(operation).close().times(1));
        let url = format!("{}{path}", desk.emulator.url());
        let broken = match desk.http.get(url).send().await {
            Ok(begun) => begun.bytes().await.is_err(),
            Err(_) => true,
        };
        assert!(broken, "{operation}");
        assert_eq!(desk.last().status, 0);

        let begun = desk.get(&path).await;
        assert_eq!(begun.status(), 302, "{operation}");
        assert!(
            begun.headers()["location"]
                .to_str()
                .unwrap()
                .starts_with("/choose?")
        );
    }
}

#[tokio::test]
async fn the_token_of_a_machine_is_in_the_list_without_its_secrets() {
    let desk = Desk::open().await;
    let stytch = desk.emulator.b2b_client();
    let request = m2m::clients::CreateRequest::new(["read:users"]);
    let made = stytch
        .m2m()
        .clients()
        .create(request)
        .await
        .unwrap()
        .m2m_client;
    let ask = || {
        let request = TokenRequest::new(made.client_id.as_str(), made.client_secret.clone());
        stytch.m2m().token(request)
    };
    let token = ask().await.unwrap().access_token;
    let entry = desk.last();
    assert_eq!((entry.operation, entry.status), ("shared.m2m.token", 200));
    assert_eq!(entry.body["client_id"], made.client_id.as_str());
    assert!(entry.caller.contains("stytch"), "{}", entry.caller);
    for secret in [made.client_secret.expose(), token.expose()] {
        assert!(!format!("{entry:?}").contains(secret), "{entry:?}");
    }

    // a client tries again what does no harm, and goes by either name
    for operation in ["shared.m2m.token", "b2b.m2m.token", "m2m.token"] {
        let fault = Fault::new().operation(operation).times(1);
        desk.emulator
            .add_fault(fault.refuse(503, "server_unavailable"));
        assert_eq!(ask().response().await.unwrap().attempts(), 2, "{operation}");
    }
    desk.emulator.add_fault(Fault::new().garble().times(1));
    ask().no_retries().await.unwrap_err();
    assert_eq!(desk.last().notes, ["a fault cut the answer"]);
}

#[tokio::test]
async fn what_connected_apps_ask_is_in_the_list_and_fails_in_the_words_of_oauth() {
    let desk = Desk::open().await;
    let form = "client_id=connected-app-test-1&client_secret=hidden&token=opens-doors&refresh_token=renews&grant_type=refresh_token";
    for (endpoint, operation) in [
        ("token", "shared.idp.token"),
        ("introspect", "shared.idp.introspect_token_network"),
        ("revoke", "shared.idp.revoke"),
    ] {
        let (status, body) = desk.post(endpoint, form).await;
        assert_eq!((status, &body["error"]), (401, &"invalid_client".into()));
        let entry = desk.last();
        assert_eq!((entry.operation, entry.status), (operation, 401));
        let shown = format!("{entry:?}");
        for secret in ["hidden", "opens-doors", "renews"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        let fault = Fault::new().operation(operation).times(1);
        desk.emulator
            .add_fault(fault.refuse(429, "too_many_requests"));
        let (status, body) = desk.post(endpoint, form).await;
        assert_eq!((status, &body["error"]), (429, &"too_many_requests".into()));
    }
    let documents = [
        "openid-configuration",
        "oauth-authorization-server",
        "jwks.json",
    ];
    for document in documents {
        let id = desk.emulator.project_id();
        let path = format!("/v1/public/{id}/.well-known/{document}");
        desk.emulator
            .add_fault(Fault::new().refuse(500, "internal_server_error").times(1));
        assert_eq!(desk.get(&path).await.status(), 500);
        assert_eq!(desk.get(&path).await.status(), 200);
        assert_eq!(desk.last().path, path);
    }
}

#[tokio::test]
async fn where_a_login_leads_is_no_secret_for_the_list() {
    let desk = Desk::open().await;
    for (operation, path) in desk.starts() {
        let back = desk.get(&format!("{path}&login_hint=ada@acme.com")).await;
        let place = back.headers()["location"].to_str().unwrap().to_owned();
        let token = place.rsplit_once("token=").unwrap().1;
        let entry = desk.last();
        assert_eq!((entry.operation, entry.status), (operation, 302));
        assert_eq!(entry.body["login_hint"], "ada@acme.com");
        assert!(!format!("{entry:?}").contains(token), "{entry:?}");
    }
}

#[tokio::test]
async fn the_keys_of_a_project_are_found_however_its_id_is_written() {
    let desk = Desk::open().await;
    let id = desk.emulator.project_id();
    let encoded = id.replace('-', "%2D");
    for vertical in ["/v1/sessions/jwks", "/v1/b2b/sessions/jwks"] {
        let plain = desk.get(&format!("{vertical}/{id}")).await;
        let plain: Value = plain.json().await.unwrap();
        let written = desk.get(&format!("{vertical}/{encoded}")).await;
        assert_eq!(written.status(), 200, "{vertical}");
        let written: Value = written.json().await.unwrap();
        assert_eq!(written["keys"], plain["keys"]);
        assert!(plain["keys"][0]["kid"].as_str().unwrap().ends_with("-0"));
        let odd = desk.get(&format!("{vertical}/{id}%FF")).await;
        assert_eq!(odd.status(), 401);
    }
}
