//! Signs a person up who names no organization: proves the email address first, then offers the
//! organizations that are open to it, or founds a new one.
//!
//! ```text
//! cargo run -p stytch-b2b --example discovery_sign_up -- EMAIL NEW_ORGANIZATION_NAME
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::Client;
use stytch_b2b::discovery::{intermediate_sessions as chosen, organizations as founded};
use stytch_b2b::magic_links::{discovery, email};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [address, name] = arguments("discovery_sign_up EMAIL NEW_ORGANIZATION_NAME")?;
    let stytch = Client::from_env()?;

    let request = email::discovery::SendRequest::new(&address);
    let mail = stytch.magic_links().email();
    mail.discovery().send(request).await?;
    let token = ask("`token` in the address of the page that the link opens")?;

    // This proves the address and nothing more. Nobody is logged in yet: the intermediate session
    // token is good for ten minutes, in which the person chooses.
    let request = discovery::AuthenticateRequest::new(token);
    let links = stytch.magic_links();
    let found = links.discovery().authenticate(request).await?;
    let proof = found.intermediate_session_token;

    println!("0: found {name}");
    let open = found.discovered_organizations.into_iter();
    let open: Vec<_> = open.filter_map(|found| found.organization).collect();
    for (number, organization) in (1..).zip(&open) {
        println!("{number}: enter {}", organization.organization_name);
    }
    let number: usize = ask("Which one")?.parse()?;

    // Both ways end alike: with a session, or with a step that the organization still asks for.
    let (member, session_token) = match number.checked_sub(1) {
        Some(index) => {
            let organization = open
                .into_iter()
                .nth(index)
                .ok_or("there is no such number")?;
            let request = chosen::ExchangeRequest::new(proof, organization.organization_id)
                .session_duration_minutes(60);
            let sessions = stytch.discovery().intermediate_sessions();
            let login = sessions.exchange(request).await?;
            (login.member, login.session_token)
        }
        None => {
            let request = founded::CreateRequest::new(proof)
                .organization_name(name)
                .session_duration_minutes(60);
            let login = stytch.discovery().organizations().create(request).await?;
            (login.member, login.session_token)
        }
    };
    if session_token.is_empty() {
        println!("{} still owes a factor.", member.email_address);
    } else {
        println!("{} is logged in.", member.email_address);
    }
    Ok(())
}
