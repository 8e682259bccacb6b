//! Passwords: how they are kept, and which are good enough.

mod breached;
mod hash;
mod import;
mod phpass;
mod strength;

pub(crate) use hash::Hash;
pub(crate) use import::{Import, Salts, import};
pub(crate) use strength::{Feedback, PasswordPolicy, accept, check, is_breached};
