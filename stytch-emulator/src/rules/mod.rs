//! The rules that several operations obey.

pub(crate) mod acting;
pub(crate) mod attempts;
pub(crate) mod attestation;
pub(crate) mod codes;
pub(crate) mod custom_claims;
pub(crate) mod factors;
pub(crate) mod find;
pub(crate) mod links;
pub(crate) mod login;
pub(crate) mod metadata;
pub(crate) mod pages;
pub(crate) mod password;
pub(crate) mod redirect;
pub(crate) mod roles;
pub(crate) mod sandbox;
pub(crate) mod second_factor;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod spelling;
pub(crate) mod tokens;
pub(crate) mod totp;
pub(crate) mod user_info;
pub(crate) mod users;
pub(crate) mod wording;
