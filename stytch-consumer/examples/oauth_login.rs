//! Logs a user in with an account at an OAuth provider, and gets the provider's own tokens on the way.
//!
//! ```text
//! cargo run -p stytch-consumer --example oauth_login -- PROVIDER
//! ```
//!
//! `PROVIDER` is one that is set up in the dashboard, such as `google` or `github`. The public token of
//! the project stands there, too; the program takes it from `STYTCH_PUBLIC_TOKEN`.

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_consumer::{Client, Pkce, oauth};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [provider] = arguments("oauth_login PROVIDER")?;
    let stytch = Client::from_env()?;

    // The login begins in the browser: with a redirect to this link, or a button of your page that leads
    // there. It goes to the provider and ends at a redirect URL of the dashboard. A page would keep the
    // verifier in a cookie, so that only this browser can finish what it began.
    let pkce = Pkce::new();
    let link = oauth::StartLink::new(provider).code_challenge(pkce.challenge());
    println!("Open this page and log in:");
    println!("  {}", stytch.oauth().start(link)?);
    let token = ask("`token` in the address of the page that it ends at")?;

    let request = oauth::AuthenticateRequest::new(token)
        .code_verifier(pkce.into_verifier())
        .session_duration_minutes(60);
    let login = match stytch.oauth().authenticate(request).await {
        Ok(login) => login,
        Err(error) if error.is_type("oauth_token_not_found") => {
            return Err("the token is wrong, used up or expired: start over".into());
        }
        Err(error) => return Err(error.into()),
    };

    println!(
        "{} is logged in with {}.",
        login.user_id, login.provider_type
    );
    if let Some(session) = login.user_session
        && let Some(end) = session.expires_at
    {
        println!("The session is good until {end}.");
    }
    // For the provider's own API, as far as the scopes allow. The provider gives them out at each
    // login, so store them only if you call its API between logins.
    let provider = login.provider_values;
    println!("Scopes at the provider: {}", provider.scopes.join(" "));
    if provider.access_token.is_empty() {
        println!("It gave no access token.");
    }
    Ok(())
}
