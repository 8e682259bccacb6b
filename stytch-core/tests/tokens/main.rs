//! Local checks of tokens, with real keys, real signatures and real HTTP.

mod claims;
mod faults;
mod forged;
mod introspection;
mod kinds;
mod machines;
mod mapping;
mod permissions;
mod remembered;
mod server;
mod sessions;
mod shape;
mod signatures;
mod support;
