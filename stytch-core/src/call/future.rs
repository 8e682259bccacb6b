//! The futures of a call. Only the last step, decoding, knows the response type.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use crate::{
    Error, Response,
    request::Draft,
    transport::{Answer, Decode, send},
};

/// The future of a [`Call`](super::Call): sends, retries, decodes.
#[must_use = "futures do nothing unless awaited"]
pub struct CallFuture<R> {
    sent: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>,
    decode: Decode<R>,
}

impl<R> CallFuture<R> {
    pub(crate) fn new(draft: Box<Draft>, decode: Decode<R>) -> Self {
        Self {
            sent: Box::pin(send(draft)),
            decode,
        }
    }
}

impl<R> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut answer = ready!(self.sent.as_mut().poll(cx))?;
        Poll::Ready(answer.read(self.decode))
    }
}

impl<R> fmt::Debug for CallFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

/// The future of [`Call::response`](super::Call::response).
#[must_use = "futures do nothing unless awaited"]
pub struct ResponseFuture<R>(pub(super) CallFuture<R>);

impl<R> Future for ResponseFuture<R> {
    type Output = Result<Response<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.0.sent.as_mut().poll(cx))?;
        Poll::Ready(answer.read_whole(self.0.decode))
    }
}

impl<R> fmt::Debug for ResponseFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
