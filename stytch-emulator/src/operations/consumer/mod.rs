//! The operations of the consumer API.

pub(crate) mod crypto_wallets;
pub(crate) mod idp;
pub(crate) mod impersonation;
pub(crate) mod magic_links;
pub(crate) mod oauth;
pub(crate) mod otps;
pub(crate) mod passwords;
pub(crate) mod rbac;
pub(crate) mod sessions;
pub(crate) mod totps;
pub(crate) mod users;
pub(crate) mod webauthn;
