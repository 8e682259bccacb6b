//! Many callers, a server that fails in every way, and the books that have to balance.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use stytch_core::RetryBudget;

use crate::{
    api::{Client, Search, builder, quick},
    server::{Reply, Seen, Server, Then},
};

const CALLERS: usize = 64;
const RESERVE: u32 = 200;
const RATIO: f64 = 0.2;

/// What arrived at the server, by the number that each call carries.
struct Books {
    acted: Vec<AtomicU32>,
    refused: Vec<AtomicU32>,
    /// How the callers saw it: 1 for a success, 2 for a failure.
    ended: Vec<AtomicU32>,
    /// Requests for a call that spends something, after the server had acted on one before.
    spent_twice: AtomicUsize,
}

impl Books {
    fn new(calls: usize) -> Self {
        let column = || (0..calls).map(|_| AtomicU32::new(0)).collect();
        Self {
            acted: column(),
            refused: column(),
            ended: column(),
            spent_twice: AtomicUsize::new(0),
        }
    }

    fn serve(&self, seen: &Seen) -> Reply {
        let (number, spends) = number(seen);
        if spends && self.acted[number].load(Ordering::SeqCst) > 0 {
            self.spent_twice.fetch_add(1, Ordering::SeqCst);
        }
        let (reply, acts) = mood(number);
        let column = if acts { &self.acted } else { &self.refused };
        column[number].fetch_add(1, Ordering::SeqCst);
        reply
    }

    fn requests(&self) -> u32 {
        let sum =
            |column: &[AtomicU32]| column.iter().map(|n| n.load(Ordering::SeqCst)).sum::<u32>();
        sum(&self.acted) + sum(&self.refused)
    }
}

/// Checks that the books of both sides agree; gives the number of successes.
fn close(books: &Books) -> usize {
    let mut good = 0;
    for ((acted, refused), ended) in books.acted.iter().zip(&books.refused).zip(&books.ended) {
        let [acted, refused, ended] = [acted, refused, ended].map(|n| n.load(Ordering::SeqCst));
        assert!(ended == 1 || ended == 2, "every call ended once");
        // a request on a connection that the server is just closing may be lost; its call fails
        assert!(
            acted > 0 || ended == 2,
            "no success without the server, {refused} refusals"
        );
        good += usize::from(ended == 1);
    }
    good
}

/// The number of the call, and whether it spends something.
fn number(seen: &Seen) -> (usize, bool) {
    match seen.target.strip_prefix("/v1/things/") {
        Some("authenticate") => (
            seen.json()["token"].as_str().unwrap().parse().unwrap(),
            true,
        ),
        Some("search") => (
            seen.json()["query"].as_str().unwrap().parse().unwrap(),
            false,
        ),
        Some(number) => (number.parse().unwrap(), false),
        None => panic!("{}", seen.target),
    }
}

/// An answer at random, and whether the server counts as having acted.
fn mood(number: usize) -> (Reply, bool) {
    let good = Reply::thing(&number.to_string());
    let html = |status| Reply::new(status, &[("content-type", "text/html")], "<html>");
    match fastrand::u32(0..100) {
        0..60 => (good, true),
        60..72 => (
            good.after(Duration::from_millis(fastrand::u64(1..30))),
            true,
        ),
        72..76 => (Reply::reset(), true),
        76..80 => {
            let half = good.bytes.len() / 2;
            (
                Reply {
                    bytes: good.bytes[..half].to_vec(),
                    then: Then::Close,
                    ..good
                },
                true,
            )
        }
        80..82 => (Reply::hang(), true),
        82..86 => (html(503), true),
        86..88 => (html(502), true),
        88..90 => (
            Reply {
                then: Then::Close,
                ..good
            },
            true,
        ),
        90..96 => (
            Reply::refusal(429, "too_many_requests").with_header("retry-after", "0"),
            false,
        ),
        _ => (html(503).with_header("retry-after", "0"), false),
    }
}

async fn call(client: &Client, number: usize) -> bool {
    let text = number.to_string();
    let search = || Search {
        query: text.clone(),
        cursor: None,
    };
    match number % 4 {
        0 => client
            .authenticate(&text)
            .await
            .map(|thing| assert_eq!(thing.name, text))
            .is_ok(),
        1 => client.search(&search()).await.is_ok(),
        _ => client
            .get(&text)
            .await
            .map(|thing| assert_eq!(thing.name, text))
            .is_ok(),
    }
}

/// Memory of this process in bytes.
fn memory() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok())
        .unwrap_or_default()
        * 4096
}

async fn soak(calls: usize) {
    let began = Instant::now();
    let books = Arc::new(Books::new(calls));
    let server = {
        let books = books.clone();
        let unwrapped = |stream| Box::pin(async { Ok(stream) }) as _;
        Server::start_over(move |seen| books.serve(seen), false, unwrapped).await
    };
    let budget = RetryBudget::new(RESERVE, RATIO);
    let client = builder(&server.url())
        .retry(quick())
        .retry_budget(budget)
        .read_timeout(Duration::from_millis(250))
        .build()
        .unwrap();
    let next = Arc::new(AtomicUsize::new(0));
    let early = Arc::new(AtomicUsize::new(0));
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let (client, next, early, books) =
                (client.clone(), next.clone(), early.clone(), books.clone());
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    if number >= calls {
                        return;
                    }
                    if number == calls / 3 {
                        early.store(memory(), Ordering::SeqCst);
                    }
                    let success = call(&client, number).await;
                    books.ended[number].fetch_add(if success { 1 } else { 2 }, Ordering::SeqCst);
                }
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap();
    }
    let grown = memory().saturating_sub(early.load(Ordering::SeqCst));

    let good = close(&books);
    assert!(good > calls * 8 / 10, "{good} of {calls} succeeded");
    assert_eq!(
        books.spent_twice.load(Ordering::SeqCst),
        0,
        "nothing was spent twice"
    );
    let requests = books.requests();
    let bound = calls as f64 + f64::from(RESERVE) + RATIO * good as f64;
    assert!(
        f64::from(requests) <= bound,
        "{requests} requests, at most {bound}"
    );
    assert!(requests as usize > calls, "there were retries");
    assert!(
        server.most_open() <= CALLERS * 2,
        "{} connections at once",
        server.most_open()
    );
    assert!(grown < 16 << 20, "memory grew by {grown} bytes");
    drop(client);
    for _ in 0..100 {
        if server.open() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(server.open(), 0, "no connection is left");
    println!(
        "{calls} calls, {good} succeeded, {requests} requests, {} connections, \
         {} open at once at most, memory +{} KiB, {:.1} s",
        server.connections(),
        server.most_open(),
        grown / 1024,
        began.elapsed().as_secs_f64(),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_soak() {
    soak(20_000).await;
}

/// `cargo test -p stytch-core --test transport --release -- --ignored --nocapture a_long_soak`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn a_long_soak() {
    soak(400_000).await;
}

/// When everything fails, the budget keeps the number of requests near that of the calls.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outage_is_not_multiplied() {
    let server = Server::start(|_| Reply::new(503, &[], "down")).await;
    let client = builder(&server.url())
        .retry(quick().max_attempts(5))
        .retry_budget(RetryBudget::new(50, 0.1))
        .build()
        .unwrap();
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                for _ in 0..10 {
                    client.get("t").await.unwrap_err();
                }
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap();
    }
    assert_eq!(server.requests(), CALLERS * 10 + 50);
}
