//! The whole API at once: every operation as it is meant to be used, and all of them in any order.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod actor;
mod api;
mod caller;
mod context;
mod flows;
#[path = "../common/invariants.rs"]
mod invariants;
#[path = "../common/issuer.rs"]
mod issuer;
#[path = "../common/process.rs"]
mod process;
mod soak;
mod values;
mod walk;
