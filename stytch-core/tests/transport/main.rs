//! The transport against real servers on loopback: well-behaved ones, broken ones, hostile ones.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::print_stdout,
    reason = "a test may panic, and reads better without borrowing its literals"
)]

mod answers;
mod api;
mod client;
mod deadlines;
mod decoding;
mod extras;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod http2;
mod input;
mod memory;
mod observability;
mod pages;
mod proof;
mod proxies;
mod redaction;
mod requests;
mod retries;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod roots;
mod saml_shield;
mod server;
mod soak;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
