//! `stytch-emulator seed`.

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Args;
use stytch_emulator::{Emulator, SeedError};

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The document, JSON or YAML, as `/_emulator/export` gives it.
    file: PathBuf,
    /// Tells all that is wrong with it, with line and column, and asks no emulator.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    remote: Remote,
}

pub(super) async fn run(arguments: Arguments) -> Outcome {
    let text = read(&arguments.file)?;
    if arguments.check {
        let checked = Emulator::check_seed(&text);
        checked.map_err(|error| told(&arguments.file, &error))?;
        let name = arguments.file.display();
        print(format_args!("{name}: nothing is wrong"))?;
        return Ok(true);
    }
    // what is wrong depends on what the emulator has already: it tells
    arguments.remote.post("seed", text).await?;
    Ok(true)
}

pub(super) fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    let text = std::fs::read_to_string(path);
    text.map_err(|error| format!("{}: {error}", path.display()).into())
}

/// All that is wrong with a document, a line each.
pub(super) fn told(path: &Path, error: &SeedError) -> String {
    let problems = error.problems().iter();
    let lines = problems.map(|problem| format!("{}:{problem}", path.display()));
    lines.collect::<Vec<_>>().join("\n")
}
