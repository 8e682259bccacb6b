//! A web app with users of its own.
//!
//! ```text
//! cargo run -p example-consumer                     # with the emulator in this process: no account needed
//! STYTCH_PROJECT_ID=… STYTCH_SECRET=… cargo run -p example-consumer
//! ```
//!
//! With a project of your own, `http://localhost:3000/authenticate` has to be among its redirect URLs, for
//! logins, sign-ups and password resets.

#![allow(clippy::print_stdout, reason = "the program says where it is")]

use std::error::Error;

use example_consumer::{app, demo};
use stytch_consumer::Client;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = match std::env::var_os("STYTCH_PROJECT_ID") {
        Some(_) => None,
        None => Some(demo::emulator("http://localhost:3000").await?),
    };
    let stytch = match &emulator {
        Some(emulator) => emulator.consumer_client(),
        None => Client::from_env()?,
    };
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    println!("the app    http://localhost:3000");
    if let Some(emulator) = &emulator {
        println!("its mails  {}", emulator.url());
        println!(
            "\nThere is no STYTCH_PROJECT_ID, so the service is the emulator in this process."
        );
        println!("Sign up with any address.");
    }
    let mails = emulator.as_ref().map(|emulator| emulator.url().to_owned());
    axum::serve(listener, app(stytch, "localhost", mails)).await?;
    Ok(())
}
