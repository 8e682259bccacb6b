//! The check that all kinds of tokens go through, whether or not the token was checked before.

use std::{any::Any, sync::Arc, time::Duration};

use super::Tokens;
use crate::{
    Error, Handle, TokenError,
    jwt::{Life, Limits, Signed, Unverified},
    keys::Verified,
    verified::Fingerprint,
};

/// What a kind of token says.
pub(crate) trait Content: Any + Send + Sync + Sized {
    /// Reads the claims, and checks all of them but the times.
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError>;

    /// When the token is valid.
    fn life(&self) -> Life;

    /// Gives back memory that is not needed, before the token is remembered.
    fn shrink(&mut self) {}
}

/// Checks a token if that is possible without waiting. `None` if a key has to be fetched first;
/// [`check`] does that.
pub(crate) fn check_now<T: Content>(
    client: &Handle,
    now: Duration,
    token: &str,
    limits: Limits,
) -> Option<Result<Arc<T>, TokenError>> {
    let tokens = &client.inner().tokens;
    let Some(remembered) = &tokens.verified else {
        return verify_now(client, now, token, limits).map(|result| {
            let (content, _) = result?;
            Ok(Arc::new(content))
        });
    };
    // what is too long is not even hashed
    if let Err(reason) = Unverified::check_size(token) {
        return Some(Err(reason));
    }
    let fingerprint = Fingerprint::of(token);
    let generation = tokens.keys.generation(client, now);
    if let Some(content) = generation.and_then(|keys| remembered.get::<T>(fingerprint, keys)) {
        return Some(content.life().check(now, limits).map(|()| content));
    }
    verify_now::<T>(client, now, token, limits).map(|result| {
        let (mut content, generation) = result?;
        content.shrink();
        let content = Arc::new(content);
        remembered.put(fingerprint, generation, Arc::clone(&content));
        Ok(content)
    })
}

/// Checks a token from scratch, and says which key set it was checked with.
fn verify_now<T: Content>(
    client: &Handle,
    now: Duration,
    token: &str,
    limits: Limits,
) -> Option<Result<(T, u64), TokenError>> {
    let tokens = &client.inner().tokens;
    let unverified = match Unverified::parse(token) {
        Ok(unverified) => unverified,
        Err(reason) => return Some(Err(reason)),
    };
    let result = tokens.keys.verify_now(client, now, &unverified)?;
    Some(
        result
            .and_then(|verified| Ok((read(tokens, &verified, now, limits)?, verified.generation))),
    )
}

/// Checks a token, after fetching keys if need be.
pub(crate) async fn check<T: Content>(
    client: &Handle,
    token: &str,
    limits: Limits,
) -> Result<Arc<T>, Error> {
    let tokens = &client.inner().tokens;
    if let Some(result) = check_now(client, tokens.now(), token, limits) {
        return result.map_err(Error::token);
    }
    let unverified = Unverified::parse(token).map_err(Error::token)?;
    let verified = tokens.keys.verify(client, &unverified).await?;
    let content = read(tokens, &verified, tokens.now(), limits).map_err(Error::token)?;
    Ok(Arc::new(content))
}

fn read<T: Content>(
    tokens: &Tokens,
    verified: &Verified,
    now: Duration,
    limits: Limits,
) -> Result<T, TokenError> {
    let content = T::read(&verified.signed, tokens)?;
    content.life().check(now, limits)?;
    Ok(content)
}
