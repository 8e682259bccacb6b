//! What the programs share: inputs from the command line, and questions to the person at it.

#![allow(
    clippy::print_stdout,
    reason = "the programs talk to the person who runs them"
)]
#![allow(dead_code, reason = "each program uses a part")]

use std::{
    env,
    error::Error,
    io::{self, Write as _},
};

/// What `main` returns: any error ends the program and is printed.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// The arguments of the program, which are as many as its usage line names.
pub(crate) fn arguments<const N: usize>(usage: &str) -> Result<[String; N], String> {
    let given: Vec<_> = env::args().skip(1).collect();
    given.try_into().map_err(|_| format!("usage: {usage}"))
}

/// Asks for one line, such as a code that has just arrived.
pub(crate) fn ask(question: &str) -> io::Result<String> {
    print!("{question}: ");
    io::stdout().flush()?;
    let mut line = String::new();
    if io::stdin().read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim().to_owned())
}
