//! `cargo xtask schema`: the JSON Schema of the spec's files. It depends on no spec file, so it can be
//! written while the spec is broken.

use std::path::Path;

use codegen::outputs::Files;
use codegen::schema;

use crate::{Outcome, generate};

pub(crate) fn run(root: &Path, check: bool) -> Outcome {
    let files = Files::from([(schema::PATH.to_owned(), schema::file())]);
    generate::settle(root, &files, &[], check, "cargo xtask schema")
}
