//! The operations that both clients offer.

pub(crate) mod debug;
pub(crate) mod m2m;
pub(crate) mod project;
