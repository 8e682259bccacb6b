//! A fetch under way.

use std::{
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

use tokio::time::{Instant, sleep, timeout};

use super::{Fetch, Held, Source, shared::Shared, state::Ticket};
use crate::{Error, ErrorKind, clock::FOREVER};

/// How often a fetch that waits shows that it is driven.
const BEAT: Duration = Duration::from_millis(500);

/// The pause before the second try at a cold start, roughly.
const RETRY_PAUSE: Duration = Duration::from_millis(100);

/// A fetch under way. However it ends, even by the end of its runtime, it is noted and whoever waits
/// is told.
pub(super) struct Task<S: Source> {
    shared: Arc<Shared<S>>,
    ticket: Ticket,
    done: bool,
}

impl<S: Source> Task<S> {
    pub(super) fn new(shared: Arc<Shared<S>>, ticket: Ticket) -> Self {
        Self {
            shared,
            ticket,
            done: false,
        }
    }

    pub(super) async fn run(mut self, context: S::Context) {
        let began = self.shared.now();
        self.ticket.pulse.beat(began.steady);
        let result = self.fetch(context).await.map(|value| {
            let plan = self.shared.source.plan(&value);
            Held::fetched(value, self.ticket.number, began, plan)
        });
        self.done = true;
        let told = result.as_ref().map(|_| ()).map_err(Clone::clone);
        self.shared.end(self.ticket.number, result);
        self.ticket.end.send_replace(Some(told));
    }

    /// Fetches within the time limit, and beats all the while.
    async fn fetch(&self, context: S::Context) -> Result<S::Value, Error> {
        let limit = self.shared.source.time_limit(&context).min(FOREVER);
        let mut fetch = pin!(timeout(limit, unless_it_panics(self.tries(context, limit))));
        loop {
            match timeout(BEAT, fetch.as_mut()).await {
                Ok(Ok(result)) => return result?,
                Ok(Err(_)) => {
                    return Err(Error::new(
                        ErrorKind::Timeout,
                        "the fetch did not end within its time limit",
                    ));
                }
                Err(_) => self.ticket.pulse.beat(self.shared.steady()),
            }
        }
    }

    /// Tries again what another try may cure, such as a connection that was reset, if the ticket says
    /// so. A request that is not answered for half of the time gets company: its connection may have
    /// come from the pool and belong to a runtime that nobody drives.
    async fn tries(&self, context: S::Context, limit: Duration) -> Result<S::Value, Error> {
        let source = &self.shared.source;
        let end = Instant::now() + limit;
        let mut left = self.ticket.tries;
        loop {
            left = left.saturating_sub(1);
            let time = end.saturating_duration_since(Instant::now());
            let mut first = source.fetch(context.clone(), time);
            match timeout(time / 2, &mut first).await {
                Err(_) => return either(first, source.fetch(context, time / 2)).await,
                Ok(Err(error)) if left > 0 && error.is_retryable() && !error.is_rate_limited() => {}
                Ok(result) => return result,
            }
            let time = end.saturating_duration_since(Instant::now());
            let pause = RETRY_PAUSE.mul_f64(0.5 + fastrand::f64());
            sleep(pause.min(time / 4)).await;
        }
    }
}

/// What succeeds first, or the failure of the last.
async fn either<T>(a: Fetch<'_, T>, b: Fetch<'_, T>) -> Result<T, Error> {
    let mut left = [Some(a), Some(b)];
    poll_fn(|context| {
        let mut failure = None;
        for place in &mut left {
            if let Some(fetch) = place
                && let Poll::Ready(result) = fetch.as_mut().poll(context)
            {
                if result.is_ok() {
                    return Poll::Ready(result);
                }
                *place = None;
                failure = Some(result);
            }
        }
        match failure {
            Some(failure) if left.iter().all(Option::is_none) => Poll::Ready(failure),
            _ => Poll::Pending,
        }
    })
    .await
}

impl<S: Source> Drop for Task<S> {
    fn drop(&mut self) {
        if !self.done {
            self.shared.break_off(self.ticket.number);
        }
    }
}

/// A panic is a failure, as opposed to a fetch that is broken off: it would happen again at once.
pub(crate) async fn unless_it_panics<F: Future>(future: F) -> Result<F::Output, Error> {
    let mut future = pin!(future);
    poll_fn(|context| {
        // what panicked is not polled again
        catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)))
            .map_or_else(|_| Poll::Ready(Err(panicked())), |poll| poll.map(Ok))
    })
    .await
}

fn panicked() -> Error {
    Error::new(ErrorKind::Interrupted, "the fetch panicked")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fetch that takes so many milliseconds.
    fn fetch(millis: u64, result: Result<u8, ErrorKind>) -> Fetch<'static, u8> {
        Box::pin(async move {
            sleep(Duration::from_millis(millis)).await;
            result.map_err(|kind| Error::new(kind, "a test"))
        })
    }

    #[tokio::test(start_paused = true)]
    async fn of_two_fetches_the_first_success_counts_or_the_last_failure() {
        let (timeout, connect) = (Err(ErrorKind::Timeout), Err(ErrorKind::Connect));
        for (a, b, outcome) in [
            ((10, Ok(1)), (20, Ok(2)), Ok(1)),
            ((20, Ok(1)), (10, Ok(2)), Ok(2)),
            ((10, timeout), (20, Ok(2)), Ok(2)),
            ((20, Ok(1)), (10, timeout), Ok(1)),
            ((10, timeout), (20, connect), connect),
            ((20, timeout), (10, connect), timeout),
        ] {
            let both = either(fetch(a.0, a.1), fetch(b.0, b.1)).await;
            assert_eq!(both.map_err(|error| error.kind()), outcome);
        }
    }
}
