//! A value of the service that is kept here and fetched anew as it ages: the key set, a policy, the
//! token of a machine.
//!
//! - Reading takes no lock.
//! - However many callers need the value, one fetch is under way at a time, and everyone who needs
//!   its result waits for the same one.
//! - The fetch runs in a task of its own, so that a caller who gives up takes nobody's fetch along.
//! - While the value is good enough, nobody waits: the fetch goes on in the background.
//! - After a failed fetch the next one is put off for longer each time; until then, callers get the
//!   old value if it is still good enough, or the failure at once.

mod state;

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use arc_swap::ArcSwapOption;
use tokio::{runtime::Handle as Runtime, sync::watch};

use crate::{Clock, Error, clock::since_epoch};
use state::State;

/// Where a value comes from, and how long it is good.
pub(crate) trait Source: Send + Sync + 'static {
    type Value: Send + Sync + 'static;

    /// What a fetch needs and the holder must not keep, since it would keep itself alive with it.
    type Context: Clone + Send + 'static;

    /// Fetches the value. Must end by itself within a reasonable time.
    fn fetch(&self, context: Self::Context) -> Fetch<'_, Self::Value>;

    /// How long a value is good.
    fn plan(&self, value: &Self::Value) -> Plan;
}

pub(crate) type Fetch<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// How long a value is good, counted from when its fetch began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// From this age on it is fetched anew in the background.
    pub(crate) refresh_after: Duration,
    /// From this age on callers wait for the new one, but go on with the old one if that fails.
    pub(crate) wait_after: Duration,
    /// From this age on it is of no use.
    pub(crate) fail_after: Duration,
}

/// A value and when it was fetched.
#[derive(Debug)]
pub(crate) struct Held<T> {
    pub(crate) value: T,
    fetched: Duration,
    plan: Plan,
}

/// How good a value still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quality {
    Fresh,
    Aging,
    Stale,
    Useless,
}

impl<T> Held<T> {
    fn quality(&self, now: Duration) -> Quality {
        // a clock that was set back says nothing about the age
        let Some(age) = now.checked_sub(self.fetched) else {
            return Quality::Aging;
        };
        if age < self.plan.refresh_after.min(self.plan.fail_after) {
            Quality::Fresh
        } else if age < self.plan.wait_after.min(self.plan.fail_after) {
            Quality::Aging
        } else if age < self.plan.fail_after {
            Quality::Stale
        } else {
            Quality::Useless
        }
    }
}

/// A value that is kept and fetched anew as it ages.
pub(crate) struct Refresh<S: Source> {
    inner: Arc<Inner<S>>,
}

struct Inner<S: Source> {
    source: S,
    clock: Arc<dyn Clock>,
    current: ArcSwapOption<Held<S::Value>>,
    state: Mutex<State>,
}

/// What to do about a value that is not there or not good enough.
enum Step<T> {
    Use(Arc<Held<T>>),
    Wait(watch::Receiver<()>),
    Fail(Error),
}

impl<S: Source> Refresh<S> {
    pub(crate) fn new(source: S, clock: Arc<dyn Clock>) -> Self {
        Self {
            inner: Arc::new(Inner {
                source,
                clock,
                current: ArcSwapOption::empty(),
                state: Mutex::default(),
            }),
        }
    }

    /// Looks at the value if nobody has to wait for it at the time `now`.
    pub(crate) fn with<R>(
        &self,
        context: &S::Context,
        now: Duration,
        look: impl FnOnce(&S::Value) -> R,
    ) -> Option<R> {
        let current = self.inner.current.load();
        let held = current.as_ref()?;
        match held.quality(now) {
            Quality::Fresh => {}
            Quality::Aging => self.refresh_in_background(context, now),
            Quality::Stale | Quality::Useless => return None,
        }
        Some(look(&held.value))
    }

    /// The value, fetched if need be.
    pub(crate) async fn get(&self, context: &S::Context) -> Result<Arc<Held<S::Value>>, Error> {
        match self.step(context) {
            Step::Use(held) => return Ok(held),
            Step::Fail(error) => return Err(error),
            Step::Wait(end) => wait(end).await,
        }
        let now = self.inner.now();
        if let Some(held) = self.inner.current.load_full()
            && held.quality(now) != Quality::Useless
        {
            return Ok(held);
        }
        Err(self.inner.lock().failure())
    }

    /// Fetches the value anew although it is not old: something is not in it that may be in the
    /// next one. At most one such fetch is made per `interval`; a caller who comes too early is
    /// answered at once.
    ///
    /// # Errors
    ///
    /// When the last fetch failed, so that nothing can be said about a newer value.
    pub(crate) async fn renew(
        &self,
        context: &S::Context,
        interval: Duration,
    ) -> Result<(), Error> {
        let end = {
            let mut state = self.inner.lock();
            let now = self.inner.now();
            if let Some(end) = state.running() {
                end
            } else if state.is_backing_off(now) {
                return Err(state.failure());
            } else if !state.may_renew(now, interval) {
                return Ok(());
            } else {
                self.start(&mut state, context)?
            }
        };
        wait(end).await;
        self.inner.lock().last_failure().map_or(Ok(()), Err)
    }

    /// Forgets the value.
    pub(crate) fn clear(&self) {
        self.inner.current.store(None);
    }

    fn step(&self, context: &S::Context) -> Step<S::Value> {
        let now = self.inner.now();
        let held = self.inner.current.load_full();
        let quality = held
            .as_ref()
            .map_or(Quality::Useless, |held| held.quality(now));
        if let Some(held) = held.filter(|_| quality != Quality::Useless) {
            match quality {
                Quality::Fresh => return Step::Use(held),
                Quality::Aging => {
                    self.refresh_in_background(context, now);
                    return Step::Use(held);
                }
                _ if self.inner.lock().is_backing_off(now) => return Step::Use(held),
                _ => {}
            }
        }
        let mut state = self.inner.lock();
        if let Some(end) = state.running() {
            return Step::Wait(end);
        }
        // somebody else's fetch may have ended since the first look
        if let Some(held) = self.inner.current.load_full()
            && matches!(held.quality(now), Quality::Fresh | Quality::Aging)
        {
            return Step::Use(held);
        }
        if state.is_backing_off(now) {
            return Step::Fail(state.failure());
        }
        match self.start(&mut state, context) {
            Ok(end) => Step::Wait(end),
            Err(error) => Step::Fail(error),
        }
    }

    #[cold]
    fn refresh_in_background(&self, context: &S::Context, now: Duration) {
        let mut state = self.inner.lock();
        if state.running().is_none() && !state.is_backing_off(now) {
            // without a runtime there is no background; whoever needs a new value will be told
            let _ = self.start(&mut state, context);
        }
    }

    /// Starts a fetch. The receiver is told when it has ended by being closed.
    fn start(&self, state: &mut State, context: &S::Context) -> Result<watch::Receiver<()>, Error> {
        let runtime = Runtime::try_current().map_err(|_| {
            Error::configuration(
                "runtime",
                "keys and policies are fetched on a Tokio runtime",
            )
        })?;
        let (sender, end) = watch::channel(());
        state.begin(end.clone());
        let task = Task {
            inner: Arc::clone(&self.inner),
            _sender: sender,
            done: false,
        };
        let context = context.clone();
        runtime.spawn(task.run(context));
        Ok(end)
    }
}

impl<S: Source> Inner<S> {
    fn now(&self) -> Duration {
        since_epoch(self.clock.now())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // nothing is done under the lock that could leave the state half changed
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn succeed(&self, value: S::Value, began: Duration) {
        let plan = self.source.plan(&value);
        self.current.store(Some(Arc::new(Held {
            value,
            fetched: began,
            plan,
        })));
        self.lock().succeed();
    }
}

/// A fetch under way. However it ends, even by the end of its runtime, it is noted and whoever
/// waits is told.
struct Task<S: Source> {
    inner: Arc<Inner<S>>,
    /// Closes the channel when it is dropped, as the last thing that happens.
    _sender: watch::Sender<()>,
    done: bool,
}

impl<S: Source> Task<S> {
    async fn run(mut self, context: S::Context) {
        let began = self.inner.now();
        let result = self.inner.source.fetch(context).await;
        self.done = true;
        match result {
            Ok(value) => self.inner.succeed(value, began),
            Err(error) => {
                let now = self.inner.now();
                self.inner.lock().fail(error, now);
            }
        }
    }
}

impl<S: Source> Drop for Task<S> {
    fn drop(&mut self) {
        if !self.done {
            let now = self.inner.now();
            self.inner.lock().fail(state::broken_off(), now);
        }
    }
}

async fn wait(mut end: watch::Receiver<()>) {
    // nothing is ever sent; the error says that the sender is gone
    while end.changed().await.is_ok() {}
}

#[cfg(test)]
mod tests;
