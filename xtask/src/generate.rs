//! `cargo xtask generate`: everything that comes from the spec.

use std::path::Path;
use std::process::ExitCode;

use codegen::outputs::Files;
use codegen::write;

use crate::{Outcome, say};

pub(crate) fn run(root: &Path, check: bool) -> Outcome {
    let (files, folders) = codegen::generate(root)?;
    settle(root, &files, &folders, check, "cargo xtask generate")
}

/// Brings the disk in line with `files`, or, for a check, shows what is not. `command` is what puts it
/// right.
pub(crate) fn settle(
    root: &Path,
    files: &Files,
    folders: &[String],
    check: bool,
    command: &str,
) -> Outcome {
    let changes = write::compare(root, files, folders)?;
    if check && !changes.is_empty() {
        say(write::list(root, &changes))?;
        say("")?;
        say(write::diff(root, &changes)?)?;
        let count = changes.write.len() + changes.remove.len();
        let files = if count == 1 { "file is" } else { "files are" };
        say(format!("{count} {files} out of date; run `{command}`"))?;
        return Ok(ExitCode::FAILURE);
    }
    write::apply(root, &changes)?;
    for path in changes.write.keys() {
        say(format!("wrote {path}"))?;
    }
    for path in &changes.remove {
        say(format!("removed {path}"))?;
    }
    Ok(ExitCode::SUCCESS)
}
