//! `cargo xtask stats`: how much each generated crate holds.

use std::path::Path;
use std::process::ExitCode;

use codegen::stats::Table;

use crate::Outcome;

/// Prints a table of counts.
pub(crate) fn run(root: &Path, options: &[&str]) -> Outcome {
    if let Some(option) = options.first() {
        return Err(format!("unexpected `{option}`; usage: cargo xtask stats").into());
    }
    crate::say(Table::of(&codegen::api(root)?).to_string())?;
    Ok(ExitCode::SUCCESS)
}
