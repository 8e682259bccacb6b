//! Settings of a client that concern local checks.

use std::{num::NonZeroUsize, sync::Arc, time::Duration};

use crate::{ClientBuilder, Clock, KeySet, KeySettings, SystemClock, Vertical, rbac::Policy};

/// As long as the vendor's documentation asks for.
const POLICY_REFRESH: Duration = Duration::from_secs(5 * 60);

pub(crate) struct Settings {
    pub(super) clock: Arc<dyn Clock>,
    pub(super) issuers: Vec<String>,
    pub(super) key_set: Option<KeySet>,
    pub(super) keys: KeySettings,
    pub(super) policy: Option<Policy>,
    pub(super) policy_refresh_after: Duration,
    pub(super) verified_tokens: Option<NonZeroUsize>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            issuers: Vec::new(),
            key_set: None,
            keys: KeySettings::default(),
            policy: None,
            policy_refresh_after: POLICY_REFRESH,
            verified_tokens: None,
        }
    }
}

/// Settings of local checks.
impl<C: Vertical> ClientBuilder<C> {
    /// Judges tokens, keys and policies by another clock, in tests.
    ///
    /// Default: [`SystemClock`].
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.tokens_mut().clock = Arc::new(clock);
        self
    }

    /// Also accepts tokens with this `iss` claim, such as `https://login.example.com`; a slash at its
    /// end does not count. To be called once for each issuer.
    ///
    /// Tokens that are got through a domain of the project name that domain as their issuer, which is
    /// the default for connected apps.
    ///
    /// Default: `stytch.com/` and the project id, and the [`base_url`](Self::base_url). They are
    /// accepted in any case.
    pub fn accept_issuer(mut self, issuer: impl Into<String>) -> Self {
        self.tokens_mut().issuers.push(issuer.into());
        self
    }

    /// Checks tokens with these keys, and never fetches any: for machines without a network, and
    /// for tests. When the project's keys change, a client with new ones has to be made.
    ///
    /// Default: the keys that the project publishes, fetched when the first token is checked.
    pub fn key_set(mut self, keys: KeySet) -> Self {
        self.tokens_mut().key_set = Some(keys);
        self
    }

    /// How the key set is kept fresh.
    ///
    /// Default: [`KeySettings::default`].
    pub fn key_settings(mut self, settings: KeySettings) -> Self {
        self.tokens_mut().keys = settings;
        self
    }

    /// Answers authorization checks by this policy, and never fetches one; organizations have no
    /// roles of their own then.
    ///
    /// Default: the policy of the project, fetched for the first check.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.tokens_mut().policy = Some(policy);
        self
    }

    /// The age from which on a policy is fetched anew in the background. From twice that age on,
    /// checks wait for the new one, and from twelve times that age on, nothing is allowed by it even
    /// if no newer one can be had.
    ///
    /// Default: 5 minutes.
    pub fn policy_refresh_after(mut self, age: Duration) -> Self {
        self.tokens_mut().policy_refresh_after = age;
        self
    }

    /// Remembers up to so many tokens that were checked, so that checking the same one again costs
    /// a comparison instead of a signature. Zero turns it off.
    ///
    /// The whole token is compared, in constant time, and its memory is zeroed when it goes. It is
    /// remembered only for as long as it would pass without being remembered: the times of the token and its session, the call's age rule and
    /// leeway, and the authorization check are looked at each time, and nothing is remembered
    /// across a change of the key set.
    ///
    /// It does not change what a revocation means: a local check does not ask the service, so the
    /// JWT of a revoked session passes until it ends, five minutes at most, remembered or not. Use
    /// `authenticate_jwt` with a short age, or the API, where that is too long.
    ///
    /// Memory: the token itself, about 1 KB beside it, and 2.5 KB for each authentication factor of its session.
    ///
    /// Default: off.
    pub fn remember_tokens(mut self, count: usize) -> Self {
        self.tokens_mut().verified_tokens = NonZeroUsize::new(count);
        self
    }
}
