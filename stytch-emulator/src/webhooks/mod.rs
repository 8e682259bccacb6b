//! Webhooks out: what a transaction has changed is told to the endpoints of the project.
//!
//! `changes` compares the state before a transaction with the one after it, and puts a message for each
//! endpoint into the new one, so that both are kept or neither is. `sender` delivers what is due, and
//! tries again by the emulator's clock. `endpoints` is what people and tests do with them, and `by_hand` sends what
//! nobody has changed.

pub(crate) mod by_hand;
mod changes;
pub(crate) mod endpoints;
mod handle;
mod sender;

pub(crate) use changes::{Telling, tell};
pub use handle::Webhooks;
pub(crate) use sender::run;
