//! No secret shows: not in `Debug`, not in an error, not in a log at the most verbose level, not in a
//! panic. Every request and response type of both clients is tried with a marker in each secret field.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::support::samples::{self, Form, MARKER};
use crate::support::{Answer, Server};
use codegen::resolve::{Kind, Type};
use serde_json::{Value, json};
use tests::Invocation;
use tracing_subscriber::fmt::format::FmtSpan;

/// Everything that was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Writes down whatever this thread logs from now on.
    fn start(&self) -> tracing::subscriber::DefaultGuard {
        let log = self.clone();
        tracing::subscriber::set_default(
            tracing_subscriber::fmt()
                .with_max_level(tracing::Level::TRACE)
                .with_span_events(FmtSpan::FULL)
                .with_writer(move || log.clone())
                .finish(),
        )
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Puts a list with the marker where a text belongs, at the first secret of the answer.
fn spoil(value: &mut Value) -> bool {
    match value {
        Value::String(text) if text.contains(MARKER) => {
            *value = json!([text.clone()]);
            true
        }
        Value::Array(items) => items.iter_mut().any(spoil),
        Value::Object(fields) => fields.values_mut().any(spoil),
        _ => false,
    }
}

#[tokio::test]
async fn no_secret_shows_in_debug_or_in_the_log() {
    let log = Log::default();
    let _guard = log.start();
    let server = Server::start().await;
    let runner = server.runner();
    let (mut sent, mut received) = (0, 0);
    for (client, resource, method) in samples::operations() {
        let what = format!("{} {}.{}", client.name, resource.name, method.name);
        let operation = format!("{}.{}", resource.name, method.name);
        let body = samples::response(client, method, Form::Full);
        received += usize::from(body.to_string().contains(MARKER));
        server.answer(Answer::json(200, &body));
        let params = samples::params(client, method, Form::Full);
        sent += usize::from(method.request.iter().any(|field| field.ty == Type::Secret));
        let session = method
            .traits
            .member_session
            .is_some()
            .then(|| format!("{MARKER}-session").into());
        let mut invocation = Invocation {
            params,
            session_token: session.clone(),
            session_jwt: session,
            ..Invocation::default()
        };
        runner
            .call(client.name, &operation, &mut invocation)
            .await
            .unwrap();
        assert!(invocation.debug.len() >= 2, "{what}");
        for text in &invocation.debug {
            assert!(!text.contains(MARKER), "{what}: {text}");
        }
    }
    assert!(
        sent > 50 && received > 50,
        "the markers are there: {sent} requests, {received} responses"
    );
    let log = log.text();
    assert!(
        log.contains("stytch.call") && log.contains("organizations.create"),
        "the log is there"
    );
    assert!(
        !log.contains(MARKER),
        "{}",
        log.lines().find(|line| line.contains(MARKER)).unwrap()
    );
    assert!(
        !log.contains("secret-test-1111"),
        "the credentials are logged"
    );
    assert!(
        !log.contains("cHJvamVjdC10ZXN0"),
        "the authorization header is logged"
    );
}

/// The last words of field names that say: whoever has the value can act with it.
const CREDENTIALS: [&str; 10] = [
    "code",
    "codes",
    "credential",
    "hash",
    "jwt",
    "key",
    "password",
    "secret",
    "signature",
    "token",
];

/// Fields that are named like credentials and are none.
const PUBLIC: [&str; 4] = ["country_code", "postal_code", "public_key", "status_code"];

#[test]
fn what_is_named_like_a_credential_is_a_secret() {
    let mut found = 0;
    for client in samples::api().clients() {
        let of_methods = client
            .resources
            .iter()
            .flat_map(|resource| &resource.methods)
            .flat_map(|method| method.request.iter().chain(&method.response));
        let of_models = client.types.iter().filter_map(|ty| match &ty.kind {
            Kind::Model(fields) => Some(fields),
            _ => None,
        });
        for field in of_methods.chain(of_models.flatten()) {
            let last = field.wire.rsplit('_').next().unwrap();
            if !CREDENTIALS.contains(&last) || PUBLIC.contains(&field.wire.as_str()) {
                continue;
            }
            let mut ty = &field.ty;
            while let Type::List(inner) | Type::Map(inner) = ty {
                ty = inner;
            }
            // The password of a user is a model that says when it has to be replaced.
            let is_text = !matches!(ty, Type::Named(_) | Type::Bool | Type::Int32);
            assert!(
                !is_text || *ty == Type::Secret,
                "{}: `{}` is a {ty:?}",
                client.name,
                field.wire
            );
            found += usize::from(is_text);
        }
    }
    assert!(found > 200, "the fields are there: {found}");
}

#[tokio::test]
async fn the_address_that_carries_an_authorization_code_is_a_secret() {
    let server = Server::start().await;
    let runner = server.runner();
    for client in ["b2b", "consumer"] {
        server.answer(Answer::json(
            200,
            &json!({
                "status_code": 200,
                "redirect_uri": format!("https://app.example.net/callback?code={MARKER}&state=x"),
                "authorization_code": MARKER,
            }),
        ));
        let mut invocation = Invocation {
            params: json!({
                "consent_granted": true,
                "scopes": ["openid"],
                "client_id": "connected-app-test-1",
                "redirect_uri": "https://app.example.net/callback",
                "response_type": "code",
            })
            .as_object()
            .unwrap()
            .clone(),
            ..Invocation::default()
        };
        let answer = runner
            .call(client, "idp.oauth.authorize", &mut invocation)
            .await
            .unwrap();
        assert!(answer.to_string().contains(MARKER), "the app gets it");
        assert!(
            invocation
                .debug
                .iter()
                .any(|text| text.contains("redirect_uri"))
        );
        for text in &invocation.debug {
            assert!(!text.contains(MARKER), "{client}: {text}");
        }
    }
}

#[tokio::test]
async fn no_secret_shows_in_an_error() {
    let log = Log::default();
    let _guard = log.start();
    let server = Server::start().await;
    let runner = server.runner();
    let mut spoiled = 0;
    for (client, resource, method) in samples::operations() {
        let what = format!("{} {}.{}", client.name, resource.name, method.name);
        let operation = format!("{}.{}", resource.name, method.name);
        let mut body = samples::response(client, method, Form::Full);
        let answers = [
            spoil(&mut body).then(|| Answer::json(200, &body)),
            Some(Answer::raw(
                200,
                Some("application/json"),
                &format!("{{\"request_id\":\"{MARKER}"),
            )),
            Some(Answer::raw(
                502,
                Some("text/html"),
                &format!("<html>{MARKER}</html>"),
            )),
        ];
        for answer in answers.into_iter().flatten() {
            server.answer(answer);
            let mut invocation = Invocation {
                params: samples::params(client, method, Form::Full),
                ..Invocation::default()
            };
            let failure = runner
                .call(client.name, &operation, &mut invocation)
                .await
                .unwrap_err();
            assert_ne!(failure.kind, "invalid_params", "{what}: {failure:?}");
            assert!(!failure.message.contains(MARKER), "{what}: {failure:?}");
            spoiled += 1;
        }
    }
    assert!(spoiled > 2 * 208 + 50);
    assert!(!log.text().contains(MARKER));
}

#[tokio::test]
async fn no_secret_shows_in_a_panic() {
    let server = Server::start().await;
    server.answer(Answer::raw(
        200,
        Some("application/json"),
        &format!("{{\"session_token\":[\"{MARKER}\"]}}"),
    ));
    let client = stytch_b2b::Client::builder("project-test-1", format!("{MARKER}-project"))
        .base_url(&server.url)
        .no_retries()
        .build()
        .unwrap();
    let request =
        stytch_b2b::sessions::AuthenticateRequest::new().session_token(format!("{MARKER}-token"));
    let call = client.sessions().authenticate(request.clone());
    let error = call.await.unwrap_err();
    let thread = {
        let (client, request, error) = (client.clone(), request.clone(), error.to_string());
        std::thread::spawn(move || panic!("{client:?} {request:?} {error}"))
    };
    let message = thread.join().unwrap_err();
    let message = message.downcast_ref::<String>().unwrap();
    assert!(!format!("{error:?}").contains(MARKER));
    assert!(message.contains("decode"), "{message}");
    assert!(!message.contains(MARKER), "{message}");
    let mut source = std::error::Error::source(&error);
    while let Some(inner) = source {
        assert!(!format!("{inner} {inner:?}").contains(MARKER));
        source = inner.source();
    }
}
