//! Apps that act for people.

pub(crate) mod clients;
