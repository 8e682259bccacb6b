//! `cargo xtask drift`: the spec against an OpenAPI file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use codegen::drift;
use codegen::outputs::Files;

use crate::{Outcome, generate};

const USAGE: &str = "usage: cargo xtask drift FILE [--skeleton | --lock] [--format text|json]";

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Output {
    Text,
    Json,
    Skeleton,
    /// Nothing: the file is kept for the next comparison.
    Lock,
}

/// Prints where the spec and the file differ. The exit code is 1 if anything is unexplained.
pub(crate) fn run(root: &Path, options: &[&str]) -> Outcome {
    let (file, output) = parse(options)?;
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error
            .as_bytes()
            .get(..error.utf8_error().valid_up_to())
            .unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("{file}:{line}: bytes that are no UTF-8")
    })?;
    if output == Output::Lock {
        let files = Files::from([(drift::LOCK.to_owned(), drift::lock(file, &text)?)]);
        return generate::settle(root, &files, &[], false, "");
    }
    let report = drift::drift(root, file, &text)?;
    match output {
        Output::Text => crate::say(report.text().trim_end())?,
        Output::Json => crate::say(serde_json::to_string_pretty(&report.json())?)?,
        // It was dealt with above.
        Output::Lock => {}
        Output::Skeleton if report.skeleton.is_empty() => {}
        Output::Skeleton => crate::say(report.skeleton.trim_end())?,
    }
    Ok(if report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn parse<'a>(options: &[&'a str]) -> Result<(&'a str, Output), String> {
    let (mut file, mut output) = (None, None);
    let mut rest = options.iter().copied();
    while let Some(option) = rest.next() {
        let chosen = match option {
            "--skeleton" => Output::Skeleton,
            "--lock" => Output::Lock,
            "--format" => match rest.next() {
                Some("text") => Output::Text,
                Some("json") => Output::Json,
                Some(other) => return Err(format!("unknown format `{other}`\n{USAGE}")),
                None => return Err(format!("no format after `--format`\n{USAGE}")),
            },
            _ if option.starts_with('-') || file.is_some() => {
                return Err(format!("unexpected `{option}`\n{USAGE}"));
            }
            _ => {
                file = Some(option);
                continue;
            }
        };
        if output.is_some() {
            return Err(format!(
                "`{option}` beside another choice of what to print\n{USAGE}"
            ));
        }
        output = Some(chosen);
    }
    match file {
        Some(file) => Ok((file, output.unwrap_or(Output::Text))),
        None => Err(format!("no file\n{USAGE}")),
    }
}
