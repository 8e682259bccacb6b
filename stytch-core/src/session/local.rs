//! Checking the JWT of a session without asking the service.

use std::{fmt, future::IntoFuture, marker::PhantomData, sync::Arc};

use super::{
    Authenticated, SessionModel,
    result::Source,
    token::{SessionToken, rights},
};
use crate::{
    CheckFuture, Error, Handle,
    tokens::{Terms, check, limits, permissions},
};

/// A check of a session's JWT that asks the service nothing but its keys and its policy, and those
/// rarely. It is made when it is awaited.
///
/// It can't tell whether the session is alive: one that was revoked passes until its JWT ends. For
/// that question there is `sessions().authenticate`.
#[must_use = "a check is made when it is awaited"]
pub struct LocalCheck<'a, S, T> {
    client: Handle,
    jwt: &'a str,
    terms: Terms<'a>,
    marker: PhantomData<fn() -> (S, T)>,
}

limits!(LocalCheck, S, T);
permissions!(LocalCheck, S);

impl<'a, S: SessionModel, T> LocalCheck<'a, S, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, jwt: &'a str) -> Self {
        Self {
            client: client.clone(),
            jwt,
            terms: Terms::default(),
            marker: PhantomData,
        }
    }
}

/// Makes sure that a session whose JWT is good may do what is asked for.
pub(super) async fn permit<S: SessionModel>(
    client: Handle,
    token: Arc<SessionToken<S>>,
    terms: &Terms<'_>,
) -> Result<Authenticated<S>, Error> {
    let verdicts = terms.meet(&client, rights(&token.session)).await?;
    Ok(Authenticated::new(client, Source::Local(token), verdicts))
}

impl<'a, S: SessionModel, T> IntoFuture for LocalCheck<'a, S, T> {
    type Output = Result<Authenticated<S>, Error>;
    type IntoFuture = CheckFuture<'a, Authenticated<S>>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client, jwt, terms, ..
        } = self;
        CheckFuture::new(async move {
            let token = check::<SessionToken<S>>(&client, jwt, terms.limits).await?;
            permit(client, token, &terms).await
        })
    }
}

impl<S, T> fmt::Debug for LocalCheck<'_, S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalCheck")
            .field("terms", &self.terms)
            .finish_non_exhaustive()
    }
}
