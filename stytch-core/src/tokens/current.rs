//! Keys and policy of a client as they are now: fetched ahead of need, or kept for the next start.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use crate::{Error, Handle, KeySet, rbac::CompiledPolicy};

impl Handle {
    /// Fetches the keys and the policy of the project, as far as there are none that are of use, so
    /// that the first check does not wait for them.
    ///
    /// # Errors
    ///
    /// Those of a check that needs them. The client is none the worse for it: it fetches them when
    /// they are needed.
    pub async fn warm_up(&self) -> Result<(), Error> {
        let tokens = &self.inner().tokens;
        let mut policy = pin!(tokens.policies.warm_up(self));
        // begun before the keys are waited for; a fetch needs nobody who polls
        let begun = poll_fn(|context| Poll::Ready(policy.as_mut().poll(context))).await;
        let keys = tokens.keys.warm_up(self).await;
        let policy = match begun {
            Poll::Ready(policy) => policy,
            Poll::Pending => policy.await,
        };
        keys.and(policy)
    }

    /// The keys that tokens are checked with now; `None` if there are none, or none that are of use.
    /// Fetches nothing.
    #[must_use]
    pub fn keys(&self) -> Option<KeySet> {
        self.inner().tokens.keys.current()
    }

    /// The policy of the project that permissions are checked with now; `None` if there is none, or
    /// none that is of use. Fetches nothing.
    #[must_use]
    pub fn policy(&self) -> Option<CompiledPolicy> {
        self.inner().tokens.policies.current()
    }
}
