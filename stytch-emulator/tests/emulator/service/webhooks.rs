//! Webhooks, as an app gets them that checks each with the client's own verifier.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use stytch_b2b::organizations::{self, members};
use stytch_b2b::webhooks::{Action, Error, Event, Source, Verifier};
use stytch_consumer::users;
use stytch_emulator::{Emulator, WebhookDelivery, WebhookStatus};
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(20);

/// An app with an address for webhooks.
#[derive(Clone)]
struct App {
    url: String,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    verifier: Option<Verifier>,
    seen: Vec<Result<Event, Error>>,
    /// Statuses of the next answers; 204 when there are none.
    answers: Vec<StatusCode>,
}

async fn receive(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let mut inside = app.inside.lock().unwrap();
    let event = inside.verifier.as_ref().unwrap().verify(&headers, &body);
    let refused = event.as_ref().err().map(Error::status);
    inside.seen.push(event);
    let scripted = (!inside.answers.is_empty()).then(|| inside.answers.remove(0));
    scripted.or(refused).unwrap_or(StatusCode::NO_CONTENT)
}

impl App {
    /// An app that is told of all changes in the emulator.
    async fn of(emulator: &Emulator) -> (Self, String) {
        let app = Self::start().await;
        let endpoint = emulator.webhooks().to(&app.url);
        app.trust(emulator, [endpoint.secret()]);
        (app, endpoint.id)
    }

    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let app = Self {
            url: format!("http://{}/webhooks", listener.local_addr().unwrap()),
            inside: Arc::default(),
        };
        let router = Router::new()
            .route("/webhooks", post(receive))
            .with_state(app.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        app
    }

    fn trust<const N: usize>(&self, emulator: &Emulator, secrets: [stytch_b2b::Secret; N]) {
        let verifier = Verifier::new(secrets)
            .unwrap()
            .clock(emulator.clock().clone());
        self.inside.lock().unwrap().verifier = Some(verifier);
    }

    fn answer(&self, statuses: &[u16]) {
        let statuses = statuses
            .iter()
            .map(|status| StatusCode::from_u16(*status).unwrap());
        self.inside.lock().unwrap().answers = statuses.collect();
    }

    /// What has come since this was asked last.
    fn seen(&self) -> Vec<Result<Event, Error>> {
        std::mem::take(&mut self.inside.lock().unwrap().seen)
    }

    fn types(&self) -> Vec<String> {
        let seen = self.seen().into_iter();
        seen.map(|event| event.unwrap().envelope().event_type())
            .collect()
    }
}

async fn settled(emulator: &Emulator) -> Vec<WebhookDelivery> {
    emulator.webhooks().settled_within(SOON).await.unwrap()
}

#[tokio::test]
async fn an_app_sees_a_member_come_change_and_go() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let (app, _) = App::of(&emulator).await;

    let request = organizations::CreateRequest::new("Acme");
    let acme = stytch
        .organizations()
        .create(request)
        .await
        .unwrap()
        .organization;
    let request = members::CreateRequest::new(&acme.organization_id, "ada@acme.com").name("Ada");
    let ada = stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap()
        .member_id;
    let request = members::UpdateRequest::new(&acme.organization_id, &ada).name("Ada L.");
    stytch
        .organizations()
        .members()
        .update(request)
        .await
        .unwrap();
    let request = members::DeleteRequest::new(&acme.organization_id, &ada);
    stytch
        .organizations()
        .members()
        .delete(request)
        .await
        .unwrap();

    let sent = settled(&emulator).await;
    assert!(
        sent.iter()
            .all(|one| one.status == WebhookStatus::Delivered)
    );
    let seen: Vec<_> = app.seen().into_iter().map(Result::unwrap).collect();
    let [
        Event::Organization(organization),
        Event::Member(created),
        Event::Member(updated),
        Event::Member(deleted),
    ] = &seen[..]
    else {
        panic!("{seen:?}")
    };
    assert_eq!(
        organization.object.as_ref().unwrap().organization_name,
        "Acme"
    );
    assert_eq!(organization.envelope.project_id, emulator.project_id());
    assert_eq!(organization.envelope.vertical, "B2B");
    let of = |change: &stytch_b2b::webhooks::Change<_, organizations::Member>| {
        let name = change.object.as_ref().map(|member| member.name.clone());
        assert_eq!(change.id, ada);
        assert_eq!(change.envelope.source, Source::Direct);
        (change.envelope.action.clone(), name)
    };
    assert_eq!(of(created), (Action::Create, Some("Ada".to_owned())));
    assert_eq!(of(updated), (Action::Update, Some("Ada L.".to_owned())));
    assert_eq!(of(deleted), (Action::Delete, None));

    let ids: std::collections::BTreeSet<_> = sent.iter().map(|one| &one.event_id).collect();
    assert_eq!(ids.len(), sent.len());
}

#[tokio::test]
async fn what_is_refused_or_only_looked_at_is_not_told() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let (app, _) = App::of(&emulator).await;
    let request = organizations::GetRequest::new("nobody");
    assert!(stytch.organizations().get(request).await.is_err());
    let request = members::CreateRequest::new("nobody", "ada@acme.com");
    assert!(
        stytch
            .organizations()
            .members()
            .create(request)
            .await
            .is_err()
    );
    let request = organizations::SearchRequest::new();
    stytch.organizations().search(request).await.unwrap();
    assert!(settled(&emulator).await.is_empty());
    assert!(app.seen().is_empty());
}

#[tokio::test]
async fn what_is_not_taken_comes_again_by_the_emulators_clock() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    emulator
        .clock()
        .freeze("2026-01-31T12:00:00Z".parse().unwrap());
    let (app, _) = App::of(&emulator).await;
    app.answer(&[500, 302]);
    let request = organizations::CreateRequest::new("Acme");
    stytch.organizations().create(request).await.unwrap();

    let pending = &settled(&emulator).await[0];
    assert_eq!(pending.status, WebhookStatus::Pending);
    assert_eq!(pending.attempts[0].status, Some(500));
    let next = pending.next_attempt_at.unwrap().to_string();
    assert_eq!(next, "2026-01-31T12:00:05Z");
    assert_eq!(app.types().len(), 1);

    emulator.clock().advance(Duration::from_secs(5));
    let pending = &settled(&emulator).await[0];
    assert_eq!(pending.attempts[1].status, Some(302));
    assert_eq!(pending.status, WebhookStatus::Pending);
    emulator.clock().advance(Duration::from_secs(5 * 60));
    let delivered = &settled(&emulator).await[0];
    assert_eq!(delivered.status, WebhookStatus::Delivered);
    assert_eq!(delivered.attempts.len(), 3);

    // each attempt is signed anew, so that the verifier took it five minutes later; the event is the same
    let again: Vec<_> = app.seen().into_iter().map(Result::unwrap).collect();
    assert_eq!(again.len(), 2);
    assert_eq!(again[0].envelope(), again[1].envelope());
    assert_eq!(again[0].envelope().message_id, delivered.id);
}

#[tokio::test]
async fn a_message_is_given_up_after_eight_attempts_and_can_be_sent_again() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    emulator
        .clock()
        .freeze("2026-01-31T12:00:00Z".parse().unwrap());
    let (app, _) = App::of(&emulator).await;
    app.answer(&[500; 8]);
    let request = organizations::CreateRequest::new("Acme");
    stytch.organizations().create(request).await.unwrap();
    for _ in 0..8 {
        settled(&emulator).await;
        emulator.clock().advance(Duration::from_secs(10 * 60 * 60));
    }
    let failed = &settled(&emulator).await[0];
    assert_eq!(
        (failed.status, failed.attempts.len()),
        (WebhookStatus::Failed, 8)
    );

    emulator.webhooks().resend(&failed.id);
    let delivered = &settled(&emulator).await[0];
    assert_eq!(delivered.status, WebhookStatus::Delivered);
    assert_eq!(delivered.attempts.len(), 9);
}

#[tokio::test]
async fn while_a_secret_is_replaced_both_are_good() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    emulator
        .clock()
        .freeze("2026-01-31T12:00:00Z".parse().unwrap());
    let (app, id) = App::of(&emulator).await;
    let create = async |name: &str| {
        let request = organizations::CreateRequest::new(name);
        stytch.organizations().create(request).await.unwrap();
        settled(&emulator).await;
        app.seen()
            .pop()
            .unwrap()
            .map(|event| event.envelope().event_type())
    };
    let rotated = emulator.webhooks().rotate(&id);
    assert_eq!(rotated.secrets.len(), 2);
    assert!(create("With the old secret").await.is_ok());
    app.trust(&emulator, [rotated.secret()]);
    assert!(create("With the new one").await.is_ok());

    // a day later, the old one signs no longer
    app.trust(&emulator, [rotated.secrets[1].secret.clone()]);
    emulator.clock().advance(Duration::from_secs(24 * 60 * 60));
    assert_eq!(create("Too late").await, Err(Error::WrongSignature));
}

#[tokio::test]
async fn seeds_are_the_dashboards_and_users_are_consumers() {
    let emulator = Emulator::start().await.unwrap();
    let (app, _) = App::of(&emulator).await;
    emulator
        .seed(
            "
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.com
sso_connections:
  - organization_id: acme
    display_name: Okta
",
        )
        .unwrap();
    settled(&emulator).await;
    let types = app.types();
    for expected in [
        "dashboard.organization.create",
        "dashboard.saml_connection.create",
        "dashboard.member.create",
    ] {
        assert!(types.iter().any(|one| one == expected), "{types:?}");
    }

    let request = users::CreateRequest::new().email("ada@example.com");
    let made = emulator
        .consumer_client()
        .users()
        .create(request)
        .await
        .unwrap();
    settled(&emulator).await;
    let Ok(Event::Unknown(user)) = app.seen().pop().unwrap() else {
        panic!("the B2B client knows no users")
    };
    assert_eq!(user.envelope.event_type(), "direct.user.create");
    assert_eq!(user.id, made.user_id.as_str());
    assert_eq!(user.body["user"]["emails"][0]["email"], "ada@example.com");
    assert_eq!(user.envelope.vertical, "CONSUMER");
}

#[tokio::test]
async fn what_was_not_delivered_is_delivered_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::start().await;
    {
        let emulator = Emulator::builder()
            .data(folder.path())
            .start()
            .await
            .unwrap();
        let endpoint = emulator.webhooks().to(&app.url);
        app.trust(&emulator, [endpoint.secret()]);
        app.answer(&[503]);
        let request = organizations::CreateRequest::new("Acme");
        emulator
            .b2b_client()
            .organizations()
            .create(request)
            .await
            .unwrap();
        let pending = settled(&emulator).await;
        assert_eq!(pending[0].status, WebhookStatus::Pending);
        emulator.stop().await.unwrap();
    }
    let emulator = Emulator::builder()
        .data(folder.path())
        .start()
        .await
        .unwrap();
    emulator.clock().advance(Duration::from_secs(60));
    let endpoint = emulator.webhooks().endpoints().remove(0);
    app.trust(&emulator, [endpoint.secret()]);
    let delivered = settled(&emulator).await;
    assert_eq!(delivered[0].status, WebhookStatus::Delivered);
    assert_eq!(app.types(), ["direct.organization.create"; 2]);
}

/// The same by HTTP, for tests in any language.
struct Tool(Emulator, reqwest::Client);

impl Tool {
    async fn ask(&self, method: reqwest::Method, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/_emulator/webhooks{path}", self.0.url());
        let answer = self
            .1
            .request(method, url)
            .json(&body)
            .send()
            .await
            .unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }
}

#[tokio::test]
async fn endpoints_are_kept_by_the_control_api() {
    use reqwest::Method;

    let tool = Tool(Emulator::start().await.unwrap(), reqwest::Client::new());
    let app = App::start().await;
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    app.trust(&tool.0, [secret.into()]);
    let new = json!({ "url": app.url, "secret": secret, "event_types": ["direct.member.create"] });
    let (status, endpoint) = tool.ask(Method::POST, "", new).await;
    assert_eq!(
        (status, &endpoint["secrets"][0]["secret"]),
        (200, &json!(secret))
    );
    let path = format!("/{}", endpoint["id"].as_str().unwrap());

    let stytch = tool.0.b2b_client();
    let request = organizations::CreateRequest::new("Acme");
    stytch.organizations().create(request).await.unwrap();
    let request = members::CreateRequest::new("acme", "ada@acme.com");
    stytch
        .organizations()
        .members()
        .create(request)
        .await
        .unwrap();
    settled(&tool.0).await;
    assert_eq!(app.types(), ["direct.member.create"]);

    let url = format!("{}/_emulator/webhooks/deliveries?wait=5", tool.0.url());
    let found: Value = tool.1.get(url).send().await.unwrap().json().await.unwrap();
    let delivery = &found["deliveries"][0];
    assert_eq!(delivery["status"], "delivered");
    let again = format!("/deliveries/{}/resend", delivery["id"].as_str().unwrap());
    assert_eq!(tool.ask(Method::POST, &again, json!({})).await.0, 200);
    settled(&tool.0).await;
    assert_eq!(app.types(), ["direct.member.create"]);

    let (_, rotated) = tool
        .ask(
            Method::POST,
            &format!("{path}/rotate"),
            json!({ "overlap_seconds": 0 }),
        )
        .await;
    assert_eq!(rotated["secrets"].as_array().unwrap().len(), 1);
    assert_ne!(rotated["secrets"][0]["secret"], secret);
    assert_eq!(tool.ask(Method::DELETE, &path, json!({})).await.0, 200);
    assert_eq!(tool.ask(Method::DELETE, &path, json!({})).await.0, 404);
    let (_, list) = tool.ask(Method::GET, "", json!({})).await;
    assert_eq!(list, json!({ "webhooks": [] }));
}

#[tokio::test]
async fn the_world_is_told_nothing() {
    use reqwest::Method;

    let tool = Tool(Emulator::start().await.unwrap(), reqwest::Client::new());
    for url in [
        "https://example.com/webhooks",
        "http://127.0.0.1.example.com/",
        "http://localhost@example.com/",
        "ftp://localhost/",
        "/webhooks",
        "",
    ] {
        let (status, body) = tool.ask(Method::POST, "", json!({ "url": url })).await;
        assert_eq!(status, 400, "{url}: {body}");
    }
    let weak = json!({ "url": "http://localhost/", "secret": "whsec_AAAA" });
    assert_eq!(tool.ask(Method::POST, "", weak).await.0, 400);

    // a document can name one, but nothing goes there
    let seed = "
webhook_endpoints:
  - url: http://webhooks.invalid/
organizations:
  - organization_name: Acme
";
    tool.0.seed(seed).unwrap();
    let refused = &settled(&tool.0).await[0];
    assert_eq!(refused.attempts[0].status, None);
    let error = refused.attempts[0].error.as_ref().unwrap();
    assert!(error.contains("webhook_urls"), "{error}");
}

#[tokio::test]
async fn the_page_shows_what_was_sent_and_sends_it_again() {
    let emulator = Emulator::start().await.unwrap();
    let (app, _) = App::of(&emulator).await;
    let request = organizations::CreateRequest::new("Acme <b>Co</b>");
    emulator
        .b2b_client()
        .organizations()
        .create(request)
        .await
        .unwrap();
    let sent = settled(&emulator).await;
    let http = reqwest::Client::new();
    let page = format!("{}/webhooks", emulator.url());
    let shown = http.get(&page).send().await.unwrap().text().await.unwrap();
    assert!(shown.contains("direct.organization.create") && shown.contains("delivered"));
    assert!(!shown.contains("<b>Co"), "a value was not escaped");

    let post = async |id: &str, site: &str| {
        let form = http.post(format!("{page}/{id}/resend"));
        let form = form.header("content-type", "application/x-www-form-urlencoded");
        let answer = form.header("sec-fetch-site", site).send().await;
        answer.unwrap().status().as_u16()
    };
    assert_eq!(post(&sent[0].id, "cross-site").await, 403);
    assert_eq!(post(&sent[0].id, "same-origin").await, 200);
    settled(&emulator).await;
    assert_eq!(app.types(), ["direct.organization.create"; 2]);
    assert_eq!(post("msg_0", "same-origin").await, 404);
}
