//! Which clients read the certificates of the system. They come from where `SSL_CERT_FILE` says, so each
//! test runs once more as a process of its own that has the variable.

use std::{env, fs, path::Path, process::Command};

use crate::{
    api::builder,
    server::{Reply, Server},
    tls::{authority, https, url},
};

/// What the process is told: the addresses of the API and of the fraud service.
const ADDRESSES: &str = "ROOTS_TEST_ADDRESSES";

/// Runs a test of this file again, in a system that trusts these authorities alone.
async fn again(test: &str, trusted: &str, api: &str, fraud: &str) {
    let store =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-{}", std::process::id()));
    fs::write(&store, trusted).unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", &format!("roots::{test}"), "--nocapture"])
        .env("SSL_CERT_FILE", &store)
        .env("SSL_CERT_DIR", "")
        .env(ADDRESSES, format!("{api} {fraud}"));
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.unwrap().unwrap();
    fs::remove_file(store).unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("1 passed"), "{text}");
}

fn addresses() -> Option<(String, String)> {
    let given = env::var(ADDRESSES).ok()?;
    let (api, fraud) = given.split_once(' ')?;
    Some((api.to_owned(), fraud.to_owned()))
}

#[tokio::test]
async fn a_machine_without_certificates_reaches_its_own_servers() {
    let Some((api, fraud)) = addresses() else {
        let server = Server::start(|_| Reply::thing("a")).await;
        let test = "a_machine_without_certificates_reaches_its_own_servers";
        again(test, "", &server.url(), &server.url()).await;
        assert_eq!(server.requests(), 2);
        return;
    };
    let client = builder(&api).fraud_base_url(fraud).build().unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "a");
    assert_eq!(client.fingerprint().await.unwrap().name, "a");
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn one_encrypted_address_is_enough_to_trust_whom_the_system_trusts() {
    let Some((api, fraud)) = addresses() else {
        let (ca, config) = authority();
        let api = Server::start(|_| Reply::thing("a")).await;
        let fraud = https(config, Reply::thing("b")).await;
        let test = "one_encrypted_address_is_enough_to_trust_whom_the_system_trusts";
        again(test, &ca, &api.url(), &url(&fraud)).await;
        assert_eq!((api.requests(), fraud.requests()), (1, 1));
        return;
    };
    let client = builder(&api).fraud_base_url(fraud).build().unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "a");
    assert_eq!(client.fingerprint().await.unwrap().name, "b");
}
