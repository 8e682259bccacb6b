//! The command line of the generator: `cargo xtask`.

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask generate [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let outcome = match arguments.as_slice() {
        ["generate"] => generate(root, false),
        ["generate", "--check"] => generate(root, true),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn generate(root: &Path, check: bool) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let (files, folders) = codegen::generate(root)?;
    let changes = codegen::write::compare(root, &files, &folders)?;
    if check && !changes.is_empty() {
        println!("{}", codegen::write::diff(root, &changes)?);
        return Ok(ExitCode::FAILURE);
    }
    codegen::write::apply(root, &changes)?;
    Ok(ExitCode::SUCCESS)
}
