//! Logs a member in with a link sent by email, and keeps the session as a web app would: checked on
//! each request, ended at logout.
//!
//! ```text
//! cargo run -p stytch-b2b --example magic_link_login -- ORGANIZATION_ID EMAIL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{Client, magic_links, magic_links::email, sessions};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [organization_id, address] = arguments("magic_link_login ORGANIZATION_ID EMAIL")?;
    let stytch = Client::from_env()?;

    let request = email::LoginOrSignupRequest::new(organization_id, address);
    let sent = match stytch.magic_links().email().login_or_signup(request).await {
        Ok(sent) => sent,
        // The organization takes nobody in by itself. On a login page, say the same as when the link
        // was sent, or anybody can find out who its members are.
        Err(error)
            if error.is_type("email_jit_provisioning_not_allowed")
                || error.is_type("invalid_email_for_jit_provisioning") =>
        {
            return Err("no such member, and nobody can join without an invitation".into());
        }
        Err(error) => return Err(error.into()),
    };
    println!("A link is on its way to {}.", sent.member.email_address);

    // The link leads to a redirect URL of the dashboard; a web app reads the token from its query.
    let token = ask("`token` in the address of the page that the link opens")?;
    let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    let login = match stytch.magic_links().authenticate(request).await {
        Ok(login) => login,
        Err(error) if error.is_type("unable_to_auth_magic_link") => {
            return Err("the link is used up or has expired: start over".into());
        }
        Err(error) => return Err(error.into()),
    };

    if !login.member_authenticated {
        // `intermediate_session_token` is the ticket to the next step: see `mfa_sms` and `mfa_totp`.
        println!(
            "One more factor is due: {:?} {:?}",
            login.mfa_required, login.primary_required
        );
        return Ok(());
    }
    println!("{} is logged in.", login.member.email_address);

    // On every request after that: checked here with the project's public keys, and by the API once
    // the JWT is more than five minutes old, which also makes a new one for the cookie.
    let jwt = login.session_jwt.expose();
    let session = stytch.sessions().authenticate_jwt(jwt).await?;
    if let Some(end) = session.expires_at {
        println!("The session is good until {end}.");
    }
    if session.session_jwt().is_some() {
        println!("There is a fresh JWT for the cookie.");
    }

    let request = sessions::RevokeRequest::new().session_token(login.session_token);
    stytch.sessions().revoke(request).await?;
    println!("Logged out.");
    Ok(())
}
