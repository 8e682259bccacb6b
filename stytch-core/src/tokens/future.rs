//! The future of all checks.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use crate::Error;

/// The future of a check. Nothing is looked at before it is polled for the first time, so that one
/// that is kept for later judges by the time at which it is awaited.
#[must_use = "futures do nothing unless awaited"]
pub struct CheckFuture<'a, T>(Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>);

impl<'a, T> CheckFuture<'a, T> {
    pub(crate) fn new(check: impl Future<Output = Result<T, Error>> + Send + 'a) -> Self {
        Self(Box::pin(check))
    }
}

impl<T> Future for CheckFuture<'_, T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(context)
    }
}

impl<T> fmt::Debug for CheckFuture<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckFuture").finish_non_exhaustive()
    }
}
