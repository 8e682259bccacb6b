//! Why a known caller may not do what it asks for.

use std::fmt;

/// Why a local check of permissions says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorizationError {
    /// The session or token belongs to another organization than the one asked about.
    TenancyMismatch,
    /// No role or scope of the caller allows the action on the resource.
    NotPermitted,
    /// The token of a machine lacks a scope that the call requires.
    MissingScopes,
}

impl AuthorizationError {
    /// The reason as a short name for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::TenancyMismatch => "tenancy_mismatch",
            Self::NotPermitted => "not_permitted",
            Self::MissingScopes => "missing_scopes",
        }
    }
}

impl fmt::Display for AuthorizationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TenancyMismatch => "the session or token belongs to another organization",
            Self::NotPermitted => "no role or scope allows this action on this resource",
            Self::MissingScopes => "the token lacks a scope that is required",
        })
    }
}

impl std::error::Error for AuthorizationError {}
