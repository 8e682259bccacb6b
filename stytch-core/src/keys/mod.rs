//! The public keys that tokens are checked with.

mod set;

pub use set::KeySet;
pub(crate) use set::{Found, PublicKey};
