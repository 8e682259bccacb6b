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

/// What follows a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The call fails.
    GiveUp(GaveUp),
    /// The next attempt follows after this wait.
    Retry(Duration),
}

/// Why no further attempt is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GaveUp {
    /// The failure is final, or the operation must not be repeated after it.
    NotRepeatable,
    /// As many attempts as allowed were made.
    Attempts,
    /// The service asks for a longer wait than the policy or the deadline allows.
    Wait,
    /// The client's calls have used up their retries.
    Budget,
}

/// Decides from the meaning of the failure, then from the limits.
pub(crate) fn decide(
    operation: &Operation,
    policy: &RetryPolicy,
    budget: &RetryBudget,
    error: &Error,
    attempts: u32,
    time_left: Duration,
) -> Decision {
    let repeatable = match meaning(error) {
        Meaning::Untouched => true,
        Meaning::Unclear => operation.is_repeatable(),
        Meaning::Final => false,
    };
    if !repeatable {
        return Decision::GiveUp(GaveUp::NotRepeatable);
    }
    if attempts >= policy.max_attempts {
        return Decision::GiveUp(GaveUp::Attempts);
    }
    let wait = match error.retry_after() {
        Some(wait) if wait > policy.max_retry_after => return Decision::GiveUp(GaveUp::Wait),
        // the random part keeps callers that were refused together from coming back together
        Some(wait) => wait.saturating_add(policy.backoff(1)),
        None => policy.backoff(attempts),
    };
    if wait >= time_left {
        return Decision::GiveUp(GaveUp::Wait);
    }
    // asked last, so that only a retry that happens is paid for
    if !budget.withdraw() {
        return Decision::GiveUp(GaveUp::Budget);
    }
    Decision::Retry(wait)
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
        matches!(decision, Decision::Retry(_))
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
        let ask =
            |error: &Error, attempts, left| decide(&READ, &policy, &budget, error, attempts, left);
        assert_eq!(
            ask(&after(1), 3, minute),
            Decision::GiveUp(GaveUp::Attempts)
        );
        assert_eq!(ask(&after(11), 1, minute), Decision::GiveUp(GaveUp::Wait));
        let patient = policy.max_retry_after(Duration::from_secs(11));
        let unlimited = RetryBudget::unlimited();
        for (policy, longest) in [(&policy, 10), (&patient, 11)] {
            let decide = |seconds| decide(&READ, policy, &unlimited, &after(seconds), 1, minute);
            assert!(matches!(decide(longest), Decision::Retry(_)));
            assert_eq!(decide(longest + 1), Decision::GiveUp(GaveUp::Wait));
        }
        assert_eq!(
            ask(&after(5), 1, Duration::from_secs(5)),
            Decision::GiveUp(GaveUp::Wait)
        );
        assert_eq!(
            budget.remaining(),
            Some(1),
            "nothing was paid for a retry that didn't happen"
        );
        let Decision::Retry(wait) = ask(&after(5), 1, minute) else {
            panic!("no retry")
        };
        assert!(wait >= Duration::from_secs(5) && wait <= Duration::from_millis(5_200));
        assert_eq!(ask(&after(5), 1, minute), Decision::GiveUp(GaveUp::Budget));
        assert_eq!(
            decide(
                &READ,
                &RetryPolicy::none(),
                &RetryBudget::default(),
                &after(0),
                1,
                minute
            ),
            Decision::GiveUp(GaveUp::Attempts)
        );
    }
}
