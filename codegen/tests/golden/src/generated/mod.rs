// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

use crate::Client;

mod ids;
mod types;
pub mod robots;

pub use ids::*;
pub use types::*;

impl Client {
    /// Build robots and put them to work.
    #[must_use]
    pub fn robots(&self) -> crate::robots::Robots {
        crate::robots::Robots::new(self.client.clone())
    }
}
