//! Checking an access token here.

use std::{fmt, future::IntoFuture, marker::PhantomData};

use super::AccessToken;
use crate::{
    CheckFuture, Error, Handle,
    tokens::{AppClaims, Terms, check, limits, permissions},
};

/// A check of a connected app's access token that asks the service nothing but its keys and its
/// policy, and those rarely. It is made when it is awaited.
///
/// Refresh tokens can't be checked here: nobody but the service can read them. A token that was
/// revoked passes until it ends.
#[must_use = "a check is made when it is awaited"]
pub struct LocalIntrospection<'a, T> {
    client: Handle,
    token: &'a str,
    terms: Terms<'a>,
    marker: PhantomData<fn() -> T>,
}

limits!(LocalIntrospection, T);
permissions!(LocalIntrospection);

impl<'a, T> LocalIntrospection<'a, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, token: &'a str) -> Self {
        Self {
            client: client.clone(),
            token,
            terms: Terms::default(),
            marker: PhantomData,
        }
    }
}

impl<'a, T> IntoFuture for LocalIntrospection<'a, T> {
    type Output = Result<AccessToken, Error>;
    type IntoFuture = CheckFuture<'a, AccessToken>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            token,
            terms,
            ..
        } = self;
        CheckFuture::new(async move {
            let token = check::<AppClaims>(&client, token, terms.limits).await?;
            AccessToken::permit(&client, token, &terms).await
        })
    }
}

impl<T> fmt::Debug for LocalIntrospection<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalIntrospection")
            .field("terms", &self.terms)
            .finish_non_exhaustive()
    }
}
