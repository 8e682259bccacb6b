//! `stytch-emulator webhook`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Sends a message about something that is there, signed, to the registered endpoints or to an address.
    Send(Send),
}

#[derive(Debug, Args)]
pub(super) struct Send {
    /// What is told, such as direct.member.update: direct, dashboard or scim; organization, member, user,
    /// `saml_connection`, `oidc_connection` or `scim_connection`; create, update or delete.
    event_type: String,
    /// The id of the organization, member, user or connection.
    id: String,
    /// An address on this machine, instead of the registered endpoints.
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// What the message to that address is signed with; that of the endpoint there unless set, or a new one.
    #[arg(
        long,
        value_name = "whsec_…",
        requires = "to",
        env = "STYTCH_WEBHOOK_SECRET",
        hide_env_values = true
    )]
    secret: Option<String>,
    /// How long to wait for the answers, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 15)]
    wait: u32,
    #[command(flatten)]
    remote: Remote,
}

pub(super) async fn run(command: Command) -> Outcome {
    let Command::Send(arguments) = command;
    let wanted = json!({
        "event_type": arguments.event_type,
        "id": arguments.id,
        "to": arguments.to,
        "secret": arguments.secret.filter(|_| arguments.to.is_some()),
        "wait": arguments.wait,
    });
    let answer = arguments.remote.post("webhooks/send", wanted.to_string());
    let answer = answer.await?;
    let deliveries = answer.get("deliveries").and_then(Value::as_array);
    let mut are_taken = true;
    for delivery in deliveries.into_iter().flatten() {
        let text = |pointer: &str| match delivery.pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        are_taken &= text("/status") == "delivered";
        let answered = text("/attempts/0/status") + &text("/attempts/0/error");
        print(format_args!(
            "{} {} {answered}",
            text("/id"),
            text("/status")
        ))?;
    }
    Ok(are_taken)
}
