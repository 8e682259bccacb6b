// Generated from codegen/src/outputs/entry/guides/sessions.rs.in by `cargo xtask generate`. Do not edit.

//! Sessions: checking them, how often, ending them, and the cookies they travel in.
//!
//! A login ends with two secrets for one session:
//!
//! | | session token | session JWT |
//! |---|---|---|
//! | looks like | opaque text | a signed JWT |
//! | lives for | as long as the session: 5 minutes to 366 days | five minutes |
//! | is checked by | the API | your own process |
//! | knows that the session was revoked | at once | when it ends |
//! | usual cookie | `stytch_session` | `stytch_session_jwt` |
//!
//! A login gives both only if `.session_duration_minutes(…)` says how long the session is to live.
//!
//! # Checking
//!
//! The signature of a JWT is checked with the project's public keys, which are fetched once and kept fresh.
//! The check costs microseconds and no request:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use stytch_consumer::{Client, TokenError, testing::{Issuer, TestClock}};
//!
//! let clock = TestClock::at("2026-01-01T12:00:00Z".parse()?);
//! let issuer = Issuer::new().with_clock(clock.clone());
//! let stytch: Client = issuer.client().build()?;
//! let jwt = issuer.user_session("user-test-1").mint();
//!
//! clock.advance(Duration::from_secs(4 * 60));
//! let session = stytch.sessions().authenticate_jwt_local(&jwt).await?;
//! assert_eq!(session.user_id, "user-test-1");
//!
//! // A page that wants to be surer than five minutes:
//! let check = stytch.sessions().authenticate_jwt_local(&jwt).max_token_age(Duration::from_secs(60));
//! assert_eq!(check.await.unwrap_err().token_error(), Some(&TokenError::TooOld));
//! # Ok(())
//! # }
//! ```
//!
//! [`authenticate_jwt`](crate::sessions::Sessions::authenticate_jwt) does the same, and asks the API where that
//! can't decide, above all when the JWT has expired: the API takes an expired JWT for as long as the session
//! lives, and answers with a new one. That makes it the one call that a web app needs for its pages:
//!
//! ```no_run
//! use stytch_consumer::{Client, Error, sessions::Session, tokens::Authenticated};
//!
//! /// Whose session a cookie is. `None`: clear the cookies, and show the login page.
//! async fn visitor(
//!     stytch: &Client,
//!     jwt_cookie: &str,
//! ) -> Result<Option<Authenticated<Session>>, Error> {
//!     match stytch.sessions().authenticate_jwt(jwt_cookie).await {
//!         // if the API was asked, `session.session_jwt()` is what the cookie becomes
//!         Ok(session) => Ok(Some(session)),
//!         Err(error) if error.needs_login() => Ok(None),
//!         // an outage, or a mistake of ours: 503 or 500, and the cookies stay
//!         Err(error) => Err(error),
//!     }
//! }
//! ```
//!
//! The last arm matters. An app that clears the cookies after every failure logs all its people out when the
//! service hiccups, or when its own secret was rotated.
//!
//! # How often to ask the API
//!
//! | for | use | a revoked session ends after |
//! |---|---|---|
//! | pages, most of an API | `authenticate_jwt` | five minutes at most |
//! | what changes something | `authenticate_jwt` with `.max_token_age(…)` of a minute | that age at most |
//! | money, keys, deleting, changing how one logs in | [`authenticate`](crate::sessions::Sessions::authenticate) | at once |
//!
//! Asking each time makes the service part of every page's latency and of your availability. Not asking at
//! all, with `authenticate_jwt_local` alone, ends every session after five minutes, unless the browser renews
//! the JWT, as the vendor's own script does.
//!
//! Within one request, check once and pass the result on: it knows the session, its
//! [custom claims](crate::tokens::Authenticated::custom_claims_as), and can be
//! [asked for permissions](crate::tokens::Authenticated::require_permission) without reading the JWT again.
//!
//! # Ending
//!
//! [`revoke`](crate::sessions::Sessions::revoke) ends a session for good. Clear both cookies as well, since the
//! JWT passes checks that don't ask until it ends:
//!
//! ```no_run
//! # use stytch_consumer::{Client, Error, Secret, sessions};
//! async fn log_out(stytch: &Client, session_token: Secret) -> Result<(), Error> {
//!     let request = sessions::RevokeRequest::new().session_token(session_token);
//!     stytch.sessions().revoke(request).await?;
//!     Ok(())
//! }
//! ```
//!
//! A session also ends by itself at its `expires_at`;
//! `authenticate` with `.session_duration_minutes(…)` moves that, and without leaves it where it is.
//!
//! With [`remember_tokens`](crate::ClientBuilder::remember_tokens) the second check of the same JWT costs next
//! to nothing. It changes nothing about revocation; `forget_tokens` empties the memory.
//!
//! # Cookies
//!
//! - Names: `stytch_session` and `stytch_session_jwt`, so that the vendor's scripts find them, too.
//! - `Secure` everywhere but on `localhost`, `Path=/`, no `Domain` unless subdomains share the login.
//! - `SameSite=Lax`. With `Strict` whoever comes back from a mail, a provider or a payment page is logged out on
//!   the first page.
//! - `HttpOnly`, unless scripts in the page need the tokens.
//! - Both expire at the session's `expires_at`, the JWT's cookie, too: an expired JWT is what renewal begins
//!   with.
//! - `Lax` alone does not stop forged requests from a subdomain, or those that `GET` lets change something. A
//!   request that writes should come from your own pages: look at `Sec-Fetch-Site` or `Origin`.
//!
//! For axum all of this exists, with the renewal of concurrent requests in one call: the crate `stytch-axum`.
