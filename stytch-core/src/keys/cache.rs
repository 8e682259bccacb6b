//! The key set of a project, fetched and kept fresh, or given by the app.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::{KeySet, KeySettings, set::Published};
use crate::{
    Clock, Error, ErrorKind, Handle, Operation, RetryPolicy, TokenError,
    jwt::{Signed, Unverified},
    refresh::{Fetch, Plan, Refresh, Source},
};

/// A key set is a few kilobytes long.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// The keys that a client checks tokens with.
pub(crate) enum Keys {
    Given(KeySet),
    Fetched {
        set: Refresh<Endpoint>,
        cooldown: Duration,
    },
}

/// A token whose signature is good.
pub(crate) struct Verified {
    pub(crate) signed: Signed,
    /// Which of the key sets that this client has seen so far was used.
    pub(crate) generation: u64,
}

impl Keys {
    pub(crate) fn new(
        given: Option<KeySet>,
        initial: Option<KeySet>,
        settings: KeySettings,
        operation: &'static Operation,
        clock: Arc<dyn Clock>,
    ) -> Self {
        if let Some(set) = given {
            return Self::Given(set);
        }
        let endpoint = Endpoint {
            operation,
            settings,
            last: Mutex::default(),
        };
        let initial = initial.map(|set| endpoint.number(set));
        Self::Fetched {
            set: Refresh::new(endpoint, clock, initial),
            cooldown: settings.cooldown,
        }
    }

    /// Checks the signature of a token, after fetching the key set if there is none yet, or if the
    /// token names a key that may have been added since.
    ///
    /// # Errors
    ///
    /// [`Token`](ErrorKind::Token): the token is refused, for good. If its key is not known, the set
    /// was fetched successfully after that was found, or several times a moment before.
    ///
    /// [`CheckUnavailable`](ErrorKind::CheckUnavailable): the set can't be had, so that nothing can be said.
    pub(crate) async fn verify(
        &self,
        client: &Handle,
        token: &Unverified<'_>,
    ) -> Result<Verified, Error> {
        let (set, cooldown) = match self {
            Self::Given(set) => return look(set, 0, token).map_err(Error::token),
            Self::Fetched { set, cooldown } => (set, *cooldown),
        };
        let now = client.inner().tokens.now();
        let looked = match set.with(client, now, |keys| keys.look(token)) {
            Some(looked) => looked,
            None => {
                // nothing has to be fetched to refuse it
                token.with_key_id(|_| ()).map_err(Error::token)?;
                let held = Box::pin(set.get(client)).await.map_err(unavailable)?;
                held.value.look(token)
            }
        };
        let Err(TokenError::UnknownKey | TokenError::UnusableKey) = looked else {
            return looked.map_err(Error::token);
        };
        let found = |keys: &Numbered| {
            let is_usable = |key_id: &str| keys.set.find(key_id).is_ok();
            token.with_key_id(is_usable).unwrap_or_default()
        };
        // it is rare, and would make the future of each check larger
        Box::pin(set.renew(client, cooldown, found))
            .await
            .map_err(unavailable)?;
        let held = set.peek().ok_or_else(|| {
            let reason = "the clock jumped while the keys were renewed";
            unavailable(Error::new(ErrorKind::Interrupted, reason))
        })?;
        held.value.look(token).map_err(Error::token)
    }

    /// Fetches the set if there is none that is of use.
    pub(crate) async fn warm_up(&self, client: &Handle) -> Result<(), Error> {
        match self {
            Self::Given(_) => Ok(()),
            Self::Fetched { set, .. } => set.get(client).await.map(|_| ()).map_err(unavailable),
        }
    }

    /// The set as it is, if there is one.
    pub(crate) fn current(&self) -> Option<KeySet> {
        match self {
            Self::Given(set) => Some(set.clone()),
            Self::Fetched { set, .. } => set.peek().map(|held| held.value.set.clone()),
        }
    }

    /// Whether the app has given the keys, so that they are never renewed.
    pub(crate) fn are_given(&self) -> bool {
        matches!(self, Self::Given(_))
    }

    /// The number of the key set in use. It changes when the keys do.
    pub(crate) fn generation(&self, client: &Handle, now: Duration) -> Option<u64> {
        match self {
            Self::Given(_) => Some(0),
            Self::Fetched { set, .. } => set.with(client, now, |keys| keys.generation),
        }
    }
}

/// Checks the signature with the key that the token names.
fn look(set: &KeySet, generation: u64, token: &Unverified<'_>) -> Result<Verified, TokenError> {
    let key = match set.known(token.header()) {
        Some(key) => key,
        None => token.with_key_id(|key_id| set.find(key_id))??,
    };
    let signed = token.verify(key)?;
    key.remember(token.header());
    Ok(Verified { signed, generation })
}

fn unavailable(source: Error) -> Error {
    Error::check_unavailable("the key set", source)
}

/// Where the key set is published.
pub(crate) struct Endpoint {
    operation: &'static Operation,
    settings: KeySettings,
    last: Mutex<Option<(KeySet, u64)>>,
}

pub(crate) struct Numbered {
    set: KeySet,
    generation: u64,
}

impl Numbered {
    fn look(&self, token: &Unverified<'_>) -> Result<Verified, TokenError> {
        look(&self.set, self.generation, token)
    }
}

impl Endpoint {
    /// Numbers a set: the same number as before as long as the keys are the same.
    fn number(&self, set: KeySet) -> Numbered {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = match &*last {
            Some((known, generation)) if known.is_same(&set) => *generation,
            Some((_, generation)) => generation.wrapping_add(1),
            None => 0,
        };
        *last = Some((set.clone(), generation));
        Numbered { set, generation }
    }
}

impl Source for Endpoint {
    type Value = Numbered;
    type Context = Handle;

    fn fetch(&self, client: Handle, timeout: Duration) -> Fetch<'_, Numbered> {
        let call = client
            .prepare(self.operation)
            .path("project_id", client.project_id())
            .without_credentials()
            .max_response_bytes(MAX_BODY_BYTES)
            .into_call_of::<Published, crate::AsProject>()
            .timeout(timeout)
            .retry(RetryPolicy::none());
        Box::pin(async move {
            let Published(set) = call.await?;
            Ok(self.number(set))
        })
    }

    fn time_limit(&self, _: &Handle) -> Duration {
        self.settings.fetch_timeout
    }

    fn plan(&self, _: &Numbered) -> Plan {
        let refresh_after = self.settings.refresh_after;
        Plan {
            refresh_after,
            // nobody got around to it in the background
            wait_after: refresh_after.saturating_mul(2),
            fail_after: refresh_after.saturating_add(self.settings.max_stale),
        }
    }
}
