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
    wire::{self, Object, Problem, Slot},
};

/// How an answer is read, the one thing about a call that is generic over its response.
pub(crate) type Decode<R> = fn(&mut Answer) -> Result<R, Error>;

/// A successful answer whose body is not decoded yet. Not generic: the last thing before the
/// response type comes in.
pub(crate) struct Answer {
    pub(super) operation: &'static Operation,
    /// What it must carry, and whether the request asked for what it grants.
    pub(super) proof: Option<(&'static Proof, bool)>,
    pub(super) parts: Parts,
    pub(super) body: Bytes,
    pub(super) span: Span,
    pub(super) started: Instant,
    /// Whether somebody will see the request id, which stands in the body as a rule.
    pub(super) wants_id: bool,
}

impl Answer {
    /// Decodes the body, and notes in the span how the call went.
    pub(crate) fn read<R>(&mut self, decode: Decode<R>) -> Result<R, Error> {
        let result = decode(self);
        self.ended(result.as_ref().err());
        result
    }

    /// The same, with what came around the body.
    pub(crate) fn read_whole<R>(mut self, decode: Decode<R>) -> Result<Response<R>, Error> {
        self.wants_id = true;
        let body = self.read(decode)?;
        Ok(Response::new(body, self.operation, self.parts, self.body))
    }

    fn ended(&mut self, error: Option<&Error>) {
        let parts = &mut self.parts;
        if self.wants_id && parts.request_id.is_none() {
            parts.request_id = request_id::in_body(&self.body);
        }
        if self.span.is_disabled() {
            return;
        }
        let (status, id) = (Some(parts.status), parts.request_id.as_deref());
        trace::ended(&self.span, self.started, parts.attempts, status, id);
        if let Some(error) = error {
            trace::failed(&self.span, error.kind());
        }
    }

    /// Reads the body as a type of the generated crates.
    pub(crate) fn decode_object<R: Object + Default>(&mut self) -> Result<R, Error> {
        let mut object = R::default();
        self.fill(&mut object)?;
        Ok(object)
    }

    fn fill(&mut self, object: &mut dyn Object) -> Result<(), Error> {
        wire::decode_into(object, &self.body).map_err(|problem| self.misfit(problem))?;
        if self.wants_id
            && self.parts.request_id.is_none()
            && let Some(Slot::String(id)) = object.field("request_id")
        {
            self.parts.request_id = request_id::plausible(id);
        }
        self.check_proof(object)
    }

    /// Reads the body as any type. What proves a login need not be in it, so that is read apart.
    pub(crate) fn decode<R: DeserializeOwned>(&mut self) -> Result<R, Error> {
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
        let id = self.parts.request_id.clone();
        error
            .with_operation(self.operation.name())
            .with_status(self.parts.status)
            .with_request_id(id.or_else(|| request_id::in_body(&self.body)))
            .with_attempts(self.parts.attempts)
    }
}
