//! What the emulator offers beside the API, as a tool in any language sees it.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use reqwest::Client;
use serde_json::{Value, json};
use stytch_b2b::magic_links::email::discovery;
use stytch_b2b::organizations;
use stytch_emulator::{Emulator, Fault};

struct Tool {
    emulator: Emulator,
    http: Client,
}

impl Tool {
    async fn start() -> Self {
        Self {
            emulator: Emulator::builder().random_seed(7).start().await.unwrap(),
            http: Client::new(),
        }
    }

    async fn get(&self, path: &str) -> Value {
        let url = format!("{}/_emulator/{path}", self.emulator.url());
        let response = self.http.get(url).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        response.json().await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let url = format!("{}/_emulator/{path}", self.emulator.url());
        let response = self.http.post(url).json(body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    async fn create(&self, name: &str) -> organizations::Organization {
        let request = organizations::CreateRequest::new(name);
        let stytch = self.emulator.b2b_client();
        stytch
            .organizations()
            .create(request)
            .await
            .unwrap()
            .organization
    }
}

#[tokio::test]
async fn it_says_that_it_is_up_and_what_it_offers() {
    let tool = Tool::start().await;
    assert_eq!(tool.get("health").await, json!({ "status": "ok" }));
    assert_eq!(tool.get("openapi.json").await["openapi"], "3.1.0");
    let url = format!("{}/_emulator/health", tool.emulator.url());
    let response = tool.http.get(url).send().await.unwrap();
    let server = response.headers()["server"].to_str().unwrap();
    assert!(server.starts_with("stytch-emulator/"), "{server}");
}

#[tokio::test]
async fn a_message_is_waited_for_and_has_every_field() {
    let tool = Tool::start().await;
    let stytch = tool.emulator.b2b_client();
    let sending = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let request = discovery::SendRequest::new("ada@example.com")
            .discovery_redirect_url("http://localhost:3000/here?next=%2F");
        stytch
            .magic_links()
            .email()
            .discovery()
            .send(request)
            .await
            .unwrap();
    };
    let (found, ()) = tokio::join!(tool.get("messages?to=ada@example.com&wait=10"), sending);
    let message = &found["messages"][0];
    for field in [
        "id", "at", "channel", "to", "kind", "subject", "text", "link", "token", "code",
    ] {
        assert!(message.get(field).is_some(), "{field}");
    }
    assert_eq!(message["channel"], "email");
    assert_eq!(message["code"], Value::Null);
    let link = message["link"].as_str().unwrap();
    assert!(
        link.starts_with(
            "http://localhost:3000/here?next=%2F&stytch_redirect_type=login&stytch_token_type=discovery&token="
        )
    );

    for query in [
        "to=grace@example.com",
        "channel=sms",
        "since=2999-01-01T00:00:00Z",
    ] {
        assert_eq!(
            tool.get(&format!("messages?{query}")).await,
            json!({ "messages": [] })
        );
    }
    let before = Instant::now();
    tool.get("messages?to=nobody@example.com&wait=0.2").await;
    assert!(before.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn the_clock_stops_goes_on_and_comes_back() {
    let tool = Tool::start().await;
    let at = json!({ "freeze_at": "2030-01-01T00:00:00Z" });
    let (_, now) = tool.post("clock", &at).await;
    assert_eq!(now, json!({ "now": "2030-01-01T00:00:00Z" }));
    tool.post("clock", &json!({ "advance_seconds": 90 })).await;
    assert_eq!(
        tool.get("clock").await,
        json!({ "now": "2030-01-01T00:01:30Z" })
    );
    let made = tool.create("Acme").await.created_at.unwrap();
    assert_eq!(made.to_string(), "2030-01-01T00:01:30Z");
    let (_, now) = tool.post("clock", &json!({ "real": true })).await;
    assert!(now["now"].as_str().unwrap() < "2030");

    for wrong in [
        json!({}),
        json!({ "real": false }),
        json!({ "advance_seconds": -1 }),
        json!({ "advance_seconds": 1, "real": true }),
        json!({ "advance": 1 }),
        json!([]),
    ] {
        let (status, body) = tool.post("clock", &wrong).await;
        assert_eq!(status, 400, "{wrong}");
        assert!(body["error"].is_string());
    }
}

#[tokio::test]
async fn what_was_exported_goes_in_again_and_comes_out_the_same() {
    let tool = Tool::start().await;
    let organization = tool.create("Acme").await;
    let request = discovery::SendRequest::new("ada@example.com");
    let stytch = tool.emulator.b2b_client();
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let before = tool.get("export").await;

    assert_eq!(tool.post("reset", &json!({})).await.0, 200);
    assert_eq!(tool.get("export").await.get("organizations"), None);
    assert_eq!(tool.post("import", &before).await.0, 200);
    assert_eq!(tool.get("export").await, before);

    let request = organizations::GetRequest::new(&organization.organization_id);
    let found = stytch.organizations().get(request).await.unwrap();
    assert_eq!(found.organization, organization);

    // What does not fit changes nothing.
    let mut broken = before.clone();
    let mut twin = broken["organizations"][0].clone();
    twin["organization_id"] = "organization-test-other".into();
    broken["organizations"].as_array_mut().unwrap().push(twin);
    for path in ["import", "seed"] {
        let (status, body) = tool.post(path, &broken).await;
        assert_eq!(status, 400);
        assert!(
            body["error"]
                .as_str()
                .unwrap()
                .contains("slug:acme is taken"),
            "{body}"
        );
        assert_eq!(tool.get("export").await, before);
    }
}

#[tokio::test]
async fn a_snapshot_brings_back_what_was_there() {
    let tool = Tool::start().await;
    tool.create("Acme").await;
    tool.post("snapshots/one", &json!({})).await;
    let before = tool.get("export").await;
    tool.create("Other").await;
    assert_eq!(tool.post("snapshots/one/restore", &json!({})).await.0, 200);
    assert_eq!(tool.get("export").await, before);
    assert_eq!(tool.post("snapshots/two/restore", &json!({})).await.0, 404);
}

#[tokio::test]
async fn requests_fail_as_they_are_told_to() {
    let tool = Tool::start().await;
    let stytch = tool.emulator.b2b_client();
    let search = || {
        stytch
            .organizations()
            .search(organizations::SearchRequest::new())
    };

    let fault = json!({ "operation": "b2b.organizations.search", "status": 429, "error_type": "too_many_requests", "retry_after": 0, "times": 1 });
    assert_eq!(tool.post("faults", &fault).await.0, 200);
    assert_eq!(search().response().await.unwrap().attempts(), 2);

    for fault in [
        Fault::new().close().times(1),
        Fault::new().garble().times(1),
    ] {
        tool.emulator.add_fault(fault);
        let broken = search().no_retries().await.unwrap_err();
        assert!(
            broken.status().is_none() || broken.json_path().is_none(),
            "{broken}"
        );
        search().await.unwrap();
    }

    // Other operations are spared.
    tool.emulator.add_fault(
        Fault::new()
            .operation("b2b.organizations.create")
            .refuse(500, "internal_server_error"),
    );
    search().await.unwrap();
    let request = organizations::CreateRequest::new("Acme");
    let refused = stytch.organizations().create(request).await.unwrap_err();
    assert_eq!(refused.status().unwrap().as_u16(), 500);
    tool.emulator.clear_faults();
    tool.create("Acme").await;

    let (status, body) = tool.post("faults", &json!({ "operaton": "x" })).await;
    assert_eq!(status, 400);
    assert!(body["error"].as_str().unwrap().contains("operaton"));
}

#[tokio::test]
async fn requests_are_listed_without_what_is_secret() {
    let tool = Tool::start().await;
    let stytch = tool.emulator.b2b_client();
    let request = stytch_b2b::magic_links::AuthenticateRequest::new("a token that opens doors");
    stytch
        .magic_links()
        .authenticate(request)
        .body_field("colour", "red")
        .await
        .unwrap_err();
    let found = tool
        .get("requests?operation=b2b.magic_links.authenticate")
        .await;
    let entry = &found["requests"][0];
    assert_eq!(entry["status"], 404);
    assert_eq!(entry["body"], json!({ "magic_links_token": "***" }));
    assert_eq!(entry["answer"]["error_type"], "magic_link_not_found");
    assert_eq!(entry["notes"], json!(["no such field: colour"]));
    assert!(!found.to_string().contains("opens doors"));
}

#[tokio::test]
async fn keys_turn_and_old_ones_can_be_withdrawn() {
    let tool = Tool::start().await;
    let keys = async || {
        let url = format!(
            "{}/v1/b2b/sessions/jwks/{}",
            tool.emulator.url(),
            tool.emulator.project_id()
        );
        let jwks: Value = tool
            .http
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let keys = jwks["keys"].as_array().unwrap().clone();
        keys.into_iter()
            .map(|key| key["kid"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let first = keys().await;
    tool.post("keys/rotate", &json!({})).await;
    let both = keys().await;
    assert_eq!(both.len(), 2);
    assert_eq!(both[0], first[0]);
    tool.post("keys/revoke", &json!({})).await;
    let last = keys().await;
    assert_eq!(last.len(), 1);
    assert!(!both.contains(&last[0]));
}

#[tokio::test]
async fn the_keys_of_the_program_are_different_and_of_use() {
    let tool = Tool::start().await;
    let stytch = tool.emulator.consumer_client();
    let request = stytch_consumer::users::CreateRequest::new().email("ada@example.com");
    let user_id = stytch.users().create(request).await.unwrap().user_id;
    let mint = async || {
        let (_, minted) = tool.post("mint", &json!({ "user_id": user_id })).await;
        minted["session_jwt"].as_str().unwrap().to_owned()
    };
    let first = mint().await;
    tool.post("keys/rotate", &json!({})).await;
    let second = mint().await;
    let (url, id) = (tool.emulator.url(), tool.emulator.project_id());
    let jwks = reqwest::get(format!("{url}/v1/sessions/jwks/{id}")).await;
    let jwks: Value = jwks.unwrap().json().await.unwrap();
    assert_ne!(jwks["keys"][0]["n"], jwks["keys"][1]["n"]);
    for jwt in [first, second] {
        let (_, signature) = jwt.rsplit_once('.').unwrap();
        let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
        assert_eq!(signature.len(), 256);
        let session = stytch.sessions().authenticate_jwt_local(&jwt).await;
        assert_eq!(session.unwrap().user_id, user_id);
    }
}

#[tokio::test]
async fn projects_know_nothing_of_each_other() {
    let tool = Tool::start().await;
    tool.create("Acme").await;
    let url = format!(
        "{}/_emulator/export?project=project-test-other",
        tool.emulator.url()
    );
    let other: Value = tool
        .http
        .get(&url)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(other.get("organizations"), None);

    let live = format!("{}/v1/b2b/organizations/x", tool.emulator.url());
    let live = tool
        .http
        .get(live)
        .basic_auth("project-live-1", Some("secret"))
        .send()
        .await
        .unwrap();
    assert_eq!(live.status(), 401);
}

#[tokio::test]
async fn the_same_seed_and_the_same_calls_give_the_same_bytes() {
    let at = json!({ "freeze_at": "2030-01-01T00:00:00Z" });
    let mut exports = Vec::new();
    for _ in 0..2 {
        let tool = Tool::start().await;
        tool.post("clock", &at).await;
        tool.create("Acme").await;
        let request = discovery::SendRequest::new("ada@example.com");
        let stytch = tool.emulator.b2b_client();
        stytch
            .magic_links()
            .email()
            .discovery()
            .send(request)
            .await
            .unwrap();
        exports.push(tool.get("export").await.to_string());
    }
    assert_eq!(exports[0], exports[1]);
    assert!(exports[0].contains("organization-test-"));
}

#[tokio::test]
async fn a_session_is_minted_for_a_test_that_is_about_something_else() {
    let tool = Tool::start().await;
    let seed = "
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.com
";
    tool.emulator.seed(seed).unwrap();
    let wanted = json!({ "organization_id": "acme", "email_address": "ada@acme.com" });
    let (status, minted) = tool.post("mint", &wanted).await;
    assert_eq!(status, 200, "{minted}");
    let stytch = tool.emulator.b2b_client();
    let jwt = minted["session_jwt"].as_str().unwrap();
    let session = stytch.sessions().authenticate_jwt_local(jwt).await.unwrap();
    assert_eq!(session.roles, ["stytch_member"]);
    let token = minted["session_token"].as_str().unwrap();
    let request = stytch_b2b::sessions::AuthenticateRequest::new().session_token(token);
    stytch.sessions().authenticate(request).await.unwrap();

    for wrong in [
        json!({}),
        json!({ "member_id": "nobody" }),
        json!({ "user_id": "nobody" }),
        json!({ "member_id": "a", "user_id": "b" }),
        json!({ "organization_id": "acme", "email_address": "eve@acme.com" }),
    ] {
        assert_eq!(tool.post("mint", &wrong).await.0, 400, "{wrong}");
    }
}
