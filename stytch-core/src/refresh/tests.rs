use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use tokio::sync::Semaphore;

use super::*;
use crate::{ErrorKind, Timestamp};

/// Gives its number of fetches, when it is let.
struct Counter {
    fetches: Arc<AtomicUsize>,
    /// One permit lets one fetch end.
    gate: Arc<Semaphore>,
    fail: Arc<AtomicUsize>,
}

impl Source for Counter {
    type Value = usize;
    type Context = ();

    fn fetch(&self, (): ()) -> Fetch<'_, usize> {
        Box::pin(async {
            let number = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
            self.gate.acquire().await.unwrap().forget();
            let failing = self.fail.load(Ordering::SeqCst);
            if failing > 0 {
                self.fail.store(failing - 1, Ordering::SeqCst);
                return Err(Error::new(ErrorKind::Connect, "down"));
            }
            Ok(number)
        })
    }

    fn plan(&self, _: &usize) -> Plan {
        Plan {
            refresh_after: Duration::from_secs(100),
            wait_after: Duration::from_secs(200),
            fail_after: Duration::from_secs(1000),
        }
    }
}

struct World {
    now: Arc<AtomicU64>,
    fetches: Arc<AtomicUsize>,
    gate: Arc<Semaphore>,
    fail: Arc<AtomicUsize>,
    cell: Arc<Refresh<Counter>>,
}

impl World {
    fn new() -> Self {
        let now = Arc::new(AtomicU64::new(10_000));
        let fetches = Arc::<AtomicUsize>::default();
        let gate = Arc::new(Semaphore::new(0));
        let fail = Arc::<AtomicUsize>::default();
        let clock = Arc::clone(&now);
        let clock = move || {
            let seconds = i64::try_from(clock.load(Ordering::SeqCst)).unwrap();
            Timestamp::from_unix_seconds(seconds).unwrap()
        };
        let source = Counter {
            fetches: fetches.clone(),
            gate: gate.clone(),
            fail: fail.clone(),
        };
        let cell = Arc::new(Refresh::new(source, Arc::new(clock)));
        Self {
            now,
            fetches,
            gate,
            fail,
            cell,
        }
    }

    fn open(&self, fetches: usize) {
        self.gate.add_permits(fetches);
    }

    fn pass(&self, seconds: u64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }

    async fn get(&self) -> Result<usize, Error> {
        self.cell.get(&()).await.map(|held| held.value)
    }

    /// The value without waiting.
    fn peek(&self) -> Option<usize> {
        let now = Duration::from_secs(self.now.load(Ordering::SeqCst));
        self.cell.with(&(), now, |value| *value)
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
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
    assert_eq!(world.peek(), None);
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let cell = Arc::clone(&world.cell);
            tokio::spawn(async move { cell.get(&()).await.map(|held| held.value) })
        })
        .collect();
    World::settle().await;
    world.open(1);
    for caller in callers {
        assert_eq!(caller.await.unwrap().unwrap(), 1);
    }
    assert_eq!(world.fetches(), 1);
    assert_eq!(world.peek(), Some(1));
}

#[tokio::test]
async fn a_thousand_callers_share_one_failure() {
    let world = World::new();
    world.fail.store(1, Ordering::SeqCst);
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let cell = Arc::clone(&world.cell);
            tokio::spawn(async move { cell.get(&()).await.map(|held| held.value) })
        })
        .collect();
    World::settle().await;
    world.open(1);
    for caller in callers {
        assert_eq!(caller.await.unwrap().unwrap_err().message(), "down");
    }
    // and so does whoever comes next
    assert_eq!(world.get().await.unwrap_err().kind(), ErrorKind::Connect);
    assert_eq!(world.fetches(), 1);
    // until the wait is over
    world.pass(2);
    world.open(1);
    assert_eq!(world.get().await.unwrap(), 2);
}

#[tokio::test]
async fn a_caller_who_gives_up_cancels_nobody() {
    let world = World::new();
    let first = tokio::spawn({
        let cell = Arc::clone(&world.cell);
        async move { cell.get(&()).await.map(|held| held.value) }
    });
    World::settle().await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    let second = world.get();
    world.open(1);
    assert_eq!(second.await.unwrap(), 1);
    assert_eq!(world.fetches(), 1);
}

#[tokio::test]
async fn an_aging_value_is_used_while_the_next_is_fetched() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(99);
    assert_eq!(world.peek(), Some(1));
    World::settle().await;
    assert_eq!(world.fetches(), 1);
    world.pass(1);
    // the endpoint hangs, and nobody minds
    for _ in 0..100 {
        assert_eq!(world.peek(), Some(1));
        assert_eq!(world.get().await.unwrap(), 1);
    }
    World::settle().await;
    assert_eq!(world.fetches(), 2);
    world.open(1);
    World::settle().await;
    assert_eq!(world.peek(), Some(2));
}

#[tokio::test]
async fn a_stale_value_is_waited_for_and_used_if_that_fails() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(200);
    assert_eq!(world.peek(), None);
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    assert_eq!(world.get().await.unwrap(), 1);
    assert_eq!(world.fetches(), 2);
    // no new fetch so soon, no wait
    assert_eq!(world.get().await.unwrap(), 1);
    assert_eq!(world.fetches(), 2);
    world.pass(2);
    world.open(1);
    assert_eq!(world.get().await.unwrap(), 3);
}

#[tokio::test]
async fn a_useless_value_is_not_used() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    world.pass(1000);
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    assert_eq!(world.get().await.unwrap_err().message(), "down");
    assert_eq!(world.peek(), None);
}

#[tokio::test]
async fn waits_grow_and_end() {
    let world = World::new();
    world.fail.store(usize::MAX, Ordering::SeqCst);
    world.open(100);
    // half the wait never suffices, the whole always does
    for wait in [1, 2, 4, 8, 16, 32, 60, 60] {
        let before = world.fetches();
        world.get().await.unwrap_err();
        assert_eq!(world.fetches(), before + 1);
        world.pass(wait / 2 - u64::from(wait > 1));
        world.get().await.unwrap_err();
        assert_eq!(world.fetches(), before + 1, "{wait}");
        world.pass(wait);
    }
}

#[tokio::test]
async fn renewals_are_rare() {
    let world = World::new();
    world.open(1);
    world.get().await.unwrap();
    let interval = Duration::from_secs(30);
    world.open(1);
    world.cell.renew(&(), interval).await.unwrap();
    assert_eq!(world.peek(), Some(2));
    for _ in 0..1000 {
        world.cell.renew(&(), interval).await.unwrap();
    }
    assert_eq!(world.fetches(), 2);
    world.pass(30);
    world.fail.store(1, Ordering::SeqCst);
    world.open(1);
    assert_eq!(
        world.cell.renew(&(), interval).await.unwrap_err().message(),
        "down"
    );
    // while that is fresh, so is the answer
    assert!(world.cell.renew(&(), interval).await.is_err());
    assert_eq!(world.fetches(), 3);
    assert_eq!(world.peek(), Some(2));
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_freeze_the_value() {
    let world = World::new();
    world.open(2);
    world.get().await.unwrap();
    world.now.store(5_000, Ordering::SeqCst);
    assert_eq!(world.peek(), Some(1));
    World::settle().await;
    assert_eq!(world.peek(), Some(2));
    assert_eq!(world.fetches(), 2);
    World::settle().await;
    assert_eq!(world.fetches(), 2);
}

#[test]
fn a_runtime_that_ends_takes_its_fetch_along_but_not_the_next() {
    let world = World::new();
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
    };
    let first = runtime();
    first.block_on(async {
        let cell = Arc::clone(&world.cell);
        tokio::spawn(async move { drop(cell.get(&()).await) });
        World::settle().await;
    });
    assert_eq!(world.fetches(), 1);
    drop(first);
    world.pass(2);
    world.open(1);
    assert_eq!(runtime().block_on(world.get()).unwrap(), 2);
    // and without any runtime there is an error, not a panic
    let waker = std::task::Waker::noop();
    world.pass(1000);
    let mut get = std::pin::pin!(world.get());
    match get
        .as_mut()
        .poll(&mut std::task::Context::from_waker(waker))
    {
        std::task::Poll::Ready(result) => {
            assert_eq!(result.unwrap_err().kind(), ErrorKind::Configuration);
        }
        std::task::Poll::Pending => panic!("waits for ever"),
    }
}
