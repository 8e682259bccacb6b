//! Step 4: from the plan to the text of files.

mod dispatch;
mod enums;
mod format;
mod module;
mod resource;
mod structs;
mod tokens;

use std::collections::BTreeMap;

use crate::plan::Crate;

/// Files by path, relative to the root of the repository.
pub type Files = BTreeMap<String, String>;

/// The folder of the conformance runner's tables.
pub const TABLES: &str = "tests/src/generated";

/// Writes the files of a crate.
///
/// # Errors
/// A message if a piece of generated code can't be parsed, which is a mistake in the generator.
pub fn emit(krate: &Crate) -> Result<Files, String> {
    let folder = format!("{}/src/generated", krate.package);
    let mut files = Files::new();
    let root = module::root(krate);
    for (name, source, items) in root {
        files.insert(
            format!("{folder}/{name}"),
            format::file(&source, &[], &items)?,
        );
    }
    for module in &krate.modules {
        let items = module::items(krate, module);
        files.insert(
            format!("{folder}/{}", module.path),
            format::file(&module.source, &module.docs, &items)?,
        );
    }
    let table = format!(
        "{TABLES}/{}.rs",
        krate.package.trim_start_matches("stytch-")
    );
    files.insert(table, dispatch::file(krate)?);
    Ok(files)
}
