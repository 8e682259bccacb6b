//! The client crates: `plan` decides what is Rust, `emit` writes it down.

pub mod emit;
mod names;
pub mod plan;

use super::{Files, Output, rust};
use crate::resolve::Client;

/// The client crates.
pub const OUTPUT: Output = Output {
    check: names::check,
    folder: |client| folder(client.name),
    files,
};

/// The folder of the generated code of a client, such as `stytch-b2b/src/generated`.
fn folder(client: &str) -> String {
    format!("stytch-{client}/src/generated")
}

fn files(client: &Client) -> Result<Files, String> {
    let files = emit::emit(&plan::plan(client))?;
    let folder = folder(client.name);
    let inside = files
        .into_iter()
        .map(|(path, text)| (format!("{folder}/{path}"), text));
    rust::format(inside.collect())
}
