// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

pub mod depots;
pub mod ids;
pub mod robots;

mod types;

#[cfg(feature = "webhooks")]
pub(crate) mod events;

#[cfg(feature = "client")]
use crate::Client;

#[doc(no_inline)]
pub use ids::*;
pub use types::*;

#[cfg(feature = "client")]
impl Client {
    /// The calls of [`depots`](crate::depots): [`get`](depots::Depots::get).
    #[must_use]
    pub fn depots(&self) -> depots::Depots {
        depots::Depots::new(self.client.clone())
    }

    /// The calls of [`robots`](crate::robots): [`create`](robots::Robots::create),
    /// [`get`](robots::Robots::get), [`update`](robots::Robots::update),
    /// [`delete`](robots::Robots::delete), [`search`](robots::Robots::search),
    /// [`begin_shift`](robots::Robots::begin_shift), [`pack`](robots::Robots::pack),
    /// [`count`](robots::Robots::count), [`watch`](robots::Robots::watch),
    /// [`introduce`](robots::Robots::introduce), [`arms()`](robots::Robots::arms).
    #[must_use]
    pub fn robots(&self) -> robots::Robots {
        robots::Robots::new(self.client.clone())
    }
}
