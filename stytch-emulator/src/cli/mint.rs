//! `stytch-emulator mint`.

use clap::Args;
use serde_json::{Map, Value};

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The id of a member or a user, or, with `--organization`, the address or external id of a member.
    who: String,
    /// The organization of the member: its id, slug or external id.
    #[arg(long, value_name = "ID")]
    organization: Option<String>,
    /// How long the session lives.
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// Prints the JWT alone, to be put into a header.
    #[arg(long)]
    jwt: bool,
    #[command(flatten)]
    remote: Remote,
}

pub(super) async fn run(arguments: Arguments) -> Outcome {
    let who = &arguments.who;
    let kind = match (&arguments.organization, who.contains('@')) {
        (None, _) if who.starts_with("user-") => "user_id",
        (Some(_), true) => "email_address",
        _ => "member_id",
    };
    let mut wanted = Map::from_iter([(kind.to_owned(), Value::from(who.as_str()))]);
    if let Some(organization) = arguments.organization {
        wanted.insert("organization_id".to_owned(), organization.into());
    }
    if let Some(minutes) = arguments.minutes {
        wanted.insert("session_duration_minutes".to_owned(), minutes.into());
    }
    let wanted = Value::Object(wanted);
    let session = arguments.remote.post("mint", wanted.to_string()).await?;
    let text = |name: &str| {
        session
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    if arguments.jwt {
        print(text("session_jwt"))?;
        return Ok(true);
    }
    print(format_args!("session_token {}", text("session_token")))?;
    print(format_args!("session_jwt {}", text("session_jwt")))?;
    Ok(true)
}
