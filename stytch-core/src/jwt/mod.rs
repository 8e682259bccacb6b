//! Tokens in the compact form of RFC 7515, checked in a fixed order: size and shape, header, key,
//! signature, claims.
//!
//! Each step is a type that only the step before can make, so that claims can't be read before the
//! signature is known to be good: `Unverified` (size and shape), its header, `Signed` (the signature
//! is the key's), `Claims` (issuer and audience are the project's), `Life` (now is within its times).

mod base64url;
mod claims;
mod compact;
mod header;
mod key;
mod members;
mod rules;

pub(crate) use claims::{Claims, Part, Places, Text};
pub(crate) use compact::{Signed, Unverified};
pub(crate) use key::PublicKey;
pub(crate) use members::Member;
use members::Members;
pub(crate) use rules::{Expected, Life, Limits};
