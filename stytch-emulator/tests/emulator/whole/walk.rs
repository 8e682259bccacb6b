//! What is said to work is done once.

use std::collections::BTreeSet;
use std::sync::Arc;

use fastrand::Rng;
use stytch_emulator::Emulator;

use super::actor::{Actor, Desk};
use super::caller::{Caller, Outcome};
use super::context::Context;
use super::flows::{Step, flows};
use super::values::Style;

/// The operations that work, by the table that people read.
fn supported() -> BTreeSet<&'static str> {
    let rows = include_str!("../../../SUPPORTED.md").lines();
    let rows = rows.filter_map(|row| row.strip_suffix(" | yes |"));
    let names = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    names.collect()
}

#[tokio::test]
async fn every_operation_that_is_said_to_work_does_so_in_some_flow() {
    let emulator = Emulator::start().await.unwrap();
    let supported = supported();
    let mut random = Rng::with_seed(1);
    let mut succeeded = BTreeSet::new();
    let mut failures = Vec::new();
    let mut desk = Desk::new(&Arc::new(Emulator::start().await.unwrap()));
    for (number, flow) in flows().iter().enumerate() {
        let project = format!("project-test-flow-{number}");
        let mut actor = Actor {
            caller: Caller::new(emulator.url(), &project),
            context: Context::default(),
            desk,
        };
        for step in &flow.steps {
            let done = actor.step(step, &mut random, Style::Careful).await;
            if let (Step::Call(name, _), Outcome::Answer(501, _)) = (step, &done.outcome)
                && !supported.contains(name.as_str())
            {
                continue;
            }
            if done.outcome.success().is_none() {
                failures.push(format!("{}:\n{}: {:?}", flow.name, done.what, done.outcome));
                break;
            }
            if let Step::Call(name, _) = step {
                succeeded.insert(name.as_str());
            }
        }
        desk = actor.desk;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    let missing: Vec<_> = supported.difference(&succeeded).copied().collect();
    assert!(missing.is_empty(), "no flow has {}", missing.join(", "));
}
