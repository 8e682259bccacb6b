//! Tests that cross crates, and the conformance runner: a program that makes typed calls from lines
//! of JSON, for tests against recorded traffic and other servers.

#[cfg(doctest)]
mod compile_fail;
mod conformance;
mod generated {
    pub(crate) mod b2b;
    pub(crate) mod consumer;
}
mod invocation;
mod oauth;

pub use conformance::{Runner, Settings};
pub use invocation::{Failure, Invocation};

/// The code in the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
