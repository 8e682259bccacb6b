//! A clock that a test moves.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::{Clock, Timestamp, clock::since_epoch};

/// A clock that stands still until the test moves it. Clones show the same time.
#[derive(Clone, Debug)]
pub struct TestClock {
    /// Nanoseconds since the start of 1970, which lasts until the year 2554.
    now: Arc<AtomicU64>,
}

impl TestClock {
    /// A clock that shows this time. Times before 1970 become that year's start.
    #[must_use]
    pub fn at(time: Timestamp) -> Self {
        let clock = Self {
            now: Arc::default(),
        };
        clock.set(time);
        clock
    }

    /// Shows another time.
    pub fn set(&self, time: Timestamp) {
        self.now
            .store(nanoseconds(since_epoch(time)), Ordering::SeqCst);
    }

    /// Moves forward.
    pub fn advance(&self, time: Duration) {
        self.now.fetch_add(nanoseconds(time), Ordering::SeqCst);
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        let now = Duration::from_nanos(self.now.load(Ordering::SeqCst));
        SystemTime::UNIX_EPOCH
            .checked_add(now)
            .map_or_else(Timestamp::now, Timestamp::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_move_together() {
        let clock = TestClock::at("2025-01-01T12:00:00.5Z".parse().unwrap());
        clock.clone().advance(Duration::from_millis(250));
        assert_eq!(clock.now().to_string(), "2025-01-01T12:00:00.75Z");
        clock.set("2024-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(clock.now().to_string(), "2024-01-01T00:00:00Z");
    }
}
