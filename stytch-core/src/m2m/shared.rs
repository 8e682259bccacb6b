//! What a source does with the store that it shares with others. The store is foreign: whatever it does
//! or leaves undone, the source gets its token from the service instead.

use std::{future::Future, sync::Arc, time::Duration};

use tokio::time::{Instant, sleep, timeout};

use super::{
    TokenStore,
    entry::{Entry, Kept},
    store::StoreError,
};
use crate::refresh::unless_it_panics;

/// What one question to a store may take.
const QUESTION: Duration = Duration::from_secs(1);

/// How long a source waits for the one that has the lease.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long a lease is taken for: no longer than anybody waits for it.
const LEASE: Duration = PATIENCE;

/// The first pause of somebody who waits, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(50), Duration::from_millis(400));

/// A store, and the place of a source in it.
pub(super) struct Shared {
    store: Arc<dyn TokenStore>,
    entry: Entry,
}

/// What is known before the service is asked.
pub(super) enum Found {
    /// A token that is as good as a new one.
    Token(Kept),
    /// Whoever looks has to get one, and puts it into the store. There may be one that is not as good.
    Missing(Option<Kept>),
    /// The store does not do its work, and is left alone.
    Broken,
}

impl Shared {
    pub(super) fn new(store: Arc<dyn TokenStore>, entry: Entry) -> Self {
        Self { store, entry }
    }

    /// Looks for a good token within a part of the time, and waits for it a while if somebody else is
    /// getting one.
    pub(super) async fn find(&self, time: Duration, is_good: impl Fn(&Kept) -> bool) -> Found {
        let question = QUESTION.min(time / 10);
        let until = Instant::now() + PATIENCE.min(time / 5);
        let lease = self.entry.lease();
        let mut pause = PAUSES.0;
        let mut is_first = true;
        loop {
            let Some(value) = ask(question, || self.store.get(self.entry.key())).await else {
                return Found::Broken;
            };
            let kept = value.and_then(|value| self.entry.open(&value));
            if let Some(kept) = kept.as_ref().filter(|kept| is_good(kept)) {
                return Found::Token(kept.clone());
            }
            if is_first {
                match ask(question, || self.store.lease(&lease, LEASE)).await {
                    Some(true) => return Found::Missing(kept),
                    Some(false) => is_first = false,
                    None => return Found::Broken,
                }
            }
            if Instant::now() + pause > until {
                return Found::Missing(kept);
            }
            sleep(pause).await;
            pause = (pause * 2).min(PAUSES.1);
        }
    }

    /// Puts a token there for the others.
    pub(super) async fn put(&self, kept: &Kept, expires_in: Duration, time: Duration) {
        if let Some(value) = self.entry.seal(kept) {
            let put = || self.store.put(self.entry.key(), value, expires_in);
            ask(QUESTION.min(time / 10), put).await;
        }
    }
}

/// Asks a store, and gives up after a time.
async fn ask<T, F>(time: Duration, question: impl FnOnce() -> F) -> Option<T>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let answer = unless_it_panics(async { question().await });
    let failure = match timeout(time, answer).await {
        Ok(Ok(Ok(answer))) => return Some(answer),
        Ok(Ok(Err(_))) => "it failed",
        Ok(Err(_)) => "it panicked",
        Err(_) => "it did not answer in time",
    };
    tracing::warn!(target: "stytch", failure, "the token store is of no use");
    None
}
