//! Looks up the device that somebody signs up with, acts on the verdict, and keeps a bad one out for a
//! day. The B2B client has the same methods.
//!
//! ```text
//! cargo run -p stytch-consumer --example device_fingerprint -- TELEMETRY_ID
//! ```
//!
//! The telemetry id comes from the fingerprinting script in the browser.

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_consumer::{
    Client, fraud,
    fraud::{fingerprint, rules},
};
use support::{Outcome, arguments};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [telemetry_id] = arguments("device_fingerprint TELEMETRY_ID")?;
    let stytch = Client::from_env()?;

    // Marks of your own, to find the fingerprint by in the dashboard.
    let marks = fraud::Metadata::new().user_action("sign-up");
    let request = fingerprint::LookupRequest::new(telemetry_id).external_metadata(marks);
    let found = match stytch.fraud().fingerprint().lookup(request).await {
        Ok(found) => found,
        // A made-up id is the simplest way around the fingerprint.
        Err(error) if error.is_type("telemetry_id_not_found") => {
            println!("Refuse: nobody has taken this fingerprint.");
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };

    let verdict = found.verdict;
    println!("{} on a {}", verdict.action, verdict.detected_device_type);
    for reason in &verdict.reasons {
        println!("  because of {reason}");
    }
    match verdict.action {
        fraud::VerdictAction::Allow => println!("Go on."),
        fraud::VerdictAction::Challenge => println!("Ask for a second factor first."),
        // An action that is new to this version of the crate ends up here, too: refuse when in doubt.
        _ => {
            println!("Refuse.");
            // A rule by visitor id hits this visitor; one by a fingerprint may hit many more.
            if let Some(visitor_id) = found.fingerprints.visitor_id {
                let rule = rules::SetRequest::new(fraud::RuleAction::Block)
                    .visitor_id(visitor_id)
                    .expires_in_minutes(24 * 60)
                    .description("refused at sign-up");
                stytch.fraud().rules().set(rule).await?;
                println!("The visitor is kept out for a day.");
            }
        }
    }
    Ok(())
}
