//! An access token that is always fresh.

use std::{fmt, sync::Arc, time::Duration};

use arc_swap::ArcSwapOption;
use tokio::time::Instant;

use super::{
    TokenRequest, TokenStore,
    entry::{Entry, Kept},
    exchange,
    shared::{Found, Shared},
};
use crate::{
    Error, Handle, Secret,
    clock::since_epoch,
    refresh::{Fetch, Plan, Refresh, Source},
};

/// What a token lives if the service does not say so, which it always does.
const DEFAULT_LIFE: Duration = Duration::from_secs(5 * 60);

/// A new token is got so long before the old one ends.
const LEAD: Duration = Duration::from_secs(5 * 60);

/// A token is not handed out in its last moments, when it could end on its way.
const MARGIN: Duration = Duration::from_secs(10);

/// A token of a store is worth taking if it can be used for so long.
const WORTHWHILE: Duration = Duration::from_secs(1);

/// Hands out the access token of a machine, and gets a new one before the old one ends.
///
/// However many callers ask, one exchange is under way at a time. As long as the old token lives,
/// nobody waits for the new one, and a failed exchange is nobody's failure. Clones share the token.
#[derive(Clone)]
pub struct TokenSource {
    client: Handle,
    request: TokenRequest,
    /// The last token that somebody has refused.
    refused: Arc<ArcSwapOption<Secret>>,
    token: Arc<Refresh<Exchange>>,
}

impl TokenSource {
    /// Begins without a token; the first call of [`token`](Self::token) gets one.
    #[doc(hidden)]
    #[must_use]
    pub fn new(client: &Handle, request: TokenRequest) -> Self {
        Self::make(client, request, None)
    }

    fn make(client: &Handle, request: TokenRequest, shared: Option<Shared>) -> Self {
        let refused = Arc::default();
        let source = Exchange {
            request: request.clone(),
            refused: Arc::clone(&refused),
            shared,
        };
        let clock = client.inner().tokens.clock();
        Self {
            client: client.clone(),
            request,
            refused,
            token: Arc::new(Refresh::new(source, clock, None)),
        }
    }

    /// Shares the token with all sources, in other processes, too, that have the same machine, scopes
    /// and store: one of them gets it from the service, and the others find it there. Without, a fleet
    /// asks for as many tokens as it has instances, all at once when it is started.
    ///
    /// The source looks into the store when it has no token or its token gets old, not in each call. A
    /// store that fails, or does not answer within a second, is logged (`WARN`, target `stytch`), and the
    /// token comes from the service. The clocks of the instances may differ by ten seconds. See
    /// [`TokenStore`] for what is kept there, and how it is sealed.
    ///
    /// To be called when the source is made: clones that were made before go on without the store.
    #[must_use]
    pub fn with_store(self, store: impl TokenStore + 'static) -> Self {
        let entry = Entry::of(&self.client, &self.request);
        let shared = entry.map(|entry| Shared::new(Arc::new(store), entry));
        Self::make(&self.client, self.request, shared)
    }

    /// A token that lives for at least ten more seconds, or a tenth of its life if that is less.
    ///
    /// # Errors
    ///
    /// When there is no such token, and the exchange for one fails, with the error of the exchange:
    /// [`is_bad_credentials`](Error::is_bad_credentials) for a secret that is wrong or was rotated,
    /// [`is_retryable`](Error::is_retryable) for an outage.
    pub async fn token(&self) -> Result<Secret, Error> {
        let held = self.token.get(&self.client).await?;
        Ok(held.value.token.clone())
    }

    /// Forgets this token, which somebody has refused, so that the next call gets a new one. If the
    /// source has another one by now, that stays: however many callers come with the same refused
    /// token, one exchange is made.
    pub fn invalidate(&self, token: &Secret) {
        self.token.invalidate(|held| {
            let is_meant = held.token == *token;
            if is_meant {
                // nor is it to come back out of a store
                self.refused.store(Some(Arc::new(token.clone())));
            }
            is_meant
        });
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSource").finish_non_exhaustive()
    }
}

struct Exchange {
    request: TokenRequest,
    refused: Arc<ArcSwapOption<Secret>>,
    shared: Option<Shared>,
}

struct Token {
    token: Secret,
    /// How long it lives from now on.
    left: Duration,
    /// How long it lived when it was new.
    life: Duration,
}

impl Exchange {
    /// A token that is shared, or else a new one.
    async fn obtain(&self, client: Handle, timeout: Duration) -> Result<Token, Error> {
        let Some(shared) = &self.shared else {
            return self.exchange(&client, timeout).await;
        };
        let began = Instant::now();
        let now = || since_epoch(client.inner().tokens.clock().now());
        let found = shared
            .find(timeout, |kept| self.is_as_new(kept, now()))
            .await;
        let other = match found {
            Found::Token(kept) => return Ok(Token::kept(kept, now())),
            Found::Broken => {
                return self
                    .exchange(&client, timeout.saturating_sub(began.elapsed()))
                    .await;
            }
            Found::Missing(other) => other,
        };
        let asked = now();
        match self
            .exchange(&client, timeout.saturating_sub(began.elapsed()))
            .await
        {
            Ok(token) => {
                let kept = Kept {
                    token: token.token.clone(),
                    end: asked.saturating_add(token.life),
                    life: token.life,
                };
                if self.is_as_new(&kept, now()) {
                    shared.put(&kept, token.left, timeout).await;
                }
                Ok(token)
            }
            // better than none
            Err(error) => other
                .filter(|kept| self.is_of_use(kept, now()))
                .map(|kept| Token::kept(kept, now()))
                .ok_or(error),
        }
    }

    /// A new token.
    async fn exchange(&self, client: &Handle, timeout: Duration) -> Result<Token, Error> {
        let response = exchange(client, self.request.clone())
            .timeout(timeout)
            .no_retries()
            .await?;
        let life = response
            .expires_in
            .map_or(DEFAULT_LIFE, |seconds| Duration::from_secs(seconds.into()));
        Ok(Token {
            token: response.access_token,
            left: life,
            life,
        })
    }

    /// Whether a token that is kept somewhere can still be handed out. One that lives longer than when it
    /// was new was kept by another clock, which says nothing about its end.
    fn is_of_use(&self, kept: &Kept, now: Duration) -> bool {
        let (left, margin) = (kept.end.saturating_sub(now), margin(kept.life));
        let refused = self.refused.load();
        let is_refused = refused
            .as_ref()
            .is_some_and(|refused| **refused == kept.token);
        !is_refused
            && left >= margin.saturating_add(WORTHWHILE)
            && left <= kept.life.saturating_add(margin)
    }

    /// Whether nobody who has this token would be about to renew it: its refresh is spread over a tenth
    /// of its life.
    fn is_as_new(&self, kept: &Kept, now: Duration) -> bool {
        let left = kept.end.saturating_sub(now);
        self.is_of_use(kept, now) && left > lead(kept.life).saturating_add(kept.life / 10)
    }
}

impl Token {
    fn kept(kept: Kept, now: Duration) -> Self {
        Self {
            left: kept.end.saturating_sub(now).min(kept.life),
            token: kept.token,
            life: kept.life,
        }
    }
}

fn lead(life: Duration) -> Duration {
    LEAD.min(life / 4)
}

fn margin(life: Duration) -> Duration {
    MARGIN.min(life / 10)
}

impl Source for Exchange {
    type Value = Token;
    type Context = Handle;

    fn fetch(&self, client: Handle, timeout: Duration) -> Fetch<'_, Token> {
        Box::pin(self.obtain(client, timeout))
    }

    fn time_limit(&self, client: &Handle) -> Duration {
        client.inner().api.timeout
    }

    fn plan(&self, token: &Token) -> Plan {
        let (left, life) = (token.left, token.life);
        let end = left.saturating_sub(margin(life));
        Plan {
            // one that was kept may be in its last minutes
            refresh_after: left.saturating_sub(lead(life)).max(left / 4),
            wait_after: end,
            fail_after: end,
        }
    }
}
