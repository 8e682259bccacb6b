#![doc = include_str!("../README.md")]

mod client;
#[rustfmt::skip]
mod generated;

pub use client::Client;
pub use generated::*;
pub use stytch_core::{
    AsMember, AsProject, AttemptOutcome, AttemptRequest, AuthorizationError, Call, ClientBuilder,
    Environment, Error, ErrorKind, ErrorType, Items, JsonObject, KeysError, Observer, Pages,
    ParseTimestampError, Response, RetryBudget, RetryPolicy, Secret, Timestamp, TokenError, Value,
};
