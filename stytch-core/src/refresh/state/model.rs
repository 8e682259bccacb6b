//! Random histories: callers, tasks, runtimes that stop or end, clocks that jump. What must hold does
//! so after each step, whatever comes in whatever order; the seed of a history that breaks it is told.

use std::collections::BTreeMap;

use super::*;
use crate::ErrorKind;

const LIMIT: Duration = Duration::from_secs(10);
const COOLDOWN: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_millis(250);

struct Task {
    runtime: usize,
    began: Duration,
    ticket: Ticket,
}

struct Waiter {
    runtime: usize,
    demand: Demand,
    since: Duration,
    until: Duration,
    end: End,
}

struct World {
    random: fastrand::Rng,
    state: State,
    now: Moment,
    /// Which runtimes are driven although nobody waits on them, as one with worker threads is.
    servers: [bool; 3],
    tasks: Vec<Task>,
    waiters: Vec<Waiter>,
    /// The number of the newest value.
    held: u64,
    /// When waiters last lost what they had waited for, by no fault of the rules.
    disturbed: Duration,
    /// The last successful renewals, as long as the clock only goes on.
    renewed: Vec<Duration>,
    /// Until when no fetch may start, as long as the clock only goes on.
    paused_until: Duration,
    /// What happened, to see that the model is not idle.
    seen: BTreeMap<&'static str, u32>,
}

impl World {
    fn new(seed: u64, seen: BTreeMap<&'static str, u32>) -> Self {
        let now = Moment {
            time: Duration::from_secs(1_700_000_000),
            steady: Duration::from_secs(1),
        };
        let mut random = fastrand::Rng::with_seed(seed);
        let servers = std::array::from_fn(|_| random.bool());
        Self {
            random,
            state: State::default(),
            now,
            servers,
            tasks: Vec::new(),
            waiters: Vec::new(),
            held: 0,
            disturbed: now.steady,
            renewed: Vec::new(),
            paused_until: Duration::ZERO,
            seen,
        }
    }

    fn note(&mut self, what: &'static str, is_so: bool) {
        *self.seen.entry(what).or_default() += u32::from(is_so);
    }

    fn is_driven(&self, runtime: usize) -> bool {
        self.servers[runtime] || self.waiters.iter().any(|waiter| waiter.runtime == runtime)
    }

    fn step(&mut self) {
        match self.random.u32(0..100) {
            0..40 => self.tick(),
            40..70 => {
                let demand = match self.random.u32(0..4) {
                    0 => Demand::Aging,
                    1 => Demand::Stale,
                    2 => Demand::Useless,
                    _ => Demand::Renewal { cooldown: COOLDOWN },
                };
                let runtime = self.random.usize(0..3);
                let since = self.now.steady;
                self.ask(runtime, demand, since);
            }
            70..90 => self.end_a_task(),
            90..96 => {
                let runtime = self.random.usize(0..3);
                self.servers[runtime] = self.random.bool();
            }
            96..98 => self.drop_runtime(),
            _ => self.jump(),
        }
    }

    /// Time goes on; what is driven shows it, and whoever has waited for long enough asks again.
    fn tick(&mut self) {
        self.now.time += TICK;
        self.now.steady += TICK;
        for task in &self.tasks {
            if self.is_driven(task.runtime) {
                task.ticket.pulse.beat(self.now.steady);
            }
        }
        let overdue: Vec<_> = self
            .tasks
            .iter()
            .filter(|task| {
                self.is_driven(task.runtime) && self.now.steady.saturating_sub(task.began) > LIMIT
            })
            .map(|task| task.ticket.number)
            .collect();
        for number in overdue {
            self.end_task(number, false);
        }
        self.wake();
    }

    /// Lets those who wait go on.
    fn wake(&mut self) {
        for waiter in std::mem::take(&mut self.waiters) {
            let told = waiter.end.borrow().clone();
            match told {
                Some(Err(_)) => {}
                Some(Ok(())) if self.held > 0 => {}
                None if waiter.end.has_changed().is_ok() && self.now.steady < waiter.until => {
                    self.waiters.push(waiter);
                }
                _ => self.ask(waiter.runtime, waiter.demand, waiter.since),
            }
        }
        for waiter in &self.waiters {
            let since = waiter.since.max(self.disturbed);
            let bound = (LIMIT + STUCK_AFTER) * 2 + TICK;
            assert!(self.now.steady - since <= bound, "waits for too long");
        }
    }

    fn ask(&mut self, runtime: usize, demand: Demand, since: Duration) {
        let moving = self
            .tasks
            .iter()
            .find(|task| self.state.is_running(task.ticket.number) && self.is_driven(task.runtime));
        let moving = moving.map(|task| (task.ticket.number, task.ticket.pulse.last()));
        let was_running = matches!(self.state.phase, Phase::Running(_));
        let Order { start, then } = self.state.next(self.now, demand);
        if let Some(ticket) = start {
            if let Some((_, beat)) = moving {
                assert!(
                    self.now.steady - beat >= STUCK_AFTER,
                    "a second fetch beside one that moves"
                );
            }
            assert!(
                demand != Demand::Aging || !was_running,
                "readers pile up tasks"
            );
            assert!(self.now.time >= self.paused_until, "a fetch in a pause");
            if let Demand::Renewal { .. } = demand {
                let hot = |at: &&Duration| self.now.time < **at + COOLDOWN;
                let hot = self.renewed.iter().filter(hot).count();
                assert!(hot < BURST as usize, "a fetch in the cooldown");
            }
            self.note("takeovers", was_running);
            self.tasks.push(Task {
                runtime,
                began: self.now.steady,
                ticket,
            });
        }
        match (then, demand) {
            (Then::Go, Demand::Useless) => panic!("there is nothing to go on with"),
            (Then::Go, Demand::Renewal { .. }) => self.note("cooldowns", true),
            (Then::Go, _) => {}
            (Then::Fail(_), Demand::Useless | Demand::Renewal { .. }) => self.note("pauses", true),
            (Then::Fail(_), _) => panic!("a usable value is no failure"),
            (Then::Wait(..), Demand::Aging) => panic!("nobody waits while the value is good"),
            (Then::Wait(end, at_most), _) => {
                assert!(at_most <= STUCK_AFTER && !at_most.is_zero());
                if demand == Demand::Stale {
                    assert!(self.now.steady - since + at_most <= PATIENCE + STUCK_AFTER);
                }
                self.waiters.push(Waiter {
                    runtime,
                    demand,
                    since,
                    until: self.now.steady + at_most,
                    end,
                });
            }
        }
    }

    fn end_a_task(&mut self) {
        let driven: Vec<_> = self
            .tasks
            .iter()
            .filter(|task| self.is_driven(task.runtime))
            .map(|task| task.ticket.number)
            .collect();
        if !driven.is_empty() {
            let number = driven[self.random.usize(0..driven.len())];
            let succeeds = self.random.bool();
            self.end_task(number, succeeds);
            self.wake();
        }
    }

    fn end_task(&mut self, number: u64, succeeds: bool) {
        let index = self
            .tasks
            .iter()
            .position(|task| task.ticket.number == number)
            .unwrap();
        let task = self.tasks.remove(index);
        let is_late = !self.state.is_running(number);
        let failures = self.state.failures;
        self.note("late", is_late);
        let result = if succeeds {
            self.held = self.held.max(number);
            let before = self.state.succeed(number, self.now);
            if matches!(before, Phase::Running(run) if run.renewal.is_some()) {
                self.renewed.push(self.now.time);
            }
            self.note("successes", true);
            Ok(())
        } else {
            let error = Error::new(ErrorKind::Connect, "down");
            let random = self.random.f64();
            drop(self.state.fail(number, error.clone(), self.now, random));
            if is_late {
                assert_eq!(self.state.failures, failures, "a late failure counts");
            } else {
                let shortest = FIRST_PAUSE * (1 << failures.min(5));
                self.paused_until = self.now.time + shortest.min(LONGEST_PAUSE) / 2;
            }
            self.note("failures", true);
            Err(error)
        };
        assert!(!self.state.is_running(number));
        task.ticket.end.send_replace(Some(result));
    }

    /// A runtime ends, and with it all that is on it; another one takes its place.
    fn drop_runtime(&mut self) {
        let runtime = self.random.usize(0..3);
        self.waiters.retain(|waiter| waiter.runtime != runtime);
        let (gone, left) = std::mem::take(&mut self.tasks)
            .into_iter()
            .partition(|task| task.runtime == runtime);
        self.tasks = left;
        for task in gone {
            let (failures, was_running) = (
                self.state.failures,
                self.state.is_running(task.ticket.number),
            );
            drop(self.state.break_off(task.ticket.number));
            assert_eq!(
                self.state.failures, failures,
                "the end of a runtime is a failure"
            );
            if was_running {
                assert!(matches!(self.state.phase, Phase::Idle));
            }
            self.note("broken_off", true);
        }
        self.disturbed = self.now.steady;
        self.servers[runtime] = self.random.bool();
        self.wake();
    }

    /// Somebody sets the clock, or the machine has slept.
    fn jump(&mut self) {
        let far = Duration::from_secs(self.random.u64(0..200_000));
        if self.random.bool() {
            self.now.time += far;
        } else {
            self.now.time -= far;
            self.renewed.clear();
            self.paused_until = Duration::ZERO;
        }
    }
}

#[test]
fn whatever_happens_in_whatever_order() {
    let mut seen = BTreeMap::new();
    for seed in 0..400 {
        // told by the test runner if an assertion fails
        println!("seed {seed}");
        let mut world = World::new(seed, seen);
        for _ in 0..1500 {
            world.step();
        }
        seen = world.seen;
    }
    assert_eq!(seen.len(), 7);
    // several renewals between two jumps of the clock are rare
    let enough = |what| if what == "cooldowns" { 100 } else { 1000 };
    for (what, count) in &seen {
        assert!(*count > enough(*what), "{seen:?}");
    }
}

#[test]
fn a_fetch_that_shows_itself_is_not_taken_over() {
    let at = |millis| Moment {
        time: Duration::ZERO,
        steady: Duration::from_millis(millis),
    };
    let mut state = State::default();
    let mut takes_over = |millis| state.next(at(millis), Demand::Useless).start;
    let ticket = takes_over(0).unwrap();
    ticket.pulse.beat(at(1900).steady);
    assert!(takes_over(3899).is_none());
    assert!(takes_over(3900).is_some());
}
