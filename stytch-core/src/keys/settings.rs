//! How the key set is kept fresh.

use std::time::Duration;

/// How the client keeps the key set of the project fresh. The defaults suit a server.
///
/// ```
/// use std::time::Duration;
///
/// let settings = stytch_core::KeySettings::default()
///     .refresh_after(Duration::from_secs(10 * 60))
///     .fetch_timeout(Duration::from_secs(3));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct KeySettings {
    pub(crate) refresh_after: Duration,
    pub(crate) usable_for: Duration,
    pub(crate) unknown_key_interval: Duration,
    pub(crate) fetch_timeout: Duration,
}

impl Default for KeySettings {
    fn default() -> Self {
        Self {
            refresh_after: Duration::from_secs(60 * 60),
            usable_for: Duration::from_secs(24 * 60 * 60),
            unknown_key_interval: Duration::from_secs(30),
            fetch_timeout: Duration::from_secs(10),
        }
    }
}

impl KeySettings {
    /// The age from which on the set is fetched anew in the background, while callers go on with
    /// the old one. A key that the project has withdrawn is trusted for so long.
    ///
    /// Default: 1 hour.
    pub fn refresh_after(mut self, age: Duration) -> Self {
        self.refresh_after = age;
        self
    }

    /// How long a set is of use at most, when fetching a newer one fails again and again.
    ///
    /// Default: 24 hours.
    pub fn usable_for(mut self, age: Duration) -> Self {
        self.usable_for = age;
        self
    }

    /// How much time lies at least between two fetches that are made because a token names a key
    /// that is not in the set. Anyone can send such tokens; this keeps them from turning into
    /// requests.
    ///
    /// Default: 30 seconds.
    pub fn unknown_key_interval(mut self, interval: Duration) -> Self {
        self.unknown_key_interval = interval;
        self
    }

    /// How long a fetch may take, and so how long the first callers wait when the service hangs.
    ///
    /// Default: 10 seconds.
    pub fn fetch_timeout(mut self, timeout: Duration) -> Self {
        self.fetch_timeout = timeout;
        self
    }
}
