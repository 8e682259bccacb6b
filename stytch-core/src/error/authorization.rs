//! Why a known caller may not do what it asks for.

use std::fmt;

/// Why a local check of permissions says no.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthorizationError {
    /// The session belongs to another organization than the one asked about.
    Tenancy,
    /// No role or scope of the caller allows the action on the resource.
    NotPermitted,
}

impl AuthorizationError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Tenancy => "tenancy",
            Self::NotPermitted => "not_permitted",
        }
    }
}

impl fmt::Display for AuthorizationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tenancy => "the session belongs to another organization",
            Self::NotPermitted => "no role or scope allows this action on this resource",
        })
    }
}

impl std::error::Error for AuthorizationError {}
