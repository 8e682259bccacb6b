//! Logs a member in with a passcode sent by email and the code of an authenticator app, which is set up
//! on the way if there is none yet. A recovery code stands in for a lost app.
//!
//! ```text
//! cargo run -p stytch-b2b --example mfa_totp -- ORGANIZATION_ID EMAIL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{Client, MfaEnrollment, otps::email, recovery_codes, totps};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [organization_id, address] = arguments("mfa_totp ORGANIZATION_ID EMAIL")?;
    let stytch = Client::from_env()?;

    let request = email::LoginOrSignupRequest::new(&organization_id, &address);
    stytch.otps().email().login_or_signup(request).await?;
    let code = ask("Code from the email")?;
    let request = email::AuthenticateRequest::new(&organization_id, address, code);
    let first = stytch.otps().email().authenticate(request).await?;

    if first.member.totp_registration_id.as_str().is_empty() {
        // Whoever sets up a second factor proves the first: by the session if the login is complete,
        // else by the intermediate session.
        let mut request = totps::CreateRequest::new(&organization_id, &first.member_id);
        request = if first.member_authenticated {
            request.session_token(&first.session_token)
        } else {
            request.intermediate_session_token(&first.intermediate_session_token)
        };
        let totp = stytch.totps().create(request).await?;
        // A web page shows `qr_code` as an image instead.
        println!(
            "Enter this key in the authenticator app: {}",
            totp.secret.expose()
        );
        println!("Keep these for the day the app is lost:");
        for code in &totp.recovery_codes {
            println!("  {}", code.expose());
        }
    }

    let code = ask("Code of the app, or `lost`")?;
    let (member, factors) = if code == "lost" {
        let code = ask("Recovery code")?;
        let request = recovery_codes::RecoverRequest::new(organization_id, first.member_id, code)
            .intermediate_session_token(first.intermediate_session_token);
        let login = stytch.recovery_codes().recover(request).await?;
        println!(
            "{} recovery codes are left.",
            login.recovery_codes_remaining
        );
        (login.member, login.member_session)
    } else {
        let request = totps::AuthenticateRequest::new(organization_id, first.member_id, code)
            .set_mfa_enrollment(MfaEnrollment::Enroll);
        // The same proof once more; this call turns it into a session with both factors.
        let request = if first.member_authenticated {
            request.session_token(first.session_token)
        } else {
            request.intermediate_session_token(first.intermediate_session_token)
        };
        let login = stytch.totps().authenticate(request).await?;
        (login.member, login.member_session)
    };
    let factors = factors.map_or(0, |session| session.authentication_factors.len());
    println!(
        "{} is logged in with {factors} factors.",
        member.email_address
    );
    Ok(())
}
