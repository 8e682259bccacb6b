//! What all clients share.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use tokio::sync::RwLock;

use super::CLIENTS;
use crate::whole::api::operations;
use crate::whole::caller::Outcome;

/// The project in which all clients are at work.
pub(super) const TOWN: &str = "project-test-town";

/// The project in which each client writes down how far it has come.
pub(super) const ARCHIVE: &str = "project-test-archive";

/// The project of one client alone.
pub(super) fn home(client: usize) -> String {
    format!("project-test-home-{client}")
}

const WELL: &str = "went well";

pub(super) struct World {
    /// Taken for each thing that a client does; all of it for silence.
    pub(super) turns: RwLock<()>,
    /// Whether the time is over.
    pub(super) over: AtomicBool,
    url: Mutex<String>,
    /// How often it was started.
    starts: AtomicU64,
    /// Seconds by which its clock is ahead.
    ahead: AtomicU64,
    /// How often what came of which operations.
    tallies: Mutex<BTreeMap<String, BTreeMap<&'static str, u64>>>,
}

impl World {
    pub(super) fn new(url: &str) -> Self {
        Self {
            turns: RwLock::default(),
            over: AtomicBool::default(),
            url: Mutex::new(url.to_owned()),
            starts: AtomicU64::new(1),
            ahead: AtomicU64::default(),
            tallies: Mutex::default(),
        }
    }

    pub(super) fn url(&self) -> String {
        self.url
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// It was started again, and is there.
    pub(super) fn is_at(&self, url: &str) {
        url.clone_into(&mut self.url.lock().unwrap_or_else(PoisonError::into_inner));
        self.starts.fetch_add(1, Ordering::SeqCst);
    }

    pub(super) fn starts(&self) -> u64 {
        self.starts.load(Ordering::SeqCst)
    }

    pub(super) fn ahead(&self) -> u64 {
        self.ahead.load(Ordering::SeqCst)
    }

    /// From the next start on it is so much later.
    pub(super) fn advance(&self, seconds: u64) {
        self.ahead.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(super) fn projects(&self) -> Vec<String> {
        let homes = (0..CLIENTS).map(home);
        homes.chain([TOWN.to_owned(), ARCHIVE.to_owned()]).collect()
    }

    pub(super) fn count(&self, name: &str, outcome: &Outcome) {
        let mut tallies = self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        let what = match outcome {
            Outcome::Answer(200..300, _) => WELL,
            Outcome::Answer(501, _) => "not there",
            Outcome::Answer(..) => "refused",
            Outcome::Fault => "refused by a fault",
            Outcome::Lost => "without an answer",
        };
        *tallies
            .entry(name.to_owned())
            .or_default()
            .entry(what)
            .or_default() += 1;
    }

    /// Says what was done.
    pub(super) fn report(&self) {
        let tallies = self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        let mut sums: BTreeMap<_, u64> = BTreeMap::new();
        for (what, count) in tallies.values().flatten() {
            *sums.entry(*what).or_default() += count;
        }
        println!("{sums:?}");
        let names = operations().iter().map(|operation| operation.name.as_str());
        let never: Vec<_> = names
            .filter(|name| {
                tallies
                    .get(*name)
                    .is_none_or(|tally| !tally.contains_key(WELL))
            })
            .collect();
        println!(
            "{} operations never went well: {}",
            never.len(),
            never.join(", ")
        );
    }
}
