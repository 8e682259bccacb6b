//! The shape of names, and names that a file declares twice.

use crate::format;
use crate::load::{Declarations, Spec};
use crate::problem::Problems;
use crate::unique::Names;

/// Checks the names of each file by itself.
pub(super) fn check(spec: &Spec, problems: &mut Problems) {
    for vocabulary in &spec.vocabularies {
        types(&vocabulary.declarations, problems);
    }
    for resource in &spec.resources {
        types(&resource.declarations, problems);
        for segment in resource.name.split('.') {
            if !format::is_words(segment) {
                problems.push(
                    &resource.name.at,
                    format!("`{segment}` in the name of a resource"),
                    "lower-case words with `_` between them",
                );
            }
        }
    }
}

fn types(all: &Declarations, problems: &mut Problems) {
    Names::default().add_types(all, problems);
    for (_, name) in all.types() {
        if !format::is_type_name(name) {
            let better = format::type_name(name);
            problems.push_name(
                &name.at,
                format!("the type name `{}`", name.value),
                "words of plain letters and digits, with a capital each and acronyms like words: `ScimConnection`",
                name,
                Some(better.as_str()).filter(|better| *better != name.value),
            );
        }
    }
}
