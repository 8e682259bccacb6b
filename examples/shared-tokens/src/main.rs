//! Two instances of a service that share the token of their machine in Redis, against the emulator in
//! this process.
//!
//! ```text
//! REDIS_URL=redis://localhost cargo run -p shared-tokens
//! ```

#![allow(clippy::print_stdout, reason = "the program shows what happens")]

mod store;
#[cfg(test)]
mod tests;

use std::{
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use redis::aio::ConnectionManager;
use store::SharedTokens;
use stytch_b2b::{AttemptRequest, Client, Observer, Secret, m2m::clients, tokens::TokenRequest};
use stytch_emulator::Emulator;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::var("REDIS_URL").unwrap_or_else(|_| "redis://localhost".to_owned());
    let asked = run(&address).await?;
    println!("Two instances had the same token, after {asked} request for one.");
    Ok(())
}

/// Counts the requests for a token.
#[derive(Default)]
struct Exchanges(AtomicUsize);

impl Observer for Exchanges {
    fn started(&self, attempt: &mut AttemptRequest<'_>) {
        if attempt.operation().name() == "m2m.token" {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Lets two instances get a token, and tells how often the service was asked for one.
async fn run(redis: &str) -> Result<usize, Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let request = clients::CreateRequest::new(["read:users"]);
    let created = emulator
        .b2b_client()
        .m2m()
        .clients()
        .create(request)
        .await?;
    let (id, secret) = (
        created.m2m_client.client_id,
        created.m2m_client.client_secret,
    );

    let exchanges = Arc::<Exchanges>::default();
    let mut tokens = Vec::new();
    for _ in 0..2 {
        let stytch = Client::builder(emulator.project_id(), emulator.secret())
            .base_url(emulator.url())
            .observer(Arc::clone(&exchanges))
            .build()?;
        let redis = ConnectionManager::new(redis::Client::open(redis)?).await?;
        tokens.push(instance(&stytch, id.as_str(), &secret, redis).await?);
    }
    if tokens.first() != tokens.last() {
        return Err("two instances, and two tokens".into());
    }
    Ok(exchanges.0.load(Ordering::Relaxed))
}

/// What each instance does: once when it starts, and then `token()` before each call to another service.
async fn instance(
    stytch: &Client,
    id: &str,
    secret: &Secret,
    redis: ConnectionManager,
) -> Result<Secret, stytch_b2b::Error> {
    let request = TokenRequest::new(id, secret).scopes(["read:users"]);
    let source = stytch
        .m2m()
        .token_source(request)
        .with_store(SharedTokens(redis));
    let token = source.token().await?;
    Ok(token)
}
