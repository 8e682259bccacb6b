//! What each operation does, by hand: one file per resource, named as in `spec/`.

pub(crate) mod b2b;
pub(crate) mod consumer;
pub(crate) mod shared;
