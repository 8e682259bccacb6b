//! A value and how good it still is.

use std::time::Duration;

use super::state::Moment;

/// However short the life of a value is said to be, it is good for so long: otherwise every reader
/// would make a fetch.
const SHORTEST_LIFE: Duration = Duration::from_secs(1);

/// A value is refreshed up to a tenth of its time earlier, at random, so that a thousand instances
/// that were started together don't come back together.
const JITTER: f64 = 0.1;

/// How long a value is good, counted from when its fetch began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// From this age on at the latest it is fetched anew in the background.
    pub(crate) refresh_after: Duration,
    /// From this age on callers wait a moment for the new one, but go on with the old one if it does
    /// not come.
    pub(crate) wait_after: Duration,
    /// From this age on it is of no use.
    pub(crate) fail_after: Duration,
}

impl Plan {
    /// The plan that is followed; `random` is between 0 and 1.
    fn jittered(self, random: f64) -> Self {
        let refresh_after = self.refresh_after.mul_f64(1.0 - JITTER * random);
        Self {
            refresh_after: refresh_after.max(SHORTEST_LIFE),
            wait_after: self.wait_after.max(SHORTEST_LIFE),
            fail_after: self.fail_after.max(SHORTEST_LIFE),
        }
    }
}

/// A value and when it was fetched.
#[derive(Debug)]
pub(crate) struct Held<T> {
    pub(crate) value: T,
    /// Which fetch it is from; later ones have higher numbers, a value of the app has 0.
    pub(super) number: u64,
    /// When its fetch began.
    fetched: Moment,
    plan: Plan,
}

/// How good a value still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    Fresh,
    Aging,
    Stale,
    Useless,
}

impl<T> Held<T> {
    pub(super) fn fetched(value: T, number: u64, began: Moment, plan: Plan) -> Self {
        Self {
            value,
            number,
            fetched: began,
            plan: plan.jittered(fastrand::f64()),
        }
    }

    /// A value of the app: nobody knows how old it is, so it is used, and refreshed at once.
    pub(super) fn given(value: T, now: Moment, plan: Plan) -> Self {
        Self {
            value,
            number: 0,
            fetched: now,
            plan: Plan {
                refresh_after: Duration::ZERO,
                ..plan
            },
        }
    }

    /// How good the value is at a time of the client's clock. The steady clock is asked if that one
    /// was set back, and so says nothing about the age.
    pub(super) fn quality(&self, time: Duration, steady: impl FnOnce() -> Duration) -> Quality {
        match time.checked_sub(self.fetched.time) {
            Some(age) => self.quality_at(age),
            None => self
                .quality_at(steady().saturating_sub(self.fetched.steady))
                .max(Quality::Aging),
        }
    }

    fn quality_at(&self, age: Duration) -> Quality {
        if age >= self.plan.fail_after {
            Quality::Useless
        } else if age >= self.plan.wait_after {
            Quality::Stale
        } else if age >= self.plan.refresh_after {
            Quality::Aging
        } else {
            Quality::Fresh
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Plan = Plan {
        refresh_after: Duration::from_secs(100),
        wait_after: Duration::from_secs(200),
        fail_after: Duration::from_secs(1000),
    };

    fn moment(time: u64, steady: u64) -> Moment {
        Moment {
            time: Duration::from_secs(time),
            steady: Duration::from_secs(steady),
        }
    }

    #[test]
    fn refresh_times_are_spread_over_a_tenth() {
        let plans: Vec<_> = [0.0, 0.5, 1.0].map(|random| PLAN.jittered(random)).into();
        let seconds: Vec<_> = plans
            .iter()
            .map(|plan| plan.refresh_after.as_secs())
            .collect();
        assert_eq!(seconds, [100, 95, 90]);
        assert!(plans.iter().all(|plan| plan.wait_after == PLAN.wait_after));
        let held = |_| {
            Held::fetched((), 1, Moment::default(), PLAN)
                .plan
                .refresh_after
        };
        let several: std::collections::HashSet<_> = (0..20).map(held).collect();
        assert!(several.len() > 1);
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_make_a_value_young() {
        let held = Held::fetched((), 1, moment(10_000, 0), PLAN);
        let quality = |time, steady| {
            let now = moment(time, steady);
            held.quality(now.time, || now.steady)
        };
        assert_eq!(quality(10_050, 50), Quality::Fresh);
        // refreshed, since nobody knows, and never trusted for longer than by the steady clock
        assert_eq!(quality(9_000, 50), Quality::Aging);
        assert_eq!(quality(9_000, 200), Quality::Stale);
        assert_eq!(quality(9_999, 1000), Quality::Useless);
        // a machine that slept
        assert_eq!(quality(20_000, 60), Quality::Useless);
    }
}
