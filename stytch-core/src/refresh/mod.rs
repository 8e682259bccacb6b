//! A value of the service that is kept here and fetched anew as it ages: the key set, a policy, the
//! token of a machine.
//!
//! - Reading takes no lock, during an outage neither.
//! - However many callers need the value, one fetch is under way at a time, and everyone who needs
//!   its result waits for the same one.
//! - The fetch runs in a task of its own, so that a caller who gives up takes nobody's fetch along.
//!   The task shows that it is alive while it runs; if its runtime is not driven any more, somebody
//!   who waits makes a fetch of his own.
//! - While the value is good enough, nobody waits. A stale one is waited for a moment.
//! - After a failed fetch the next one is put off for longer each time; until then, callers get the
//!   old value if it is still of use, or the failure at once.
//!
//! To be read in this order: [`held`] says how good a value is, [`state`] what is to be done about
//! it (the rules, without clock, lock or I/O), [`shared`] keeps both, [`task`] fetches, and [`cell`] is
//! what readers see.

mod cell;
mod held;
mod shared;
mod state;
mod task;

use std::{future::Future, pin::Pin, time::Duration};

pub(crate) use cell::Refresh;
pub(crate) use held::{Held, Plan};
pub(crate) use task::unless_it_panics;

use crate::Error;

/// Where a value comes from, and how long it is good.
pub(crate) trait Source: Send + Sync + 'static {
    type Value: Send + Sync + 'static;

    /// What a fetch needs and the holder must not keep, since it would keep itself alive with it.
    type Context: Clone + Send + 'static;

    /// Fetches the value, with one request that is given up after `timeout`.
    fn fetch(&self, context: Self::Context, timeout: Duration) -> Fetch<'_, Self::Value>;

    /// How long fetching may take, with all tries.
    fn time_limit(&self, context: &Self::Context) -> Duration;

    /// How long a value is good.
    fn plan(&self, value: &Self::Value) -> Plan;
}

pub(crate) type Fetch<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// Refuses a setting that can't work.
pub(crate) fn not_zero(setting: &'static str, value: Duration) -> Result<(), Error> {
    if value.is_zero() {
        return Err(Error::configuration(setting, "it must be more than zero"));
    }
    Ok(())
}
