//! How often and after what wait.

use std::time::Duration;

/// How often a call is tried, and how long it waits in between.
///
/// The policy bounds retries; what may be retried at all follows from the operation and the
/// failure, and no policy changes it:
///
/// - reads, and operations that the spec marks as safe to repeat: after a timeout, a connection
///   that failed or broke, and HTTP 429, 502, 503 and 504;
/// - everything else: only when the service says that it did not act, or never saw the request: no
///   connection, a stream that an HTTP/2 server gave back unread (RFC 9113, section 8.7), or HTTP
///   429 with the error type `too_many_requests`. A 429 or 503 without the service's own words may
///   come from a proxy that passed the request on, whether with `Retry-After` or not.
///
/// A 429 that waiting a little does not cure is never repeated: `user_lock_limit_reached`,
/// `captcha_failed` and `too_few_tokens_authenticated`.
///
/// So a token or code that is spent by one use is never sent twice once the service may have seen
/// it.
///
/// The wait before the second attempt is a random time between zero and
/// [`base_delay`](Self::base_delay); the upper end doubles with each further attempt, up to
/// [`max_delay`](Self::max_delay). A `Retry-After` of the service takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    pub(crate) max_attempts: u32,
    pub(crate) base_delay: Duration,
    pub(crate) max_delay: Duration,
    pub(crate) max_retry_after: Duration,
}

/// Three attempts, waits of up to 200 milliseconds and then 400, at most 5 seconds each; a
/// `Retry-After` of up to 10 seconds is waited for.
impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: 3,
            base_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(5),
            max_retry_after: Duration::from_secs(10),
        }
    }
}

impl RetryPolicy {
    /// One attempt, no retry.
    #[must_use]
    pub fn none() -> Self {
        Self::default().max_attempts(1)
    }

    /// How often a request is sent at most, the first time included. 0 counts as 1.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest wait before the second attempt.
    #[must_use]
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest wait before any attempt, unless the service asks for a longer one.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The longest `Retry-After` to wait for. When the service asks for more, the call fails at
    /// once, with [`Error::retry_after`](crate::Error::retry_after).
    #[must_use]
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// A random wait after this many attempts.
    pub(super) fn backoff(&self, attempts: u32) -> Duration {
        let doublings = attempts.saturating_sub(1).min(31);
        let longest = self
            .base_delay
            .saturating_mul(1 << doublings)
            .min(self.max_delay);
        longest.mul_f64(fastrand::f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_the_limit_and_use_the_whole_range() {
        let policy = RetryPolicy::default()
            .base_delay(Duration::from_millis(100))
            .max_delay(Duration::from_millis(350));
        for (attempts, longest) in [(1, 100), (2, 200), (3, 350), (4, 350), (200, 350)] {
            let waits: Vec<_> = (0..2_000)
                .map(|_| policy.backoff(attempts).as_millis())
                .collect();
            let (least, most) = (waits.iter().min().unwrap(), waits.iter().max().unwrap());
            assert!(
                *most <= longest && *most > longest * 9 / 10,
                "{attempts}: {most}"
            );
            assert!(*least < longest / 10, "{attempts}: {least}");
        }
    }

    #[test]
    fn huge_delays_don_t_overflow() {
        let policy = RetryPolicy::default()
            .base_delay(Duration::MAX)
            .max_delay(Duration::MAX);
        let _ = policy.backoff(u32::MAX);
        assert_eq!(RetryPolicy::none().max_attempts(0), RetryPolicy::none());
    }
}
