//! The cell: those who read the value, and those who wait for it.

use std::{
    sync::{Arc, TryLockError},
    time::{Duration, Instant},
};

use tokio::{runtime::Handle as Runtime, time::timeout};

use super::{
    Held, Source,
    held::Quality,
    shared::Shared,
    state::{Demand, End, Moment, STUCK_AFTER, Then},
    task::Task,
};
use crate::{Clock, Error, ErrorKind, clock::FOREVER};

/// No caller waits longer than this, whatever the settings say.
const LONGEST_WAIT: Duration = Duration::from_secs(10 * 60);

/// So many fetches are waited for by one caller, if they end and yet leave nothing of use.
const MAX_ROUNDS: u32 = 3;

/// A value that is kept and fetched anew as it ages.
pub(crate) struct Refresh<S: Source>(Arc<Shared<S>>);

impl<S: Source> Refresh<S> {
    /// Begins with a value of the app, if there is one, which is refreshed when it is first used.
    pub(crate) fn new(source: S, clock: Arc<dyn Clock>, initial: Option<S::Value>) -> Self {
        Self(Arc::new(Shared::new(source, clock, initial)))
    }

    /// Looks at the value if nobody has to wait for it at this time of the client's clock.
    pub(crate) fn with<R>(
        &self,
        context: &S::Context,
        time: Duration,
        look: impl FnOnce(&S::Value) -> R,
    ) -> Option<R> {
        let current = self.0.current.load();
        let held = current.as_ref()?;
        let demand = match held.quality(time, || self.0.steady()) {
            Quality::Fresh => return Some(look(&held.value)),
            Quality::Useless => return None,
            _ if self.0.is_quiet(time) => return Some(look(&held.value)),
            Quality::Aging => Demand::Aging,
            Quality::Stale => Demand::Stale,
        };
        let steady = self.0.steady();
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
        let mut patience = Patience::new(self.0.source.time_limit(context));
        loop {
            let now = self.0.now();
            let held = self.0.current.load_full();
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
                && (quality == Quality::Fresh || self.0.is_quiet(now.time))
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
        let mut patience = Patience::new(self.0.source.time_limit(context));
        let cooldown = cooldown.min(FOREVER);
        let missed = self.0.lock().last();
        loop {
            let held = self.0.current.load_full();
            if held.is_some_and(|held| held.number > missed || found(&held.value)) {
                return Ok(());
            }
            let demand = Demand::Renewal { cooldown };
            match self.step(context, self.0.now(), demand) {
                Then::Go => return Ok(()),
                Then::Fail(error) => return Err(error),
                Then::Wait(end, at_most) => patience.wait(end, at_most).await?,
            }
        }
    }

    /// The value as it is, unless it is of no use any more. Fetches nothing.
    pub(crate) fn peek(&self) -> Option<Arc<Held<S::Value>>> {
        let now = self.0.now();
        let held = self.0.current.load_full()?;
        let quality = held.quality(now.time, || now.steady);
        (quality != Quality::Useless).then_some(held)
    }

    /// Forgets the value if it is the one that is meant.
    pub(crate) fn invalidate(&self, is_meant: impl FnOnce(&S::Value) -> bool) {
        let Some(held) = self.0.current.load_full() else {
            return;
        };
        if !is_meant(&held.value) {
            return;
        }
        let state = self.0.lock();
        // another one may have come meanwhile
        let old = self.0.current.compare_and_swap(&held, None);
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
            match self.0.state.try_lock() {
                Ok(mut state) => state.next(now, demand),
                // somebody else is looking
                Err(TryLockError::WouldBlock) => return Then::Go,
                Err(TryLockError::Poisoned(state)) => state.into_inner().next(now, demand),
            }
        } else {
            self.0.lock().next(now, demand)
        };
        if is_reader && matches!(order.then, Then::Go) {
            self.0.be_quiet(now.time);
        }
        if let Some(ticket) = order.start {
            // on a runtime that is shutting down, the task is dropped here and now
            runtime.spawn(Task::new(Arc::clone(&self.0), ticket).run(context.clone()));
        }
        order.then
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
            return if Instant::now() >= self.until {
                Err(Error::new(
                    ErrorKind::Timeout,
                    "the value could not be fetched in time",
                ))
            } else {
                Ok(())
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

#[cfg(test)]
mod tests {
    use super::{
        super::{Fetch, Plan},
        *,
    };
    use crate::Timestamp;

    /// Gives nothing, and never ends.
    struct Hanging;

    impl Source for Hanging {
        type Value = u8;
        type Context = ();

        fn fetch(&self, (): (), _: Duration) -> Fetch<'_, u8> {
            Box::pin(std::future::pending())
        }

        fn time_limit(&self, (): &()) -> Duration {
            Duration::from_secs(60)
        }

        fn plan(&self, _: &u8) -> Plan {
            Plan {
                refresh_after: Duration::from_secs(100),
                wait_after: Duration::from_secs(200),
                fail_after: Duration::from_secs(1000),
            }
        }
    }

    #[tokio::test]
    async fn reads_take_no_lock_not_even_during_an_outage() {
        let clock = || Timestamp::from_unix_seconds(10_000).unwrap();
        let cell = Refresh::new(Hanging, Arc::new(clock), Some(1));
        let read = |age: u64| cell.with(&(), Duration::from_secs(10_000 + age), |value| *value);
        // while somebody else is looking
        let held = cell.0.lock();
        assert_eq!(read(100), Some(1));
        drop(held);
        for age in [100, 199] {
            // the first one looks, and starts a fetch that hangs
            assert_eq!(read(age), Some(1));
            let held = cell.0.lock();
            assert_eq!(read(age), Some(1));
            drop(held);
        }
        // stale, just after that fetch has failed
        let now = Moment {
            time: Duration::from_secs(10_200),
            steady: cell.0.steady(),
        };
        let error = Error::new(ErrorKind::Connect, "down");
        drop(cell.0.lock().fail(1, error, now, 0.0));
        assert_eq!(read(200), Some(1));
        let held = cell.0.lock();
        assert_eq!(read(200), Some(1));
        drop(held);
    }
}
