//! Real calls over HTTP, against a small server in this process: no account needed.
//!
//! ```text
//! cargo run -p stytch-b2b --example tour
//! ```

#![allow(clippy::print_stdout, reason = "the program shows what happens")]

mod server;

use std::error::Error;

use serde::Deserialize;
use stytch_b2b::{
    Client,
    organizations::{self, MfaPolicy},
    sessions,
};

/// The custom claims that this app puts into its sessions.
#[derive(Debug, Deserialize)]
struct Claims {
    plan: String,
    seats: u32,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let stytch = Client::builder("project-test-tour", "secret-test-tour")
        .base_url(server::start().await?)
        .build()?;

    println!("1. Create an organization.");
    let request = organizations::CreateRequest::new("Acme Co").organization_slug("acme-co");
    let acme = stytch.organizations().create(request).await?.organization;
    println!(
        "   {} has the id {}",
        acme.organization_name, acme.organization_id
    );

    println!("\n2. The API refuses the same slug again, and says why.");
    let request = organizations::CreateRequest::new("Acme Ltd").organization_slug("acme-co");
    if let Err(error) = stytch.organizations().create(request).await {
        println!("   one line for the log: {error}");
        let taken = error.is_type("organization_slug_already_used");
        println!(
            "   to branch on: taken? {taken}; again later? {}",
            error.is_retryable()
        );
        println!("   for support: {}", error.request_id().unwrap_or_default());
    }

    println!("\n3. The API grows: a policy that this version does not know survives the way back.");
    match &acme.mfa_policy {
        MfaPolicy::Unknown(policy) => println!("   kept as {policy}"),
        known => println!("   {known}"),
    }
    let request = organizations::UpdateRequest::new(&acme.organization_id)
        .organization_name("Acme Corporation")
        .mfa_policy(acme.mfa_policy);
    let acme = stytch.organizations().update(request).await?.organization;
    println!("   {} has {}", acme.organization_name, acme.mfa_policy);

    println!("\n4. Search, two on a page. The stream asks for the next page when it needs it.");
    for name in ["Bolt", "Crate", "Dynamo"] {
        stytch
            .organizations()
            .create(organizations::CreateRequest::new(name))
            .await?;
    }
    let request = organizations::SearchRequest::new().limit(2);
    let mut found = stytch.organizations().search(request).stream();
    while let Some(organization) = found.next().await {
        println!("   {}", organization?.organization_name);
    }

    println!("\n5. Check a session, and read the custom claims as a type of your own.");
    let request = sessions::AuthenticateRequest::new().session_token("the token of the cookie");
    println!("   the token does not print: {:?}", request.session_token);
    let answer = stytch.sessions().authenticate(request).await?;
    let claims: Claims = answer.custom_claims_as()?;
    println!("   {} pays for {} seats", claims.plan, claims.seats);
    Ok(())
}
