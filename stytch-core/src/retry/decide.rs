//! Whether a failed attempt is followed by another.

use std::time::Duration;

use http::StatusCode;

use super::{RetryBudget, RetryPolicy};
use crate::{Error, ErrorKind, ErrorType, Operation, error::Meaning as ErrorMeaning};

/// What a failure says about the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// The service did not see it, or refused it before acting.
    Untouched,
    /// It may have been acted upon, and may work next time.
    Unclear,
    /// The next attempt would fail the same way, or must not be made.
    Final,
}

/// Decides from the meaning of the failure, then from the limits: how long to wait for the next attempt,
/// or `None` if the call fails.
pub(crate) fn decide(
    operation: &Operation,
    policy: &RetryPolicy,
    budget: &RetryBudget,
    error: &Error,
    attempts: u32,
    time_left: Duration,
) -> Option<Duration> {
    let repeatable = match meaning(error) {
        Meaning::Untouched => true,
        Meaning::Unclear => operation.is_repeatable(),
        Meaning::Final => false,
    };
    if !repeatable || attempts >= policy.max_attempts {
        return None;
    }
    let wait = match error.retry_after() {
        Some(wait) if wait > policy.max_retry_after => return None,
        // the random part keeps callers that were refused together from coming back together
        Some(wait) => wait.saturating_add(policy.backoff(1)),
        None => policy.backoff(attempts),
    };
    // asked last, so that only a retry that happens is paid for
    (wait < time_left && budget.withdraw()).then_some(wait)
}

fn meaning(error: &Error) -> Meaning {
    match error.kind() {
        ErrorKind::Connect if error.untrusted() => Meaning::Final,
        ErrorKind::Connect => Meaning::Untouched,
        ErrorKind::Timeout | ErrorKind::Interrupted => Meaning::Unclear,
        ErrorKind::Api | ErrorKind::UnexpectedResponse => match error.status() {
            Some(StatusCode::TOO_MANY_REQUESTS) => throttled(error.error_type()),
            // `Retry-After` changes nothing here: proxies add it to failures behind them, and the
            // service may have acted before it failed
            Some(
                StatusCode::BAD_GATEWAY
                | StatusCode::SERVICE_UNAVAILABLE
                | StatusCode::GATEWAY_TIMEOUT,
            ) => Meaning::Unclear,
            _ => Meaning::Final,
        },
        _ => Meaning::Final,
    }
}

/// What HTTP 429 says depends on the reason that comes with it.
fn throttled(error_type: Option<&ErrorType>) -> Meaning {
    match error_type.map(ErrorType::meaning) {
        Some(ErrorMeaning::Throttle) => Meaning::Untouched,
        // of something on the way, or for a reason that is newer than the library
        None | Some(ErrorMeaning::Unknown) => Meaning::Unclear,
        // a locked user, a captcha: these end when a person does something, or hours later
        Some(_) => Meaning::Final,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Verb, error::ApiBody};

    const READ: Operation = Operation::new("a.get", Verb::Get, "/a");
    const SEARCH: Operation = Operation::new("a.search", Verb::Post, "/a").repeatable();
    const SPEND: Operation = Operation::new("a.authenticate", Verb::Post, "/a");

    fn status(code: u16) -> Error {
        Error::new(ErrorKind::UnexpectedResponse, "")
            .with_status(StatusCode::from_u16(code).unwrap())
    }

    fn refusal(code: u16, error_type: &str) -> Error {
        let body = format!(r#"{{"error_type":"{error_type}"}}"#);
        let body = ApiBody::read(body.as_bytes()).unwrap();
        Error::api(StatusCode::from_u16(code).unwrap(), body)
    }

    fn retried(operation: &Operation, error: &Error) -> bool {
        let decision = decide(
            operation,
            &RetryPolicy::default(),
            &RetryBudget::default(),
            error,
            1,
            Duration::from_secs(60),
        );
        decision.is_some()
    }

    #[test]
    fn the_meaning_decides() {
        let second = Some(Duration::from_secs(1));
        for (error, reads, spends) in [
            (Error::new(ErrorKind::Connect, ""), true, true),
            (
                Error::new(ErrorKind::Connect, "").with_untrusted(true),
                false,
                false,
            ),
            (Error::new(ErrorKind::Timeout, ""), true, false),
            (Error::new(ErrorKind::Interrupted, ""), true, false),
            (Error::new(ErrorKind::Decode, ""), false, false),
            (Error::new(ErrorKind::InvalidRequest, ""), false, false),
            (refusal(429, "too_many_requests"), true, true),
            (refusal(429, "captcha_failed"), false, false),
            (refusal(429, "too_few_tokens_authenticated"), false, false),
            (refusal(429, "user_lock_limit_reached"), false, false),
            (refusal(429, "brand_new"), true, false),
            (refusal(400, "too_many_requests"), false, false),
            (refusal(503, "server_unavailable"), true, false),
            (status(429), true, false),
            (status(429).with_retry_after(second), true, false),
            (status(502), true, false),
            (status(503), true, false),
            (status(503).with_retry_after(second), true, false),
            (status(504), true, false),
            (status(504).with_retry_after(second), true, false),
            (status(200), false, false),
            (status(302), false, false),
            (status(400), false, false),
            (status(401), false, false),
            (status(404), false, false),
            (status(409), false, false),
            (status(500), false, false),
            (status(500).with_retry_after(second), false, false),
            (status(501), false, false),
        ] {
            assert_eq!(retried(&READ, &error), reads, "read after {error}");
            assert_eq!(retried(&SEARCH, &error), reads, "search after {error}");
            assert_eq!(
                retried(&SPEND, &error),
                spends,
                "authenticate after {error}"
            );
        }
    }

    #[test]
    fn the_limits_bound_it() {
        let policy = RetryPolicy::default();
        let budget = RetryBudget::new(1, 0.0);
        let minute = Duration::from_secs(60);
        let after = |seconds| status(429).with_retry_after(Some(Duration::from_secs(seconds)));
        let ask = |seconds, attempts, left| {
            decide(&READ, &policy, &budget, &after(seconds), attempts, left)
        };
        assert_eq!(ask(1, 3, minute), None, "attempts");
        assert_eq!(ask(11, 1, minute), None, "the longest wait");
        assert_eq!(ask(5, 1, Duration::from_secs(5)), None, "the deadline");
        let none = RetryPolicy::none();
        assert_eq!(decide(&READ, &none, &budget, &after(0), 1, minute), None);
        assert_eq!(budget.remaining(), Some(1), "nothing was paid for no retry");
        let wait = ask(5, 1, minute).unwrap();
        assert!(wait >= Duration::from_secs(5) && wait <= Duration::from_millis(5_200));
        assert_eq!(ask(5, 1, minute), None, "the budget");
        let patient = policy.max_retry_after(Duration::from_secs(11));
        let unlimited = RetryBudget::unlimited();
        for (policy, longest) in [(&policy, 10), (&patient, 11)] {
            let decide = |seconds| decide(&READ, policy, &unlimited, &after(seconds), 1, minute);
            assert!(decide(longest).is_some());
            assert_eq!(decide(longest + 1), None);
        }
    }
}
