// Generated from spec/ by `cargo xtask generate`. Do not edit.

//! What the emulator knows from the spec.

mod b2b;
mod consumer;
mod shared;

use crate::route::Route;

/// All operations.
pub(crate) fn routes() -> impl Iterator<Item = &'static Route> {
    [b2b::ROUTES, consumer::ROUTES, shared::ROUTES]
        .into_iter()
        .flatten()
}
