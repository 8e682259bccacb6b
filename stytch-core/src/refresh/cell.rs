//! The cell: a value, the state of its fetches, and those who wait.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use arc_swap::ArcSwapOption;
use tokio::{runtime::Handle as Runtime, time::timeout};

use super::{
    Held, Source,
    held::Quality,
    state::{Demand, End, Moment, STUCK_AFTER, State, Then, millis},
    task::Task,
};
use crate::{Clock, Error, ErrorKind, clock::since_epoch};

/// A reader who has found that there is nothing to wait for spares the others from looking for so
/// long, by the client's clock.
const QUIET_MILLIS: u64 = 1000;

/// No caller waits longer than this, whatever the settings say.
const LONGEST_WAIT: Duration = Duration::from_secs(10 * 60);

/// So many fetches are waited for by one caller, if they end and yet leave nothing of use.
const MAX_ROUNDS: u32 = 3;

/// A value that is kept and fetched anew as it ages.
pub(crate) struct Refresh<S: Source> {
    pub(super) inner: Arc<Inner<S>>,
}

pub(super) struct Inner<S: Source> {
    pub(super) source: S,
    clock: Arc<dyn Clock>,
    epoch: Instant,
    /// Changed under the lock of `state` alone, read without.
    current: ArcSwapOption<Held<S::Value>>,
    state: Mutex<State>,
    /// Until when readers need not look at `state`, in milliseconds of the client's clock.
    quiet_until: AtomicU64,
}

impl<S: Source> Refresh<S> {
    /// Begins with a value of the app, if there is one, which is refreshed when it is first used.
    pub(crate) fn new(source: S, clock: Arc<dyn Clock>, initial: Option<S::Value>) -> Self {
        let mut inner = Inner {
            source,
            clock,
            epoch: Instant::now(),
            current: ArcSwapOption::empty(),
            state: Mutex::default(),
            quiet_until: AtomicU64::new(0),
        };
        if let Some(value) = initial {
            let plan = inner.source.plan(&value);
            let held = Held::given(value, inner.now(), plan);
            inner.current = ArcSwapOption::from_pointee(held);
        }
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Looks at the value if nobody has to wait for it at this time of the client's clock.
    pub(crate) fn with<R>(
        &self,
        context: &S::Context,
        time: Duration,
        look: impl FnOnce(&S::Value) -> R,
    ) -> Option<R> {
        let current = self.inner.current.load();
        let held = current.as_ref()?;
        let demand = match held.quality(time, || self.inner.steady()) {
            Quality::Fresh => return Some(look(&held.value)),
            Quality::Useless => return None,
            _ if self.inner.is_quiet(time) => return Some(look(&held.value)),
            Quality::Aging => Demand::Aging,
            Quality::Stale => Demand::Stale,
        };
        let steady = self.inner.steady();
        match self.step(context, Moment { time, steady }, demand) {
            Then::Go => Some(look(&held.value)),
            Then::Wait(..) | Then::Fail(_) => None,
        }
    }

    /// The value, fetched if need be.
    ///
    /// # Errors
    ///
    /// When there is none that is of use, and the fetch for one fails or failed a moment ago.
    pub(crate) async fn get(&self, context: &S::Context) -> Result<Arc<Held<S::Value>>, Error> {
        let mut patience = Patience::new(self.inner.source.time_limit(context));
        loop {
            let now = self.inner.now();
            let held = self.inner.current.load_full();
            let quality = held.as_ref().map_or(Quality::Useless, |held| {
                held.quality(now.time, || now.steady)
            });
            let demand = match quality {
                Quality::Fresh | Quality::Aging => Demand::Aging,
                Quality::Stale => Demand::Stale,
                Quality::Useless => Demand::Useless,
            };
            let usable = held.filter(|_| demand != Demand::Useless);
            if let Some(held) = &usable
                && (quality == Quality::Fresh || self.inner.is_quiet(now.time))
            {
                return Ok(Arc::clone(held));
            }
            match self.step(context, now, demand) {
                Then::Go => return usable.ok_or_else(broken_off),
                Then::Fail(error) => return Err(error),
                Then::Wait(end, at_most) => {
                    if let Err(error) = patience.wait(end, at_most).await {
                        return usable.ok_or(error);
                    }
                }
            }
        }
    }

    /// Fetches the value anew although it is not old, because something is missing in it: until it
    /// is there, as `found` says, or until a fetch that began after this call has succeeded. After
    /// a few such successes one fetch is made for that reason in each cooldown; whoever comes earlier
    /// is answered at once.
    ///
    /// # Errors
    ///
    /// When the fetch fails or failed a moment ago, so that nothing can be said about a newer value.
    pub(crate) async fn renew(
        &self,
        context: &S::Context,
        cooldown: Duration,
        found: impl Fn(&S::Value) -> bool,
    ) -> Result<(), Error> {
        let mut patience = Patience::new(self.inner.source.time_limit(context));
        let missed = self.inner.lock().last();
        loop {
            let held = self.inner.current.load_full();
            if held.is_some_and(|held| held.number > missed || found(&held.value)) {
                return Ok(());
            }
            let demand = Demand::Renewal { cooldown };
            match self.step(context, self.inner.now(), demand) {
                Then::Go => return Ok(()),
                Then::Fail(error) => return Err(error),
                Then::Wait(end, at_most) => patience.wait(end, at_most).await?,
            }
        }
    }

    /// The value as it is, unless it is of no use any more. Fetches nothing.
    pub(crate) fn peek(&self) -> Option<Arc<Held<S::Value>>> {
        let now = self.inner.now();
        let held = self.inner.current.load_full()?;
        let quality = held.quality(now.time, || now.steady);
        (quality != Quality::Useless).then_some(held)
    }

    /// Forgets the value if it is the one that is meant.
    pub(crate) fn invalidate(&self, is_meant: impl FnOnce(&S::Value) -> bool) {
        let Some(held) = self.inner.current.load_full() else {
            return;
        };
        if !is_meant(&held.value) {
            return;
        }
        let state = self.inner.lock();
        // another one may have come meanwhile
        let old = self.inner.current.compare_and_swap(&held, None);
        drop(state);
        drop(old);
    }

    /// Finds out what to do, and starts a fetch if that is to be done.
    #[cold]
    fn step(&self, context: &S::Context, now: Moment, demand: Demand) -> Then {
        let is_reader = matches!(demand, Demand::Aging | Demand::Stale);
        let Ok(runtime) = Runtime::try_current() else {
            return if is_reader {
                Then::Go
            } else {
                Then::Fail(no_runtime())
            };
        };
        let order = if demand == Demand::Aging {
            match self.inner.state.try_lock() {
                Ok(mut state) => state.next(now, demand),
                // somebody else is looking
                Err(TryLockError::WouldBlock) => return Then::Go,
                Err(TryLockError::Poisoned(state)) => state.into_inner().next(now, demand),
            }
        } else {
            self.inner.lock().next(now, demand)
        };
        if is_reader && matches!(order.then, Then::Go) {
            self.inner.be_quiet(now.time);
        }
        if let Some(ticket) = order.start {
            // on a runtime that is shutting down, the task is dropped here and now
            runtime.spawn(Task::new(Arc::clone(&self.inner), ticket).run(context.clone()));
        }
        order.then
    }
}

impl<S: Source> Inner<S> {
    pub(super) fn now(&self) -> Moment {
        Moment {
            time: since_epoch(self.clock.now()),
            steady: self.steady(),
        }
    }

    pub(super) fn steady(&self) -> Duration {
        self.epoch.elapsed()
    }

    /// Nothing that belongs to somebody else is called or dropped under the lock.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_quiet(&self, time: Duration) -> bool {
        let until = self.quiet_until.load(Ordering::Relaxed);
        // a clock that was set back ends it
        let from = until.saturating_sub(QUIET_MILLIS);
        (from..until).contains(&millis(time))
    }

    fn be_quiet(&self, time: Duration) {
        let until = millis(time).saturating_add(QUIET_MILLIS);
        self.quiet_until.store(until, Ordering::Relaxed);
    }

    /// Notes how a fetch ended.
    pub(super) fn end(&self, number: u64, result: Result<Held<S::Value>, Error>) {
        let now = self.now();
        match result {
            Ok(held) => {
                let held = Some(Arc::new(held));
                let mut state = self.lock();
                let is_late = {
                    let current = self.current.load();
                    current.as_ref().is_some_and(|held| held.number > number)
                };
                let old = (!is_late).then(|| self.current.swap(held.clone()));
                let before = state.succeed(number, now);
                drop(state);
                drop((held, old, before));
            }
            Err(error) => {
                let before = self.lock().fail(number, error, now, fastrand::f64());
                drop(before);
            }
        }
    }

    pub(super) fn break_off(&self, number: u64) {
        let before = self.lock().break_off(number);
        drop(before);
        self.quiet_until.store(0, Ordering::Relaxed);
    }
}

/// How long one caller waits altogether.
struct Patience {
    until: Instant,
    rounds: u32,
}

impl Patience {
    /// Enough to see that a fetch which had nearly ended does not move any more, and to make another.
    fn new(time_limit: Duration) -> Self {
        let enough = time_limit.saturating_add(STUCK_AFTER).saturating_mul(2);
        Self {
            until: Instant::now() + enough.min(LONGEST_WAIT),
            rounds: 0,
        }
    }

    /// Waits until the fetch has ended, or so long at most. Fails with it.
    async fn wait(&mut self, mut end: End, at_most: Duration) -> Result<(), Error> {
        let Ok(ended) = timeout(at_most, end.wait_for(Option::is_some)).await else {
            return if Instant::now() < self.until {
                Ok(())
            } else {
                Err(Error::new(
                    ErrorKind::Timeout,
                    "the value could not be fetched in time",
                ))
            };
        };
        let failure = ended.ok().and_then(|told| told.clone()?.err());
        self.rounds += 1;
        match failure {
            Some(error) => Err(error),
            None if self.rounds < MAX_ROUNDS => Ok(()),
            None => Err(broken_off()),
        }
    }
}

/// The error for a fetch whose runtime ended before it did.
fn broken_off() -> Error {
    Error::new(
        ErrorKind::Interrupted,
        "the fetch was broken off: its runtime was shut down",
    )
}

fn no_runtime() -> Error {
    Error::configuration(
        "runtime",
        "keys and policies are fetched on a Tokio runtime",
    )
}
