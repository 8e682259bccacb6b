//! The one way in which every call is sent.

mod answer;
mod attempt;
mod judge;
mod limits;
mod request_id;
mod trace;

use std::{
    future::{Future as _, poll_fn},
    pin::pin,
    time::Duration,
};

use tokio::time::{Instant, sleep};

pub(crate) use answer::{Answer, Decode};
use limits::{Limits, after};

use crate::{AttemptOutcome, Error, request::Draft, response::Parts, retry::decide};

/// Sends a request, again if that is safe and promising, until there is an answer, a final failure
/// or no time left.
pub(crate) async fn send(draft: Box<Draft>) -> Result<Answer, Error> {
    let operation = draft.operation;
    let span = trace::span(&draft);
    let started = Instant::now();
    let proof = operation.required_proof().map(|proof| {
        let asked = proof.is_asked(draft.body.as_deref());
        (proof, asked)
    });
    let mut running = pin!(run(draft, started));
    // `Instrument` would keep the span, which the answer takes along
    let result = poll_fn(|cx| span.in_scope(|| running.as_mut().poll(cx))).await;
    match result {
        Ok((parts, body)) => Ok(Answer {
            operation,
            proof,
            parts,
            body,
            wants_id: !span.is_disabled(),
            span,
            started,
        }),
        Err(error) => {
            let error = error.with_operation(operation.name());
            if !span.is_disabled() {
                let id = error.request_id();
                trace::ended(&span, started, error.attempts(), error.status(), id);
                trace::failed(&span, error.kind());
            }
            Err(error)
        }
    }
}

async fn run(draft: Box<Draft>, started: Instant) -> Result<(Parts, bytes::Bytes), Error> {
    if let Some(problem) = draft.problem {
        return Err(problem);
    }
    let service = &*draft.service;
    let policy = draft.retry.unwrap_or(service.retry);
    let deadline = after(started, draft.timeout.unwrap_or(service.timeout));
    let mut number = 1;
    let mut unclear = false;
    let mut began = started;
    loop {
        let limits = Limits::new(began, service.read_timeout, deadline);
        let result = attempt::attempt(&draft, number, &limits).await;
        let error = match result {
            Ok(answer) => {
                service.budget.deposit();
                report(&draft, number, began, Ok(answer.0.status), None);
                return Ok(answer);
            }
            Err(error) => error.with_attempts(number),
        };
        let left = deadline.saturating_duration_since(Instant::now());
        let (operation, budget) = (draft.operation, &service.budget);
        let retry_in = decide(operation, &policy, budget, &error, number, left);
        report(&draft, number, began, Err(&error), retry_in);
        unclear |= error.may_have_acted();
        let Some(wait) = retry_in else {
            // what an earlier attempt left open, a last one that got nowhere does not settle
            let settled = !unclear || error.may_have_acted();
            return Err(if settled { error } else { error.with_acted() });
        };
        sleep(wait).await;
        number += 1;
        began = Instant::now();
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
    trace::attempt(number, status, error, began.elapsed(), retry_in);
    if let Some(observer) = &draft.service.observer {
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
