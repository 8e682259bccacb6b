//! What crosses crates, over real HTTP on loopback. One program: each of its parts holds every operation and the
//! emulator, which are large.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod bad_input;
mod custom_claims;
mod emulator;
mod error_types;
mod errors;
mod extras;
mod guides;
mod links;
mod manifests;
mod oauth;
mod operations;
mod paths;
mod proof;
mod redaction;
mod requests;
mod serialize;
mod support;
