//! Logs a member in with a password and a passcode sent by SMS, and enrolls the phone number of a member
//! who has none yet.
//!
//! ```text
//! cargo run -p stytch-b2b --example mfa_sms -- ORGANIZATION_ID EMAIL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{Client, MfaEnrollment, mfa, otps::sms, passwords};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [organization_id, address] = arguments("mfa_sms ORGANIZATION_ID EMAIL")?;
    let stytch = Client::from_env()?;

    let password = ask("Password (it shows)")?;
    let request = passwords::AuthenticateRequest::new(organization_id, address, password);
    let first = stytch.passwords().authenticate(request).await?;
    let Some(due) = first.mfa_required else {
        println!(
            "No second factor is due; {} is logged in.",
            first.member.email_address
        );
        return Ok(());
    };

    // The API has sent a code to the number it knows, unless it knows none.
    if due.secondary_auth_initiated != Some(mfa::SecondaryAuth::SmsOtp) {
        let mut request =
            sms::SendRequest::new(&first.organization.organization_id, &first.member_id)
                .intermediate_session_token(&first.intermediate_session_token);
        if first.member.mfa_phone_number.is_empty() {
            request = request.mfa_phone_number(ask("Phone number, such as +12025550162")?);
        }
        stytch.otps().sms().send(request).await?;
    }

    // A mistyped code is no reason to start over, but somebody who guesses must not go on for ever.
    for _ in 0..3 {
        let code = ask("Code from the message")?;
        let request = sms::AuthenticateRequest::new(
            &first.organization.organization_id,
            &first.member_id,
            code,
        )
        .intermediate_session_token(&first.intermediate_session_token)
        .session_duration_minutes(60)
        .set_mfa_enrollment(MfaEnrollment::Enroll);
        match stytch.otps().sms().authenticate(request).await {
            Ok(login) => {
                let factors = login
                    .member_session
                    .map_or(0, |it| it.authentication_factors.len());
                println!(
                    "{} is logged in with {factors} factors.",
                    login.member.email_address
                );
                return Ok(());
            }
            Err(error) if error.is_type("otp_code_not_found") => println!("That is not it."),
            Err(error) => return Err(error.into()),
        }
    }
    Err("three wrong codes: start over".into())
}
