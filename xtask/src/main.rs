//! The command line of the generator: `cargo xtask`.
//!
//! Exit codes: 0 when all is well, 1 when a check found something, 2 when a command could not do its
//! work. What a command finds out goes to standard output, why it failed to standard error.

mod drift;
mod generate;
mod schema;
mod stats;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
The generator of the API crates.

usage: cargo xtask <command> [options]

  generate [--check]    writes what is generated from spec/: both crates, the tables of the
                        conformance runner, the JSON Schema of the spec and llms.txt
  schema [--check]      writes spec/schema.json alone
  drift FILE            compares the spec with an OpenAPI file, YAML or JSON
  stats                 counts what each crate holds

  --check               writes nothing; shows what would change, and exits with 1 if something would
  --format text|json    drift: how the report is printed
  --skeleton            drift: prints, in place of the report, what the spec lacks: YAML without
                        docs, to be pasted into the files that it names
  --lock                drift: writes spec/openapi.lock, against which the next comparison holds what
                        the spec has no place for
  --help                prints this text

exit codes: 0 all is well, 1 a check found something, 2 the command could not do its work";

/// How a command ends: with an exit code, or with the reason why it could not do its work.
type Outcome = Result<ExitCode, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os()
        .skip(1)
        .map(|text| text.to_string_lossy().into_owned())
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // Cargo says where the program belongs when it runs it, even if the folder has been moved since.
    let home = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&home).parent().unwrap_or(Path::new("."));
    match run(root, &arguments) {
        Ok(code) => code,
        Err(error) => {
            // Nobody is left to tell if standard error is closed, too.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

fn run(root: &Path, arguments: &[&str]) -> Outcome {
    if arguments
        .iter()
        .any(|argument| ["--help", "-h"].contains(argument))
        || arguments == ["help"]
    {
        say(HELP)?;
        return Ok(ExitCode::SUCCESS);
    }
    match arguments {
        ["generate", options @ ..] => generate::run(root, only_check("generate", options)?),
        ["schema", options @ ..] => schema::run(root, only_check("schema", options)?),
        ["drift", options @ ..] => drift::run(root, options),
        ["stats", options @ ..] => stats::run(root, options),
        [] => Err(format!("no command\n\n{HELP}").into()),
        [command, ..] => Err(format!("unknown command `{command}`\n\n{HELP}").into()),
    }
}

/// Whether the options are `--check`, the only one that a command takes.
fn only_check(command: &str, options: &[&str]) -> Result<bool, String> {
    match options {
        [] => Ok(false),
        ["--check"] => Ok(true),
        [first, second, ..] if *first == "--check" => Err(unexpected(command, second)),
        [first, ..] => Err(unexpected(command, first)),
    }
}

fn unexpected(command: &str, option: &str) -> String {
    format!("unexpected `{option}`; usage: cargo xtask {command} [--check]")
}

/// Prints a line. A reader that has heard enough, such as `head`, is no failure.
fn say(line: impl AsRef<str>) -> io::Result<()> {
    match writeln!(io::stdout(), "{}", line.as_ref()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}
