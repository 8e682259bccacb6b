//! The futures of a call. Only the last step, decoding, knows the response type.

use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use serde::de::DeserializeOwned;

use super::Draft;
use crate::{
    Error, Response,
    transport::{Answer, send},
};

type Sent = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// The future of a [`Call`](super::Call): sends, retries, decodes.
#[must_use = "futures do nothing unless awaited"]
pub struct CallFuture<R> {
    sent: Sent,
    result: PhantomData<fn() -> R>,
}

impl<R> CallFuture<R> {
    pub(crate) fn new(draft: Box<Draft>) -> Self {
        Self {
            sent: Box::pin(send(draft)),
            result: PhantomData,
        }
    }
}

impl<R: DeserializeOwned> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.sent.as_mut().poll(cx))?;
        Poll::Ready(answer.decode())
    }
}

impl<R> fmt::Debug for CallFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

/// The future of [`Call::response`](super::Call::response).
#[must_use = "futures do nothing unless awaited"]
pub struct ResponseFuture<R> {
    sent: Sent,
    result: PhantomData<fn() -> R>,
}

impl<R> ResponseFuture<R> {
    pub(crate) fn new(draft: Box<Draft>) -> Self {
        Self {
            sent: Box::pin(send(draft)),
            result: PhantomData,
        }
    }
}

impl<R: DeserializeOwned> Future for ResponseFuture<R> {
    type Output = Result<Response<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.sent.as_mut().poll(cx))?;
        Poll::Ready(answer.decode().map(|body| answer.into_response(body)))
    }
}

impl<R> fmt::Debug for ResponseFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
