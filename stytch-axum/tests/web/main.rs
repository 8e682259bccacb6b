//! Apps behind a login, over HTTP. One program: it holds the emulator once, which is large.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod answers;
mod callbacks_b2b;
#[cfg(feature = "consumer")]
mod callbacks_consumer;
mod common;
mod cookies;
mod credentials;
mod cross_origin;
mod guards;
mod refusals;
mod renewal;
mod resource;
#[cfg(feature = "consumer")]
mod users;
#[cfg(feature = "webhooks")]
mod webhooks;
