//! Names and values of a query or a form, each at most once.

use std::borrow::Cow;

/// The query or form says something twice, or not in UTF-8, or not at all where it has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Odd;

/// The fields that somebody asks for by name. It prints without values.
pub(crate) struct Fields<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> Fields<'a> {
    /// Reads `application/x-www-form-urlencoded` text.
    ///
    /// # Errors
    /// If one of the names comes twice, or a value of one is not UTF-8.
    pub(crate) fn parse(text: &'a [u8], names: &[&str]) -> Result<Self, Odd> {
        let mut fields: Vec<(Cow<'_, str>, Cow<'_, str>)> = Vec::new();
        for (name, value) in form_urlencoded::parse(text) {
            if !names.contains(&&*name) {
                continue;
            }
            // what is not UTF-8 has been replaced
            if value.contains(char::REPLACEMENT_CHARACTER) || fields.iter().any(|(n, _)| *n == name)
            {
                return Err(Odd);
            }
            fields.push((name, value));
        }
        Ok(Self(fields))
    }

    /// A value, which stays.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut found = self.0.iter().filter(|(n, _)| n == name);
        found.next().map(|(_, value)| &**value)
    }

    /// A value; `None` if it is not there. Values may be empty.
    pub(crate) fn take(&mut self, name: &str) -> Option<Cow<'a, str>> {
        let at = self.0.iter().position(|(n, _)| n == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// A value that has to be there, and not be empty.
    pub(crate) fn required(&mut self, name: &str) -> Result<Cow<'a, str>, Odd> {
        self.take(name).filter(|value| !value.is_empty()).ok_or(Odd)
    }
}

impl std::fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}
