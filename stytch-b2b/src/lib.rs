#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
// nearly everything has it
#![cfg_attr(docsrs, doc(auto_cfg(hide(feature = "client"))))]

mod entry;
#[allow(deprecated, reason = "what is deprecated is still sent and read")]
#[allow(
    rustdoc::redundant_explicit_links,
    reason = "a link says where it leads, whether or not the name is imported"
)]
mod generated;

#[cfg(all(doc, feature = "client", any(feature = "testing", not(doctest))))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
pub use entry::guides;
#[cfg(feature = "saml-shield")]
pub use entry::saml_shield;
#[cfg(feature = "webhooks")]
pub use entry::webhooks;
#[cfg(feature = "client")]
pub use entry::{Client, tokens};
pub use generated::*;
#[doc(no_inline)]
pub use stytch_core::http;
#[cfg(feature = "client")]
#[doc(no_inline)]
pub use stytch_core::reqwest;
#[cfg(feature = "testing")]
pub use stytch_core::testing;
#[cfg(feature = "client")]
pub use stytch_core::{
    AsMember, AsProject, AttemptOutcome, AttemptRequest, Call, CheckFuture, ClientBuilder,
    Environment, Items, KeySet, KeySettings, Link, Observer, Pages, Pkce, PolicySettings, Response,
    RetryBudget, RetryPolicy,
};
pub use stytch_core::{
    AuthorizationError, Claim, Clock, Error, ErrorKind, ErrorType, JsonObject, ParseTimestampError,
    Secret, SystemClock, Timestamp, TokenError, Value, json,
};

/// A request that holds a password prints without it, and serializes only if the app says so with the
/// feature `serialize`.
///
/// ```
/// use stytch_b2b::passwords::AuthenticateRequest;
///
/// let request = AuthenticateRequest::new("organization-test-1", "ada@example.com", "hunter2");
/// assert!(!format!("{request:?}").contains("hunter2"));
/// ```
#[cfg_attr(not(feature = "serialize"), doc = "```compile_fail,E0277")]
#[cfg_attr(feature = "serialize", doc = "```")]
/// use stytch_b2b::passwords::AuthenticateRequest;
///
/// let request = AuthenticateRequest::new("organization-test-1", "ada@example.com", "hunter2");
/// assert_eq!(stytch_b2b::json!(request)["password"], "hunter2");
/// ```
#[cfg(doctest)]
struct Printed;
