//! The app as an identity provider for members.

pub(crate) mod oauth;
