//! How quick the emulator is, beside a bare axum server that answers the same bytes.
//!
//! ```text
//! cargo bench -p stytch-emulator
//! ```
//!
//! The servers are processes of their own, and the caller is a thread that reads and writes a socket, so
//! that the figures are those of the servers. Where other programs work at the same time, the processor
//! time of a call says more than the rate.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops when something is wrong"
)]

mod caller;
mod process;

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::any;
use serde_json::{Value, json};
use stytch_emulator::Emulator;

use caller::Caller;
use process::Process;

/// How long each rate is measured.
const SPAN: Duration = Duration::from_secs(3);

/// The variable with the text that a bare server answers.
const BARE: &str = "STYTCH_EMULATOR_BENCH_BARE";

fn main() {
    match std::env::var(BARE) {
        Ok(text) => bare(text),
        Err(_) => {
            start();
            calls();
            durable();
            large();
        }
    }
}

/// How long it takes until there is an emulator.
fn start() {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let before = Instant::now();
        let process = Process::start(&mut Process::emulator());
        Caller::new(&process.url).json("GET", "/_emulator/health", "");
        best = best.min(before.elapsed());
    }
    println!("process start to first answer {:21.1} ms", millis(best));

    runtime().block_on(async {
        let before = Instant::now();
        let emulator = Emulator::start().await.unwrap();
        println!("start in a test {:35.2} ms", millis(before.elapsed()));
        drop(emulator);
        let before = Instant::now();
        let mut many = Vec::new();
        for _ in 0..100 {
            many.push(Emulator::start().await.unwrap());
        }
        let each = millis(before.elapsed()) / 100.0;
        println!("100 at once, each {each:33.2} ms");
    });
}

/// Simple calls, each waited for.
fn calls() {
    let emulator = Process::start(&mut Process::emulator());
    let mut caller = Caller::new(&emulator.url);
    let acme = json!({ "organization_name": "Acme", "organization_slug": "acme" });
    let created = caller.json("POST", "/v1/b2b/organizations", &acme.to_string());
    let id = created["organization"]["organization_id"].as_str().unwrap();
    let ada = json!({ "email_address": "ada@acme.com" });
    let members = format!("/v1/b2b/organizations/{id}/members");
    let member = caller.json("POST", &members, &ada.to_string());
    let wanted = json!({ "member_id": member["member"]["member_id"] });
    let session = caller.json("POST", "/_emulator/mint", &wanted.to_string());
    let token = json!({ "session_token": session["session_token"] }).to_string();
    for (name, verb, path, body) in [
        (
            "get an organization",
            "GET",
            format!("/v1/b2b/organizations/{id}"),
            "",
        ),
        (
            "authenticate a session",
            "POST",
            "/v1/b2b/sessions/authenticate".to_owned(),
            &token,
        ),
        (
            "create an organization",
            "POST",
            "/v1/b2b/organizations".to_owned(),
            r#"{"organization_name":"Acme"}"#,
        ),
    ] {
        let request = Caller::request(verb, &path, body);
        let answer = String::from_utf8(caller.call(&request).to_vec()).unwrap();
        let bare = Process::start(&mut Process::bare(&answer));
        let bare = measured(&bare, &request);
        let ours = measured(&emulator, &request);
        println!(
            "{name:24} {:8.0} /s, {:4.0} µs of processor time; bare axum {:.0} /s, {:.0} µs: {:.2} ×",
            ours.rate,
            ours.cpu,
            bare.rate,
            bare.cpu,
            ours.rate / bare.rate
        );
    }
}

struct Measured {
    /// Calls in a second.
    rate: f64,
    /// Processor time of the server for each, in microseconds.
    cpu: f64,
}

fn measured(server: &Process, request: &[u8]) -> Measured {
    let mut caller = Caller::new(&server.url);
    caller.rate(request, SPAN / 10);
    let before = server.cpu();
    let begin = Instant::now();
    let rate = caller.rate(request, SPAN);
    let calls = rate * begin.elapsed().as_secs_f64();
    Measured {
        rate,
        cpu: (server.cpu() - before) / calls * 1e6,
    }
}

/// Creations that are on disk when they are answered.
fn durable() {
    for callers in [1, 4] {
        let folder = std::env::temp_dir().join(format!("stytch-emulator-{}", std::process::id()));
        let server = Process::start(Process::emulator().arg("--data").arg(&folder));
        let request = Caller::request(
            "POST",
            "/v1/b2b/organizations",
            r#"{"organization_name":"Acme"}"#,
        );
        let rate: f64 = thread::scope(|scope| {
            let each: Vec<_> = (0..callers)
                .map(|_| scope.spawn(|| Caller::new(&server.url).rate(&request, SPAN)))
                .collect();
            each.into_iter().map(|each| each.join().unwrap()).sum()
        });
        println!("durable creations, callers: {callers} {rate:21.0} /s");
        drop(server);
        // What stays behind is small, and in a folder for such things.
        let _ = std::fs::remove_dir_all(&folder);
    }
}

/// A hundred thousand members, and searches among them.
fn large() {
    let members: Vec<_> = (0..100_000)
        .map(|number| {
            let email_address = format!("member-{number}@acme.com");
            json!({ "organization_id": "acme", "email_address": email_address, "name": "Ada" })
        })
        .collect();
    let acme = json!([{ "organization_name": "Acme", "organization_slug": "acme" }]);
    let seed = json!({ "organizations": acme, "members": members }).to_string();
    drop(members);
    let server = Process::start(&mut Process::emulator());
    let mut caller = Caller::new(&server.url);
    let before = Instant::now();
    caller.json("POST", "/_emulator/seed", &seed);
    println!(
        "seed with 100,000 members {:25.0} ms",
        millis(before.elapsed())
    );
    println!("memory for 100,000 members {:24.0} MB", server.memory());
    for (operand, cursor) in [
        (None, Value::Null),
        (
            Some(("member_ids", json!(["member-test-nobody"]))),
            Value::Null,
        ),
        (
            Some(("member_emails", json!(["member-99999@acme.com"]))),
            Value::Null,
        ),
        (Some(("member_email_fuzzy", json!("99999"))), Value::Null),
        (
            Some(("member_phone_number_fuzzy", json!("99999"))),
            Value::Null,
        ),
        (Some(("statuses", json!(["active"]))), Value::Null),
        (
            Some(("statuses", json!(["active"]))),
            "member-test-8".into(),
        ),
        (Some(("member_is_breakglass", json!(true))), Value::Null),
    ] {
        let name = operand.as_ref().map_or("nothing", |(name, _)| *name);
        let operands: Vec<_> = operand
            .iter()
            .map(|(name, value)| json!({ "filter_name": name, "filter_value": value }))
            .collect();
        let query = json!({ "operator": "AND", "operands": operands });
        let body =
            json!({ "organization_ids": ["acme"], "cursor": cursor, "limit": 100, "query": query });
        search(
            &mut caller,
            name,
            "/v1/b2b/organizations/members/search",
            &body,
        );
    }
    let query = json!({ "operator": "AND", "operands": [
        { "filter_name": "member_email_fuzzy", "filter_value": "member-99999" }
    ] });
    let body = json!({ "limit": 50, "query": query });
    search(
        &mut caller,
        "organizations by member",
        "/v1/b2b/organizations/search",
        &body,
    );
}

/// The quickest of several pages.
fn search(caller: &mut Caller, name: &str, path: &str, body: &Value) {
    let request = Caller::request("POST", path, &body.to_string());
    let mut best = Duration::MAX;
    for _ in 0..10 {
        let before = Instant::now();
        caller.call(&request);
        best = best.min(before.elapsed());
    }
    println!("search by {name:28} {:12.1} ms", millis(best));
}

/// Answers the same text to whatever comes.
fn bare(text: String) {
    runtime().block_on(async {
        let answer = async move || ([("content-type", "application/json")], text);
        let router = Router::new().fallback(any(answer));
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        println!("listening on http://{}", listener.local_addr().unwrap());
        axum::serve(listener, router).await.unwrap();
    });
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().unwrap()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
