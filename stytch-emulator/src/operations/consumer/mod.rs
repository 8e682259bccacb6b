//! The operations of the consumer API.

pub(crate) mod magic_links;
pub(crate) mod rbac;
pub(crate) mod sessions;
pub(crate) mod users;
