//! `stytch-emulator messages`.

use clap::{Args, ValueEnum};
use stytch_emulator::Message;

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Those to this address or number alone.
    #[arg(long, value_name = "RECIPIENT")]
    to: Option<String>,
    /// Those that travel like this alone.
    #[arg(long)]
    channel: Option<Channel>,
    /// How many seconds to wait for one, 60 at most.
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    wait: u8,
    /// Prints them as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    remote: Remote,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Channel {
    Email,
    Sms,
    Whatsapp,
}

pub(super) async fn run(arguments: Arguments) -> Outcome {
    let wait = arguments.wait.to_string();
    let channel = arguments.channel.map(|channel| match channel {
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Whatsapp => "whatsapp",
    });
    let mut query = vec![("wait", wait.as_str())];
    query.extend(arguments.to.as_deref().map(|to| ("to", to)));
    query.extend(channel.map(|channel| ("channel", channel)));
    let mut found = arguments.remote.get("messages", &query).await?;
    let found = found.get_mut("messages").map(serde_json::Value::take);
    let found = found.ok_or("the answer has no messages: is it an emulator?")?;
    if arguments.json {
        print(format_args!("{found:#}"))?;
        return Ok(found.as_array().is_some_and(|found| !found.is_empty()));
    }
    let messages: Vec<Message> = serde_json::from_value(found)?;
    for message in &messages {
        print(line(message))?;
    }
    Ok(!messages.is_empty())
}

fn line(message: &Message) -> String {
    let Message { at, to, .. } = message;
    let subject = message.subject.as_ref().unwrap_or(&message.kind);
    let mut text = format!("{at}  {to}  {subject}");
    for part in [&message.link, &message.login_link, &message.code]
        .into_iter()
        .flatten()
    {
        text += "\n  ";
        text += part;
    }
    text
}
