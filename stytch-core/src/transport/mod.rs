//! The one way in which every call is sent.

mod answer;
mod attempt;
mod clock;
mod judge;
mod request_id;

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tracing::{Instrument as _, Span, field::Empty};

pub(crate) use answer::Answer;
use clock::{Clock, after};

use crate::{
    AttemptOutcome, Error,
    call::Draft,
    response::Parts,
    retry::{Decision, decide},
};

/// Sends a request, again if that is safe and promising, until there is an answer, a final failure
/// or no time left.
pub(crate) async fn send(draft: Box<Draft>) -> Result<Answer, Error> {
    let operation = draft.operation;
    let span = tracing::info_span!(
        target: "stytch",
        "stytch.call",
        operation = operation.name(),
        verb = operation.verb().as_str(),
        path = operation.path(),
        attempts = Empty,
        status = Empty,
        request_id = Empty,
        elapsed_ms = Empty,
        error = Empty,
    );
    let started = Instant::now();
    let result = run(draft, started).instrument(span.clone()).await;
    match result {
        Ok((parts, body)) => {
            let mut answer = Answer::new(operation, parts, body, span);
            answer.record(started);
            Ok(answer)
        }
        Err(error) => {
            let error = error.with_operation(operation.name());
            record_failure(&span, &error, started);
            Err(error)
        }
    }
}

async fn run(draft: Box<Draft>, started: Instant) -> Result<(Parts, bytes::Bytes), Error> {
    if let Some(problem) = draft.problem {
        return Err(problem);
    }
    let inner = draft.handle.inner();
    let policy = draft.retry.unwrap_or(inner.retry);
    let deadline = after(started, draft.timeout.unwrap_or(inner.timeout));
    let mut number = 1;
    let mut began = started;
    loop {
        let clock = Clock::new(began, inner.read_timeout, deadline);
        let result = attempt::attempt(&draft, number, &clock).await;
        let (error, decision) = match result {
            Ok((mut parts, body)) => {
                inner.budget.deposit();
                parts.attempts = number;
                report(&draft, number, began, Ok(parts.status), None);
                return Ok((parts, body));
            }
            Err(error) => {
                let error = error.with_attempts(number);
                let left = deadline.saturating_duration_since(Instant::now());
                let decision = decide(
                    draft.operation,
                    &policy,
                    &inner.budget,
                    &error,
                    number,
                    left,
                );
                (error, decision)
            }
        };
        match decision {
            Decision::GiveUp(_) => {
                report(&draft, number, began, Err(&error), None);
                return Err(error);
            }
            Decision::Retry(wait) => {
                report(&draft, number, began, Err(&error), Some(wait));
                sleep(wait).await;
                number += 1;
                began = Instant::now();
            }
        }
    }
}

/// Tells the log and the observer how an attempt ended.
fn report(
    draft: &Draft,
    number: u32,
    began: Instant,
    result: Result<http::StatusCode, &Error>,
    retry_in: Option<Duration>,
) {
    let (status, error) = match result {
        Ok(status) => (Some(status), None),
        Err(error) => (error.status(), Some(error)),
    };
    tracing::debug!(
        target: "stytch",
        attempt = number,
        status = status.map(|status| status.as_u16()),
        error = error.map(|error| error.kind().as_str()),
        request_id = error.and_then(Error::request_id),
        elapsed_ms = millis(began.elapsed()),
        retry_in_ms = retry_in.map(millis),
        "attempt finished"
    );
    if let Some(observer) = &draft.handle.inner().observer {
        observer.finished(&AttemptOutcome {
            operation: draft.operation,
            number,
            elapsed: began.elapsed(),
            status,
            error,
            retry_in,
        });
    }
}

fn record_failure(span: &Span, error: &Error, started: Instant) {
    if span.is_disabled() {
        return;
    }
    span.record("attempts", error.attempts());
    span.record("elapsed_ms", millis(started.elapsed()));
    span.record("error", error.kind().as_str());
    if let Some(status) = error.status() {
        span.record("status", status.as_u16());
    }
    if let Some(id) = error.request_id() {
        span.record("request_id", id);
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
