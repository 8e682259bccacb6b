//! The service in this process, with an organization in it.

use std::error::Error;

use stytch_b2b::m2m;
use stytch_b2b::organizations::GetRequest;
use stytch_b2b::tokens::TokenRequest;
use stytch_b2b::webhooks::Verifier;
use stytch_emulator::Emulator;

/// An emulator whose links lead to the app at `base`. Ada is the admin of Acme, whose people come from an
/// identity provider.
///
/// # Errors
/// If no port is free.
pub async fn emulator(base: &str) -> Result<Emulator, Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    emulator.seed(&format!(
        "
settings:
  default_redirect_url: {base}/authenticate
organizations:
  - organization_name: Acme
members:
  - organization_id: acme
    email_address: ada@acme.example
    assigned_roles: [stytch_admin]
sso_connections:
  - organization_id: acme
    display_name: Identity provider of Acme
"
    ))?;
    Ok(emulator)
}

/// Has the emulator tell the app at `base` of changes. The verifier knows its secret.
///
/// # Errors
/// If the secret is none.
pub fn webhooks(emulator: &Emulator, base: &str) -> Result<Verifier, Box<dyn Error>> {
    let endpoint = emulator.webhooks().to(format!("{base}/webhooks"));
    Ok(Verifier::new([endpoint.secret()])?)
}

/// How a program asks for the members of Acme.
///
/// # Errors
/// If the emulator does not answer.
pub async fn machine(emulator: &Emulator) -> Result<String, Box<dyn Error>> {
    let stytch = emulator.b2b_client();
    let request = m2m::clients::CreateRequest::new(["read:members"]).client_name("Example");
    let made = stytch.m2m().clients().create(request).await?.m2m_client;
    let request = TokenRequest::new(made.client_id.as_str(), made.client_secret);
    let token = stytch.m2m().token(request).await?;
    let acme = stytch
        .organizations()
        .get(GetRequest::new("acme"))
        .await?
        .organization;
    Ok(format!(
        "A machine asks for its members:\n  curl -H 'Authorization: Bearer {}' \\\n    http://localhost:3000/api/organizations/{}/members",
        token.access_token.expose(),
        acme.organization_id,
    ))
}
