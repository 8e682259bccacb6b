//! Identity providers that keep the members of an organization up to date.

pub(crate) mod connection;
