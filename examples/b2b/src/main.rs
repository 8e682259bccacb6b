//! A web app whose customers are organizations.
//!
//! ```text
//! cargo run -p example-b2b                          # with the emulator in this process: no account needed
//! STYTCH_PROJECT_ID=… STYTCH_SECRET=… STYTCH_PUBLIC_TOKEN=… cargo run -p example-b2b
//! ```
//!
//! With a project of your own, `http://localhost:3000/authenticate` has to be among its redirect URLs, for all
//! types; test projects begin with it. With `STYTCH_WEBHOOK_SECRET`, webhooks are taken at `/webhooks`.

#![allow(clippy::print_stdout, reason = "the program says where it is")]

use std::error::Error;

use example_b2b::{app, demo};
use stytch_b2b::Client;
use stytch_b2b::webhooks::Verifier;
use tokio::net::TcpListener;

/// Where browsers find the app.
const APP: &str = "http://localhost:3000";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = match std::env::var_os("STYTCH_PROJECT_ID") {
        Some(_) => None,
        None => Some(demo::emulator(APP).await?),
    };
    let stytch = match &emulator {
        Some(emulator) => emulator.b2b_client(),
        None => Client::from_env()?,
    };
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    println!("the app    {APP}");
    if let Some(emulator) = &emulator {
        println!("its mails  {}", emulator.url());
        println!(
            "\nThere is no STYTCH_PROJECT_ID, so the service is the emulator in this process."
        );
        println!("Sign up with any address, or log in to `acme` as ada@acme.example.");
        println!("{}", demo::machine(emulator).await?);
    }
    let mails = emulator.as_ref().map(|emulator| emulator.url().to_owned());
    let webhooks = match (&emulator, std::env::var("STYTCH_WEBHOOK_SECRET")) {
        (Some(emulator), _) => Some(demo::webhooks(emulator, APP)?),
        (None, Ok(secret)) => Some(Verifier::new([secret])?),
        (None, Err(_)) => None,
    };
    axum::serve(listener, app(stytch, mails, webhooks)).await?;
    Ok(())
}
