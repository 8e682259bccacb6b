//! The operations of the B2B API.

pub(crate) mod discovery;
pub(crate) mod idp;
pub(crate) mod impersonation;
pub(crate) mod magic_links;
pub(crate) mod oauth;
pub(crate) mod organizations;
pub(crate) mod otps;
pub(crate) mod passwords;
pub(crate) mod rbac;
pub(crate) mod recovery_codes;
pub(crate) mod scim;
pub(crate) mod sessions;
pub(crate) mod sso;
pub(crate) mod totps;
