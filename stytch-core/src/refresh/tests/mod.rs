//! The cell with real tasks, on real runtimes.

mod runtimes;

use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

use tokio::sync::Semaphore;

use super::*;
use crate::{ErrorKind, Timestamp};

/// Gives the number of the request, when it is let.
struct Counter {
    requests: Arc<AtomicUsize>,
    /// One permit lets one request end.
    gate: Arc<Semaphore>,
    /// How many requests fail from now on.
    fail: Arc<AtomicUsize>,
    /// How many requests panic from now on.
    panic: Arc<AtomicUsize>,
    life: Duration,
}

fn take_one(count: &AtomicUsize) -> bool {
    let less = |count: usize| count.checked_sub(1);
    count
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
        .is_ok()
}

impl Source for Counter {
    type Value = usize;
    type Context = ();

    fn fetch(&self, (): (), _: Duration) -> Fetch<'_, usize> {
        Box::pin(async {
            let number = self.requests.fetch_add(1, Ordering::SeqCst) + 1;
            self.gate.acquire().await.unwrap().forget();
            assert!(!take_one(&self.panic), "a bug in the source");
            if take_one(&self.fail) {
                return Err(Error::new(ErrorKind::Connect, "down"));
            }
            Ok(number)
        })
    }

    fn time_limit(&self, (): &()) -> Duration {
        Duration::from_secs(60)
    }

    fn plan(&self, _: &usize) -> Plan {
        Plan {
            refresh_after: self.life / 10,
            wait_after: self.life / 5,
            fail_after: self.life,
        }
    }
}

struct World {
    now: Arc<AtomicU64>,
    requests: Arc<AtomicUsize>,
    gate: Arc<Semaphore>,
    fail: Arc<AtomicUsize>,
    panic: Arc<AtomicUsize>,
    cell: Arc<Refresh<Counter>>,
}

impl World {
    /// Values are refreshed after 100 seconds, waited for after 200, and useless after 1000.
    fn new() -> Self {
        Self::with(Duration::from_secs(1000), None)
    }

    fn with(life: Duration, initial: Option<usize>) -> Self {
        let now = Arc::new(AtomicU64::new(10_000));
        let requests = Arc::<AtomicUsize>::default();
        let gate = Arc::new(Semaphore::new(0));
        let (fail, panic) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let clock = Arc::clone(&now);
        let clock = move || {
            let seconds = i64::try_from(clock.load(Ordering::SeqCst)).unwrap();
            Timestamp::from_unix_seconds(seconds).unwrap()
        };
        let source = Counter {
            requests: requests.clone(),
            gate: gate.clone(),
            fail: fail.clone(),
            panic: panic.clone(),
            life,
        };
        let cell = Arc::new(Refresh::new(source, Arc::new(clock), initial));
        Self {
            now,
            requests,
            gate,
            fail,
            panic,
            cell,
        }
    }

    /// Lets so many requests end.
    fn open(&self, requests: usize) {
        self.gate.add_permits(requests);
    }

    fn pass(&self, seconds: u64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Gets the value in a task of its own.
    fn caller(&self) -> tokio::task::JoinHandle<Result<usize, Error>> {
        let cell = Arc::clone(&self.cell);
        tokio::spawn(async move { cell.get(&()).await.map(|held| held.value) })
    }

    async fn get(&self) -> Result<usize, Error> {
        self.cell.get(&()).await.map(|held| held.value)
    }

    /// The value without waiting.
    fn read(&self) -> Option<usize> {
        let now = Duration::from_secs(self.now.load(Ordering::SeqCst));
        self.cell.with(&(), now, |value| *value)
    }

    /// Something is missing in the value.
    async fn renew(&self) -> Result<(), Error> {
        let cooldown = Duration::from_secs(30);
        self.cell.renew(&(), cooldown, |_| false).await
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    /// Lets the tasks in the background go on.
    async fn settle() {
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn a_thousand_callers_share_one_fetch() {
    let world = World::new();
    assert_eq!(world.read(), None);
    let callers: Vec<_> = (0..1000).map(|_| world.caller()).collect();
    World::settle().await;
    world.open(1);
    for caller in callers {
        assert_eq!(caller.await.unwrap().unwrap(), 1);
    }
    assert_eq!(world.requests(), 1);
    assert_eq!(world.read(), Some(1));
}

#[tokio::test]
async fn a_cold_start_is_tried_three_times_and_fails_for_all_together() {
    let world = World::new();
    world.fail.store(3, Ordering::SeqCst);
    let callers: Vec<_> = (0..1000).map(|_| world.caller()).collect();
    World::settle().await;
    world.open(3);
    for caller in callers {
        assert_eq!(caller.await.unwrap().unwrap_err().message(), "down");
    }
    // and so does whoever comes next
    assert_eq!(world.get().await.unwrap_err().kind(), ErrorKind::Connect);
    assert_eq!(world.requests(), 3);
    // until the pause is over; then it is tried once, since it is known to fail
    world.fail.store(1, Ordering::SeqCst);
    world.pass(1);
    world.open(1);
    world.get().await.unwrap_err();
    assert_eq!(world.requests(), 4);
}

#[tokio::test]
async fn one_reset_connection_at_a_cold_start_is_nobodys_failure() {
    let world = World::new();
    world.fail.store(2, Ordering::SeqCst);
    world.open(3);
    assert_eq!(world.get().await.unwrap(), 3);
}

#[tokio::test]
async fn a_caller_who_gives_up_cancels_nobody() {
    let world = World::new();
    let first = world.caller();
    World::settle().await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    let second = world.get();
    world.open(1);
    assert_eq!(second.await.unwrap(), 1);
    assert_eq!(world.requests(), 1);
}

#[tokio::test]
async fn an_aging_value_is_used_while_the_next_is_fetched() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    // a tenth earlier at most
    world.pass(89);
    assert_eq!(world.read(), Some(1));
    World::settle().await;
    assert_eq!(world.requests(), 1);
    world.pass(11);
    // the endpoint hangs, and nobody minds
    for _ in 0..100 {
        assert_eq!(world.read(), Some(1));
        assert_eq!(world.get().await.unwrap(), 1);
    }
    World::settle().await;
    assert_eq!(world.requests(), 2);
    world.open(1);
    World::settle().await;
    assert_eq!(world.read(), Some(2));
}

#[tokio::test]
async fn reads_take_no_lock_not_even_during_an_outage() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    let lock = || world.cell.inner.lock();
    let held = lock();
    assert_eq!(world.read(), Some(1));
    drop(held);
    // aging, while the endpoint hangs
    world.pass(100);
    assert_eq!(world.read(), Some(1));
    World::settle().await;
    let held = lock();
    assert_eq!(world.read(), Some(1));
    world.pass(10);
    assert_eq!(world.read(), Some(1));
    drop(held);
    // stale, after the fetch has failed
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    World::settle().await;
    world.pass(100);
    assert_eq!(world.read(), Some(1));
    let held = lock();
    assert_eq!(world.read(), Some(1));
    drop(held);
}

#[tokio::test]
async fn a_stale_value_is_waited_for_and_used_if_that_fails() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(200);
    assert_eq!(world.read(), None);
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    assert_eq!(world.get().await.unwrap(), 1);
    assert_eq!(world.requests(), 2);
    // no new fetch so soon, no wait
    assert_eq!(world.get().await.unwrap(), 1);
    assert_eq!(world.read(), Some(1));
    assert_eq!(world.requests(), 2);
    // nor is the next one waited for, which is likely to fail, too
    world.pass(2);
    assert_eq!(world.get().await.unwrap(), 1);
    World::settle().await;
    assert_eq!(world.requests(), 3);
    world.open(1);
    World::settle().await;
    assert_eq!(world.read(), Some(3));
}

#[tokio::test]
async fn a_stale_value_is_used_if_the_endpoint_hangs() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(200);
    // the gate stays closed: this would never end
    assert_eq!(world.get().await.unwrap(), 1);
    // and nobody waits any more
    assert_eq!(world.read(), Some(1));
    assert_eq!(world.requests(), 2);
}

#[tokio::test]
async fn a_useless_value_is_not_used() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(1000);
    world.fail.store(3, Ordering::SeqCst);
    world.open(3);
    assert_eq!(world.get().await.unwrap_err().message(), "down");
    assert_eq!(world.read(), None);
    assert!(world.cell.peek().is_none());
}

#[tokio::test]
async fn pauses_grow_and_end() {
    let world = World::new();
    world.fail.store(usize::MAX, Ordering::SeqCst);
    world.open(100);
    world.get().await.unwrap_err();
    world.pass(1);
    // half the pause never suffices, the whole always does
    for pause in [2, 4, 8, 16, 32, 60, 60] {
        let before = world.requests();
        world.get().await.unwrap_err();
        assert_eq!(world.requests(), before + 1);
        world.pass(pause / 2 - 1);
        world.get().await.unwrap_err();
        assert_eq!(world.requests(), before + 1, "{pause}");
        world.pass(pause);
    }
}

#[tokio::test]
async fn a_value_that_is_born_dead_makes_no_storm() {
    let world = World::with(Duration::ZERO, None);
    world.open(100);
    for _ in 0..1000 {
        assert_eq!(world.get().await.unwrap(), 1);
    }
    world.pass(1);
    assert_eq!(world.get().await.unwrap(), 2);
}

#[tokio::test]
async fn renewals_are_rare_after_the_first_few() {
    let world = World::new();
    world.open(100);
    world.get().await.unwrap();
    let after = async |seconds, requests| {
        world.pass(seconds);
        for _ in 0..1000 {
            world.renew().await.unwrap();
        }
        assert_eq!(world.requests(), requests);
        assert_eq!(world.read(), Some(requests));
    };
    after(0, 4).await;
    after(29, 4).await;
    after(1, 5).await;
    after(45, 6).await;
    after(15, 7).await;
    // but no more of them at once, however long nothing was missing
    after(20, 7).await;
    after(90, 10).await;
}

#[tokio::test]
async fn a_failed_renewal_does_not_use_up_the_cooldown() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    assert_eq!(world.renew().await.unwrap_err().message(), "down");
    // while that is fresh, so is the answer
    assert!(world.renew().await.is_err());
    assert_eq!(world.requests(), 2);
    assert_eq!(world.read(), Some(1));
    // the pause of a second is over, the cooldown of thirty would not be
    world.pass(1);
    world.open(1);
    world.renew().await.unwrap();
    assert_eq!(world.read(), Some(3));
}

#[tokio::test]
async fn a_renewal_is_not_satisfied_by_a_fetch_that_began_before() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(100);
    world.read();
    World::settle().await;
    assert_eq!(world.requests(), 2);
    let cell = Arc::clone(&world.cell);
    let renewal =
        tokio::spawn(async move { cell.renew(&(), Duration::from_secs(30), |_| false).await });
    World::settle().await;
    world.open(2);
    renewal.await.unwrap().unwrap();
    assert_eq!(world.read(), Some(3));
    // unless what was missing is there
    world.pass(100);
    world.read();
    world.open(1);
    let cooldown = Duration::from_secs(30);
    world
        .cell
        .renew(&(), cooldown, |value| *value == 4)
        .await
        .unwrap();
    assert_eq!(world.requests(), 4);
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_freeze_the_value() {
    let world = World::new();
    world.open(2);
    world.get().await.unwrap();
    world.now.store(5_000, Ordering::SeqCst);
    assert_eq!(world.read(), Some(1));
    World::settle().await;
    assert_eq!(world.read(), Some(2));
    World::settle().await;
    assert_eq!(world.requests(), 2);
}

#[tokio::test]
async fn a_value_of_the_app_is_used_and_refreshed_at_once() {
    let world = World::with(Duration::from_secs(1000), Some(77));
    assert_eq!(world.read(), Some(77));
    assert_eq!(world.get().await.unwrap(), 77);
    world.open(1);
    World::settle().await;
    assert_eq!(world.read(), Some(1));
    assert_eq!(world.requests(), 1);
    // and if nothing newer can be had, it ends as a fetched one would
    let world = World::with(Duration::from_secs(1000), Some(77));
    world.fail.store(100, Ordering::SeqCst);
    world.open(100);
    world.pass(999);
    assert_eq!(world.get().await.unwrap(), 77);
    world.pass(1);
    world.get().await.unwrap_err();
}

#[tokio::test]
async fn twenty_refusals_of_one_value_make_one_fetch() {
    let world = World::new();
    world.open(10);
    let refused = world.get().await.unwrap();
    for _ in 0..20 {
        world.cell.invalidate(|value| *value == refused);
        assert_eq!(world.get().await.unwrap(), 2);
    }
    assert_eq!(world.requests(), 2);
}

#[tokio::test]
async fn a_panic_is_a_failure() {
    let world = World::new();
    world.panic.store(1, Ordering::SeqCst);
    world.open(1);
    let error = world.get().await.unwrap_err();
    assert_eq!(error.message(), "the fetch panicked");
    // it would happen again at once
    world.get().await.unwrap_err();
    assert_eq!(world.requests(), 1);
    world.pass(1);
    world.open(1);
    assert_eq!(world.get().await.unwrap(), 2);
}
