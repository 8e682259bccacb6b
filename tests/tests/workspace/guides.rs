//! What the guides show and doctests can't run by themselves, against the emulator.

mod consumer_testing;
mod discovery;
mod sessions;
mod shown;
mod testing;

type Outcome = Result<(), Box<dyn std::error::Error>>;
