//! The guide on testing, of the B2B client.

use std::time::Duration;

use super::Outcome;

#[tokio::test]
async fn a_whole_login() -> Outcome {
    use stytch_b2b::{magic_links, magic_links::email, organizations};
    use stytch_emulator::Emulator;

    let emulator = Emulator::start().await?;
    let stytch = emulator.b2b_client();
    let request = organizations::CreateRequest::new("Acme Co");
    let acme = stytch.organizations().create(request).await?.organization;

    let request = email::InviteRequest::new(&acme.organization_id, "ada@example.com");
    stytch.magic_links().email().invite(request).await?;
    let mail = emulator
        .messages()
        .to("ada@example.com")
        .next_within(Duration::from_secs(5))
        .await;
    let token = mail.and_then(|mail| mail.token).ok_or("no mail")?;

    let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    let login = stytch.magic_links().authenticate(request).await?;

    // an hour later the session has ended
    emulator.clock().advance(Duration::from_secs(3600));
    let refused = stytch
        .sessions()
        .authenticate_jwt(login.session_jwt.expose())
        .await;
    assert!(refused.unwrap_err().needs_login());
    Ok(())
}

#[tokio::test]
async fn what_goes_wrong_on_purpose() -> Outcome {
    let emulator = stytch_emulator::Emulator::start().await?;
    let stytch = emulator.b2b_client();
    let jwt = &*super::sessions::log_in(&emulator).await;

    use stytch_emulator::Fault;

    let fault = Fault::new()
        .operation("b2b.sessions.authenticate")
        .refuse(503, "server_unavailable");
    emulator.add_fault(fault);
    emulator.clock().advance(Duration::from_secs(300));
    let failed = stytch.sessions().authenticate_jwt(jwt).await.unwrap_err();
    // the page says "come back soon", and nobody is logged out
    assert!(failed.is_retryable() && !failed.needs_login());
    emulator.clear_faults();
    assert!(stytch.sessions().authenticate_jwt(jwt).await.is_ok());
    Ok(())
}
