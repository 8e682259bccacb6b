#![doc = include_str!("../README.md")]

mod entry;
#[allow(deprecated, reason = "what is deprecated is still sent and read")]
#[allow(
    rustdoc::redundant_explicit_links,
    reason = "a link says where it leads, whether or not the name is imported"
)]
mod generated;

pub use entry::{Client, tokens};
pub use generated::*;
#[cfg(feature = "testing")]
pub use stytch_core::testing;
pub use stytch_core::{
    AsMember, AsProject, AttemptOutcome, AttemptRequest, AuthorizationError, Call, CheckFuture,
    Claim, ClientBuilder, Clock, Environment, Error, ErrorKind, ErrorType, Items, JsonObject,
    KeySet, KeySettings, Observer, Pages, ParseTimestampError, PolicySettings, Response,
    RetryBudget, RetryPolicy, Secret, Timestamp, TokenError, Value, json,
};
