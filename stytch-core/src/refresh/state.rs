//! What happened to the fetches of a value so far, and what is to be done next.
//!
//! Rules only: no clock, no lock, no I/O. What is no longer needed is handed out, so that it is
//! dropped after the lock, not under it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::sync::watch;

use crate::Error;

/// The pause after the first failure; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// A stale value is waited for until the fetch has run for so long.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// A fetch that has not shown itself for so long does not move: nobody drives its runtime.
pub(super) const STUCK_AFTER: Duration = Duration::from_secs(2);

/// After a failure, stale values are not waited for during this time. There is somebody who fetches,
/// and whoever waits, waits in vain.
const HOPELESS: Duration = Duration::from_secs(3 * 60);

/// How often the first fetch is tried, when there is nothing to go on with.
const COLD_TRIES: u32 = 3;

/// So many renewals may follow each other before the cooldown counts. With one, whoever made up the
/// last name would lock out the next caller, whose name is a new one.
pub(super) const BURST: u32 = 3;

/// A moment by two clocks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    /// By the client's clock, since 1970: for ages and pauses, which count on while a machine sleeps.
    pub(super) time: Duration,
    /// By a clock that nobody sets: for whether a task moves.
    pub(super) steady: Duration,
}

/// Who needs the value, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// The value at hand is good, but getting old.
    Aging,
    /// The value at hand is of use, but a newer one is worth a moment.
    Stale,
    /// There is no value that is of use.
    Useless,
    /// Something is missing in the value. After a few fetches that succeeded for such a reason there
    /// is one in each cooldown.
    Renewal { cooldown: Duration },
}

/// What is to be done.
pub(super) struct Order {
    /// A fetch that is to be started, outside of the lock.
    pub(super) start: Option<Ticket>,
    pub(super) then: Then,
}

pub(super) enum Then {
    /// Go on with what is at hand.
    Go,
    /// Wait for the fetch that is under way, so long at most, and ask again.
    Wait(End, Duration),
    /// The last fetch failed so recently that there is none now.
    Fail(Error),
}

/// Told how a fetch ended; closed without a word if it was broken off.
pub(super) type End = watch::Receiver<Option<Result<(), Error>>>;

/// The right to make a fetch.
pub(super) struct Ticket {
    pub(super) number: u64,
    pub(super) tries: u32,
    pub(super) pulse: Pulse,
    pub(super) end: watch::Sender<Option<Result<(), Error>>>,
    /// What was before, to be dropped.
    pub(super) _before: Phase,
}

/// When a fetch has last shown that it moves, by the steady clock.
#[derive(Clone, Debug, Default)]
pub(super) struct Pulse(Arc<AtomicU64>);

impl Pulse {
    pub(super) fn beat(&self, steady: Duration) {
        self.0.store(millis(steady), Ordering::Relaxed);
    }

    fn last(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Relaxed))
    }
}

pub(super) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[derive(Default)]
pub(super) enum Phase {
    #[default]
    Idle,
    Running(Run),
    BackingOff(Pause),
}

pub(super) struct Run {
    number: u64,
    /// The cooldown, if it is a renewal.
    renewal: Option<Duration>,
    began: Duration,
    pulse: Pulse,
    end: End,
}

pub(super) struct Pause {
    error: Error,
    from: Duration,
    length: Duration,
}

#[derive(Default)]
pub(super) struct State {
    phase: Phase,
    /// The number of the last fetch that was started.
    last: u64,
    /// How many failed since the last that did not, and when the last of them did.
    failures: u32,
    failed: Option<Duration>,
    /// When all renewals so far will have cooled down, one after the other.
    cooled: Duration,
}

impl Run {
    fn is_stuck(&self, steady: Duration) -> bool {
        steady.saturating_sub(self.pulse.last().max(self.began)) >= STUCK_AFTER
    }
}

impl State {
    /// The number of the last fetch that was started. What is fetched from now on has a higher one.
    pub(super) fn last(&self) -> u64 {
        self.last
    }

    /// What somebody has to do.
    pub(super) fn next(&mut self, now: Moment, demand: Demand) -> Order {
        let then = |then| Order { start: None, then };
        match &self.phase {
            // whoever waits drives his own runtime while he does; a reader may never do so again
            Phase::Running(run) if demand == Demand::Aging || !run.is_stuck(now.steady) => {
                let age = now.steady.saturating_sub(run.began);
                then(match demand {
                    Demand::Aging => Then::Go,
                    Demand::Stale if age >= PATIENCE || self.is_hopeless(now) => Then::Go,
                    Demand::Stale => Then::Wait(run.end.clone(), PATIENCE - age),
                    _ => Then::Wait(run.end.clone(), STUCK_AFTER),
                })
            }
            Phase::BackingOff(pause) if lasts(pause.from, pause.length, now) => {
                then(match demand {
                    Demand::Aging | Demand::Stale => Then::Go,
                    _ => Then::Fail(pause.error.clone()),
                })
            }
            _ => match demand {
                Demand::Renewal { cooldown }
                    if self.cooling(cooldown, now) > cooldown.saturating_mul(BURST - 1) =>
                {
                    then(Then::Go)
                }
                _ => self.start(now, demand),
            },
        }
    }

    fn start(&mut self, now: Moment, demand: Demand) -> Order {
        let (sender, end) = watch::channel(None);
        let pulse = Pulse::default();
        self.last += 1;
        let run = Run {
            number: self.last,
            renewal: match demand {
                Demand::Renewal { cooldown } => Some(cooldown),
                _ => None,
            },
            began: now.steady,
            pulse: pulse.clone(),
            end: end.clone(),
        };
        let then = match demand {
            Demand::Aging => Then::Go,
            Demand::Stale if self.is_hopeless(now) => Then::Go,
            Demand::Stale => Then::Wait(end, PATIENCE),
            _ => Then::Wait(end, STUCK_AFTER),
        };
        let is_cold = demand == Demand::Useless && self.failures == 0;
        let start = Ticket {
            number: self.last,
            tries: if is_cold { COLD_TRIES } else { 1 },
            pulse,
            end: sender,
            _before: std::mem::replace(&mut self.phase, Phase::Running(run)),
        };
        Order {
            start: Some(start),
            then,
        }
    }

    fn is_hopeless(&self, now: Moment) -> bool {
        self.failed.is_some_and(|at| lasts(at, HOPELESS, now))
    }

    /// Notes that a fetch has succeeded. Gives back what was before.
    pub(super) fn succeed(&mut self, number: u64, now: Moment) -> Phase {
        self.failures = 0;
        self.failed = None;
        let before = self.end(number, Phase::Idle);
        if let Phase::Running(run) = &before
            && let Some(cooldown) = run.renewal
        {
            let cooling = self.cooling(cooldown, now).saturating_add(cooldown);
            self.cooled = now.time.saturating_add(cooling);
        }
        before
    }

    /// How long the renewals so far take to cool down. A clock that was set back ends it.
    fn cooling(&self, cooldown: Duration, now: Moment) -> Duration {
        let left = self.cooled.saturating_sub(now.time);
        if left > cooldown.saturating_mul(BURST) {
            Duration::ZERO
        } else {
            left
        }
    }

    /// Notes that a fetch has failed, unless another one was started meanwhile, whose end counts.
    /// `random` is between 0 and 1. Gives back what is no longer needed.
    pub(super) fn fail(&mut self, number: u64, error: Error, now: Moment, random: f64) -> Phase {
        let mut pause = Pause {
            error,
            from: now.time,
            length: Duration::ZERO,
        };
        if !self.is_running(number) {
            return Phase::BackingOff(pause);
        }
        self.failures = self.failures.saturating_add(1);
        self.failed = Some(now.time);
        let doubled = FIRST_PAUSE.saturating_mul(1 << (self.failures - 1).min(16));
        // so that many servers that saw the same outage don't come back at the same moment
        let length = doubled.min(LONGEST_PAUSE).mul_f64(0.5 + random / 2.0);
        let asked = pause.error.retry_after().unwrap_or_default();
        pause.length = length.max(asked.min(LONGEST_PAUSE));
        self.end(number, Phase::BackingOff(pause))
    }

    /// Notes that a fetch has ended without a result, because its runtime did: nobody's failure.
    /// Gives back what was before.
    pub(super) fn break_off(&mut self, number: u64) -> Phase {
        self.end(number, Phase::Idle)
    }

    fn is_running(&self, number: u64) -> bool {
        matches!(&self.phase, Phase::Running(run) if run.number == number)
    }

    fn end(&mut self, number: u64, next: Phase) -> Phase {
        if self.is_running(number) {
            std::mem::replace(&mut self.phase, next)
        } else {
            Phase::Idle
        }
    }
}

/// Whether a time that began at `from` still lasts. A clock that was set back ends it.
fn lasts(from: Duration, length: Duration, now: Moment) -> bool {
    now.time
        .checked_sub(from)
        .is_some_and(|since| since < length)
}

#[cfg(test)]
mod model;
