//! How what is fetched is kept fresh: when somebody waits, and how often the service is asked.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use stytch_b2b::Client;
use stytch_core::{
    AttemptRequest, Clock, Error, ErrorKind, KeySettings, Observer, PolicySettings,
    rbac::CompiledPolicy,
    testing::{Issuer, TestClock},
};
use tokio::sync::Semaphore;

use crate::{
    server::{Reply, Request, Server},
    support::{seconds, start},
};

/// A service that answers when it is let, and a client that lives by a clock of the test.
///
/// What it fetches is refreshed after 100 seconds. A policy is waited for after 200, and useless after
/// 1000.
pub(crate) struct Service {
    pub(crate) client: Client,
    pub(crate) server: Server,
    clock: TestClock,
    issuer: Issuer,
    /// One permit lets one answer go.
    gate: Arc<Semaphore>,
    /// How many answers are failures from now on.
    fail: Arc<AtomicUsize>,
    /// How many attempts panic from now on.
    panic: Arc<AtomicUsize>,
    /// The names of the keys in the answers to requests that come from now on.
    key_names: Arc<Mutex<Vec<&'static str>>>,
}

/// What the client fetches; it is given the other.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fetched {
    Keys,
    /// Each answer has one role, which is called by the number of the request, from 1.
    Policy,
}

struct Panics(Arc<AtomicUsize>);

impl Observer for Panics {
    fn started(&self, _: &mut AttemptRequest<'_>) {
        assert!(!take_one(&self.0), "a bug in the app");
    }
}

fn take_one(count: &AtomicUsize) -> bool {
    let less = |count: usize| count.checked_sub(1);
    count
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
        .is_ok()
}

impl Service {
    pub(crate) async fn new(fetched: Fetched) -> Self {
        let clock = TestClock::at(start());
        let issuer = Issuer::new().with_clock(clock.clone());
        let gate = Arc::new(Semaphore::new(0));
        let (fail, panic) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let key_names = Arc::new(Mutex::new(vec!["old"]));
        let server = {
            let (gate, fail) = (Arc::clone(&gate), Arc::clone(&fail));
            let (names, key) = (Arc::clone(&key_names), issuer.key().clone());
            Server::start(move |number, request: Request| {
                let names = names.lock().unwrap().clone();
                let body: Value = if request.line.contains("/jwks/") {
                    let keys = names.iter().map(|name| key.clone().named(*name).to_jwk());
                    json!({"keys": keys.collect::<Vec<_>>()})
                } else {
                    json!({"policy": {"roles": [{"role_id": (number + 1).to_string()}]}})
                };
                let (gate, fail) = (Arc::clone(&gate), Arc::clone(&fail));
                async move {
                    gate.acquire().await.unwrap().forget();
                    if take_one(&fail) {
                        return Reply::Json(500, json!({"error_type": "down"}));
                    }
                    Reply::Kept(body)
                }
            })
            .await
        };
        let ticking = clock.clone();
        let builder = Client::builder(issuer.project_id(), "secret-test")
            .base_url(&server.url)
            .observer(Panics(Arc::clone(&panic)))
            .clock(move || ticking.now());
        let client = match fetched {
            Fetched::Keys => builder
                .key_settings(KeySettings::default().refresh_after(seconds(100)))
                .policy(CompiledPolicy::default()),
            Fetched::Policy => builder.key_set(issuer.key_set()).policy_settings(
                PolicySettings::default()
                    .refresh_after(seconds(100))
                    .max_stale(seconds(900))
                    .fetch_timeout(seconds(4)),
            ),
        };
        Self {
            client: client.build().unwrap(),
            server,
            clock,
            issuer,
            gate,
            fail,
            panic,
            key_names,
        }
    }

    /// Lets so many answers go.
    pub(crate) fn open(&self, answers: usize) {
        self.gate.add_permits(answers);
    }

    /// Lets so many answers go, and makes them failures.
    fn fail(&self, answers: usize) {
        self.fail.fetch_add(answers, Ordering::SeqCst);
        self.open(answers);
    }

    pub(crate) fn pass(&self, time: u64) {
        self.clock.advance(seconds(time));
    }

    /// The number of the policy that is held.
    pub(crate) fn held(&self) -> Option<usize> {
        number(&self.client)
    }

    /// Makes sure that there is a policy, and gives its number.
    pub(crate) async fn get(&self) -> Result<usize, Error> {
        get(self.client.clone()).await
    }

    pub(crate) fn requests(&self) -> usize {
        self.server.requests().len()
    }

    /// Waits until the service has seen so many requests.
    pub(crate) async fn asked(&self, requests: usize) {
        self.until(|| self.requests() == requests).await;
    }

    pub(crate) async fn until(&self, what: impl Fn() -> bool) {
        let begin = Instant::now();
        while !what() {
            let requests = self.requests();
            assert!(
                begin.elapsed() < seconds(30),
                "{requests} {:?}",
                self.held()
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Checks a token that is signed with the key of this name.
    async fn check(&self, key: &str) -> Result<(), Error> {
        let token = self
            .issuer
            .member_session("member-test-1", "organization-test-1");
        let jwt = token.header("kid", key).mint();
        let check = self.client.sessions().authenticate_jwt_local(&jwt);
        check.await.map(|_| ())
    }
}

pub(crate) async fn get(client: Client) -> Result<usize, Error> {
    client.warm_up().await?;
    Ok(number(&client).unwrap())
}

fn number(client: &Client) -> Option<usize> {
    let policy: Value = serde_json::from_str(&client.policy()?.to_json()).unwrap();
    policy["roles"][0]["role_id"].as_str()?.parse().ok()
}

#[tokio::test]
async fn a_cold_start_is_tried_three_times_and_fails_for_all_together() {
    let service = Service::new(Fetched::Policy).await;
    service.fail(3);
    let callers: Vec<_> = (0..100)
        .map(|_| tokio::spawn(get(service.client.clone())))
        .collect();
    for caller in callers {
        let error = caller.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
        assert!(error.is_retryable());
    }
    // and so does whoever comes next
    service.get().await.unwrap_err();
    assert_eq!(service.requests(), 3);
    // until the pause is over; then it is tried once, since it is known to fail
    service.pass(1);
    service.fail(1);
    service.get().await.unwrap_err();
    assert_eq!(service.requests(), 4);
}

#[tokio::test]
async fn a_moment_of_trouble_at_a_cold_start_is_nobodys_failure() {
    let service = Service::new(Fetched::Policy).await;
    service.fail(2);
    service.open(1);
    assert_eq!(service.get().await.unwrap(), 3);
}

#[tokio::test]
async fn pauses_grow_and_end() {
    let service = Service::new(Fetched::Policy).await;
    service.fail(100);
    service.get().await.unwrap_err();
    service.pass(1);
    // half the pause never suffices, the whole always does
    for pause in [2, 4, 8, 16, 32, 60, 60] {
        let before = service.requests();
        service.get().await.unwrap_err();
        assert_eq!(service.requests(), before + 1);
        service.pass(pause / 2 - 1);
        service.get().await.unwrap_err();
        assert_eq!(service.requests(), before + 1, "{pause}");
        service.pass(pause);
    }
}

#[tokio::test]
async fn an_aging_value_is_used_while_the_next_is_fetched() {
    let service = Service::new(Fetched::Policy).await;
    service.open(1);
    service.get().await.unwrap();
    // a tenth earlier at most
    service.pass(89);
    service.get().await.unwrap();
    service.pass(11);
    // the endpoint hangs, and nobody minds
    for _ in 0..100 {
        assert_eq!(service.get().await.unwrap(), 1);
    }
    service.asked(2).await;
    service.open(1);
    service.until(|| service.held() == Some(2)).await;
}

#[tokio::test]
async fn a_stale_value_is_waited_for_and_used_if_that_fails() {
    let service = Service::new(Fetched::Policy).await;
    service.open(2);
    service.get().await.unwrap();
    service.pass(200);
    assert_eq!(service.get().await.unwrap(), 2);
    service.pass(200);
    service.fail(1);
    assert_eq!(service.get().await.unwrap(), 2);
    // no new fetch so soon, no wait
    assert_eq!(service.get().await.unwrap(), 2);
    assert_eq!(service.requests(), 3);
    // nor is the next one waited for, which is likely to fail, too
    service.pass(2);
    assert_eq!(service.get().await.unwrap(), 2);
    service.asked(4).await;
    service.open(1);
    service.until(|| service.held() == Some(4)).await;
    // up to a limit
    service.pass(1000);
    service.fail(3);
    service.get().await.unwrap_err();
    assert_eq!(service.held(), None);
}

#[tokio::test]
async fn for_three_minutes_after_a_failure_nobody_waits_for_a_newer_value() {
    for (time, number) in [(179, 1), (180, 3)] {
        let service = Service::new(Fetched::Policy).await;
        service.open(1);
        service.get().await.unwrap();
        service.pass(200);
        service.fail(1);
        assert_eq!(service.get().await.unwrap(), 1);
        // it would come at once
        service.open(1);
        service.pass(time);
        assert_eq!(service.get().await.unwrap(), number, "after {time} seconds");
    }
}

#[tokio::test]
async fn a_stale_value_is_used_if_the_endpoint_hangs() {
    let service = Service::new(Fetched::Policy).await;
    service.open(1);
    service.get().await.unwrap();
    service.pass(200);
    // the gate stays closed: this would never end
    assert_eq!(service.get().await.unwrap(), 1);
    // and nobody waits any more
    let begin = Instant::now();
    for _ in 0..100 {
        assert_eq!(service.get().await.unwrap(), 1);
    }
    assert!(begin.elapsed() < seconds(1));
    assert_eq!(service.requests(), 2);
}

#[tokio::test]
async fn one_caller_waits_for_three_fetches_at_most_that_bring_nothing_of_use() {
    let service = Service::new(Fetched::Policy).await;
    let caller = tokio::spawn(get(service.client.clone()));
    for number in 1..=3 {
        service.asked(number).await;
        service.pass(1000);
        service.open(1);
    }
    let error = caller.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    assert_eq!(service.requests(), 3);
}

#[tokio::test]
async fn a_failed_renewal_does_not_use_up_the_cooldown() {
    let service = Service::new(Fetched::Keys).await;
    service.open(1);
    service.check("old").await.unwrap();
    service.key_names.lock().unwrap().push("new");
    service.fail(1);
    for _ in 0..10 {
        // while that is fresh, so is the answer
        let error = service.check("new").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    }
    assert_eq!(service.requests(), 2);
    service.check("old").await.unwrap();
    // the pause of a second is over, the cooldown would not be
    service.pass(1);
    service.open(1);
    service.check("new").await.unwrap();
}

#[tokio::test]
async fn a_renewal_is_not_satisfied_by_a_fetch_that_began_before() {
    let service = Service::new(Fetched::Keys).await;
    service.open(1);
    service.check("old").await.unwrap();
    // a fetch that does not know the new key yet is under way
    service.pass(100);
    service.check("old").await.unwrap();
    service.asked(2).await;
    service.key_names.lock().unwrap().push("new");
    service.open(2);
    service.check("new").await.unwrap();
    assert_eq!(service.requests(), 3);

    // unless what was missing is there
    service.key_names.lock().unwrap().push("newer");
    service.pass(100);
    service.check("old").await.unwrap();
    service.asked(4).await;
    service.open(1);
    service.check("newer").await.unwrap();
    assert_eq!(service.requests(), 4);
}

#[tokio::test]
async fn a_panic_is_a_failure() {
    let service = Service::new(Fetched::Policy).await;
    service.panic.store(1, Ordering::SeqCst);
    let error = service.get().await.unwrap_err();
    assert!(error.to_string().contains("the fetch panicked"), "{error}");
    // it would happen again at once
    service.get().await.unwrap_err();
    assert_eq!(service.requests(), 0);
    service.pass(1);
    service.open(1);
    assert_eq!(service.get().await.unwrap(), 1);
}
