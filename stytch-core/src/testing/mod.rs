//! For the tests of an app: tokens of a made-up project, with real signatures and without a network.
//!
//! An [`Issuer`] has a key of its own. It mints sessions, machine tokens and access tokens, good ones
//! and deliberately broken ones, and makes clients that know its key.
//!
//! ```
//! # use stytch_core::testing::Issuer;
//! let issuer = Issuer::new();
//! let jwt = issuer.member_session("member-test-1", "organization-test-1").role("admin").mint();
//! assert_eq!(jwt.split('.').count(), 3);
//! ```
//!
//! [`error`] makes the failures that a call or a check can end with. An answer for a fixture is made
//! from JSON as the service would send it; what the JSON leaves out is empty:
//!
//! ```
//! # use stytch_core::m2m::TokenResponse;
//! let answer = r#"{"access_token": "made up", "expires_in": 3600}"#;
//! let answer: TokenResponse = serde_json::from_str(answer).unwrap();
//! assert_eq!(answer.expires_in, Some(3600));
//! ```
//!
//! With the feature `webhooks`, a `WebhookSigner` makes webhooks as the service sends them.
//!
//! Only for tests: whoever holds the issuer's key can make any token. The key is made when the first
//! issuer of the process is, and leaves the process only in public.

mod clock;
mod error;
#[doc(hidden)]
pub mod fuzz;
mod issuer;
mod key;
mod token;
#[cfg(feature = "webhooks")]
mod webhook;

pub use clock::TestClock;
pub use error::{ErrorBuilder, error};
pub use issuer::Issuer;
pub use key::SigningKey;
pub use token::{OfAccess, OfMachine, OfSession, TokenBuilder};
#[cfg(feature = "webhooks")]
pub use webhook::WebhookSigner;
