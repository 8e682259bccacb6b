//! Where the time comes from when tokens are judged.

use std::time::{Duration, SystemTime};

use crate::Timestamp;

/// 34 years: longer than any program runs, short enough for every clock to add. Settings may be longer.
pub(crate) const FOREVER: Duration = Duration::from_secs(1 << 30);

/// Tells the time that tokens, keys and policies are judged by.
///
/// An app needs it for its tests only: see `ClientBuilder::clock`. Any function that gives a
/// [`Timestamp`] is a clock.
///
/// ```
/// # use stytch_core::{Clock, Timestamp};
/// let noon: Timestamp = "2025-01-01T12:00:00Z".parse()?;
/// let stopped = move || noon;
/// assert_eq!(stopped.now(), noon);
/// # Ok::<(), stytch_core::ParseTimestampError>(())
/// ```
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

impl<F: Fn() -> Timestamp + Send + Sync> Clock for F {
    fn now(&self) -> Timestamp {
        self()
    }
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Time since the start of 1970, in which tokens count. Earlier times count as that start, before
/// which no token is valid anyway.
pub(crate) fn since_epoch(time: Timestamp) -> Duration {
    time.to_system_time()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}

/// The time that lies so long after the start of 1970, down to the second.
pub(crate) fn from_epoch(time: Duration) -> Option<Timestamp> {
    let seconds = i64::try_from(time.as_secs()).ok()?;
    Timestamp::from_unix_seconds(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_the_epoch_and_never_below_it() {
        let time = |text: &str| since_epoch(text.parse().unwrap());
        assert_eq!(time("1970-01-01T00:00:01.5Z"), Duration::from_millis(1500));
        assert_eq!(time("1969-12-31T23:59:59Z"), Duration::ZERO);
    }

    #[test]
    fn the_system_clock_runs() {
        assert!(SystemClock.now() > "2024-01-01T00:00:00Z".parse().unwrap());
    }
}
