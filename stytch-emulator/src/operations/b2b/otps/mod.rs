//! One-time codes.

pub(crate) mod email;
pub(crate) mod sms;
