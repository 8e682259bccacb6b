//! What readers and the fetch under way have in common: the value, and the state of its fetches.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use arc_swap::ArcSwapOption;

use super::{
    Held, Source,
    state::{Moment, State, millis},
};
use crate::{Clock, Error, clock::since_epoch};

/// A reader who has found that there is nothing to wait for spares the others from looking for so
/// long, by the client's clock.
const QUIET_MILLIS: u64 = 1000;

pub(super) struct Shared<S: Source> {
    pub(super) source: S,
    clock: Arc<dyn Clock>,
    epoch: Instant,
    /// Changed under the lock of `state` alone, read without.
    pub(super) current: ArcSwapOption<Held<S::Value>>,
    pub(super) state: Mutex<State>,
    /// Until when readers need not look at `state`, in milliseconds of the client's clock.
    quiet_until: AtomicU64,
}

impl<S: Source> Shared<S> {
    pub(super) fn new(source: S, clock: Arc<dyn Clock>, initial: Option<S::Value>) -> Self {
        let mut shared = Self {
            source,
            clock,
            epoch: Instant::now(),
            current: ArcSwapOption::empty(),
            state: Mutex::default(),
            quiet_until: AtomicU64::new(0),
        };
        if let Some(value) = initial {
            let plan = shared.source.plan(&value);
            let held = Held::given(value, shared.now(), plan);
            shared.current = ArcSwapOption::from_pointee(held);
        }
        shared
    }

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

    pub(super) fn is_quiet(&self, time: Duration) -> bool {
        let until = self.quiet_until.load(Ordering::Relaxed);
        // a clock that was set back ends it
        let from = until.saturating_sub(QUIET_MILLIS);
        (from..until).contains(&millis(time))
    }

    pub(super) fn be_quiet(&self, time: Duration) {
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
