//! The operations of the B2B API.

pub(crate) mod discovery;
pub(crate) mod magic_links;
pub(crate) mod organizations;
pub(crate) mod rbac;
pub(crate) mod sessions;
