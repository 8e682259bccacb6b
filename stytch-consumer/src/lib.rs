#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod entry;
#[allow(deprecated, reason = "what is deprecated is still sent and read")]
#[allow(
    rustdoc::redundant_explicit_links,
    reason = "a link says where it leads, whether or not the name is imported"
)]
mod generated;

#[cfg(all(doc, any(feature = "testing", not(doctest))))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
pub use entry::guides;
#[cfg(feature = "webhooks")]
pub use entry::webhooks;
pub use entry::{Client, tokens};
pub use generated::*;
#[cfg(feature = "testing")]
pub use stytch_core::testing;
pub use stytch_core::{
    AsMember, AsProject, AttemptOutcome, AttemptRequest, AuthorizationError, Call, CheckFuture,
    Claim, ClientBuilder, Clock, Environment, Error, ErrorKind, ErrorType, Items, JsonObject,
    KeySet, KeySettings, Link, Observer, Pages, ParseTimestampError, Pkce, PolicySettings,
    Response, RetryBudget, RetryPolicy, Secret, SystemClock, Timestamp, TokenError, Value, json,
};
#[doc(no_inline)]
pub use stytch_core::{http, reqwest};

/// A request that holds a password prints without it, and serializes only if the app says so with the
/// feature `serialize`.
///
/// ```
/// use stytch_consumer::passwords::AuthenticateRequest;
///
/// let request = AuthenticateRequest::new("ada@example.com", "hunter2");
/// assert!(!format!("{request:?}").contains("hunter2"));
/// ```
#[cfg_attr(not(feature = "serialize"), doc = "```compile_fail,E0277")]
#[cfg_attr(feature = "serialize", doc = "```")]
/// use stytch_consumer::passwords::AuthenticateRequest;
///
/// let request = AuthenticateRequest::new("ada@example.com", "hunter2");
/// assert_eq!(stytch_consumer::json!(request)["password"], "hunter2");
/// ```
#[cfg(doctest)]
struct Printed;
