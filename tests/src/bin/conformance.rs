//! Makes typed calls from lines of JSON on standard input, and prints a line for each.
//!
//! ```text
//! cargo run -q -p tests --bin conformance -- --base-url URL
//!     [--fraud-base-url URL] [--project-id ID] [--secret S]
//! ```
//!
//! A line of input: `{"id": 1, "vertical": "b2b", "resource": "organizations", "method": "get",
//! "params": {"organization_id": "…"}, "session_jwt": "…"}`. The line of output is
//! `{"id": 1, "ok": {…}}` or `{"id": 1, "error": {"kind": "api", "status": 404, "message": "…"}}`.
//!
//! To try it without an account, start the emulator (`cargo run -p stytch-emulator`) and give its address as
//! the base URL.

use std::process::ExitCode;

use tests::{Runner, Settings};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

const USAGE: &str =
    "usage: conformance --base-url URL [--fraud-base-url URL] [--project-id ID] [--secret S]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = tokio::io::stderr()
                .write_all(format!("{message}\n").as_bytes())
                .await;
            ExitCode::from(2)
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let runner = Runner::new(&settings(std::env::args().skip(1))?)?;
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut output = tokio::io::stdout();
    while let Some(line) = lines.next_line().await? {
        if line.trim().is_empty() {
            continue;
        }
        let answer = runner.line(&line).await;
        output.write_all(format!("{answer}\n").as_bytes()).await?;
        output.flush().await?;
    }
    Ok(())
}

fn settings(mut arguments: impl Iterator<Item = String>) -> Result<Settings, String> {
    let mut settings = Settings::new("");
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match name.as_str() {
            "--base-url" => settings.base_url = value,
            "--fraud-base-url" => settings.fraud_base_url = Some(value),
            "--project-id" => settings.project_id = value,
            "--secret" => settings.secret = value.into(),
            _ => return Err(USAGE.to_owned()),
        }
    }
    if settings.base_url.is_empty() {
        return Err(USAGE.to_owned());
    }
    Ok(settings)
}
