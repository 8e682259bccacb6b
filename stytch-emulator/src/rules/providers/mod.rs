//! Identity providers, for which the chooser stands in: how a login there begins and how it ends.

pub(crate) mod identity;
pub(crate) mod params;
pub(crate) mod start;
