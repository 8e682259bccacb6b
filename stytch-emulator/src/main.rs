//! `stytch-emulator`: the Stytch API on this machine.

use std::io::{self, Write as _};

use stytch_emulator::Emulator;

#[tokio::main]
async fn main() -> io::Result<()> {
    let emulator = Emulator::builder().start().await?;
    let mut out = io::stdout();
    writeln!(out, "listening on {}", emulator.url())?;
    writeln!(out, "export STYTCH_BASE_URL={}", emulator.url())?;
    writeln!(out, "export STYTCH_PROJECT_ID={}", emulator.project_id())?;
    writeln!(out, "export STYTCH_SECRET={}", emulator.secret())?;
    out.flush()?;
    tokio::signal::ctrl_c().await?;
    emulator.stop().await
}
