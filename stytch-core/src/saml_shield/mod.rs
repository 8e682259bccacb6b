//! SAML Shield: asking the vendor's service whether a SAML response is well made before an app trusts
//! it.
//!
//! The service is a product of its own, with an address and a token of its own; a project of the API is
//! not needed. [`SamlShield`] is its client.

mod client;
mod response;

pub use client::SamlShield;
pub(crate) use client::VALIDATE;
pub use response::ValidateResponse;
