//! Names of which there may be one each.

use std::collections::HashMap;

use crate::load::{Declarations, Text};
use crate::problem::Problems;

/// Names of one kind in one place, after conversion.
#[derive(Default)]
pub(crate) struct Names<'a>(HashMap<String, (String, &'a Text)>);

impl<'a> Names<'a> {
    /// Adds what becomes `converted`; `what` says what that is. False if the name is taken.
    pub(crate) fn add(
        &mut self,
        converted: String,
        what: String,
        name: &'a Text,
        problems: &mut Problems,
    ) -> bool {
        if let Some((first_what, first)) = self.0.get(&converted) {
            if name.value == converted && first.value == converted {
                problems.push(
                    &name.at,
                    format!("{what}, whose name is taken"),
                    format!("another name; {first_what} stands at {}", first.at),
                );
            } else {
                problems.push(
                    &name.at,
                    format!("{what}, which becomes `{converted}` in Rust"),
                    format!(
                        "another name; {first_what} at {} becomes the same",
                        first.at
                    ),
                );
            }
            false
        } else {
            self.0.insert(converted, (what, name));
            true
        }
    }

    /// Adds the types that a file declares.
    pub(crate) fn add_types(&mut self, declarations: &'a Declarations, problems: &mut Problems) {
        for (kind, name) in declarations.types() {
            self.add(
                name.value.clone(),
                format!("the {kind} `{}`", name.value),
                name,
                problems,
            );
        }
    }
}
