//! The check that all kinds of tokens go through, whether or not the token was checked before.

use std::{any::Any, sync::Arc};

use super::Tokens;
use crate::{
    Error, Handle, TokenError,
    jwt::{Life, Limits, Signed, Unverified},
};

/// What a kind of token says.
pub(crate) trait Kind: Any + Send + Sync + Sized {
    /// Reads the claims, and checks all of them but the times.
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError>;

    /// When the token is valid.
    fn life(&self) -> Life;

    /// Gives back memory that is not needed, before the token is remembered.
    fn shrink(&mut self) {}
}

/// Checks a token, after fetching keys if need be: size, then, unless it was checked before, shape,
/// header, signature and claims; and in any case its times.
pub(crate) async fn check<K: Kind>(
    client: &Handle,
    token: &str,
    limits: Limits,
) -> Result<Arc<K>, Error> {
    let tokens = &client.inner().tokens;
    Unverified::check_size(token).map_err(Error::token)?;
    if let Some(known) = remembered::<K>(client, token) {
        known
            .life()
            .check(tokens.now(), limits)
            .map_err(Error::token)?;
        return Ok(known);
    }
    let unverified = Unverified::parse(token).map_err(Error::token)?;
    let verified = tokens.keys.verify(client, &unverified).await?;
    let mut content = K::read(&verified.signed, tokens).map_err(Error::token)?;
    // the time after the wait for keys
    content
        .life()
        .check(tokens.now(), limits)
        .map_err(Error::token)?;
    let Some(cache) = &tokens.verified else {
        return Ok(Arc::new(content));
    };
    content.shrink();
    let content = Arc::new(content);
    cache.put(token, verified.generation, Arc::clone(&content));
    Ok(content)
}

/// What a token says, if it was checked with the keys that are in use.
fn remembered<K: Kind>(client: &Handle, token: &str) -> Option<Arc<K>> {
    let tokens = &client.inner().tokens;
    let cache = tokens.verified.as_ref()?;
    let generation = tokens.keys.generation(client, tokens.now())?;
    cache.get(token, generation)
}
