//! The operations that both clients offer.

pub(crate) mod connected_app;
pub(crate) mod debug;
pub(crate) mod fraud;
pub(crate) mod m2m;
pub(crate) mod oauth2;
pub(crate) mod project;
