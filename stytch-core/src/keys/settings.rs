//! How the key set is kept fresh.

use std::time::Duration;

use crate::{Error, refresh::not_zero};

/// How the client keeps the key set of the project fresh. The defaults suit a server.
///
/// ```
/// use std::time::Duration;
///
/// # use stytch_core::KeySettings;
/// let settings = KeySettings::default()
///     .refresh_after(Duration::from_secs(10 * 60))
///     .fetch_timeout(Duration::from_secs(3));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct KeySettings {
    pub(crate) refresh_after: Duration,
    pub(crate) max_stale: Duration,
    pub(crate) cooldown: Duration,
    pub(crate) fetch_timeout: Duration,
}

impl Default for KeySettings {
    fn default() -> Self {
        Self {
            refresh_after: Duration::from_secs(60 * 60),
            max_stale: Duration::from_secs(23 * 60 * 60),
            cooldown: Duration::from_secs(30),
            fetch_timeout: Duration::from_secs(10),
        }
    }
}

impl KeySettings {
    /// The age from which on the set is fetched anew in the background, while callers go on with
    /// the old one. It is up to a tenth less, at random, so that many instances don't fetch at once.
    ///
    /// A key that the project has withdrawn is trusted until then. Where nothing runs in the
    /// background, as between two `block_on`, it is trusted for up to twice as long: from then on a
    /// check waits for the new set, a second at most while the old one is of use.
    ///
    /// Default: 1 hour. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn refresh_after(mut self, age: Duration) -> Self {
        self.refresh_after = age;
        self
    }

    /// How long a set is still used after [`refresh_after`](Self::refresh_after), when fetching a
    /// newer one fails again and again. With zero, it is not.
    ///
    /// Default: 23 hours.
    pub fn max_stale(mut self, time: Duration) -> Self {
        self.max_stale = time;
        self
    }

    /// How often the set is fetched because a token names a key that is not in it: three times at
    /// once, so that a made-up name does not lock out a key that is new, and then once in so much
    /// time. Anyone can send such tokens; this keeps them from turning into requests. Where no fetch
    /// is left, tokens that name an unknown key are refused.
    ///
    /// Default: 30 seconds. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn cooldown(mut self, time: Duration) -> Self {
        self.cooldown = time;
        self
    }

    /// How long a fetch may take, with all its tries, and so how long the first callers wait when
    /// the service hangs.
    ///
    /// Default: 10 seconds. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn fetch_timeout(mut self, timeout: Duration) -> Self {
        self.fetch_timeout = timeout;
        self
    }

    /// Refuses what can't work.
    pub(crate) fn check(&self) -> Result<(), Error> {
        not_zero("key_settings.refresh_after", self.refresh_after)?;
        not_zero("key_settings.cooldown", self.cooldown)?;
        not_zero("key_settings.fetch_timeout", self.fetch_timeout)
    }
}
