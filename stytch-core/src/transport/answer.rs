//! A successful answer, before it is decoded.

use bytes::Bytes;
use serde::de::DeserializeOwned;
use tokio::time::Instant;
use tracing::Span;

use super::{request_id, trace};
use crate::{
    Error, ErrorKind, Operation, Proof, Response,
    proof::Json,
    response::Parts,
    wire::{self, Object, Problem},
};

/// How an answer is read, the one thing about a call that is generic over its response.
pub(crate) type Decode<R> = fn(&Answer) -> Result<R, Error>;

/// A successful answer whose body is not decoded yet. Not generic: the last thing before the
/// response type comes in.
pub(crate) struct Answer {
    operation: &'static Operation,
    /// What it must carry, and whether the request asked for what it grants.
    proof: Option<(&'static Proof, bool)>,
    parts: Parts,
    body: Bytes,
    span: Span,
}

impl Answer {
    pub(super) fn new(
        operation: &'static Operation,
        proof: Option<(&'static Proof, bool)>,
        parts: Parts,
        body: Bytes,
        span: Span,
    ) -> Self {
        Self {
            operation,
            proof,
            parts,
            body,
            span,
        }
    }

    /// Notes in the span how it went.
    pub(super) fn record(&mut self, started: Instant) {
        if self.span.is_disabled() {
            return;
        }
        self.find_request_id();
        let parts = &self.parts;
        let id = parts.request_id.as_deref();
        trace::ended(&self.span, started, parts.attempts, Some(parts.status), id);
    }

    /// Reads the body as a type of the generated crates.
    pub(crate) fn decode_object<R: Object + Default>(&self) -> Result<R, Error> {
        let mut object = R::default();
        self.fill(&mut object)?;
        Ok(object)
    }

    fn fill(&self, object: &mut dyn Object) -> Result<(), Error> {
        wire::decode_into(object, &self.body).map_err(|problem| self.misfit(problem))?;
        self.check_proof(object)
    }

    /// Reads the body as any type. What proves a login need not be in it, so that is read apart.
    pub(crate) fn decode<R: DeserializeOwned>(&self) -> Result<R, Error> {
        let decoded = wire::decode(&self.body).map_err(|problem| self.misfit(problem))?;
        if self.proof.is_some() {
            self.check_proof(&mut Json::read(&self.body))?;
        }
        Ok(decoded)
    }

    /// Makes sure that what claims to be a login is one.
    fn check_proof(&self, answer: &mut dyn Object) -> Result<(), Error> {
        let missing = self
            .proof
            .and_then(|(proof, asked)| proof.missing(asked, answer));
        match missing {
            Some(what) => Err(self.fail(Error::new(ErrorKind::MissingProof, what))),
            None => Ok(()),
        }
    }

    #[cold]
    fn misfit(&self, problem: Problem) -> Error {
        self.fail(Error::decode(problem))
    }

    #[cold]
    fn fail(&self, error: Error) -> Error {
        trace::failed(&self.span, error.kind());
        let id = self
            .parts
            .request_id
            .clone()
            .or_else(|| request_id::in_body(&self.body));
        error
            .with_operation(self.operation.name())
            .with_status(self.parts.status)
            .with_request_id(id)
            .with_attempts(self.parts.attempts)
    }

    /// What was decoded, with the rest of the answer.
    pub(crate) fn into_response<R>(mut self, decoded: R) -> Response<R> {
        self.find_request_id();
        Response::new(decoded, self.operation, self.parts, self.body)
    }

    /// Looks for the id only where somebody wants it: it stands in the body, which is decoded
    /// elsewhere and only once as a rule.
    fn find_request_id(&mut self) {
        if self.parts.request_id.is_none() {
            self.parts.request_id = request_id::in_body(&self.body);
        }
    }
}
