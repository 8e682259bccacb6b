//! Settings of a client that concern local checks.

use std::{collections::HashMap, num::NonZeroUsize, sync::Arc};

use super::Endpoints;
use crate::{
    ClientBuilder, Clock, Error, KeySet, KeySettings, PolicySettings, SystemClock, Vertical,
    keys::Keys,
    rbac::{CompiledPolicy, Given, OrganizationPolicy, Policies},
};

pub(crate) struct Settings {
    pub(super) clock: Arc<dyn Clock>,
    pub(super) issuers: Vec<String>,
    key_set: Option<KeySet>,
    initial_keys: Option<KeySet>,
    keys: KeySettings,
    policy: Option<CompiledPolicy>,
    initial_policy: Option<CompiledPolicy>,
    organization_policies: HashMap<String, CompiledPolicy>,
    policies: PolicySettings,
    pub(super) verified_tokens: Option<NonZeroUsize>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            issuers: Vec::new(),
            key_set: None,
            initial_keys: None,
            keys: KeySettings::default(),
            policy: None,
            initial_policy: None,
            organization_policies: HashMap::new(),
            policies: PolicySettings::default(),
            verified_tokens: None,
        }
    }
}

impl Settings {
    /// The keys as they were set up.
    pub(super) fn keys(&mut self, endpoints: &'static Endpoints) -> Result<Keys, Error> {
        self.keys.check()?;
        let (given, initial) = (self.key_set.take(), self.initial_keys.take());
        if given.is_some() && initial.is_some() {
            return Err(conflict("initial_keys", "`key_set` are never refreshed"));
        }
        let clock = Arc::clone(&self.clock);
        Ok(Keys::new(given, initial, self.keys, &endpoints.keys, clock))
    }

    /// The policies as they were set up.
    pub(super) fn policies(&mut self, endpoints: &'static Endpoints) -> Result<Policies, Error> {
        self.policies.check()?;
        let organizations = std::mem::take(&mut self.organization_policies);
        let endpoint = endpoints.organization_policy.as_ref();
        if !organizations.is_empty() && endpoint.is_none() {
            let reason = "there are no organizations in this vertical";
            return Err(Error::configuration("organization_policy", reason));
        }
        if organizations.contains_key("") {
            let reason = "the organization has no id";
            return Err(Error::configuration("organization_policy", reason));
        }
        match (self.policy.take(), self.initial_policy.take()) {
            (Some(_), Some(_)) => Err(conflict("initial_policy", "`policy` is never refreshed")),
            (Some(project), None) => Ok(Policies::Given(Given {
                project: Box::new(project),
                organizations,
            })),
            (None, _) if !organizations.is_empty() => Err(conflict(
                "organization_policy",
                "the policies of organizations are fetched unless `policy` is set",
            )),
            (None, initial) => Ok(Policies::fetched(
                initial,
                self.policies,
                &endpoints.policy,
                endpoint,
                Arc::clone(&self.clock),
            )),
        }
    }
}

fn conflict(setting: &'static str, reason: &'static str) -> Error {
    Error::configuration(setting, format!("it has no effect: {reason}"))
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

    /// Keys to begin with, as an earlier client of the project had them (`client.keys()`): the first
    /// check need not wait for any. They are refreshed at once, in the background, and then as fetched
    /// ones are.
    ///
    /// For functions that start cold, and deploys without a network. How old they are is not known
    /// here: they are used for as long as if they had been fetched when the client was made.
    ///
    /// Default: none.
    pub fn initial_keys(mut self, keys: KeySet) -> Self {
        self.tokens_mut().initial_keys = Some(keys);
        self
    }

    /// Answers authorization checks by this policy, and never fetches one. Organizations have the
    /// roles that [`organization_policy`](Self::organization_policy) gives them.
    ///
    /// Default: the policy of the project, fetched for the first check.
    pub fn policy(mut self, policy: impl Into<CompiledPolicy>) -> Self {
        self.tokens_mut().policy = Some(policy.into());
        self
    }

    /// A policy of the project to begin with, under the same terms as
    /// [`initial_keys`](Self::initial_keys).
    ///
    /// Default: none.
    pub fn initial_policy(mut self, policy: impl Into<CompiledPolicy>) -> Self {
        self.tokens_mut().initial_policy = Some(policy.into());
        self
    }

    /// Gives an organization roles of its own, where [`policy`](Self::policy) is given, too. To be
    /// called once for each organization that has any; for the same one, the last call counts.
    ///
    /// Default: none; without `policy`, those that the service has are fetched.
    pub fn organization_policy(
        mut self,
        organization_id: impl Into<String>,
        policy: &OrganizationPolicy,
    ) -> Self {
        let policies = &mut self.tokens_mut().organization_policies;
        policies.insert(organization_id.into(), policy.into());
        self
    }

    /// How policies are kept fresh.
    ///
    /// Default: [`PolicySettings::default`].
    pub fn policy_settings(mut self, settings: PolicySettings) -> Self {
        self.tokens_mut().policies = settings;
        self
    }

    /// Remembers up to so many tokens that were checked, so that checking the same one again costs
    /// a comparison instead of a signature. Zero turns it off.
    ///
    /// The whole token is compared, in constant time, and its memory is zeroed when it goes. It is
    /// remembered only for as long as it would pass without being remembered: the times of the token
    /// and its session, the call's age rule and leeway, and the authorization check are looked at each
    /// time, and nothing is remembered across a change of the key set.
    ///
    /// It does not change what a revocation means: a local check does not ask the service, so the
    /// JWT of a revoked session passes until it ends, five minutes at most, remembered or not. Use
    /// `authenticate_jwt` with a short age, or the API, where that is too long.
    ///
    /// Memory: the token itself, about 1 KB beside it, and 2.5 KB for each authentication factor of its
    /// session.
    ///
    /// Default: off.
    pub fn remember_tokens(mut self, count: usize) -> Self {
        self.tokens_mut().verified_tokens = NonZeroUsize::new(count);
        self
    }
}
