//! The life of a machine-to-machine client: made, used for an access token that another service checks,
//! given a new secret without downtime, turned off, deleted. The consumer client has the same methods.
//!
//! ```text
//! cargo run -p stytch-b2b --example m2m_client -- NAME SCOPE
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::m2m::clients::{self, secrets};
use stytch_b2b::{Client, m2m, tokens::TokenRequest};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [name, scope] = arguments("m2m_client NAME SCOPE")?;
    let stytch = Client::from_env()?;
    let clients = stytch.m2m().clients();

    let request = clients::CreateRequest::new([&scope]).client_name(name);
    let client = clients.create(request).await?.m2m_client;
    let id = client.client_id;
    println!("client_id: {id}");
    // Shown this once; the service that uses it keeps it where it keeps its secrets.
    println!("client_secret: {}", client.client_secret.expose());

    // What the service does before it calls another one. One that calls often holds a `token_source`,
    // which keeps the token until it is about to expire.
    let request = TokenRequest::new(id.as_str(), client.client_secret).scopes([&scope]);
    let token = stytch.m2m().token(request).await?.access_token;

    // What the service that is called does: no request is made for this, once the keys are there.
    let check = stytch.m2m().authenticate_token(token.expose());
    match check.require_scopes([&scope]).await {
        Ok(machine) => println!("{} may {}", machine.client_id(), machine.scopes().join(" ")),
        Err(error) if error.is_forbidden() => println!("The token lacks {scope}."),
        Err(error) => println!("Refused: {error}"),
    }

    // From start to end both secrets work, so the service changes over when it suits.
    let request = secrets::RotateStartRequest::new(&id);
    let started = clients.secrets().rotate_start(request).await?;
    println!(
        "next secret: {}",
        started.m2m_client.next_client_secret.expose()
    );
    if ask("Does the service use it by now? [y/n]")? == "y" {
        let request = secrets::RotateRequest::new(&id);
        clients.secrets().rotate(request).await?;
        println!("The old secret is void.");
    } else {
        let request = secrets::RotateCancelRequest::new(&id);
        clients.secrets().rotate_cancel(request).await?;
        println!("The next secret is void.");
    }

    // No new tokens from now on. Those that are out live up to an hour: whoever checks them and cannot
    // wait that long asks for `max_token_age`.
    let request = clients::UpdateRequest::new(&id).status(m2m::ClientStatus::Inactive);
    let client = clients.update(request).await?.m2m_client;
    println!("{} is {}.", client.client_id, client.status);

    let gone = clients.delete(clients::DeleteRequest::new(id)).await?;
    println!("{} is gone.", gone.client_id);
    Ok(())
}
