//! The one clock by which everything is issued, checked and ended.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use stytch_core::Timestamp;
use tokio::sync::watch;

/// The emulator's clock. Clones are the same clock; it can be handed to a client
/// (`ClientBuilder::clock`), so that both sides agree.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    time: Arc<Mutex<Time>>,
    /// Tells when it was set, for those who wait for a time.
    settings: Arc<watch::Sender<()>>,
}

#[derive(Clone, Copy, Debug)]
enum Time {
    /// So much later than the machine's clock.
    Running(Duration),
    Frozen(Timestamp),
}

impl Default for Time {
    fn default() -> Self {
        Self::Running(Duration::ZERO)
    }
}

impl Clock {
    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match *self.lock() {
            Time::Running(ahead) => after(Timestamp::now(), ahead),
            Time::Frozen(time) => time,
        }
    }

    /// Goes forward. What ends in the meantime has ended then.
    pub fn advance(&self, by: Duration) {
        let mut time = self.lock();
        *time = match *time {
            Time::Running(ahead) => Time::Running(ahead.saturating_add(by)),
            Time::Frozen(time) => Time::Frozen(after(time, by)),
        };
        self.settings.send_replace(());
    }

    /// Stops at a time, until it is advanced or set free.
    pub fn freeze(&self, at: Timestamp) {
        *self.lock() = Time::Frozen(at);
        self.settings.send_replace(());
    }

    /// Runs with the clock of the machine again.
    pub fn follow_machine(&self) {
        *self.lock() = Time::default();
        self.settings.send_replace(());
    }

    /// Tells whenever it was set. That it goes on by itself is no news.
    pub(crate) fn watch(&self) -> watch::Receiver<()> {
        self.settings.subscribe()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Time> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl stytch_core::Clock for Clock {
    fn now(&self) -> Timestamp {
        Self::now(self)
    }
}

/// A time so much later; the same time at the end of the calendar.
pub(crate) fn after(time: Timestamp, by: Duration) -> Timestamp {
    time.to_system_time()
        .checked_add(by)
        .map_or(time, Timestamp::from)
}
