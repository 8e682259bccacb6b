//! Lets a user who has forgotten the password set a new one, by way of a link sent by email.
//!
//! ```text
//! cargo run -p stytch-consumer --example password_reset -- EMAIL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_consumer::{Client, passwords, passwords::email};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [address] = arguments("password_reset EMAIL")?;
    let stytch = Client::from_env()?;

    let request = email::ResetStartRequest::new(&address).reset_password_expiration_minutes(15);
    match stytch.passwords().email().reset_start(request).await {
        Ok(_) => println!("A link is on its way to {address}."),
        // Say the same to whoever asks, or anybody can find out who has an account.
        Err(error) if error.is_not_found() => {
            println!("A link is on its way to {address}.");
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    }
    let token = ask("`token` in the address of the page that the link opens")?;

    // The reset refuses a weak password, too, but without saying what would make it better.
    let password = loop {
        let password = ask("New password (it shows)")?;
        let request = passwords::StrengthCheckRequest::new(&password).email(&address);
        let check = stytch.passwords().strength_check(request).await?;
        if check.valid_password {
            break password;
        }
        if check.breached_password {
            println!("This one is known from a data breach.");
        }
        if let Some(feedback) = check.feedback {
            println!("{} {}", feedback.warning, feedback.suggestions.join(" "));
        }
    };

    let request = email::ResetRequest::new(token, password).session_duration_minutes(60);
    match stytch.passwords().email().reset(request).await {
        Ok(login) => {
            // All other sessions of the user have ended: whoever got hold of the old password is out.
            println!("{} has a new password and is logged in.", login.user_id);
            Ok(())
        }
        Err(error) if error.is_type("unable_to_auth_password_reset_token") => {
            Err("the link is used up or has expired: start over".into())
        }
        Err(error) => Err(error.into()),
    }
}
