//! What the spec says of an operation, as the emulator needs it.

use http::Method;

use crate::call::{Answer, Call};
use crate::refusal::Refusal;
use crate::shape::Shape;

/// One operation.
#[derive(Debug)]
pub(crate) struct Route {
    /// Its name, with its client in front: `b2b.organizations.create`.
    pub(crate) operation: &'static str,
    pub(crate) verb: Method,
    /// The path, with `{field}` for what varies.
    pub(crate) path: &'static str,
    /// The fields of the request.
    pub(crate) fields: &'static [(&'static str, Place)],
    /// The fields in which values of a fixed set are expected, with what is expected.
    pub(crate) shapes: &'static [(&'static str, &'static Shape)],
    /// What a member session means for it, if it takes one.
    pub(crate) member_session: Option<Rules>,
    pub(crate) handler: Handler,
}

/// An address of the API and what stands there, as faults and the list of requests know it.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) operation: &'static str,
    pub(crate) verb: Method,
    /// The path, with `{field}` for what varies.
    pub(crate) path: &'static str,
}

/// Where a field of the request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    /// In the query, where everything is text, but meant as a number or a flag.
    QueryJson,
    Body,
}

/// What a call that is made with a member session needs.
#[derive(Debug)]
pub(crate) struct Rules {
    /// What a role of the member has to allow, whatever the call sets.
    pub(crate) permission: Option<Permission>,
    /// What it takes to set a field; `None`: it must not be set.
    pub(crate) fields: &'static [(&'static str, Option<Permission>)],
}

/// An action on one of several resources.
#[derive(Debug)]
pub(crate) struct Permission {
    pub(crate) resources: &'static [&'static str],
    pub(crate) action: &'static str,
}

/// What answers an operation.
#[derive(Debug)]
pub(crate) enum Handler {
    Is(fn(&mut Call<'_>) -> Result<Answer, Refusal>),
    /// Nothing yet: the answer is 501.
    #[allow(
        dead_code,
        reason = "an operation that is added to the spec is missing until it has a function"
    )]
    Missing,
}

impl Route {
    /// Where it is, and what it is called.
    pub(crate) fn endpoint(&self) -> Endpoint {
        Endpoint {
            operation: self.operation,
            verb: self.verb.clone(),
            path: self.path,
        }
    }

    /// Whether a path is one of this route.
    pub(crate) fn matches(&self, path: &str) -> bool {
        matches(self.path, path)
    }

    /// What stands in a path of this route in place of a variable part, as it was sent.
    pub(crate) fn value<'p>(&self, path: &'p str, name: &str) -> Option<&'p str> {
        value(self.path, path, name)
    }

    /// How many parts of the path vary: of several routes that match, the one with the fewest is meant.
    pub(crate) fn variables(&self) -> usize {
        self.path.matches('{').count()
    }
}

impl Endpoint {
    /// Whether a path is one of this endpoint.
    pub(crate) fn matches(&self, path: &str) -> bool {
        matches(self.path, path)
    }

    /// What stands in a path of this endpoint in place of a variable part, as it was sent.
    pub(crate) fn value<'p>(&self, path: &'p str, name: &str) -> Option<&'p str> {
        value(self.path, path, name)
    }
}

fn matches(template: &str, path: &str) -> bool {
    let mut found = path.split('/');
    let mut expected = template.split('/');
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return true,
            (Some(expected), Some(part)) => match variable(expected) {
                Some(_) if !part.is_empty() => {}
                None if part == expected => {}
                _ => return false,
            },
            _ => return false,
        }
    }
}

fn value<'p>(template: &str, path: &'p str, name: &str) -> Option<&'p str> {
    let mut parts = template.split('/').zip(path.split('/'));
    let (_, part) = parts.find(|(expected, _)| variable(expected) == Some(name))?;
    Some(part)
}

/// The name of a part that varies.
fn variable(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}
