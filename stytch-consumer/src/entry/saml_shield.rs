// Generated from codegen/src/outputs/entry/saml_shield.rs.in by `cargo xtask generate`. Do not edit.

//! SAML Shield: a check of SAML responses, before the SAML library of an app trusts them.
//!
//! It is for apps that speak SAML themselves.
//!
//! SAML Shield is a service of its own, at `https://api.samlshield.com`, with a dashboard and a public token
//! of its own. It looks for what deceives XML parsers and signature checks: wrapped and repeated signatures,
//! comments and entities in names, no signature at all, times that have passed. [`SamlShield`] asks it, over
//! the same transport as all calls: deadlines, retries, errors, spans, options of a call.
//!
//! It is asked where the identity provider's answer comes in (the assertion consumer service), with the text of
//! the form field `SAMLResponse` as it came. Every answer but a clear yes is an [`Error`](crate::Error):
//!
//! ```
//! use std::time::Duration;
//! use stytch_consumer::http::StatusCode;
//! use stytch_consumer::saml_shield::SamlShield;
//! use stytch_consumer::{Error, ErrorKind};
//!
//! async fn assertion_consumer(shield: &SamlShield, saml_response: &str) -> StatusCode {
//!     let check = shield.validate(saml_response).timeout(Duration::from_secs(5));
//!     match check.await {
//!         Ok(_) => log_in(saml_response),
//!         Err(error) => refuse(&error),
//!     }
//! }
//!
//! /// Whose login it is, and whether the right provider says so, is for the app's SAML library: a good
//! /// SAML response logs nobody in by itself.
//! fn log_in(saml_response: &str) -> StatusCode {
//! #   let _ = saml_response;
//!     // …
//!     StatusCode::SEE_OTHER
//! }
//!
//! fn refuse(error: &Error) -> StatusCode {
//!     eprintln!("{error}"); // neither the SAML response nor the token is in it
//!     if error.needs_login() || error.kind() == ErrorKind::InvalidRequest {
//!         StatusCode::UNAUTHORIZED // the SAML response is bad, or empty
//!     } else if error.is_bad_credentials() {
//!         StatusCode::INTERNAL_SERVER_ERROR // the public token is wrong: wake somebody up
//!     } else if error.is_retryable() {
//!         StatusCode::SERVICE_UNAVAILABLE // nothing is known, for now
//!     } else {
//!         StatusCode::INTERNAL_SERVER_ERROR // nothing is known, and waiting won't help
//!     }
//! }
//!
//! # async fn start(form_field: &str) -> Result<(), Error> {
//! let shield = SamlShield::from_env()?; // STYTCH_SAML_SHIELD_PUBLIC_TOKEN; keep it, and clone it
//! let answer = assertion_consumer(&shield, form_field).await;
//! # let _ = answer;
//! # Ok(())
//! # }
//! # #[cfg(feature = "testing")] {
//! # use stytch_consumer::testing;
//! # let refusal = |status| testing::error().operation("saml_shield.validate").status(status).build();
//! # assert_eq!(refuse(&refusal(400)), 401);
//! # assert_eq!(refuse(&refusal(401)), 500);
//! # assert_eq!(refuse(&refusal(404)), 500);
//! # assert_eq!(refuse(&refusal(503)), 503);
//! # let lost = testing::error().kind(ErrorKind::Timeout).build();
//! # assert_eq!(refuse(&lost), 503);
//! # }
//! ```
//!
//! # When the service does not answer
//!
//! Nothing is known about the SAML response then, and the example refuses it. An app may decide to go on with its
//! SAML library alone; whoever can keep the service from answering is then past the check.
//!
//! # What is sent
//!
//! The whole SAML response, with whatever the identity provider says in it about the person. Until its
//! time has passed, it is as good as a password. So it is taken as a [`Secret`](crate::Secret), and no log, span or
//! error shows it, except for what the service itself quotes in the message of a refusal.

pub use stytch_core::saml_shield::{SamlShield, ValidateResponse};
