//! The client crates: `plan` decides what is Rust, `emit` writes it down.

pub mod emit;
mod examples;
mod names;
pub mod plan;

use super::Output;
use super::draft::Draft;
use crate::load::Spec;
use crate::problem::Problems;
use crate::resolve::{Api, Client};

/// The client crates.
pub const OUTPUT: Output = Output {
    check,
    folder: |client| folder(client.name),
    drafts,
};

fn check(spec: &Spec, api: &Api, problems: &mut Problems) {
    names::check(spec, api, problems);
    examples::check(spec, problems);
}

/// The folder of the generated code of a client, such as `stytch-b2b/src/generated`.
fn folder(client: &str) -> String {
    format!("stytch-{client}/src/generated")
}

fn drafts(client: &Client) -> Result<Vec<Draft<'_>>, String> {
    Ok(emit::drafts(&folder(client.name), plan::plan(client)))
}
