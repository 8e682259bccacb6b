//! Registers somebody else's app as an OAuth client, and answers its first authorization request for a
//! member who is logged in.
//!
//! ```text
//! cargo run -p stytch-b2b --example connected_app -- APP_NAME REDIRECT_URL
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{
    Client, OauthResponseType, Secret, connected_app, connected_app::clients, idp::oauth,
};
use support::{Outcome, arguments, ask};

const CODE: OauthResponseType = OauthResponseType::Code;
const SCOPES: [&str; 3] = ["openid", "email", "profile"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [name, redirect_url] = arguments("connected_app APP_NAME REDIRECT_URL")?;
    let stytch = Client::from_env()?;

    // Third-party apps always ask for consent. This kind runs on a server, so it can keep a secret; one
    // that runs on the user's device is `ThirdPartyPublic`, has none, and uses PKCE.
    let request = clients::CreateRequest::new(connected_app::ClientType::ThirdParty)
        .client_name(name)
        .redirect_urls([&redirect_url]);
    let app = stytch
        .connected_app()
        .clients()
        .create(request)
        .await?
        .connected_app;
    println!("Hand to the makers of the app, since the secret is shown this once:");
    println!("  client_id: {}", app.client_id);
    println!(
        "  client_secret: {}",
        app.client_secret.as_ref().map_or("none", Secret::expose)
    );

    // The app sends the browser to your authorization page, with these values in the query. A real
    // page takes them from there, and the session from the cookie.
    let session_token = Secret::from(ask("Session token of a member who is logged in")?);
    let request = oauth::AuthorizeStartRequest::new(&app.client_id, &redirect_url, CODE, SCOPES)
        .session_token(&session_token);
    let asked = stytch.idp().oauth().authorize_start(request).await?;

    let mut consent = true;
    if asked.consent_required {
        println!("{} wants to:", asked.client.client_name);
        for scope in asked
            .scope_results
            .iter()
            .filter(|scope| scope.is_grantable)
        {
            println!("  - {}", scope.description);
        }
        consent = ask("Allow it? [y/n]")? == "y";
    }

    // The app hears of a refusal, too: the redirect carries a code or an OAuth error.
    let request = oauth::AuthorizeRequest::new(consent, SCOPES, app.client_id, redirect_url, CODE)
        .session_token(session_token)
        .state("whatever the app passed");
    let answer = stytch.idp().oauth().authorize(request).await?;
    // The address carries the code: it goes to the browser and into no log.
    println!("Location: {}", answer.redirect_uri.expose());
    Ok(())
}
