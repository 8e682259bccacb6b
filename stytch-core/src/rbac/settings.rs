//! How policies are kept fresh.

use std::time::Duration;

use crate::{Error, refresh::not_zero};

/// How the client keeps the policies of the project and its organizations fresh. The defaults suit a
/// server.
///
/// ```
/// use std::time::Duration;
///
/// # use stytch_core::PolicySettings;
/// let settings = PolicySettings::default()
///     .refresh_after(Duration::from_secs(60))
///     .max_organizations(20_000);
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct PolicySettings {
    pub(crate) refresh_after: Duration,
    pub(crate) max_stale: Duration,
    pub(crate) fetch_timeout: Duration,
    pub(crate) max_organizations: usize,
}

impl Default for PolicySettings {
    fn default() -> Self {
        Self {
            refresh_after: Duration::from_secs(5 * 60),
            max_stale: Duration::from_secs(55 * 60),
            fetch_timeout: Duration::from_secs(10),
            max_organizations: 1000,
        }
    }
}

impl PolicySettings {
    /// The age from which on a policy is fetched anew in the background, while checks go on with the
    /// old one. It is up to a tenth less, at random, so that many instances don't fetch at once.
    ///
    /// From twice that age on, since a right that was taken away must not live on because nobody
    /// asked, a check waits for the new one, a second at most while the old one is of use.
    ///
    /// Default: 5 minutes. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn refresh_after(mut self, age: Duration) -> Self {
        self.refresh_after = age;
        self
    }

    /// How long a policy is still used after [`refresh_after`](Self::refresh_after), when fetching a
    /// newer one fails again and again. With zero, it is not. After that, nothing is allowed by it.
    ///
    /// Default: 55 minutes.
    pub fn max_stale(mut self, time: Duration) -> Self {
        self.max_stale = time;
        self
    }

    /// How long a fetch may take, with all its tries, and so how long the first checks wait when the
    /// service hangs.
    ///
    /// Default: 10 seconds. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn fetch_timeout(mut self, timeout: Duration) -> Self {
        self.fetch_timeout = timeout;
        self
    }

    /// The policies of so many organizations are kept; where another one comes, any of them goes.
    /// Memory: a few hundred bytes for an organization without roles of its own.
    ///
    /// Default: 1000. Zero is refused by [`build`](crate::ClientBuilder::build).
    pub fn max_organizations(mut self, count: usize) -> Self {
        self.max_organizations = count;
        self
    }

    /// Refuses what can't work.
    pub(crate) fn check(&self) -> Result<(), Error> {
        not_zero("policy_settings.refresh_after", self.refresh_after)?;
        not_zero("policy_settings.fetch_timeout", self.fetch_timeout)?;
        if self.max_organizations == 0 {
            return Err(Error::configuration(
                "policy_settings.max_organizations",
                "it must be more than zero",
            ));
        }
        Ok(())
    }
}
