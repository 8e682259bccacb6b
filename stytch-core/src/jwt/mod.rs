//! Tokens in the compact form of RFC 7515, checked in a fixed order: size and shape, header, key,
//! signature, claims.
//!
//! Each step is a type that only the step before can make, so that claims can't be read before the
//! signature is known to be good.

mod claims;
mod compact;
mod header;
mod rules;

pub(crate) use claims::{ClaimReader, Claims, Misfit, Name, Registered, SERVICE};
pub(crate) use compact::{Signed, Unverified};
pub(crate) use rules::{Expected, Life, Limits};
