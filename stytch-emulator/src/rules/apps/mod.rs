//! Connected apps: what they may ask for, what people let them do, and the tokens that come of it.

pub(crate) mod authorization;
pub(crate) mod browser;
pub(crate) mod consents;
pub(crate) mod exchange;
pub(crate) mod grants;
pub(crate) mod inspection;
pub(crate) mod scopes;
pub(crate) mod tokens;
