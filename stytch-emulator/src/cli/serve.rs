//! `stytch-emulator serve`.

use std::io::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::Args;
use stytch_core::Timestamp;
use stytch_emulator::Emulator;

use super::{Outcome, seed};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The port to listen at; 0 for any that is free.
    #[arg(long, default_value_t = 4000, env = "STYTCH_EMULATOR_PORT")]
    port: u16,
    /// The address to listen at. Whoever reaches it can log in as anybody.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// One more name by which requests may come, such as that of a proxy.
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// A document to begin with, as `/_emulator/export` gives it: JSON, or YAML.
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
    /// A folder in which everything is kept for the next start, however this one ends; in memory without
    /// it. A power cut may take the last changes.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Where to stop the clock, such as 2026-01-31T12:00:00Z. It goes on by `stytch-emulator clock`.
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
    /// Makes ids, tokens and codes repeatable: the same requests get the same ones.
    #[arg(long, value_name = "N")]
    random_seed: Option<u64>,
}

pub(super) async fn run(arguments: Arguments) -> Outcome {
    let address = SocketAddr::new(arguments.host, arguments.port);
    let mut builder = Emulator::builder().address(address);
    if let Some(seed) = arguments.random_seed {
        builder = builder.random_seed(seed);
    }
    if let Some(folder) = arguments.data {
        builder = builder.data(folder);
    }
    for name in arguments.allow_host {
        builder = builder.allow_host(name);
    }
    let emulator = builder.start().await?;
    if let Some(time) = arguments.clock {
        emulator.clock().freeze(time);
    }
    if let Some(path) = &arguments.seed {
        let text = seed::read(path)?;
        let seeded = emulator.seed(&text);
        seeded.map_err(|error| seed::told(path, &error))?;
    }
    if !address.ip().is_loopback() {
        let warning = "listening beyond this machine: whoever reaches it can log in as anybody";
        writeln!(io::stderr(), "{warning}")?;
    }
    let lines = format!(
        "listening on {url}\n\
         export STYTCH_BASE_URL={url}\n\
         export STYTCH_FRAUD_BASE_URL={url}\n\
         export STYTCH_PROJECT_ID={}\n\
         export STYTCH_SECRET={}\n\
         export STYTCH_PUBLIC_TOKEN={}\n\
         mails and texts: {url}/\n",
        emulator.project_id(),
        emulator.secret(),
        emulator.public_token(),
        url = emulator.url(),
    );
    let mut out = io::stdout();
    // whoever started it may have read enough
    let _ = out.write_all(lines.as_bytes()).and_then(|()| out.flush());
    stopped().await?;
    emulator.stop().await?;
    Ok(true)
}

/// Waits until somebody wants it to end: by Ctrl-C, or as `docker stop` does.
async fn stopped() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
