//! What the spec says of an operation, as the emulator needs it.

use http::Method;

use crate::call::Call;
use crate::refusal::Refusal;

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
    /// Values that have to be of a fixed set.
    pub(crate) choices: &'static [Choice],
    /// What a member session means for it, if it takes one.
    pub(crate) member_session: Option<Rules>,
    pub(crate) handler: Handler,
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

/// A value of a request that has to be one of those that the spec knows.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The names of the fields that lead there. Lists on the way are gone through.
    pub(crate) at: &'static [&'static str],
    pub(crate) values: &'static [&'static str],
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
    Is(fn(&mut Call<'_>) -> Result<serde_json::Value, Refusal>),
    /// Nothing yet: the answer is 501.
    Missing,
}

impl Route {
    /// The values of the path's variable parts, if the path is one of this route.
    pub(crate) fn matches<'p>(&self, path: &'p str) -> Option<Vec<(&'static str, &'p str)>> {
        let mut values = Vec::new();
        let mut found = path.split('/');
        for expected in self.path.split('/') {
            let part = found.next()?;
            match expected
                .strip_prefix('{')
                .and_then(|name| name.strip_suffix('}'))
            {
                Some(name) if !part.is_empty() => values.push((name, part)),
                None if part == expected => {}
                _ => return None,
            }
        }
        found.next().is_none().then_some(values)
    }

    /// How many parts of the path vary: of several routes that match, the one with the fewest is meant.
    pub(crate) fn variables(&self) -> usize {
        self.path.matches('{').count()
    }
}
