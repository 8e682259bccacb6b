//! The whole API at once: every operation as it is meant to be used, and all of them in any order.

mod actor;
pub(crate) mod api;
mod caller;
mod context;
mod copies;
mod flows;
mod soak;
mod values;
mod walk;
