//! A limit on retries that all calls of a client share.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// The price of a retry; a call that succeeds earns a fraction of it.
const RETRY: u64 = 1_000;

/// How many retries the calls of a client may make together, so that an outage is not multiplied.
///
/// The budget starts full. Each retry takes one out; each call that succeeds puts a fraction back,
/// up to the start. Once it is empty, calls fail with their first failure. So in any stretch of time
/// there are no more retries than `reserve + ratio × successful calls`.
///
/// Clones share what is left, as clones of a client do. One budget can serve several clients.
#[derive(Clone)]
pub struct RetryBudget(Option<Arc<Shared>>);

struct Shared {
    left: AtomicU64,
    capacity: u64,
    earned: u64,
}

/// A reserve of 100 retries, and one retry earned by ten successful calls.
impl Default for RetryBudget {
    fn default() -> Self {
        Self::new(100, 0.1)
    }
}

impl RetryBudget {
    /// A budget of `reserve` retries, to which each successful call adds `ratio` (0 to 1).
    #[must_use]
    pub fn new(reserve: u32, ratio: f64) -> Self {
        let capacity = u64::from(reserve) * RETRY;
        // NaN ends up as 0
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 1000"
        )]
        let earned = (ratio.clamp(0.0, 1.0) * 1_000.0).round() as u64;
        Self(Some(Arc::new(Shared {
            left: AtomicU64::new(capacity),
            capacity,
            earned,
        })))
    }

    /// No limit but that of the policy.
    #[must_use]
    pub fn unlimited() -> Self {
        Self(None)
    }

    /// How many retries are left; `None` without a limit.
    #[must_use]
    pub fn remaining(&self) -> Option<u32> {
        let left = self.0.as_ref()?.left.load(Ordering::Relaxed) / RETRY;
        Some(u32::try_from(left).unwrap_or(u32::MAX))
    }

    /// Takes one retry out, if there is one.
    pub(crate) fn withdraw(&self) -> bool {
        self.0.as_ref().is_none_or(|shared| {
            shared
                .left
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                    left.checked_sub(RETRY)
                })
                .is_ok()
        })
    }

    /// Counts a success.
    pub(crate) fn deposit(&self) {
        let Some(shared) = &self.0 else { return };
        // a full budget, the usual case, is only read
        let _ = shared
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                (left < shared.capacity).then(|| (left + shared.earned).min(shared.capacity))
            });
    }
}

impl fmt::Debug for RetryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryBudget")
            .field("remaining", &self.remaining())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_spent_by_retries_and_refilled_by_successes() {
        let budget = RetryBudget::new(2, 0.5);
        let clone = budget.clone();
        assert!(budget.withdraw() && clone.withdraw());
        assert!(!budget.withdraw() && !clone.withdraw());
        clone.deposit();
        assert!(!budget.withdraw());
        clone.deposit();
        assert_eq!(budget.remaining(), Some(1));
        assert!(budget.withdraw());
    }

    #[test]
    fn never_holds_more_than_its_reserve() {
        let budget = RetryBudget::new(1, 1.0);
        for _ in 0..10 {
            budget.deposit();
        }
        assert_eq!(budget.remaining(), Some(1));
    }

    #[test]
    fn odd_numbers_are_brought_into_range() {
        assert!(!RetryBudget::new(0, 1.0).withdraw());
        for ratio in [f64::NAN, -1.0, f64::INFINITY] {
            let budget = RetryBudget::new(1, ratio);
            assert!(budget.withdraw());
            budget.deposit();
            assert!(budget.remaining().unwrap() <= 1);
        }
        assert!(RetryBudget::unlimited().withdraw());
        assert_eq!(RetryBudget::unlimited().remaining(), None);
    }
}
