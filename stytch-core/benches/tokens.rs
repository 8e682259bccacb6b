//! What local checks cost, as ratios to a baseline that is measured in the same run.
//!
//! `cargo bench -p stytch-core --bench tokens`, with `-- sessions workers policy endpoint start` for
//! some of the reports only.
//!
//! "Bare" is one RSA-2048 verification (PKCS #1, SHA-256) with a key that was parsed once, on the
//! same token: header and payload of a B2B session of 1.8 KB with five authentication factors and
//! custom claims. Rounds are short and alternate, so that what disturbs one side disturbs the other;
//! ratios are medians over the rounds.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark prints, and stops when something is wrong"
)]

#[path = "tokens/endpoint.rs"]
mod endpoint;
#[path = "tokens/policy.rs"]
mod policy;
#[path = "tokens/sessions.rs"]
mod sessions;
#[path = "tokens/start.rs"]
mod start;
#[path = "tokens/workers.rs"]
mod workers;

use std::time::Instant;

const ROUNDS: usize = 301;

fn main() {
    if let Some(child) =
        std::env::args().find_map(|arg| arg.strip_prefix("child=").map(str::to_owned))
    {
        return start::child(&child);
    }
    let reports: [(&str, fn()); 5] = [
        ("sessions", sessions::report),
        ("workers", workers::report),
        ("policy", policy::report),
        ("endpoint", endpoint::report),
        ("start", start::report),
    ];
    // all of them, or those that are named
    let wanted: Vec<_> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    for (name, report) in reports {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            report();
        }
    }
}

/// Something that is measured: a name, and what runs it so many times.
struct Side<'a> {
    name: &'static str,
    run: Box<dyn Fn(usize) + 'a>,
    /// Nanoseconds per run, for each round.
    times: Vec<f64>,
}

impl<'a> Side<'a> {
    fn new(name: &'static str, run: impl Fn(usize) + 'a) -> Self {
        Self {
            name,
            run: Box::new(run),
            times: Vec::new(),
        }
    }

    fn time(&self) -> f64 {
        median(self.times.clone())
    }
}

/// Runs all sides in turn, `runs` times in each round.
fn measure(sides: &mut [Side<'_>], runs: usize) {
    for round in 0..=ROUNDS {
        for side in &mut *sides {
            let begin = Instant::now();
            (side.run)(runs);
            let time = begin.elapsed().as_secs_f64() * 1e9 / runs as f64;
            // the first round warms up
            if round > 0 {
                side.times.push(time);
            }
        }
    }
}

/// The median of the ratios within each round.
fn ratio(side: &Side<'_>, base: &Side<'_>) -> f64 {
    median(
        side.times
            .iter()
            .zip(&base.times)
            .map(|(time, base)| time / base)
            .collect(),
    )
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// Allocations of one run, after a first one.
fn allocations(run: impl Fn()) -> u64 {
    run();
    allocation_counter::measure(run).count_total
}
