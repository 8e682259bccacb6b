//! Client for the B2B vertical of the Stytch authentication API: organizations and their members.

mod client;
#[rustfmt::skip]
mod generated;

pub use client::Client;
pub use generated::*;
pub use stytch_core::{
    AsMember, AsProject, Call, ClientBuilder, Environment, Error, ErrorKind, ErrorType, Items,
    JsonObject, Pages, Response, RetryPolicy, Secret, Timestamp, Value,
};
