//! `stytch-emulator clock`.

use clap::Args;
use serde_json::{Value, json};
use stytch_core::Timestamp;

use super::remote::Remote;
use super::{Outcome, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// How many seconds to go forward.
    #[arg(long, value_name = "SECONDS", conflicts_with_all = ["freeze", "real"])]
    advance: Option<u64>,
    /// Where to stop it, such as 2026-01-31T12:00:00Z.
    #[arg(long, value_name = "TIME", conflicts_with = "real")]
    freeze: Option<Timestamp>,
    /// Goes by the machine's clock again.
    #[arg(long)]
    real: bool,
    #[command(flatten)]
    remote: Remote,
}

pub(super) async fn run(arguments: Arguments) -> Outcome {
    let change = match (arguments.advance, arguments.freeze, arguments.real) {
        (Some(seconds), _, _) => Some(json!({ "advance_seconds": seconds })),
        (None, Some(time), _) => Some(json!({ "freeze_at": time })),
        (None, None, true) => Some(json!({ "real": true })),
        (None, None, false) => None,
    };
    let answer = match change {
        None => arguments.remote.get("clock", &[]).await?,
        Some(change) => arguments.remote.post("clock", change.to_string()).await?,
    };
    print(
        answer
            .get("now")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    )?;
    Ok(true)
}
