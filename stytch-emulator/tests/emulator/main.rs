//! The emulator as apps, tools and people meet it. One program: it holds the emulator once, which is large.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod b2b;
mod common;
mod consumer;
mod scim;
mod service;
mod whole;
