//! The app as an identity provider for users.

pub(crate) mod oauth;
