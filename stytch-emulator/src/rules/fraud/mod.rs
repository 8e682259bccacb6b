//! Fraud: what a device or an address is worth.

pub(crate) mod cidr;
pub(crate) mod devices;
pub(crate) mod email;
pub(crate) mod reasons;
pub(crate) mod rules;
pub(crate) mod verdict;
