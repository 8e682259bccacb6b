//! The store: all that an app has to write.

use std::time::Duration;

use redis::{AsyncCommands as _, ExistenceCheck, SetExpiry, SetOptions, aio::ConnectionManager};
use stytch_b2b::{
    Secret,
    tokens::{StoreFuture, TokenStore},
};

/// The tokens of all instances, in Redis.
pub(crate) struct SharedTokens(pub(crate) ConnectionManager);

impl TokenStore for SharedTokens {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>> {
        Box::pin(async move {
            let value: Option<String> = self.0.clone().get(key).await?;
            Ok(value.map(Secret::from))
        })
    }

    fn put<'a>(&'a self, key: &'a str, value: Secret, expires_in: Duration) -> StoreFuture<'a, ()> {
        let options = SetOptions::default().with_expiration(expiry(expires_in));
        Box::pin(async move {
            let () = self
                .0
                .clone()
                .set_options(key, value.expose(), options)
                .await?;
            Ok(())
        })
    }

    fn lease<'a>(&'a self, name: &'a str, expires_in: Duration) -> StoreFuture<'a, bool> {
        let options = SetOptions::default()
            .conditional_set(ExistenceCheck::NX)
            .with_expiration(expiry(expires_in));
        Box::pin(async move {
            let taken: Option<String> = self.0.clone().set_options(name, "1", options).await?;
            Ok(taken.is_some())
        })
    }
}

fn expiry(time: Duration) -> SetExpiry {
    SetExpiry::PX(u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
}
