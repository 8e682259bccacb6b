// Generated from codegen/src/outputs/entry/mod.rs.in by `cargo xtask generate`. Do not edit.

//! The way in: the client, and the checks of tokens.

mod client;
pub mod tokens;
#[cfg(feature = "webhooks")]
pub mod webhooks;

pub use client::Client;
