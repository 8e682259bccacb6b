//! How quick the emulator is, beside a bare axum server that answers the same bytes.
//!
//! ```text
//! cargo bench -p stytch-emulator
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops when something is wrong"
)]

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};
use stytch_emulator::Emulator;

/// How long each rate is measured.
const SPAN: Duration = Duration::from_secs(3);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let before = Instant::now();
    let emulator = Emulator::start().await.unwrap();
    println!("start {:38.2} ms", millis(before.elapsed()));

    let before = Instant::now();
    let mut many = Vec::new();
    for _ in 0..100 {
        many.push(Emulator::start().await.unwrap());
    }
    println!(
        "100 at once, each {:26.2} ms",
        millis(before.elapsed()) / 100.0
    );
    drop(many);

    let http = reqwest::Client::new();
    let body = json!({ "organization_name": "Acme", "organization_slug": "acme" });
    let url = format!("{}/v1/b2b/organizations", emulator.url());
    let created = call(&http, &url, &body).await;
    let id = created["organization"]["organization_id"].as_str().unwrap();
    let ours = format!("{url}/{id}");
    let bare = bare(created.to_string()).await;
    let bare = rate(|| fetch(&http, &bare)).await;
    let ours = rate(|| fetch(&http, &ours)).await;
    println!(
        "calls, one caller waiting {ours:18.0} /s = {:.2} × bare",
        ours / bare
    );

    let folder = std::env::temp_dir().join(format!("stytch-emulator-{}", std::process::id()));
    let durable = Emulator::builder().data(&folder).start().await.unwrap();
    let url = format!("{}/v1/b2b/organizations", durable.url());
    let create = json!({ "organization_name": "Acme" });
    let rate = rate(|| call(&http, &url, &create)).await;
    println!("durable creations, one caller waiting {rate:6.0} /s");
    drop(durable);
    // What stays behind is small, and in a folder for such things.
    let _ = std::fs::remove_dir_all(&folder);

    large(&emulator, &http).await;
}

/// A hundred thousand members, and searches among them.
async fn large(emulator: &Emulator, http: &reqwest::Client) {
    let before = memory();
    let members: Vec<_> = (0..100_000)
        .map(|number| {
            let email_address = format!("member-{number}@acme.com");
            json!({ "organization_id": "acme", "email_address": email_address, "name": "Ada" })
        })
        .collect();
    emulator
        .seed(&json!({ "members": members }).to_string())
        .unwrap();
    drop(members);
    println!("memory for 100,000 members {:17.0} MB", memory() - before);
    let url = format!("{}/v1/b2b/organizations/members/search", emulator.url());
    for operand in [
        json!({ "filter_name": "member_emails", "filter_value": ["member-99999@acme.com"] }),
        json!({ "filter_name": "member_email_fuzzy", "filter_value": "99999" }),
        json!({ "filter_name": "statuses", "filter_value": ["active"] }),
        json!({ "filter_name": "member_is_breakglass", "filter_value": true }),
    ] {
        let name = operand["filter_name"].as_str().unwrap().to_owned();
        let query = json!({ "operator": "AND", "operands": [operand] });
        let body = json!({ "organization_ids": ["acme"], "limit": 100, "query": query });
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let before = Instant::now();
            call(http, &url, &body).await;
            best = best.min(before.elapsed());
        }
        println!("search by {name:22} {:12.1} ms", millis(best));
    }
}

const PROJECT: &str = "project-test-00000000-0000-4000-8000-000000000000";

async fn call(http: &reqwest::Client, url: &str, body: &Value) -> Value {
    let request = http
        .post(url)
        .basic_auth(PROJECT, Some("secret"))
        .json(body);
    answer(request).await
}

async fn fetch(http: &reqwest::Client, url: &str) -> Value {
    answer(http.get(url).basic_auth(PROJECT, Some("secret"))).await
}

async fn answer(request: reqwest::RequestBuilder) -> Value {
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

/// Calls in a second, one after the other.
async fn rate<F: Future<Output = Value>>(call: impl Fn() -> F) -> f64 {
    call().await;
    let before = Instant::now();
    let mut calls = 0_u32;
    while before.elapsed() < SPAN {
        call().await;
        calls += 1;
    }
    f64::from(calls) / before.elapsed().as_secs_f64()
}

/// A server that answers the same text to whatever comes.
async fn bare(text: String) -> String {
    let answer = async move || ([("content-type", "application/json")], text);
    let router = Router::new().route("/", get(answer));
    let address = SocketAddr::from(([127, 0, 0, 1], 0));
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/")
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What the process holds, in MB; zero where that can't be told.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
