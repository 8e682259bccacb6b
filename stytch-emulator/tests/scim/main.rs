//! Organizations whose directory keeps their members up to date: the app speaks the API, the directory speaks
//! SCIM.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

#[path = "../common/mod.rs"]
mod common;
mod connection;
mod directory;
mod groups;
#[path = "../common/invariants.rs"]
mod invariants;
mod odd;
mod protocol;
mod users;
