//! The command line: one command that serves, and some that ask a running emulator.

mod clock;
mod jwt;
mod messages;
mod mint;
mod remote;
mod seed;
mod serve;
mod webhook;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The Stytch API on this machine: log in for real, without an account, a network or a mailbox.
///
/// Without a command, it serves.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Arguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the API until it is stopped.
    Serve(serve::Arguments),
    /// Adds a document to a running emulator, or looks for what is wrong with it.
    Seed(seed::Arguments),
    /// Shows the mails and texts that were sent.
    Messages(messages::Arguments),
    /// Shows the clock, or sets it.
    Clock(clock::Arguments),
    /// Makes a session for a member or a user, without a login.
    Mint(mint::Arguments),
    /// Looks at tokens.
    #[command(subcommand)]
    Jwt(jwt::Command),
    /// Sends webhooks.
    #[command(subcommand)]
    Webhook(webhook::Command),
}

/// What a command ends with: whether it has found what it was asked for.
type Outcome = Result<bool, Box<dyn Error>>;

/// Exits with 0 if all is well, with 1 if there is nothing to show, and with 2 if it could not be done.
pub(crate) async fn main() -> ExitCode {
    let arguments = CommandLine::parse();
    let outcome = match arguments.command {
        None => serve::run(arguments.serve).await,
        Some(Command::Serve(arguments)) => serve::run(arguments).await,
        Some(Command::Seed(arguments)) => seed::run(arguments).await,
        Some(Command::Messages(arguments)) => messages::run(arguments).await,
        Some(Command::Clock(arguments)) => clock::run(arguments).await,
        Some(Command::Mint(arguments)) => mint::run(arguments).await,
        Some(Command::Jwt(command)) => jwt::run(command).await,
        Some(Command::Webhook(command)) => webhook::run(command).await,
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            // Nobody is left to tell if standard error is closed, too.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

/// Prints a text and ends the line.
fn print(text: impl std::fmt::Display) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}
