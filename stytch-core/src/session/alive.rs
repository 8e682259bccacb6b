//! Checking a session at the service, each time.

use std::{fmt, future::IntoFuture, marker::PhantomData};

use super::{
    Authenticated, SessionModel,
    answer::SessionProof,
    remote::{AtService, ask, at_service},
};
use crate::{
    CheckFuture, Error, Handle,
    tokens::{Terms, permissions},
};

/// A check of a session that is made by the service: the one kind that knows whether the session is
/// alive. It is made when it is awaited.
#[must_use = "a check is made when it is awaited"]
pub struct AliveCheck<'a, S, T> {
    client: Handle,
    proof: SessionProof<'a>,
    terms: Terms<'a>,
    service: AtService,
    marker: PhantomData<fn() -> (S, T)>,
}

permissions!(AliveCheck, S);
at_service!(AliveCheck);

impl<'a, S: SessionModel, T> AliveCheck<'a, S, T> {
    /// Begins a check.
    #[doc(hidden)]
    pub fn new(client: &Handle, proof: SessionProof<'a>) -> Self {
        Self {
            client: client.clone(),
            proof,
            terms: Terms::default(),
            service: AtService::default(),
            marker: PhantomData,
        }
    }
}

impl<'a, S: SessionModel, T> IntoFuture for AliveCheck<'a, S, T> {
    type Output = Result<Authenticated<S>, Error>;
    type IntoFuture = CheckFuture<'a, Authenticated<S>>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            client,
            proof,
            terms,
            service,
            ..
        } = self;
        CheckFuture::new(async move {
            proof.check()?;
            ask(client, proof, &terms, service).await
        })
    }
}

impl<S, T> fmt::Debug for AliveCheck<'_, S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AliveCheck")
            .field("proof", &self.proof)
            .field("terms", &self.terms)
            .finish_non_exhaustive()
    }
}
