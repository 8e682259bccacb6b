//! What happened to the fetches of a value so far.

use std::time::Duration;

use tokio::sync::watch;

use crate::{Error, ErrorKind};

/// The wait after the first failure; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(60);

#[derive(Default)]
pub(super) struct State {
    /// Closed when the fetch under way ends.
    running: Option<watch::Receiver<()>>,
    failure: Option<Failure>,
    last_renewal: Option<Duration>,
}

/// The last fetch failed.
struct Failure {
    error: Error,
    at: Duration,
    wait: Duration,
    /// How many failed since the last that did not.
    count: u32,
}

impl State {
    pub(super) fn running(&self) -> Option<watch::Receiver<()>> {
        self.running.clone()
    }

    pub(super) fn begin(&mut self, end: watch::Receiver<()>) {
        self.running = Some(end);
    }

    pub(super) fn succeed(&mut self) {
        self.running = None;
        self.failure = None;
    }

    pub(super) fn fail(&mut self, error: Error, now: Duration) {
        self.running = None;
        let count = self
            .failure
            .as_ref()
            .map_or(0, |failure| failure.count)
            .saturating_add(1);
        let wait = FIRST_WAIT
            .saturating_mul(1 << (count - 1).min(16))
            .min(LONGEST_WAIT);
        // so that many servers that saw the same outage don't come back at the same moment
        let wait = wait.mul_f64(0.5 + fastrand::f64() / 2.0);
        self.failure = Some(Failure {
            error,
            at: now,
            wait,
            count,
        });
    }

    /// Whether the last fetch failed so recently that the next one has to wait.
    pub(super) fn is_backing_off(&self, now: Duration) -> bool {
        // a clock that was set back ends the wait
        self.failure
            .as_ref()
            .and_then(|failure| {
                now.checked_sub(failure.at)
                    .map(|since| since < failure.wait)
            })
            .unwrap_or(false)
    }

    /// Whether a fetch may be made out of turn; if so, it counts as made.
    pub(super) fn may_renew(&mut self, now: Duration, interval: Duration) -> bool {
        let too_early = self
            .last_renewal
            .and_then(|last| now.checked_sub(last))
            .is_some_and(|since| since < interval);
        if !too_early {
            self.last_renewal = Some(now);
        }
        !too_early
    }

    pub(super) fn last_failure(&self) -> Option<Error> {
        self.failure.as_ref().map(|failure| failure.error.clone())
    }

    /// Why there is no value.
    pub(super) fn failure(&self) -> Error {
        self.last_failure().unwrap_or_else(broken_off)
    }
}

/// The error for a fetch whose runtime ended before it did.
pub(super) fn broken_off() -> Error {
    Error::new(ErrorKind::Interrupted, "the fetch was broken off")
}
