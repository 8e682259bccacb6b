//! Proxies that the environment names. Nobody can change the environment of a process that has threads, so
//! each test runs once more as a process of its own.

use std::{env, process::Command};

use stytch_core::ClientBuilder;

use crate::{
    api::{Client, PROJECT, SECRET},
    server::{Reply, Server},
};

/// What the process is told: the addresses of the API and of the fraud service.
const ADDRESSES: &str = "PROXIES_TEST_ADDRESSES";

/// Runs a test of this file again, where everything is to go through this proxy.
async fn again(test: &str, proxy: &str, api: &str, fraud: &str) {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", &format!("proxies::{test}"), "--nocapture"])
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env(ADDRESSES, format!("{api} {fraud}"));
    for scheme in ["HTTP", "HTTPS", "ALL"] {
        command.env(format!("{scheme}_PROXY"), proxy);
        command.env(format!("{}_proxy", scheme.to_lowercase()), proxy);
    }
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.unwrap().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("1 passed"), "{text}");
}

fn addresses() -> Option<(String, String)> {
    let given = env::var(ADDRESSES).ok()?;
    let (api, fraud) = given.split_once(' ')?;
    Some((api.to_owned(), fraud.to_owned()))
}

/// A client that heeds the environment.
fn client(api: String, fraud: String) -> ClientBuilder<Client> {
    let builder = ClientBuilder::new(PROJECT, SECRET).no_retries();
    builder.base_url(api).fraud_base_url(fraud)
}

/// Plain http to this machine is taken since nobody on the network sees it. A proxy would see the secret.
#[tokio::test]
async fn what_stays_on_this_machine_goes_through_no_proxy_of_the_environment() {
    let Some((api, fraud)) = addresses() else {
        let api = Server::start(|_| Reply::thing("a")).await;
        let proxy = Server::start(|_| Reply::thing("of the proxy")).await;
        let test = "what_stays_on_this_machine_goes_through_no_proxy_of_the_environment";
        again(test, &proxy.url(), &api.url(), &api.url()).await;
        assert_eq!((api.requests(), proxy.requests()), (2, 0));
        return;
    };
    let client = client(api, fraud).build().unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "a");
    assert_eq!(client.fingerprint().await.unwrap().name, "a");
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn what_may_leave_this_machine_goes_through_it() {
    let Some((api, fraud)) = addresses() else {
        let here = Server::start(|_| Reply::thing("a")).await;
        let away = "https://127.0.0.1:1";
        for (api, fraud) in [(&*here.url(), away), (away, &*here.url())] {
            let (port, mut asked) = crate::tls::proxy().await;
            let proxy = format!("http://127.0.0.1:{port}");
            again(
                "what_may_leave_this_machine_goes_through_it",
                &proxy,
                api,
                fraud,
            )
            .await;
            let head = asked.recv().await.unwrap();
            assert!(head.starts_with("CONNECT 127.0.0.1:1 "), "{head}");
            assert!(asked.try_recv().is_err(), "one of the two calls");
        }
        assert_eq!(here.requests(), 2);
        return;
    };
    let client = client(api, fraud).build().unwrap();
    let answers = [client.get("t").await, client.fingerprint().await];
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
}

#[tokio::test]
async fn a_proxy_that_the_app_names_gets_everything() {
    let proxy = Server::start(|_| Reply::thing("of the proxy")).await;
    let nobody = || "http://127.0.0.1:1".to_owned();
    let client = client(nobody(), nobody())
        .proxy(proxy.url())
        .build()
        .unwrap();
    assert_eq!(client.get("t").await.unwrap().name, "of the proxy");
    assert_eq!(proxy.requests(), 1);
}
