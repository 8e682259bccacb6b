//! What a failing key endpoint does to callers.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use stytch_b2b::Client;
use stytch_core::{
    Clock, KeySettings, Timestamp,
    testing::{Issuer, TestClock},
};

use crate::sessions::token;

/// How the endpoint answers.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Answer {
    Keys(Duration),
    Failure,
    Hang,
}

/// Serves the key set on a thread of its own, and counts the requests.
pub(crate) struct Endpoint {
    pub(crate) url: String,
    requests: Arc<AtomicUsize>,
}

impl Endpoint {
    pub(crate) fn start(answer: impl Fn(usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&requests);
        let answer = Arc::new(answer);
        let keys = Issuer::new().jwks().to_string();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let answer = answer(counter.fetch_add(1, Ordering::SeqCst));
                let keys = keys.clone();
                thread::spawn(move || {
                    let _ = stream.read(&mut [0; 4096]);
                    let (status, body) = match answer {
                        Answer::Keys(delay) => {
                            thread::sleep(delay);
                            ("200 OK", keys)
                        }
                        Answer::Failure => ("503 Unavailable", "{}".to_owned()),
                        Answer::Hang => return thread::sleep(Duration::from_secs(600)),
                    };
                    let _ = write!(
                        stream,
                        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n\
                         content-length: {}\r\nconnection: close\r\n\r\n{body}",
                        body.len()
                    );
                });
            }
        });
        Self { url, requests }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

fn client(endpoint: &Endpoint, clock: &TestClock) -> Client {
    let clock = clock.clone();
    Client::builder(Issuer::new().project_id(), "secret-test")
        .base_url(&endpoint.url)
        .no_proxy()
        .no_retries()
        .clock(move || clock.now())
        .key_settings(KeySettings::default().fetch_timeout(Duration::from_secs(10)))
        .build()
        .unwrap()
}

pub(crate) fn report() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    println!("\nkey endpoint fails while the keys are known, 20,000 checks");
    for (name, fault) in [("answers 503", Answer::Failure), ("hangs", Answer::Hang)] {
        let endpoint = Endpoint::start(move |number| {
            if number == 0 {
                Answer::Keys(Duration::ZERO)
            } else {
                fault
            }
        });
        let clock = TestClock::at(Timestamp::now());
        let issuer = Issuer::new().with_clock(clock.clone());
        let client = client(&endpoint, &clock);
        let jwt = token(&issuer)
            .expires_in(Duration::from_secs(100_000))
            .session_expires_in(Duration::from_secs(100_000))
            .mint();
        let jwt = Arc::<str>::from(jwt);
        let mut times = runtime.block_on(async {
            client
                .sessions()
                .authenticate_jwt_local(&jwt)
                .await
                .unwrap();
            clock.advance(Duration::from_secs(3700));
            let mut times = Vec::with_capacity(20_000);
            for _ in 0..20_000 {
                let begin = Instant::now();
                client
                    .sessions()
                    .authenticate_jwt_local(&jwt)
                    .await
                    .unwrap();
                times.push(begin.elapsed().as_secs_f64() * 1e6);
                tokio::task::yield_now().await;
            }
            times
        });
        times.sort_unstable_by(f64::total_cmp);
        println!(
            "  {name:28} none failed, median {:.1} µs, p99 {:.1} µs, slowest {:.1} µs, {} requests",
            times[times.len() / 2],
            times[times.len() * 99 / 100],
            times[times.len() - 1],
            endpoint.requests() - 1,
        );
    }

    println!("\nkey endpoint fails at a cold start, 200 callers");
    let endpoint = Endpoint::start(|_| Answer::Failure);
    let clock = TestClock::at(Timestamp::now());
    let client = client(&endpoint, &clock);
    let jwt = Arc::<str>::from(token(&Issuer::new().with_clock(clock)).mint());
    let begin = Instant::now();
    runtime.block_on(async {
        let callers: Vec<_> = (0..200)
            .map(|_| {
                let (client, jwt) = (client.clone(), Arc::clone(&jwt));
                tokio::spawn(async move {
                    client
                        .sessions()
                        .authenticate_jwt_local(&jwt)
                        .await
                        .map(|_| ())
                })
            })
            .collect();
        for caller in callers {
            caller.await.unwrap().unwrap_err();
        }
    });
    println!(
        "  {:28} {} request, the last caller answered after {:.1} ms",
        "answers 503",
        endpoint.requests(),
        begin.elapsed().as_secs_f64() * 1e3
    );
}
