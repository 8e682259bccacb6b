//! `cargo xtask generate`: everything that comes from the spec.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use codegen::memory::Memory;
use codegen::outputs::Files;
use codegen::write::{self, Changes};

use crate::{Outcome, say};

pub(crate) fn run(root: &Path, check: bool) -> Outcome {
    let (files, folders) = codegen::generate(root, memory(root))?;
    settle(root, &files, &folders, check, "cargo xtask generate")
}

/// What earlier runs made, beside what cargo builds; nothing where there is no such place.
fn memory(root: &Path) -> Memory {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    if target.is_dir() {
        Memory::read(root, &target.join("xtask/generated"))
    } else {
        Memory::default()
    }
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
    say(summary(files, &changes))?;
    Ok(ExitCode::SUCCESS)
}

/// What was done, in one line that names what is quickly read.
fn summary(files: &Files, changes: &Changes) -> String {
    let unchanged = match files.len() - changes.write.len() {
        0 => String::new(),
        1 => "1 file unchanged".to_owned(),
        count => format!("{count} files unchanged"),
    };
    let named = |verb, paths: Vec<&str>| match paths.as_slice() {
        [] => None,
        few if few.len() <= 3 => Some(format!("{verb} {}", few.join(", "))),
        many => Some(format!("{verb} {} files", many.len())),
    };
    let written = named("wrote", changes.write.keys().map(String::as_str).collect());
    let removed = named(
        "removed",
        changes.remove.iter().map(String::as_str).collect(),
    );
    let done = written.into_iter().chain(removed);
    let all: Vec<_> = done
        .chain(Some(unchanged).filter(|text| !text.is_empty()))
        .collect();
    all.join(", ")
}
