//! Local checks of tokens, with real keys, real signatures and real HTTP.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod claims;
mod costs;
mod demands;
mod faults;
mod forged;
mod handed;
mod headers;
mod introspection;
mod key_sets;
mod kinds;
mod machines;
mod mapping;
mod permissions;
mod policies;
mod printed;
mod random;
mod refresh;
mod remembered;
mod runtimes;
mod server;
mod sessions;
mod shape;
mod shared_tokens;
mod signatures;
mod soak;
mod support;
