//! `stytch-emulator`: the Stytch API on this machine.

mod cli;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    cli::main().await
}
