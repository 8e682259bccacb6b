//! A login from the first mail to the refusal, against the emulator in this process: no account needed.
//!
//! ```text
//! cargo run -p tour
//! ```

#![allow(clippy::print_stdout, reason = "the program shows what happens")]

use std::error::Error;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use stytch_b2b::discovery::organizations as founding;
use stytch_b2b::magic_links::discovery as links;
use stytch_b2b::magic_links::email::discovery as mails;
use stytch_b2b::{ErrorType, organizations, sessions};
use stytch_emulator::{Emulator, Fault};

/// The custom claims that this app puts into its sessions.
#[derive(Debug, Deserialize)]
struct Claims {
    plan: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let stytch = emulator.b2b_client();

    println!("1. Ada asks for a mail, and follows its link.");
    let request = mails::SendRequest::new("ada@example.com");
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await?;
    let inbox = emulator.messages().to("ada@example.com");
    let mail = inbox.next_within(Duration::from_secs(5)).await;
    let mail = mail.ok_or("no mail")?;
    println!("   {}", mail.link.unwrap_or_default());
    let request = links::AuthenticateRequest::new(mail.token.unwrap_or_default());
    let proven = stytch
        .magic_links()
        .discovery()
        .authenticate(request)
        .await?;

    println!("\n2. She founds an organization, and is logged in as its admin.");
    let request = founding::CreateRequest::new(proven.intermediate_session_token)
        .organization_name("Acme Co")
        .session_duration_minutes(60)
        .session_custom_claims(json!({ "plan": "enterprise" }));
    let login = stytch.discovery().organizations().create(request).await?;
    println!("   {}, admin: {}", login.member_id, login.member.is_admin);

    println!("\n3. Her JWT is checked here, with the project's public keys.");
    let jwt = login.session_jwt.expose();
    let session = stytch.sessions().authenticate_jwt_local(jwt).await?;
    let claims: Claims = session.custom_claims_as()?;
    println!("   {} on the plan {}", session.member_id, claims.plan);

    println!("\n4. RBAC says what she may do, and what she may not.");
    let verdict = session
        .require_permission("stytch.member", "create")
        .await?;
    let roles: Vec<_> = verdict.granted_by().collect();
    println!("   invite members: yes, as {}", roles.join(", "));
    if let Err(refusal) = session.require_permission("invoices", "approve").await {
        println!(
            "   approve invoices: no; a guard answers 403: {}",
            refusal.is_forbidden()
        );
    }

    println!("\n5. The service has a bad moment. Reads are repeated.");
    let fault = Fault::new()
        .operation("b2b.organizations.get")
        .refuse(503, "server_unavailable");
    emulator.add_fault(fault.times(2));
    let request = organizations::GetRequest::new(&session.organization_id);
    let found = stytch.organizations().get(request).response().await?;
    println!(
        "   {} after {} attempts",
        found.organization.organization_name,
        found.attempts()
    );

    println!("\n6. A refusal says why, in a line for the log and in words to branch on.");
    let slug = &found.organization.organization_slug;
    let request = organizations::CreateRequest::new("Acme Ltd").organization_slug(slug);
    if let Err(error) = stytch.organizations().create(request).await {
        println!("   {error}");
        let is_taken = error.error_type() == Some(&ErrorType::OrganizationSlugAlreadyUsed);
        println!(
            "   taken? {is_taken}; again later? {}",
            error.is_retryable()
        );
    }

    println!(
        "\n7. She logs out. Her JWT passes here until it ends, five minutes after it was made."
    );
    let request = sessions::RevokeRequest::new().session_token(login.session_token.clone());
    stytch.sessions().revoke(request).await?;
    let alive = stytch.sessions().authenticate_jwt_local(jwt).await.is_ok();
    println!("   checked here, at once: {alive}");
    emulator.clock().advance(Duration::from_secs(5 * 60));
    match stytch.sessions().authenticate_jwt(jwt).await {
        Ok(_) => println!("   five minutes later: still in"),
        Err(error) => println!(
            "   five minutes later: log in again? {}",
            error.needs_login()
        ),
    }
    Ok(())
}
