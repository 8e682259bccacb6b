//! One call for all requests that need the same session renewed.

use std::{
    collections::HashMap,
    collections::hash_map::RandomState,
    fmt,
    future::Future,
    hash::BuildHasher as _,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use stytch_core::{Error, Secret};
use tokio::sync::watch;

/// How long a renewed session is handed to requests that a browser sent before it had the new cookies.
const KEPT: Duration = Duration::from_secs(30);

/// How long it is remembered that a session is dead. None comes to life again, but what is sent by one
/// page comes in a burst.
const KEPT_DEAD: Duration = Duration::from_secs(5);

/// How often what is no longer of use is thrown away.
const SWEEP: Duration = Duration::from_secs(10);

/// How a renewal ended.
pub(crate) struct Landed<T> {
    /// `None` if the task that made it is gone.
    pub(crate) result: Option<Result<T, Error>>,
    /// Whether it had ended before it was asked for.
    pub(crate) is_remembered: bool,
}

/// The renewals that are under way, and those that have just ended, by session token.
pub(crate) struct Renewals<T> {
    table: Mutex<Table<T>>,
    hasher: RandomState,
}

/// Where the renewals for a token are: its hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place(u64);

struct Table<T> {
    renewals: HashMap<Place, Renewal<T>>,
    swept: Instant,
}

struct Renewal<T> {
    token: Secret,
    result: watch::Receiver<Option<End<T>>>,
}

#[derive(Clone)]
struct End<T> {
    at: Instant,
    result: Result<T, Error>,
}

impl<T> Default for Renewals<T> {
    fn default() -> Self {
        let table = Table {
            renewals: HashMap::new(),
            swept: Instant::now(),
        };
        Self {
            table: Mutex::new(table),
            hasher: RandomState::new(),
        }
    }
}

impl<T: Clone + Send + Sync + 'static> Renewals<T> {
    /// The result of the renewal that is under way for this token or has just ended, and whether it had
    /// ended before; if there is none, of this one.
    ///
    /// It is a task of its own: whoever gives up waiting, as a browser does when a page is left, stops
    /// nobody else.
    pub(crate) async fn renew<F>(&self, token: &str, renew: impl FnOnce(Secret) -> F) -> Landed<T>
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let mut result = self.join(token, renew);
        let is_remembered = result.borrow().is_some();
        let end = result.wait_for(Option::is_some).await;
        let result = match end.as_deref() {
            Ok(Some(end)) => Some(end.result.clone()),
            _ => None,
        };
        Landed {
            result,
            is_remembered,
        }
    }

    /// Where the renewals for a token are. Two tokens that share a place cost each other a call.
    pub(crate) fn place(&self, token: &str) -> Place {
        Place(self.hasher.hash_one(token))
    }

    /// Forgets the renewal at a place, be it under way: whoever waits for it is told how it ends, and
    /// nobody later.
    pub(crate) fn forget(&self, place: Place) {
        self.table().renewals.remove(&place);
    }

    /// Forgets how the renewal at a place ended, if that is what the test says.
    pub(crate) fn forget_if(&self, place: Place, is_it: impl FnOnce(&T) -> bool) {
        let mut table = self.table();
        let is_known = table.renewals.get(&place).is_some_and(|renewal| {
            let end = renewal.result.borrow();
            matches!(&*end, Some(End { result: Ok(result), .. }) if is_it(result))
        });
        if is_known {
            table.renewals.remove(&place);
        }
    }

    fn join<F>(
        &self,
        token: &str,
        renew: impl FnOnce(Secret) -> F,
    ) -> watch::Receiver<Option<End<T>>>
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let place = self.place(token);
        let token = Secret::from(token);
        let now = Instant::now();
        let mut table = self.table();
        table.sweep(now);
        if let Some(renewal) = table.renewals.get(&place)
            && renewal.token == token
            && renewal.is_of_use(now)
        {
            return renewal.result.clone();
        }
        let (sender, result) = watch::channel(None);
        let renewing = renew(token.clone());
        table.renewals.insert(
            place,
            Renewal {
                token,
                result: result.clone(),
            },
        );
        drop(table);
        tokio::spawn(async move {
            let result = renewing.await;
            sender.send_replace(Some(End {
                at: Instant::now(),
                result,
            }));
        });
        result
    }

    fn table(&self) -> MutexGuard<'_, Table<T>> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Table<T> {
    fn sweep(&mut self, now: Instant) {
        if now.duration_since(self.swept) >= SWEEP {
            self.swept = now;
            self.renewals.retain(|_, renewal| renewal.is_of_use(now));
        }
    }
}

impl<T> Renewal<T> {
    fn is_of_use(&self, now: Instant) -> bool {
        let end = self.result.borrow();
        let Some(end) = &*end else {
            // under way, unless its task is gone
            return self.result.has_changed().is_ok();
        };
        let age = now.saturating_duration_since(end.at);
        match &end.result {
            Ok(_) => age < KEPT,
            Err(error) => error.needs_login() && age < KEPT_DEAD,
        }
    }
}

impl<T> fmt::Debug for Renewals<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renewals").finish_non_exhaustive()
    }
}
