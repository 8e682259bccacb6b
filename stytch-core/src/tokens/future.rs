//! The future of all local checks.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use crate::Error;

/// The future of a check. As long as the keys and the policy are at hand, the check is made when the
/// future is, without allocating anything for the future itself; otherwise it waits for them.
#[must_use = "futures do nothing unless awaited"]
pub struct CheckFuture<'a, T>(State<'a, T>);

enum State<'a, T> {
    Ready(Option<Result<T, Error>>),
    Waiting(Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>),
}

impl<'a, T> CheckFuture<'a, T> {
    pub(crate) fn ready(result: Result<T, Error>) -> Self {
        Self(State::Ready(Some(result)))
    }

    pub(crate) fn waiting(check: impl Future<Output = Result<T, Error>> + Send + 'a) -> Self {
        Self(State::Waiting(Box::pin(check)))
    }
}

// nothing in it is pinned but what is in the box
impl<T> Unpin for CheckFuture<'_, T> {}

impl<T> Future for CheckFuture<'_, T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            // polled after its end, it has nothing left to say
            State::Ready(result) => result.take().map_or(Poll::Pending, Poll::Ready),
            State::Waiting(check) => check.as_mut().poll(context),
        }
    }
}

impl<T> fmt::Debug for CheckFuture<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckFuture").finish_non_exhaustive()
    }
}
