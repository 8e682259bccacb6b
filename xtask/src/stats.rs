//! `cargo xtask stats`: how much each generated crate holds, and what the spec consists of.

use std::path::Path;
use std::process::ExitCode;

use codegen::load;
use codegen::problem::Problems;
use codegen::stats::{Size, Table};

use crate::Outcome;

/// Prints a table of counts, and the bytes of the spec.
pub(crate) fn run(root: &Path, options: &[&str]) -> Outcome {
    if let Some(option) = options.first() {
        return Err(format!("unexpected `{option}`; usage: cargo xtask stats").into());
    }
    crate::say(Table::of(&codegen::api(root)?).to_string())?;
    // Nothing is wrong with it, or there would be no table.
    let spec = load::load(&root.join("spec"), &mut Problems::default())?;
    crate::say(Size::of(&spec).to_string())?;
    Ok(ExitCode::SUCCESS)
}
