//! OAuth: whom a login at a provider is one of.

pub(crate) mod members;
pub(crate) mod users;
