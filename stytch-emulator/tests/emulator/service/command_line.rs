//! The commands beside `serve`, against an emulator that runs.

use std::process::{Command, Output};

use axum::body::Bytes;
use axum::routing::post;
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use stytch_b2b::Secret;
use stytch_b2b::magic_links::email::discovery;
use stytch_b2b::webhooks::{Envelope, Verifier};
use stytch_emulator::Emulator;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{self, UnboundedReceiver};

const SEED: &str = "
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.com
";

/// The program with these arguments, in an environment of its own.
async fn run(emulator: &Emulator, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stytch-emulator"));
    command
        .env_clear()
        .env("STYTCH_BASE_URL", emulator.url())
        .args(arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

/// What it prints, where it succeeds.
async fn printed(emulator: &Emulator, arguments: &[&str]) -> String {
    let output = run(emulator, arguments).await;
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_checked_without_an_emulator_and_sent_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seed.yaml");
    let name = file.to_str().unwrap();
    let emulator = Emulator::start().await.unwrap();
    std::fs::write(&file, SEED).unwrap();
    assert!(
        printed(&emulator, &["seed", "--check", name])
            .await
            .contains("nothing is wrong")
    );
    let request = stytch_b2b::organizations::GetRequest::new("acme");
    let organizations = emulator.b2b_client().organizations();
    organizations.get(request.clone()).await.unwrap_err();
    printed(&emulator, &["seed", name]).await;
    organizations.get(request).await.unwrap();

    std::fs::write(&file, "organizations:\n  - name: Acme\n").unwrap();
    for arguments in [&["seed", "--check", name][..], &["seed", name]] {
        let output = run(&emulator, arguments).await;
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("2:5: unknown key `name`"), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_shown_with_what_can_be_clicked_and_typed() {
    let emulator = Emulator::start().await.unwrap();
    let none = run(&emulator, &["messages"]).await;
    assert_eq!((none.status.code(), none.stdout.len()), (Some(1), 0));
    let stytch = emulator.b2b_client();
    let request = discovery::SendRequest::new("ada@acme.com");
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let arguments = [
        "messages",
        "--to",
        "ada@acme.com",
        "--channel",
        "email",
        "--wait",
        "5",
    ];
    let shown = printed(&emulator, &arguments).await;
    let mail = emulator.messages().all().pop().unwrap();
    assert!(shown.contains(&mail.link.unwrap()), "{shown}");
    let json = printed(&emulator, &["messages", "--json"]).await;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json.pointer("/0/token").and_then(Value::as_str),
        mail.token.as_deref()
    );
    let other = run(&emulator, &["messages", "--to", "grace@acme.com"]).await;
    assert_eq!(other.status.code(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_is_stopped_and_goes_forward() {
    let emulator = Emulator::start().await.unwrap();
    let stopped = printed(&emulator, &["clock", "--freeze", "2031-05-01T12:00:00Z"]).await;
    assert_eq!(stopped, "2031-05-01T12:00:00Z\n");
    printed(&emulator, &["clock", "--advance", "90"]).await;
    assert_eq!(
        printed(&emulator, &["clock"]).await,
        "2031-05-01T12:01:30Z\n"
    );
    assert_eq!(emulator.clock().now().to_string(), "2031-05-01T12:01:30Z");
    printed(&emulator, &["clock", "--real"]).await;
    assert!(emulator.clock().now().to_string().as_str() < "2031");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_made_and_its_token_looked_at() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    emulator
        .clock()
        .freeze("2031-05-01T12:00:00Z".parse().unwrap());
    let mint = [
        "mint",
        "ada@acme.com",
        "--organization",
        "acme",
        "--minutes",
        "60",
        "--jwt",
    ];
    let jwt = printed(&emulator, &mint).await;
    let jwt = jwt.trim();
    let stytch = emulator.b2b_client();
    let request = stytch_b2b::sessions::AuthenticateRequest::new().session_jwt(jwt);
    let session = stytch.sessions().authenticate(request).await.unwrap();
    assert_eq!(session.member.email_address, "ada@acme.com");

    let shown = printed(&emulator, &["jwt", "inspect", jwt]).await;
    for part in [
        "\"alg\": \"RS256\"",
        "ends: 2031-05-01T12:05:00Z\n",
        "signature: good",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    emulator
        .clock()
        .advance(std::time::Duration::from_secs(300));
    let shown = printed(&emulator, &["jwt", "inspect", jwt]).await;
    assert!(shown.contains("and has ended"), "{shown}");
    let other = stytch_b2b::organizations::GetRequest::new("acme");
    stytch.organizations().get(other).await.unwrap();
    let (signed, _) = jwt.rsplit_once('.').unwrap();
    let shown = printed(&emulator, &["jwt", "inspect", &format!("{signed}.AAAA")]).await;
    assert!(
        shown.contains("signature: of no key that the project has"),
        "{shown}"
    );

    let nobody = run(
        &emulator,
        &["mint", "grace@acme.com", "--organization", "acme"],
    )
    .await;
    assert_eq!(nobody.status.code(), Some(2));
    assert!(String::from_utf8(nobody.stderr).unwrap().contains("Member"));
}

#[tokio::test(flavor = "multi_thread")]
async fn help_fits_a_screen_and_a_missing_emulator_is_told() {
    let emulator = Emulator::start().await.unwrap();
    for command in [&["--help"][..], &["serve", "--help"], &["jwt", "--help"]] {
        let help = printed(&emulator, command).await;
        assert!(help.lines().count() <= 50, "{help}");
    }
    let output = run(&emulator, &["clock", "--url", "http://127.0.0.1:9"]).await;
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("is the emulator running?")
    );
}

/// An address that takes messages, and what has come.
async fn listen() -> (String, UnboundedReceiver<(HeaderMap, Bytes)>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/webhooks", listener.local_addr().unwrap());
    let (sender, received) = mpsc::unbounded_channel();
    let take = move |headers: HeaderMap, body: Bytes| {
        sender.send((headers, body)).unwrap();
        std::future::ready(StatusCode::OK)
    };
    let app = axum::Router::new().route("/webhooks", post(take));
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, received)
}

fn verified(
    emulator: &Emulator,
    secret: impl Into<Secret>,
    headers: &HeaderMap,
    body: &[u8],
) -> Envelope {
    let verifier = Verifier::new([secret.into()]).unwrap();
    let verifier = verifier.clock(emulator.clock().clone());
    let event = verifier.verify(headers, body).unwrap();
    event.envelope().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_is_sent_by_hand_to_endpoints_or_to_an_address() {
    let emulator = Emulator::start().await.unwrap();
    emulator.seed(SEED).unwrap();
    let (url, mut received) = listen().await;
    let stytch = emulator.b2b_client();
    let request = stytch_b2b::organizations::GetRequest::new("acme");
    let acme = stytch.organizations().get(request).await.unwrap();
    let acme = acme.organization.organization_id.to_string();
    let send = ["webhook", "send", "direct.organization.update", &acme];

    // nobody is told
    let none = run(&emulator, &send).await;
    assert_eq!(none.status.code(), Some(2));
    assert!(
        String::from_utf8(none.stderr)
            .unwrap()
            .contains("no endpoint")
    );

    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let to = [&send[..], &["--to", &url, "--secret", secret]].concat();
    let told = printed(&emulator, &to).await;
    assert!(told.contains(" delivered 200"), "{told}");
    let (headers, body) = received.recv().await.unwrap();
    let event = verified(&emulator, secret, &headers, &body);
    assert_eq!(event.event_type(), "direct.organization.update");
    let told: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(
        told.pointer("/organization/organization_id")
            .and_then(Value::as_str),
        Some(&*acme)
    );

    let endpoint = emulator.webhooks().to(&url);
    let told = printed(&emulator, &send).await;
    assert!(told.contains(" delivered 200"), "{told}");
    let (headers, body) = received.recv().await.unwrap();
    verified(&emulator, endpoint.secret(), &headers, &body);

    for odd in [
        &["webhook", "send", "direct.organization.rename", &acme][..],
        &["webhook", "send", "direct.member.update", &acme],
        &["webhook", "send", "direct.organization.update", "nobody"],
        &[&send[..], &["--to", "https://example.com/"]].concat(),
        &[&send[..], &["--to", &url, "--secret", "guessed"]].concat(),
    ] {
        let output = run(&emulator, odd).await;
        assert_eq!(output.status.code(), Some(2), "{odd:?}");
    }
    let silent = run(
        &emulator,
        &[&send[..], &["--to", "http://127.0.0.1:9/"]].concat(),
    )
    .await;
    assert_eq!(silent.status.code(), Some(1));
}
