//! Settings in environment variables.

use std::env::VarError;

use crate::Error;

/// Looks a variable up.
pub(crate) trait Lookup: Fn(&'static str) -> Result<String, VarError> {}

impl<F: Fn(&'static str) -> Result<String, VarError>> Lookup for F {}

/// The environment of the process, or one that a test makes up.
pub(crate) struct Variables<L>(pub(crate) L);

impl<L: Lookup> Variables<L> {
    /// The value, if the variable is set and not empty.
    pub(crate) fn given(&self, name: &'static str) -> Result<Option<String>, Error> {
        match self.0(name) {
            Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(Error::configuration(
                name,
                format!("the environment variable {name} is not Unicode"),
            )),
        }
    }

    /// The value of a variable that has to be there.
    pub(crate) fn required(&self, name: &'static str) -> Result<String, Error> {
        self.given(name)?.ok_or_else(|| {
            Error::configuration(name, format!("the environment variable {name} is not set"))
        })
    }
}

/// An environment that holds these variables.
#[cfg(test)]
pub(crate) fn made_up(variables: &[(&'static str, &str)]) -> Variables<impl Lookup> {
    Variables(|name| {
        variables
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| (*value).to_owned())
            .ok_or(VarError::NotPresent)
    })
}
