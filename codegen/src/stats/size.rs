//! What the spec consists of, in bytes.

use std::collections::HashMap;
use std::fmt;

use crate::load::{Resource, Spec, Text, texts};
use crate::problem::At;

/// Bytes of the spec by what they are for: without comments, empty lines and white space around lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Texts that become docs.
    pub docs: usize,
    /// Examples.
    pub examples: usize,
    /// The rest: names, types, paths, keys, and the break at the end of each line.
    pub structure: usize,
}

impl Size {
    /// Measures the files of resources and the vocabularies.
    #[must_use]
    pub fn of(spec: &Spec) -> Self {
        let methods = || spec.resources.iter().flat_map(Resource::named);
        let resources = spec.resources.iter().flat_map(texts::of_resource);
        let vocabularies = spec.vocabularies.iter();
        let vocabularies =
            vocabularies.flat_map(|vocabulary| texts::of_declarations(&vocabulary.declarations));
        let docs = sum(resources.chain(vocabularies));
        let ids = spec.vocabularies.iter();
        let ids = ids.flat_map(|vocabulary| &vocabulary.declarations.ids);
        let samples = ids.filter_map(|id| id.sample.as_ref());
        let examples = methods().filter_map(|method| method.example.as_ref());
        let examples = sum(examples.chain(samples));
        let all: usize = spec.sources.values().map(|text| bytes(text)).sum();
        Self {
            docs,
            examples,
            structure: all.saturating_sub(docs + examples),
        }
    }
}

/// The bytes of each text once, though some are read for two directions.
fn sum<'a>(texts: impl IntoIterator<Item = &'a Text>) -> usize {
    let places: HashMap<&At, usize> = texts
        .into_iter()
        .map(|text| (&text.at, bytes(text)))
        .collect();
    places.values().sum()
}

/// The bytes of a text, with one for the break behind each line.
fn bytes(text: &str) -> usize {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| line.len() + 1)
        .sum()
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "bytes of the spec: {} structure, {} docs, {} examples",
            self.structure, self.docs, self.examples
        )
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn white_space_around_lines_and_comments_weigh_nothing() {
        assert_eq!(
            bytes("# yaml\n\n  docs: |-\n    One.\n\n    Two.\n"),
            9 + 5 + 5
        );
        assert_eq!(bytes("One.\n\nTwo."), 5 + 5);
    }
}
