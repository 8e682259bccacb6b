//! Reading `unsupported.txt`: the operations that the emulator does not have yet.

use super::node::Text;
use crate::problem::At;

/// Where the list stands, relative to the root of the repository.
pub const UNSUPPORTED: &str = "spec/unsupported.txt";

/// One name a line; a line that begins with `#` is a comment.
pub(super) fn unsupported(text: &str) -> Vec<Text> {
    (1..)
        .zip(text.lines())
        .map(|(line, name)| Text {
            value: name.trim().to_owned(),
            at: At {
                file: UNSUPPORTED.into(),
                line,
                column: 1,
            },
        })
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .collect()
}
