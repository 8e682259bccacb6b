//! Webhooks over HTTP: what reaches a handler, and what is answered to the rest.

use std::sync::{Arc, Mutex};

use crate::common::serve;
use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use http::{HeaderMap, StatusCode};
use stytch_axum::b2b::Webhook;
use stytch_b2b::webhooks::{Error, Verifier};
use stytch_core::testing::WebhookSigner;

/// An app that notes what reaches its handler.
struct App {
    url: String,
    signer: WebhookSigner,
    seen: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone)]
struct AppState {
    verifier: Verifier,
    seen: Arc<Mutex<Vec<String>>>,
}

impl FromRef<AppState> for Verifier {
    fn from_ref(state: &AppState) -> Self {
        state.verifier.clone()
    }
}

async fn changed(State(state): State<AppState>, event: Webhook) -> StatusCode {
    let event_type = event.envelope().event_type();
    state.seen.lock().unwrap().push(event_type);
    StatusCode::NO_CONTENT
}

impl App {
    async fn start(set: impl FnOnce(Verifier) -> Verifier) -> Self {
        let signer = WebhookSigner::new();
        let seen = Arc::default();
        let state = AppState {
            verifier: set(Verifier::new([signer.secret()]).unwrap()),
            seen: Arc::clone(&seen),
        };
        let router = Router::new()
            .route("/webhooks", post(changed))
            .with_state(state);
        let url = format!("{}/webhooks", serve(router).await);
        Self { url, signer, seen }
    }

    async fn post(&self, headers: HeaderMap, body: Vec<u8>) -> (StatusCode, String) {
        let request = reqwest::Client::new()
            .post(&self.url)
            .headers(headers)
            .body(body);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn an_event_reaches_the_handler() {
    let app = App::start(|verifier| verifier).await;
    let (headers, body) = app
        .signer
        .event("scim.member.delete", "member-test-1", None);
    let (status, _) = app.post(headers, body).await;
    assert_eq!(status, 204);
    assert_eq!(app.seen(), ["scim.member.delete"]);
}

#[tokio::test]
async fn what_is_no_event_is_answered_with_400_and_no_reason() {
    let app = App::start(|verifier| verifier).await;
    let (headers, body) = app
        .signer
        .event("direct.member.update", "member-test-1", None);
    let (other, _) = app
        .signer
        .event("direct.member.update", "member-test-2", None);
    let mut twice = headers.clone();
    twice.append("svix-id", headers["svix-id"].clone());
    let garbage = vec![0xff, 0xfe];
    for (headers, body) in [
        (HeaderMap::new(), body.clone()),
        (other, body.clone()),
        (twice, body),
        (headers, b"{}".to_vec()),
        (app.signer.sign(&garbage), garbage),
        (HeaderMap::new(), Vec::new()),
    ] {
        let (status, text) = app.post(headers, body).await;
        assert_eq!(
            (status.as_u16(), text.as_str()),
            (400, "This is no webhook.")
        );
    }
    assert!(app.seen().is_empty());
}

#[tokio::test]
async fn a_body_is_read_up_to_the_limit_of_the_verifier() {
    let app = App::start(|verifier| verifier.max_body_bytes(1000)).await;
    let padded = |length: usize| {
        let (_, mut body) = app
            .signer
            .event("direct.member.update", "member-test-1", None);
        body.resize(length, b' ');
        (app.signer.sign(&body), body)
    };
    let (headers, body) = padded(1000);
    assert_eq!(app.post(headers, body).await.0, 204);
    let (headers, body) = padded(1001);
    assert_eq!(app.post(headers, body).await.0, 400);

    // no limit of axum's own stands in the way of a larger one
    let app = App::start(|verifier| verifier.max_body_bytes(4 * 1024 * 1024)).await;
    let (_, mut body) = app
        .signer
        .event("direct.member.update", "member-test-1", None);
    body.resize(3 * 1024 * 1024, b' ');
    assert_eq!(app.post(app.signer.sign(&body), body).await.0, 204);
}

#[tokio::test]
async fn a_handler_can_ask_why() {
    use axum::extract::FromRequest as _;
    use stytch_axum::Webhook;

    let signer = WebhookSigner::new();
    let verifier = Verifier::new([signer.secret()]).unwrap();
    let request = http::Request::new(axum::body::Body::empty());
    let refused = Webhook::from_request(request, &verifier).await.unwrap_err();
    assert_eq!(refused.error(), Some(&Error::MissingHeader("svix-id")));
}
