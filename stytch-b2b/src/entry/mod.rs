// Generated from codegen/src/outputs/entry/mod.rs.in by `cargo xtask generate`. Do not edit.

//! The way in: the client, the checks of tokens, and the guides.

#[cfg(feature = "client")]
mod client;
// nothing but docs, whose examples need made-up tokens
#[cfg(all(doc, feature = "client", any(feature = "testing", not(doctest))))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
pub mod guides;
#[cfg(feature = "saml-shield")]
pub mod saml_shield;
#[cfg(feature = "client")]
pub mod tokens;
#[cfg(feature = "webhooks")]
pub mod webhooks;

#[cfg(feature = "client")]
pub use client::Client;
