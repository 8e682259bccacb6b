//! The key set of a project, fetched and kept fresh, or given by the app.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Deserializer};

use super::{Found, KeySet, KeySettings};
use crate::{
    Clock, Error, ErrorKind, Handle, Operation, RetryPolicy, TokenError, Value,
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
        settings: KeySettings,
    },
}

/// A token whose signature is good.
pub(crate) struct Verified {
    pub(crate) signed: Signed,
    /// Which of the key sets that this client has seen so far was used.
    pub(crate) generation: u64,
}

/// What can be said about a token without waiting.
enum Look {
    Done(Result<Verified, TokenError>),
    /// The key set has no usable key of this name.
    NoKey(TokenError),
    /// There is no key set.
    NoKeys,
}

impl Keys {
    pub(crate) fn new(
        given: Option<KeySet>,
        settings: KeySettings,
        operation: &'static Operation,
        clock: Arc<dyn Clock>,
    ) -> Self {
        match given {
            Some(set) => Self::Given(set),
            None => {
                let endpoint = Endpoint {
                    operation,
                    settings,
                    last: Mutex::default(),
                };
                Self::Fetched {
                    set: Refresh::new(endpoint, clock),
                    settings,
                }
            }
        }
    }

    /// Checks the signature of a token, after fetching the key set if there is none yet, or if the
    /// token names a key that may have been added since.
    pub(crate) async fn verify(
        &self,
        client: &Handle,
        token: &Unverified<'_>,
    ) -> Result<Verified, Error> {
        let now = || client.inner().tokens.now();
        let mut look = self.look(client, now(), token);
        if let Self::Fetched { set, settings } = self {
            match look {
                Look::Done(_) => {}
                Look::NoKeys => {
                    set.get(client).await.map_err(unavailable)?;
                    look = self.look(client, now(), token);
                }
                Look::NoKey(_) => {
                    set.renew(client, settings.unknown_key_interval)
                        .await
                        .map_err(unavailable)?;
                    look = self.look(client, now(), token);
                }
            }
        }
        match look {
            Look::Done(result) => result.map_err(Error::token),
            Look::NoKey(reason) => Err(Error::token(reason)),
            Look::NoKeys => Err(unavailable(Error::new(
                ErrorKind::Interrupted,
                "the key set was forgotten while it was looked at",
            ))),
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

    fn look(&self, client: &Handle, now: Duration, token: &Unverified<'_>) -> Look {
        match self {
            Self::Given(set) => look(set, 0, token),
            Self::Fetched { set, .. } => set
                .with(client, now, |keys| look(&keys.set, keys.generation, token))
                .unwrap_or_else(|| match token.with_key_id(|_| ()) {
                    Ok(()) => Look::NoKeys,
                    // nothing has to be fetched to refuse it
                    Err(reason) => Look::Done(Err(reason)),
                }),
        }
    }
}

fn look(set: &KeySet, generation: u64, token: &Unverified<'_>) -> Look {
    let done = |result: Result<Signed, TokenError>| {
        Look::Done(result.map(|signed| Verified { signed, generation }))
    };
    match token.with_key_id(|key_id| set.find(key_id)) {
        Err(reason) => Look::Done(Err(reason)),
        Ok(Found::Usable(key)) => done(token.verify(key)),
        Ok(Found::Unusable) => Look::NoKey(TokenError::UnusableKey),
        Ok(Found::Unknown) => Look::NoKey(TokenError::UnknownKey),
    }
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

    fn fetch(&self, client: Handle) -> Fetch<'_, Numbered> {
        let call = client
            .prepare(self.operation)
            .path("project_id", client.project_id())
            .without_credentials()
            .max_response_bytes(MAX_BODY_BYTES)
            .into_call::<Published, crate::AsProject>()
            .timeout(self.settings.fetch_timeout)
            .retry(RetryPolicy::none());
        Box::pin(async move {
            let Published(set) = call.await?;
            Ok(self.number(set))
        })
    }

    fn plan(&self, _: &Numbered) -> Plan {
        Plan {
            refresh_after: self.settings.refresh_after,
            // nobody waits as long as the old keys are of use
            wait_after: self.settings.usable_for,
            fail_after: self.settings.usable_for,
        }
    }
}

/// The key set as a response. A set without a usable key is not taken, so that a mistake at the
/// other end does not lock everybody out.
struct Published(KeySet);

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Body {
            keys: Vec<Value>,
        }

        let set = KeySet::of(Body::deserialize(deserializer)?.keys);
        if set.is_empty() {
            return Err(serde::de::Error::invalid_length(0, &"a usable key"));
        }
        Ok(Self(set))
    }
}
