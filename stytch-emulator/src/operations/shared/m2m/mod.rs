//! Machines.

pub(crate) mod clients;
pub(crate) mod token;
