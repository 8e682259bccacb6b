//! What the guides show and doctests can't run by themselves, against the emulator.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod consumer_testing;
mod discovery;
mod sessions;
mod shown;
mod testing;

type Outcome = Result<(), Box<dyn std::error::Error>>;
