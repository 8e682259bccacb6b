//! An access token that is always fresh.

use std::{fmt, sync::Arc, time::Duration};

use super::{TokenRequest, exchange};
use crate::{
    Error, Handle, Secret,
    refresh::{Fetch, Plan, Refresh, Source},
};

/// What a token lives if the service does not say so, which it always does.
const DEFAULT_LIFE: Duration = Duration::from_secs(5 * 60);

/// A new token is got so long before the old one ends.
const LEAD: Duration = Duration::from_secs(5 * 60);

/// A token is not handed out in its last moments, when it could end on its way.
const MARGIN: Duration = Duration::from_secs(10);

/// Hands out the access token of a machine, and gets a new one before the old one ends.
///
/// However many callers ask, one exchange is under way at a time. As long as the old token lives,
/// nobody waits for the new one, and a failed exchange is nobody's failure. Clones share the token.
#[derive(Clone)]
pub struct TokenSource {
    client: Handle,
    token: Arc<Refresh<Exchange>>,
}

impl TokenSource {
    /// Begins without a token; the first call of [`token`](Self::token) gets one.
    #[doc(hidden)]
    #[must_use]
    pub fn new(client: &Handle, request: TokenRequest) -> Self {
        let clock = client.inner().tokens.clock();
        Self {
            client: client.clone(),
            token: Arc::new(Refresh::new(Exchange(request), clock, None)),
        }
    }

    /// A token that lives for at least ten more seconds, or a tenth of its life if that is less.
    ///
    /// # Errors
    ///
    /// When there is no such token, and the exchange for one fails: see
    /// [`Error::kind`]. A secret that is wrong or was rotated is an
    /// [`Api`](crate::ErrorKind::Api) error with status 401.
    pub async fn token(&self) -> Result<Secret, Error> {
        let held = self.token.get(&self.client).await?;
        Ok(held.value.token.clone())
    }

    /// Forgets this token, which somebody has refused, so that the next call gets a new one. If the
    /// source has another one by now, that stays: however many callers come with the same refused
    /// token, one exchange is made.
    pub fn invalidate(&self, token: &Secret) {
        self.token.invalidate(|held| held.token == *token);
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSource").finish_non_exhaustive()
    }
}

struct Exchange(TokenRequest);

struct Token {
    token: Secret,
    life: Duration,
}

impl Source for Exchange {
    type Value = Token;
    type Context = Handle;

    fn fetch(&self, client: Handle, timeout: Duration) -> Fetch<'_, Token> {
        let call = exchange(&client, self.0.clone())
            .timeout(timeout)
            .no_retries();
        Box::pin(async move {
            let response = call.await?;
            let life = response
                .expires_in
                .map_or(DEFAULT_LIFE, |seconds| Duration::from_secs(seconds.into()));
            Ok(Token {
                token: response.access_token,
                life,
            })
        })
    }

    fn time_limit(&self, client: &Handle) -> Duration {
        client.inner().timeout
    }

    fn plan(&self, token: &Token) -> Plan {
        let life = token.life;
        let end = life.saturating_sub(MARGIN.min(life / 10));
        Plan {
            refresh_after: life.saturating_sub(LEAD.min(life / 4)),
            wait_after: end,
            fail_after: end,
        }
    }
}
