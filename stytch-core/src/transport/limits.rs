//! How long each step of an attempt may take.

use std::{
    borrow::Cow,
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
    time::Duration,
};

use tokio::time::{Instant, timeout_at};

use crate::{Error, ErrorKind, clock::FOREVER};

/// A point in the future that no arithmetic overflows on the way to.
pub(super) fn after(start: Instant, wait: Duration) -> Instant {
    start + wait.min(FOREVER)
}

/// Limits the steps of one attempt, with one timer at a time: each by the read timeout, all of them
/// by the deadline of the call.
pub(super) struct Limits {
    began: Instant,
    read_timeout: Duration,
    deadline: Instant,
}

impl Limits {
    pub(super) fn new(began: Instant, read_timeout: Duration, deadline: Instant) -> Self {
        Self {
            began,
            read_timeout,
            deadline,
        }
    }

    /// Waits for the answer to begin.
    pub(super) async fn answer<F: Future>(&self, step: F) -> Result<F::Output, Error> {
        self.limit(self.began, pin!(step)).await
    }

    /// Waits for the next piece of the body. Most are there already, and cost no look at the clock.
    pub(super) async fn piece<F: Future>(&self, step: F) -> Result<F::Output, Error> {
        let mut step = pin!(step);
        let now = poll_fn(|cx| Poll::Ready(step.as_mut().poll(cx))).await;
        match now {
            Poll::Ready(piece) => Ok(piece),
            Poll::Pending => self.limit(Instant::now(), step).await,
        }
    }

    /// The step is pinned by the caller: it may be large, and would be moved at each call on the way.
    async fn limit<F: Future>(
        &self,
        start: Instant,
        step: Pin<&mut F>,
    ) -> Result<F::Output, Error> {
        let end = after(start, self.read_timeout).min(self.deadline);
        // timers are coarser than an answer on loopback is fast
        if end <= start {
            return Err(self.timeout(end));
        }
        timeout_at(end, step).await.map_err(|_| self.timeout(end))
    }

    fn timeout(&self, end: Instant) -> Error {
        let message = if end == self.deadline {
            Cow::from("the call was not finished within its time limit")
        } else {
            Cow::from(format!("nothing was received for {:?}", self.read_timeout))
        };
        Error::new(ErrorKind::Timeout, message)
    }
}
