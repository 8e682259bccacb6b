//! Anything in any order, by several clients at once, while requests fail, the program is killed and started
//! again, and time flies. What was answered is there afterwards, and what holds of a project holds.
//!
//! In projects of their own clients know exactly what there is: what is refused changes nothing there, and
//! what was seen before the end is there after it. In the one that they share they get in each other's way.

#![allow(clippy::print_stdout, reason = "a run says what it saw")]

mod examined;
mod player;
mod witness;
mod world;

use std::fs::File;
use std::path::Path;
use std::slice;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use fastrand::Rng;
use reqwest::Method;
use serde_json::Value;

use tokio::task::JoinSet;

use super::caller::Caller;
use crate::common::process::Process;
use player::Player;
use world::World;

const CLIENTS: usize = 8;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// With the same seed every time: what chance finds should not meet somebody who changed something else.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_is_lost_and_nothing_broken_whatever_is_done() {
    soak(Duration::from_secs(5), 1).await;
}

/// For as many seconds as `SOAK_SECONDS` says, or ten minutes.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "takes minutes"]
async fn nothing_is_lost_and_nothing_broken_for_long() {
    let time = Duration::from_secs(number("SOAK_SECONDS").unwrap_or(600));
    let seed = number("SOAK_SEED").unwrap_or_else(|| fastrand::u64(..1_000_000));
    soak(time, seed).await;
}

async fn soak(time: Duration, seed: u64) {
    println!("SOAK_SEED={seed}");
    let mut random = Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    let world = Arc::new(World::new(&program.process.url));
    let mut players = JoinSet::new();
    for number in 0..CLIENTS {
        let random = Rng::with_seed(random.u64(..));
        let world = Arc::clone(&world);
        players.spawn(async move { Player::new(world, number, random).await.play().await });
    }
    let until = Instant::now() + time;
    let pause = time.min(Duration::from_secs(60)) / 5;
    let mut ends = 0;
    while Instant::now() < until {
        // a client that ends has found something
        let pause = tokio::time::sleep(pause.mul_f64(random.f64().max(0.1)));
        tokio::select! {
            () = pause => {}
            Some(ended) = players.join_next() => ended.unwrap(),
        }
        program = match random.bool() {
            true => end_in_silence(&world, program, &mut random).await,
            false => end_in_the_middle(&world, program).await,
        };
        ends += 1;
    }
    world.over.store(true, Ordering::SeqCst);
    players.join_all().await;
    let program = end_in_silence(&world, program, &mut random).await;
    program.process.kill();
    world.report();
    println!("killed {ends} times");
}

/// The program, and what it complains about.
struct Program<'f> {
    process: Process,
    folder: &'f Path,
}

impl<'f> Program<'f> {
    fn start(folder: &'f Path) -> Self {
        let mut log = File::options();
        let log = log
            .create(true)
            .append(true)
            .open(folder.join("complaints"));
        Self {
            process: Process::start(&folder.join("data"), log.unwrap()),
            folder,
        }
    }

    /// Kills it, and starts it again over what it has left.
    async fn again(self, world: &World) -> Self {
        self.process.kill();
        let complaints = std::fs::read_to_string(self.folder.join("complaints")).unwrap();
        assert_eq!(complaints, "");
        let program = Self::start(self.folder);
        let time = format!(r#"{{"advance_seconds": {}}}"#, world.ahead());
        let caller = Caller::new(&program.process.url, world::TOWN);
        let set = caller.control(Method::POST, "clock", &time).await;
        set.unwrap();
        // it is there for others once it has the right time
        world.is_at(&program.process.url);
        program
    }
}

/// Ends it while nobody asks for anything: all that there was is there again.
async fn end_in_silence<'f>(world: &World, program: Program<'f>, random: &mut Rng) -> Program<'f> {
    let _silence = world.turns.write().await;
    let mut before = Vec::new();
    let caller = Caller::new(&program.process.url, world::TOWN);
    for project in world.projects() {
        let caller = caller.of(&project);
        caller.control(Method::DELETE, "faults", "").await.unwrap();
        before.push(examined::examine(&caller, random).await);
    }
    world.advance(random.u64(0..1_000));
    let program = program.again(world).await;
    let caller = Caller::new(&program.process.url, world::TOWN);
    for (project, before) in world.projects().iter().zip(before) {
        let after = caller.of(project).export().await.unwrap();
        same(project, &before, &after);
    }
    program
}

/// Ends it in the middle of whatever is going on. The clients know what has to be there.
async fn end_in_the_middle<'f>(world: &World, program: Program<'f>) -> Program<'f> {
    let program = program.again(world).await;
    let _silence = world.turns.write().await;
    let caller = Caller::new(&program.process.url, world::TOWN);
    for project in world.projects() {
        crate::common::invariants::check(&caller.of(&project).export().await.unwrap());
    }
    program
}

/// Makes sure that two exports are the same but for what goes on by itself, and names what is not.
pub(super) fn same(project: &str, before: &Value, after: &Value) {
    let (before, after) = (records(before), records(after));
    let only = |here: &[String], there: &[String]| -> Vec<String> {
        let only = here.iter().filter(|record| !there.contains(record));
        only.cloned().collect()
    };
    assert!(
        before == after,
        "{project}, in another order or\nlost: {:#?}\nnew: {:#?}",
        only(&before, &after),
        only(&after, &before),
    );
}

/// What an export holds without what goes on by itself, each record with the name of its table.
fn records(export: &Value) -> Vec<String> {
    let tables = export.as_object().unwrap().iter();
    tables
        .filter(|(table, _)| *table != "webhook_deliveries")
        .flat_map(|(table, held)| {
            let held = held.as_array().map_or(slice::from_ref(held), Vec::as_slice);
            held.iter().map(move |record| format!("{table}: {record}"))
        })
        .collect()
}
