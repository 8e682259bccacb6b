//! What is known about an endpoint before it is called.

use std::fmt;

use crate::Proof;

/// The HTTP verb of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Reads; may always be repeated.
    Get,
    /// Acts, with a body: JSON, or a form at the OAuth 2.0 endpoints.
    Post,
    /// Changes, with a JSON body.
    Put,
    /// Removes.
    Delete,
}

impl Verb {
    /// The verb as HTTP spells it, such as `GET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    pub(crate) const fn method(self) -> http::Method {
        match self {
            Self::Get => http::Method::GET,
            Self::Post => http::Method::POST,
            Self::Put => http::Method::PUT,
            Self::Delete => http::Method::DELETE,
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One endpoint: its name in the client tree, its verb, its path and how it may be treated.
///
/// The generated crates hold one constant of this type in each method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    name: &'static str,
    verb: Verb,
    path: &'static str,
    fraud: bool,
    repeatable: bool,
    states_success: bool,
    cursor: Option<&'static str>,
    proof: Option<Proof>,
}

/// Shows the [name](Operation::name).
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl Operation {
    /// An operation sent to the API's ordinary address. `path` is a template whose `{names}` are
    /// filled in when a request is prepared. A `GET` may be repeated, anything
    /// else may not, until [`repeatable`](Self::repeatable) says so.
    #[must_use]
    pub const fn new(name: &'static str, verb: Verb, path: &'static str) -> Self {
        Self {
            name,
            verb,
            path,
            fraud: false,
            repeatable: matches!(verb, Verb::Get),
            states_success: false,
            cursor: None,
            proof: None,
        }
    }

    /// Sends the operation to the address of the fraud service.
    #[must_use]
    pub const fn fraud(mut self) -> Self {
        self.fraud = true;
        self
    }

    /// Says that sending the request twice does no harm, so that it may be retried although it is
    /// not a `GET`.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.repeatable = true;
        self
    }

    /// Names the query parameter (`GET`) or the body field (otherwise) that takes the cursor of the
    /// next page.
    #[must_use]
    pub const fn paged_by(mut self, cursor: &'static str) -> Self {
        self.cursor = Some(cursor);
        self
    }

    /// Says what the answer must carry to be a success: the operation logs somebody in, or hands out
    /// a token.
    #[must_use]
    pub const fn proof(mut self, proof: Proof) -> Self {
        self.proof = Some(proof);
        self
    }

    /// Says that an answer is a success only if its body says so, too: with `status_code` 200.
    #[cfg(feature = "saml-shield")]
    #[must_use]
    pub(crate) const fn states_success(mut self) -> Self {
        self.states_success = true;
        self
    }

    /// The place in the client tree, such as `organizations.members.delete`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The HTTP verb.
    #[must_use]
    pub const fn verb(&self) -> Verb {
        self.verb
    }

    /// The path with the names of its parameters, never their values.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Whether the operation may be sent again after a failure that leaves open if the service
    /// acted on it.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.repeatable
    }

    pub(crate) const fn is_fraud(&self) -> bool {
        self.fraud
    }

    pub(crate) const fn required_proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }

    pub(crate) const fn must_state_success(&self) -> bool {
        self.states_success
    }

    pub(crate) const fn cursor(&self) -> Option<&'static str> {
        self.cursor
    }
}
