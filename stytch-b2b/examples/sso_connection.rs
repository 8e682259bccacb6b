//! Sets up single sign-on for an organization over OIDC, and logs a member in with it.
//!
//! ```text
//! cargo run -p stytch-b2b --example sso_connection -- ORGANIZATION_ID ISSUER
//! ```
//!
//! The public token of the project, which stands in the dashboard, comes from `STYTCH_PUBLIC_TOKEN`.

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{Client, Pkce, organizations, sso, sso::oidc};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [organization_id, issuer] = arguments("sso_connection ORGANIZATION_ID ISSUER")?;
    let stytch = Client::from_env()?;

    // Each side needs something from the other, so a connection begins half-made. SAML goes the same
    // way: `sso().saml()` has `acs_url` and `audience_uri` in place of the redirect URL.
    let request = oidc::CreateConnectionRequest::new(&organization_id)
        .display_name("Company login")
        .identity_provider(sso::IdentityProvider::Generic);
    let created = stytch.sso().oidc().create_connection(request).await?;
    let connection = created.connection.ok_or("the answer has no connection")?;
    println!("Make an application at the identity provider, with this redirect URL:");
    println!("  {}", connection.redirect_url);

    // The addresses of the provider come from its metadata document, found below the issuer.
    let request = oidc::UpdateConnectionRequest::new(&organization_id, &connection.connection_id)
        .issuer(issuer)
        .client_id(ask("Client id of that application")?)
        .client_secret(ask("Its client secret")?);
    let updated = stytch.sso().oidc().update_connection(request).await?;
    if let Some(warning) = updated.warning {
        println!("The metadata could not be read, so set the addresses by hand: {warning}");
    }
    let connection = updated.connection.ok_or("the answer has no connection")?;
    if connection.status != sso::ConnectionStatus::Active {
        return Err(format!(
            "the connection is {}: something is missing",
            connection.status
        )
        .into());
    }

    // Who logs in for the first time becomes a member, because they come from the company's own login.
    let request = organizations::UpdateRequest::new(&organization_id)
        .sso_default_connection_id(&connection.connection_id)
        .sso_jit_provisioning(organizations::AccessPolicy::AllAllowed);
    stytch.organizations().update(request).await?;

    // The login begins in the browser, and ends at a redirect URL of the dashboard. A page would keep the
    // verifier in a cookie, so that only this browser can finish what it began.
    let pkce = Pkce::new();
    let link = sso::StartLink::new(connection.connection_id).pkce_code_challenge(pkce.challenge());
    println!("Open this page and log in:");
    println!("  {}", stytch.sso().start(link)?);
    let token = ask("`token` in the address of the page that it ends at")?;
    let request = sso::AuthenticateRequest::new(token)
        .pkce_code_verifier(pkce.into_verifier())
        .session_duration_minutes(60);
    let login = stytch.sso().authenticate(request).await?;
    println!(
        "{} came in through the company login.",
        login.member.email_address
    );
    Ok(())
}
