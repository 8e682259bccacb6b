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
    let unverified = match Unverified::parse(token) {
        Ok(unverified) => unverified,
        Err(reason) => return Some(Err(reason)),
    };
    let Some(remembered) = &tokens.verified else {
        let verified = match tokens.keys.verify_now(client, now, &unverified)? {
            Ok(verified) => verified,
            Err(reason) => return Some(Err(reason)),
        };
        return Some(finish(tokens, &verified, now, limits));
    };
    let generation = tokens.keys.generation(client, now)?;
    let fingerprint = Fingerprint::of(token);
    if let Some(content) = remembered.get::<T>(fingerprint, generation) {
        return Some(content.life().check(now, limits).map(|()| content));
    }
    let verified = match tokens.keys.verify_now(client, now, &unverified)? {
        Ok(verified) => verified,
        Err(reason) => return Some(Err(reason)),
    };
    let result = finish::<T>(tokens, &verified, now, limits);
    if let Ok(content) = &result {
        remembered.put(fingerprint, verified.generation, Arc::clone(content));
    }
    Some(result)
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
    finish(tokens, &verified, tokens.now(), limits).map_err(Error::token)
}

fn finish<T: Content>(
    tokens: &Tokens,
    verified: &Verified,
    now: Duration,
    limits: Limits,
) -> Result<Arc<T>, TokenError> {
    let content = T::read(&verified.signed, tokens)?;
    content.life().check(now, limits)?;
    Ok(Arc::new(content))
}
