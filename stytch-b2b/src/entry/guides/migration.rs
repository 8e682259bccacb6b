// Generated from codegen/src/outputs/entry/guides/migration.rs.in by `cargo xtask generate`. Do not edit.

//! Moving from the crate `stytch` (version 11), call by call.
//!
//! That crate has both verticals; here each is a crate of its own, and an app depends on the one it uses:
//! `stytch::b2b` is `stytch-b2b`, `stytch::consumer` is `stytch-consumer`. Machines, connected apps, fraud and the
//! project are in both. Resources, methods and fields are the vendor's in both, so that most of the way is
//! mechanical, and the compiler leads. Both crates can be in an app while it moves.
//!
//! # What is spelled otherwise
//!
//! | there | here |
//! |---|---|
//! | `stytch::b2b::client::Client::new(&id, &secret)?` | [`Client::new(id, secret)?`](crate::Client::new), or `Client::from_env()?` |
//! | `Client::new_with_http_client(…)` | [`Client::builder(id, secret)`](crate::Client::builder) with `.base_url(…)`, `.http_client(…)`, … |
//! | `Arc<Client>`, since it is no `Clone` | `Client`: clones share everything |
//! | `client.organizations.members.create(…)` | `stytch.organizations().members().create(…)` |
//! | module `organizations_members` | module [`organizations::members`](crate::organizations::members), and so on for every `_` between resources |
//! | `otp_sms`, `otp_email` | [`otps::sms`](crate::otps::sms), [`otps::email`](crate::otps::email) |
//! | `passwords_session` | [`passwords::sessions`](crate::passwords::sessions) |
//! | `connected_apps_clients` | [`connected_app::clients`](crate::connected_app::clients) |
//! | `Request { a, b: Some(c), ..Default::default() }` | `Request::new(a).b(c)`: what is required is an argument |
//! | ids are `String` | ids are types; they take and compare with texts |
//! | tokens, passwords and codes are `String` | [`Secret`](crate::Secret): `.expose()` reads it |
//! | `chrono::DateTime<Utc>` | [`Timestamp`](crate::Timestamp), with conversions to chrono, time and jiff behind features |
//! | one enum per request for the same values | one enum; a value it does not know is `Unknown(text)` |
//! | `serde_json::Value` for metadata and claims | the same; `json!` is re-exported |
//! | features `rustls`, `native-tls`, `webpki-root-certs` | `rustls`, `native-tls`, `webpki-roots` |
//!
//! # A call
//!
//! There:
//!
//! ```text
//! let resp = client.magic_links.email.login_or_signup(LoginOrSignupRequest {
//!     organization_id: organization_id.to_string(),
//!     email_address: address.to_string(),
//!     ..Default::default()
//! }).await?;
//! ```
//!
//! Here:
//!
//! ```no_run
//! # use stytch_b2b::{Client, Error, magic_links::email};
//! # async fn example(stytch: Client, organization_id: &str, address: &str) -> Result<(), Error> {
//! let request = email::LoginOrSignupRequest::new(organization_id, address);
//! let sent = stytch.magic_links().email().login_or_signup(request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A deadline, further headers or a field that this release does not know yet go behind the method:
//! `.timeout(…)`, `.header(…)`, `.body_field(…)`. Before, that took `client.send` with a request of one's own.
//!
//! A call with the rights of one member, which there is no way to make there, is a setter of the call here:
//! `stytch.organizations().update(request).session_jwt(jwt)`.
//!
//! # A search
//!
//! There, a loop over `cursor`; here, pages are fetched as they are needed:
//!
//! ```no_run
//! # use stytch_b2b::{Client, Error, organizations::members};
//! # async fn example(stytch: Client) -> Result<(), Error> {
//! let request = members::SearchRequest::new(["organization-test-1"]);
//! let mut found = stytch.organizations().members().search(request).stream();
//! while let Some(member) = found.next().await {
//!     println!("{}", member?.member_id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # A check of a session
//!
//! There, each check is a request: `client.sessions.authenticate(…)`. It exists here, too, and
//! [`authenticate_jwt`](crate::sessions::Sessions::authenticate_jwt) needs the service only every five minutes:
//! see [`sessions`](super::sessions). Permissions are checked here as well:
//! [`authorization`](super::authorization).
//!
//! # Machines
//!
//! There:
//!
//! ```text
//! let token = client.m2m.token(TokenRequest {
//!     client_id, client_secret, scopes: Some(scopes), grant_type: "client_credentials".into(),
//! }).await?;
//! let machine = client.m2m.authenticate_token(AuthenticateTokenRequest {
//!     access_token, required_scopes: Some(scopes), max_token_age_seconds: Some(60), ..Default::default()
//! }).await?;
//! ```
//!
//! Here:
//!
//! ```no_run
//! # use std::time::Duration;
//! # use stytch_b2b::{Client, Error, tokens::TokenRequest};
//! # async fn example(stytch: Client, access_token: &str) -> Result<(), Error> {
//! let request = TokenRequest::new("m2m-client-test-1", "secret").scopes(["read:users"]);
//! let source = stytch.m2m().token_source(request); // renews it; or `token(request)`, for one
//! let token = source.token().await?;
//!
//! let check = stytch.m2m().authenticate_token(access_token).require_scopes(["read:users"]);
//! let machine = check.max_token_age(Duration::from_secs(60)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! `scope_authorization_func` is [`scope_rule`](crate::tokens::MachineCheck::scope_rule), and may capture.
//!
//! # Errors
//!
//! | there | here |
//! |---|---|
//! | `Error::Response(e)` with `e.error_type == "…"` | `error.is_type("…")`, or `error.error_type()` and its enum |
//! | `e.status_code`, `e.request_id`, `e.error_message`, `e.error_url` | `status()`, `request_id()`, `message()`, `error_url()` |
//! | `Error::Unauthorized` (a scope is missing) | `error.is_forbidden()` |
//! | `Error::JWTError(_)`, `Error::JwkNotFound(_)` | kind [`Token`](crate::ErrorKind::Token); `error.token_error()` says why |
//! | `Error::FetchJwks` | kind [`CheckUnavailable`](crate::ErrorKind::CheckUnavailable), `error.is_retryable()` |
//! | `Error::Other(_)` | a kind each: timeout, connect, decode, … |
//!
//! Don't translate arm by arm: `needs_login()`, `is_forbidden()` and `is_retryable()` are what most matches were
//! after.
//!
//! # What behaves otherwise
//!
//! - A call ends after 30 seconds, retries and all; there it has no deadline unless the app gave its own HTTP
//!   client one. Reads are repeated after an outage, and nothing that may have been done already.
//! - A field that is missing or null, or an enum value that is new, fails a call there, and none here. A login
//!   without a session, or a token answer without a token, fails here.
//! - Requests and answers are logged whole at the level `DEBUG` there, tokens and passwords among them. Here no
//!   value is ever logged. If logs were kept at that level, they hold secrets.
//! - Keys are fetched again every five minutes there, behind a lock that all checks wait for; a key that is younger
//!   is refused until then. Here a check takes no lock, a new key is fetched when it is first seen, and an
//!   outage of the keys' address is nobody's.
//! - `iss` is `stytch.com/{project id}` alone there; tokens got through a domain of your own need
//!   [`accept_issuer`](crate::ClientBuilder::accept_issuer) here.
