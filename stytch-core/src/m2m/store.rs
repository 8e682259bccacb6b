//! A place where the instances of an app share the tokens of their machines.

use std::{error::Error as StdError, future::Future, pin::Pin, sync::Arc, time::Duration};

use crate::Secret;

/// What a method of [`TokenStore`] returns: `Box::pin(async move { … })`.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Why a store did not do what it was asked. It is dropped without being looked at, so that nothing in
/// it ends up in a log; a store that wants its failures known logs them itself.
pub type StoreError = Box<dyn StdError + Send + Sync>;

/// A place where the instances of an app share the access tokens of their machines, such as Redis: see
/// [`TokenSource::with_store`](super::TokenSource::with_store).
///
/// A store keeps texts by their keys and need not be trusted with either. A key names project, machine
/// and scopes, in letters, digits and `-._~:*,/%`. The value is a sealed text, up to a few KiB of
/// letters, digits, `-` and `_`: a source opens only what somebody has sealed who knows the machine's
/// secret, for the same project, machine and scopes, and takes it for no longer than the token in it
/// lives. So there is nothing for a store to check.
///
/// It may fail, hang, panic or forget: a source that gets no answer within a second goes to the service.
///
/// ```
/// use std::{collections::HashMap, sync::Mutex, time::{Duration, Instant}};
/// # use stytch_core::{Secret, m2m::{StoreFuture, TokenStore}};
///
/// /// What Redis does, in one process.
/// #[derive(Default)]
/// struct InMemory(Mutex<HashMap<String, (Secret, Instant)>>);
///
/// impl InMemory {
///     /// `SET key value PX expires_in`, with `NX` if nothing may be replaced.
///     fn set(&self, key: &str, value: Secret, expires_in: Duration, replace: bool) -> bool {
///         let mut entries = self.0.lock().unwrap();
///         entries.retain(|_, (_, end)| *end > Instant::now());
///         if !replace && entries.contains_key(key) {
///             return false;
///         }
///         entries.insert(key.to_owned(), (value, Instant::now() + expires_in));
///         true
///     }
/// }
///
/// impl TokenStore for InMemory {
///     fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>> {
///         Box::pin(async move {
///             let entries = self.0.lock().unwrap();
///             let entry = entries.get(key).filter(|(_, end)| *end > Instant::now());
///             Ok(entry.map(|(value, _)| value.clone()))
///         })
///     }
///
///     fn put<'a>(&'a self, key: &'a str, value: Secret, expires_in: Duration) -> StoreFuture<'a, ()> {
///         Box::pin(async move {
///             self.set(key, value, expires_in, true);
///             Ok(())
///         })
///     }
///
///     fn lease<'a>(&'a self, name: &'a str, expires_in: Duration) -> StoreFuture<'a, bool> {
///         Box::pin(async move { Ok(self.set(name, Secret::default(), expires_in, false)) })
///     }
/// }
/// ```
pub trait TokenStore: Send + Sync {
    /// The value that was last put under this key, if there is one.
    ///
    /// # Errors
    /// As the store likes: the source goes to the service.
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>>;

    /// Keeps a value under this key, instead of the one before, for so long at most.
    ///
    /// # Errors
    /// As the store likes: the others get tokens of their own.
    fn put<'a>(&'a self, key: &'a str, value: Secret, expires_in: Duration) -> StoreFuture<'a, ()>;

    /// Takes a lease, if nobody has it, and says whether it did: in Redis, `SET name 1 NX PX
    /// expires_in`. Whoever has it gets the new token, the others wait a moment for what that one puts.
    /// It is not given back, and ends by itself. Its name is no key of [`get`](Self::get).
    ///
    /// A store without leases leaves this as it is: everybody gets one, and instances that find no token
    /// at the same moment each get their own.
    ///
    /// # Errors
    /// As the store likes: the source goes to the service.
    fn lease<'a>(&'a self, name: &'a str, expires_in: Duration) -> StoreFuture<'a, bool> {
        let _ = (name, expires_in);
        Box::pin(async { Ok(true) })
    }
}

impl<S: TokenStore + ?Sized> TokenStore for Arc<S> {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>> {
        (**self).get(key)
    }

    fn put<'a>(&'a self, key: &'a str, value: Secret, expires_in: Duration) -> StoreFuture<'a, ()> {
        (**self).put(key, value, expires_in)
    }

    fn lease<'a>(&'a self, name: &'a str, expires_in: Duration) -> StoreFuture<'a, bool> {
        (**self).lease(name, expires_in)
    }
}
