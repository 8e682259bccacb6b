//! Fraud.

pub(crate) mod email;
pub(crate) mod fingerprint;
pub(crate) mod rules;
pub(crate) mod verdict_reasons;
