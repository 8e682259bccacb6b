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
        self.words().0
    }

    /// The short name, and the sentence that an error shows.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::TenancyMismatch => (
                "tenancy_mismatch",
                "the session or token belongs to another organization",
            ),
            Self::NotPermitted => (
                "not_permitted",
                "no role or scope allows this action on this resource",
            ),
            Self::MissingScopes => ("missing_scopes", "the token lacks a scope that is required"),
        }
    }
}

impl fmt::Display for AuthorizationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().1)
    }
}

impl std::error::Error for AuthorizationError {}
