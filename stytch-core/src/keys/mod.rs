//! The public keys that tokens are checked with.

mod cache;
mod set;
mod settings;

pub(crate) use cache::Keys;
pub use set::KeySet;
pub use settings::KeySettings;
