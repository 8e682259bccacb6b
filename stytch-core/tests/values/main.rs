//! The types of single values: ids, open enums, secrets, times, claims.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod claims;
mod enums;
mod ids;
mod secrets;
mod times;
