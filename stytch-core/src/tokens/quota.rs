//! How often the service is asked about tokens that nobody has vouched for.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Questions per second. Enough to tell that keys are missing; too few to use up the rate limit of a
/// project, which its logins need.
const PER_SECOND: u32 = 10;

/// A limit for a whole client.
#[derive(Debug, Default)]
pub(crate) struct Quota {
    /// A second since the start of 1970, and how often was asked in it.
    asked: Mutex<(u64, u32)>,
}

impl Quota {
    /// Takes one, if there is one left in this second.
    pub(crate) fn take(&self, now: Duration) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.0 != now.as_secs() {
            *asked = (now.as_secs(), 0);
        }
        if asked.1 >= PER_SECOND {
            return false;
        }
        asked.1 += 1;
        true
    }
}
