// Generated from codegen/src/outputs/entry/guides/testing.rs.in by `cargo xtask generate`. Do not edit.

//! Testing an app without the service: tokens of a made-up project, failures made to order, and an emulator
//! that whole logins run against.
//!
//! | what is tested | with | needs |
//! |---|---|---|
//! | guards, handlers behind a login, permissions | [`testing::Issuer`](crate::testing::Issuer) | nothing, not even a network |
//! | what the app does about a failure | [`testing::error`](crate::testing::error()) | nothing |
//! | logins, mails, second factors, renewal, retries | the crate `stytch-emulator` | a port on this machine |
//!
//! All three check real signatures by the code that runs in production. Put `stytch-b2b` among the
//! `dev-dependencies` with the feature `testing`; a release build does without.
//!
//! # Somebody who is logged in
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stytch_b2b::{Client, testing::Issuer};
//!
//! let issuer = Issuer::new();
//! let stytch: Client = issuer.client().build()?; // goes into the app's state
//! let jwt = issuer
//!     .member_session("member-test-1", "organization-test-1")
//!     .role("editor")
//!     .claim("plan", "enterprise")
//!     .mint(); // goes into the request's cookie
//!
//! let session = stytch.sessions().authenticate_jwt_local(&jwt).await?;
//! assert_eq!(session.roles, ["editor"]);
//! assert_eq!(session.custom_claims["plan"], "enterprise");
//! # Ok(())
//! # }
//! ```
//!
//! # Somebody who should not get in
//!
//! A guard that was never seen to refuse is not tested:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use stytch_b2b::{Client, testing::{Issuer, TestClock}};
//!
//! let clock = TestClock::at("2026-01-01T12:00:00Z".parse()?);
//! let issuer = Issuer::new().with_clock(clock.clone());
//! let stytch: Client = issuer.client().build()?;
//! let good = || issuer.member_session("member-test-1", "organization-test-1");
//!
//! let expired = good().mint();
//! clock.advance(Duration::from_secs(5 * 60));
//! let of_another_project = Issuer::new().with_project_id("project-test-2").with_clock(clock.clone());
//! let foreign = of_another_project.member_session("member-test-1", "organization-test-1").mint();
//! for jwt in [expired, foreign, good().forged().mint(), "no token at all".to_owned()] {
//!     let refused = stytch.sessions().authenticate_jwt_local(&jwt).await.unwrap_err();
//!     assert!(refused.needs_login());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Permissions are given with the client: see [`authorization`](super::authorization).
//!
//! # A service in trouble
//!
//! Where the app hides the client behind a trait of its own, [`testing::error`](crate::testing::error()) makes
//! what the trait fails with:
//!
//! ```
//! use stytch_b2b::{Error, ErrorKind, testing};
//!
//! fn status(error: &Error) -> u16 {
//!     if error.needs_login() {
//!         401
//!     } else if error.is_forbidden() {
//!         403
//!     } else if error.is_retryable() {
//!         503
//!     } else {
//!         500
//!     }
//! }
//!
//! let gone = testing::error().status(404).error_type("session_not_found");
//! let outage = testing::error().kind(ErrorKind::Connect).check_unavailable();
//! let our_own_secret = testing::error().status(401).error_type("unauthorized_credentials");
//! assert_eq!(status(&gone.build()), 401);
//! assert_eq!(status(&outage.build()), 503);
//! assert_eq!(status(&our_own_secret.build()), 500);
//! ```
//!
//! # A whole login
//!
//! `stytch-emulator` answers the API: mails can be read, clocks turned, and what was sent is what a browser would
//! follow. Each emulator has a port and a state of its own, so that tests run side by side.
//!
//! ```ignore
//! use stytch_b2b::{magic_links, magic_links::email, organizations};
//! use stytch_emulator::Emulator;
//!
//! let emulator = Emulator::start().await?;
//! let stytch = emulator.b2b_client();
//! let request = organizations::CreateRequest::new("Acme Co");
//! let acme = stytch.organizations().create(request).await?.organization;
//!
//! let request = email::InviteRequest::new(&acme.organization_id, "ada@example.com");
//! stytch.magic_links().email().invite(request).await?;
//! let mail = emulator.messages().to("ada@example.com").next_within(Duration::from_secs(5)).await;
//! let token = mail.and_then(|mail| mail.token).ok_or("no mail")?;
//!
//! let request = magic_links::AuthenticateRequest::new(token).session_duration_minutes(60);
//! let login = stytch.magic_links().authenticate(request).await?;
//!
//! // an hour later the session has ended
//! emulator.clock().advance(Duration::from_secs(3600));
//! let refused = stytch.sessions().authenticate_jwt(login.session_jwt.expose()).await;
//! assert!(refused.unwrap_err().needs_login());
//! ```
//!
//! The emulator's client lives by the emulator's clock, so that JWTs age with it. For an app under test in a
//! process of its own, or in another language, `stytch-emulator` is a program, too: it prints what to export,
//! and takes the same orders over HTTP.
//!
//! # What goes wrong on purpose
//!
//! ```ignore
//! use stytch_emulator::Fault;
//!
//! let fault = Fault::new().operation("b2b.sessions.authenticate").refuse(503, "server_unavailable");
//! emulator.add_fault(fault);
//! emulator.clock().advance(Duration::from_secs(300));
//! let failed = stytch.sessions().authenticate_jwt(jwt).await.unwrap_err();
//! // the page says "come back soon", and nobody is logged out
//! assert!(failed.is_retryable() && !failed.needs_login());
//! emulator.clear_faults();
//! assert!(stytch.sessions().authenticate_jwt(jwt).await.is_ok());
//! ```
//!
//! `.delay(…)`, `.close()` and `.garble()` are the other ways in which a network fails, `.times(…)` makes the
//! trouble pass by itself, and `emulator.requests()` tells what the app has sent.
