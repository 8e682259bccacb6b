//! Signs a user up, or logs one in, with a link sent by email, and keeps the session as a web app would:
//! checked on each request, ended at logout.
//!
//! ```text
//! cargo run -p stytch-consumer --example magic_link_sign_up -- EMAIL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_consumer::{Client, magic_links, magic_links::email, sessions};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [address] = arguments("magic_link_sign_up EMAIL")?;
    let stytch = Client::from_env()?;

    // Pending until the link is followed, so that a mistyped address leaves no active user behind.
    let request = email::LoginOrCreateRequest::new(address).create_user_as_pending(true);
    let sent = stytch
        .magic_links()
        .email()
        .login_or_create(request)
        .await?;
    let kind = if sent.user_created {
        "sign-up"
    } else {
        "login"
    };
    println!("A {kind} link is on its way.");

    // The link leads to a redirect URL of the dashboard; a web app reads the token from its query.
    let token = ask("`token` in the address of the page that the link opens")?;
    // Without a duration the token is checked, but no session begins.
    let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
    let login = match stytch.magic_links().authenticate(request).await {
        Ok(login) => login,
        Err(error) if error.is_type("unable_to_auth_magic_link") => {
            return Err("the link is used up or has expired: start over".into());
        }
        Err(error) => return Err(error.into()),
    };
    println!("{} is logged in.", login.user_id);

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
