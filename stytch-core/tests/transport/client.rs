//! What a client is set up with.

use std::time::Duration;

use stytch_core::{ClientBuilder, Error, ErrorKind, Operation, Verb};

use crate::{
    api::Client,
    server::{Reply, Server},
};

fn new(id: &str, secret: &str) -> ClientBuilder<Client> {
    ClientBuilder::new(id, secret)
}

fn at(base_url: &str) -> ClientBuilder<Client> {
    new("project-test-1", "s3cret").base_url(base_url)
}

/// The setting that is refused, and why.
fn refusal(builder: ClientBuilder<Client>) -> (String, String) {
    let error: Error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    (
        error.field().unwrap().to_owned(),
        error.message().to_owned(),
    )
}

#[cfg(feature = "rustls")]
#[test]
fn the_address_follows_from_the_project() {
    use stytch_core::Environment;

    for (id, environment, address) in [
        (
            "project-live-1",
            Environment::Live,
            "https://api.stytch.com",
        ),
        (
            "project-test-1",
            Environment::Test,
            "https://test.stytch.com",
        ),
        (
            "project-liveish",
            Environment::Test,
            "https://test.stytch.com",
        ),
        (
            "my-project-live-1",
            Environment::Test,
            "https://test.stytch.com",
        ),
    ] {
        let client = new(id, "s3cret").build().unwrap();
        assert_eq!(client.0.environment(), environment, "{id}");
        assert_eq!(client.0.base_url(), address, "{id}");
        let printed = format!("{client:?} {:?}", new(id, "s3cret"));
        assert!(
            printed.contains("https://telemetry.stytch.com"),
            "{printed}"
        );
        assert!(!printed.contains("s3cret"), "{printed}");
    }
}

#[cfg(feature = "rustls")]
#[test]
fn calls_of_a_test_never_reach_the_real_fraud_service() {
    let fraud = |builder: ClientBuilder<Client>, address: &str| {
        let printed = format!("{:?}", builder.build().unwrap());
        let expected = format!("fraud_base_url: {address:?}");
        assert!(printed.contains(&expected), "{printed}");
    };
    for mock in ["http://127.0.0.1:9", "https://login.example.com/x"] {
        fraud(at(mock), mock);
        let elsewhere = "http://127.0.0.1:8";
        fraud(at(mock).fraud_base_url(elsewhere), elsewhere);
    }
    for real in ["https://test.stytch.com", "https://api.stytch.com/"] {
        fraud(at(real), "https://telemetry.stytch.com");
    }
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
#[test]
fn https_without_tls_is_refused_unless_the_app_brings_a_client() {
    let (field, message) = refusal(new("project-test-1", "s3cret"));
    assert_eq!(field, "base_url");
    assert!(message.contains("`rustls`"), "{message}");
    assert!(at("http://127.0.0.1:1").build().is_ok());
    let brought = new("project-test-1", "s3cret").http_client(reqwest::Client::new());
    assert!(brought.build().is_ok());
}

#[test]
fn an_address_keeps_its_path_and_loses_slashes_at_the_end() {
    for (text, base) in [
        ("http://localhost", "http://localhost"),
        ("http://LOCALHOST/", "http://localhost"),
        ("http://127.8.9.1/stytch/", "http://127.8.9.1/stytch"),
        ("http://[::1]:8443/a//", "http://[::1]:8443/a"),
    ] {
        assert_eq!(at(text).build().unwrap().0.base_url(), base);
    }
}

#[test]
fn plain_http_is_for_loopback_unless_allowed() {
    for text in [
        "http://example.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://api.localhost",
        "http://localhost.",
    ] {
        let (field, message) = refusal(at(text));
        assert_eq!(field, "base_url");
        assert!(message.contains("allow_http(true)"), "{text}: {message}");
        assert!(at(text).allow_http(true).build().is_ok(), "{text}");
    }
}

#[test]
fn an_address_that_would_put_something_into_every_request_is_refused() {
    for (text, why) in [
        ("https://u:s3cret@example.com", "credentials"),
        ("https://s3cret@example.com", "credentials"),
        ("https://example.com/?a=s3cret", "query"),
        ("https://example.com/?", "query"),
        ("https://example.com/#s3cret", "fragment"),
        ("ftp://example.com", "https://"),
        ("data:s3cret", "host"),
        ("", "not a URL"),
        ("example.com", "not a URL"),
        ("/v1", "not a URL"),
        ("https://", "not a URL"),
        ("s3cret", "not a URL"),
    ] {
        let (field, message) = refusal(at(text));
        assert_eq!(field, "base_url");
        assert!(message.contains(why), "{text}: {message}");
        assert_eq!(
            refusal(at("http://[::1]").fraud_base_url(text)).0,
            "fraud_base_url"
        );
    }
}

#[test]
fn credentials_that_can_not_be_meant_are_refused() {
    for (id, secret, field, why) in [
        ("", "s", "project_id", "the project id is empty"),
        ("p", "", "secret", "the secret is empty"),
        (" ", "s", "project_id", "the project id holds white space"),
        (
            "p\n",
            "s",
            "project_id",
            "the project id holds a line break",
        ),
        ("p", "s\r\n", "secret", "the secret holds a line break"),
        ("p", "s t", "secret", "the secret holds white space"),
        ("p", "s\0", "secret", "the secret holds a control character"),
        ("p:s", "s", "project_id", "the project id holds a colon"),
    ] {
        let (found, message) = refusal(new(id, secret).base_url("http://[::1]"));
        assert_eq!(found, field);
        assert!(message.starts_with(why), "{message}");
    }
}

#[tokio::test]
async fn a_secret_may_hold_a_colon_and_any_letter() {
    let server = Server::script([Reply::thing("a")]).await;
    let client = new("p", "a:b-é").base_url(server.url()).no_proxy();
    client.build().unwrap().get("t").await.unwrap();
    // printf 'p:a:b-é' | base64
    assert_eq!(
        server.only().header("authorization"),
        Some("Basic cDphOmItw6k=")
    );
}

#[test]
fn settings_that_can_not_be_used_are_named() {
    let local = || at("http://127.0.0.1:1");
    for (builder, field) in [
        (local().application_name("a\nb"), "application_name"),
        (local().proxy("http://["), "proxy"),
        (
            local()
                .http_client(reqwest::Client::new())
                .connect_timeout(Duration::ZERO),
            "connect_timeout",
        ),
    ] {
        assert_eq!(refusal(builder).0, field);
    }
}

#[test]
fn only_reads_are_repeatable_unless_marked() {
    for (verb, repeatable) in [
        (Verb::Get, true),
        (Verb::Post, false),
        (Verb::Put, false),
        (Verb::Delete, false),
    ] {
        let operation = Operation::new("a.b", verb, "/v1/a");
        assert_eq!(operation.is_repeatable(), repeatable, "{verb}");
        assert!(operation.repeatable().is_repeatable());
    }
}
