//! What a call costs on top of bare reqwest: processor time and allocations.
//!
//! `cargo bench -p stytch-core --bench transport`
//!
//! Both sides send the same request to the same server on loopback and decode the same body of 4 KB
//! into the same type, on one thread; the server runs on another, whose time does not count. Rounds
//! are short and alternate, so that what disturbs one side disturbs the other, and all threads share
//! one core, since waking another one costs more than a call and never the same. Linux only.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark prints, and stops when something is wrong"
)]

#[path = "transport/body.rs"]
mod body;
#[path = "transport/server.rs"]
mod server;

use std::{
    env,
    time::{Duration, Instant},
};

use body::{Authenticated, BODY, Client};
use stytch_core::{AttemptOutcome, ClientBuilder, Observer};
use tokio::runtime::Runtime;
use tracing_subscriber::{filter::LevelFilter, layer::SubscriberExt as _};

const CALLS: u32 = 400;
const ROUNDS: usize = 151;

fn main() {
    let mut core = rustix::thread::CpuSet::new();
    core.set(0);
    rustix::thread::sched_setaffinity(None, &core).unwrap();
    let url = server::start(BODY);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let builder = || {
        ClientBuilder::<Client>::new("project-test-1", "secret-test-1")
            .base_url(&url)
            .no_proxy()
    };
    let http = reqwest::Client::builder()
        .no_proxy()
        .no_gzip()
        .build()
        .unwrap();
    let plain = builder().build().unwrap();
    let observed = builder().observer(Silent).build().unwrap();

    let bare = |calls| cpu(&runtime, calls, || bare_call(&http, &url));
    let call = |calls| cpu(&runtime, calls, || call(&plain));
    let sides = [
        Side::new("bare reqwest", bare),
        Side::new("a call", call),
        Side::new("a call, with an observer", |calls| {
            cpu(&runtime, calls, || self::call(&observed))
        }),
    ];
    // a subscriber that was there once leaves callsites switched on, so these come last
    let kept = [
        Side::new("bare reqwest, spans kept", |calls| recorded(|| bare(calls))),
        Side::new("a call, spans kept", |calls| recorded(|| call(calls))),
    ];
    if let Ok(side) = env::var("ONLY") {
        // for a profiler: one side, this many calls
        let calls = env::var("CALLS").map_or(CALLS, |calls| calls.parse().unwrap());
        let side = sides.iter().chain(&kept).nth(side.parse().unwrap());
        (side.unwrap().cpu)(calls);
        return;
    }
    println!("a body of {} bytes", BODY.len());
    report_cpu(&sides);
    report_cpu(&kept);

    println!("\nallocations per call");
    let bare = allocations(&runtime, || bare_call(&http, &url));
    println!("  {:28}{bare:6.1}", "bare reqwest");
    let call = allocations(&runtime, || self::call(&plain));
    println!("  {:28}{call:6.1}  {:+.1}", "a call", call - bare);

    println!("\nmaking a client");
    report_building("bare reqwest", || drop(reqwest::Client::new()));
    report_building("a client", || {
        drop(
            ClientBuilder::<Client>::new("project-test-1", "secret-test-1")
                .build()
                .unwrap(),
        );
    });
}

async fn bare_call(client: &reqwest::Client, url: &str) {
    let response = client
        .post(format!("{url}/v1/b2b/sessions/authenticate"))
        .basic_auth("project-test-1", Some("secret-test-1"))
        .json(&body::request())
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap();
    let authenticated: Authenticated = response.json().await.unwrap();
    assert!(!authenticated.member.member_id.is_empty());
}

async fn call(client: &Client) {
    let authenticated = client.authenticate(&body::request()).await.unwrap();
    assert!(!authenticated.member.member_id.is_empty());
}

struct Silent;

impl Observer for Silent {
    fn finished(&self, attempt: &AttemptOutcome<'_>) {
        std::hint::black_box(attempt.elapsed());
    }
}

/// Runs with a subscriber of the usual level that keeps spans and writes nothing.
fn recorded<T>(run: impl FnOnce() -> T) -> T {
    let subscriber = tracing_subscriber::registry().with(LevelFilter::INFO);
    tracing::subscriber::with_default(subscriber, run)
}

struct Side<'a> {
    name: &'static str,
    cpu: Box<dyn Fn(u32) -> Duration + 'a>,
}

impl<'a> Side<'a> {
    fn new(name: &'static str, cpu: impl Fn(u32) -> Duration + 'a) -> Self {
        Self {
            name,
            cpu: Box::new(cpu),
        }
    }
}

/// Runs the sides in turn and prints the medians, and the medians of the ratios to the first.
fn report_cpu(sides: &[Side<'_>]) {
    for side in sides {
        (side.cpu)(CALLS);
    }
    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); sides.len()];
    for _ in 0..ROUNDS {
        for (times, side) in rounds.iter_mut().zip(sides) {
            times.push((side.cpu)(CALLS).as_secs_f64() * 1e6 / f64::from(CALLS));
        }
    }
    println!("\nclient CPU per call, median of {ROUNDS} rounds of {CALLS} calls");
    let first = rounds.first().cloned().unwrap_or_default();
    for (times, side) in rounds.iter().zip(sides) {
        let ratios = times
            .iter()
            .zip(&first)
            .map(|(time, base)| time / base)
            .collect();
        println!(
            "  {:28}{:6.1} µs  × {:.3}",
            side.name,
            median(times.clone()),
            median(ratios)
        );
    }
}

/// Processor time of this thread for this many calls, one after the other.
fn cpu<F: Future<Output = ()>>(runtime: &Runtime, calls: u32, call: impl Fn() -> F) -> Duration {
    let before = thread_time();
    runtime.block_on(async {
        for _ in 0..calls {
            call().await;
        }
    });
    thread_time() - before
}

fn allocations<F: Future<Output = ()>>(runtime: &Runtime, call: impl Fn() -> F) -> f64 {
    const CALLS: u32 = 200;
    let run = || {
        cpu(runtime, CALLS, &call);
    };
    run();
    let info = allocation_counter::measure(run);
    info.count_total as f64 / f64::from(CALLS)
}

fn report_building(name: &str, build: impl Fn()) {
    let allocations = allocation_counter::measure(&build).count_total;
    let times = (0..21)
        .map(|_| {
            let began = Instant::now();
            build();
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    println!(
        "  {name:28}{:6.2} ms  {allocations} allocations",
        median(times)
    );
}

/// Processor time of this thread so far. The kernel counts it in nanoseconds.
fn thread_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
