//! What a client needs for its local checks: keys, policies, the clock, and the cache of tokens that
//! it has checked.
//!
//! To read a check from the token to the verdict, begin with `check` here and go where it leads:
//!
//! 1. `jwt::compact`: size, shape, and what the signature is made over;
//! 2. `jwt::header`: RS256, a named key, nothing that brings its own;
//! 3. `keys::cache`: the key of that name, fetched if need be, and with `jwt::key` the signature;
//! 4. `jwt::claims`, `jwt::members`, `jwt::rules`: what the token says, in one pass; issuer and
//!    audience, then the other registered claims;
//! 5. `session::token` or `tokens::scoped`: whether it is a token of the kind that is expected;
//! 6. `jwt::rules::Life`: whether now is within its times and the caller's;
//! 7. `tokens::terms`: whether it belongs where the caller says, and may do what it asks for.
//!
//! `session::remote` says which refusals the service is asked about.

mod check;
mod current;
mod endpoints;
mod future;
mod quota;
mod scoped;
mod settings;
mod terms;

use std::{sync::Arc, time::Duration};

pub(crate) use check::{Kind, check};
pub use endpoints::Endpoints;
pub use future::CheckFuture;
pub use scoped::TokenOrganization;
pub(crate) use scoped::{AppClaims, MachineClaims, scoped, split_scopes};
pub(crate) use settings::Settings;
pub(crate) use terms::{Demand, Terms, in_own_organization, limits, permissions};
pub use terms::{OfOrganization, OfProject};

use quota::Quota;

use crate::{
    Clock, Error, clock::since_epoch, jwt::Expected, keys::Keys, rbac::Policies,
    verified::VerifiedTokens,
};

/// The part of a client that checks tokens. Made without fetching anything.
pub(crate) struct Tokens {
    pub(crate) keys: Keys,
    pub(crate) policies: Policies,
    pub(crate) expected: Expected,
    pub(crate) verified: Option<VerifiedTokens>,
    /// For questions to the service about tokens whose signature can't be checked.
    pub(crate) quota: Quota,
    /// Whether sessions and access tokens belong to organizations.
    pub(crate) has_organizations: bool,
    clock: Arc<dyn Clock>,
}

impl Tokens {
    pub(crate) fn new(
        mut settings: Settings,
        endpoints: &'static Endpoints,
        project_id: &str,
        base_url: &str,
    ) -> Result<Self, Error> {
        Ok(Self {
            keys: settings.keys(endpoints)?,
            policies: settings.policies(endpoints)?,
            expected: Expected::new(project_id, base_url, settings.issuers),
            has_organizations: endpoints.organization_policy.is_some(),
            verified: settings.verified_tokens.map(VerifiedTokens::new),
            quota: Quota::default(),
            clock: settings.clock,
        })
    }

    /// The clock that everything is judged by.
    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// The time since the start of 1970.
    pub(crate) fn now(&self) -> Duration {
        since_epoch(self.clock.now())
    }
}
