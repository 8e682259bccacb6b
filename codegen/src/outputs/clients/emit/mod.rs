//! From the plan to the text of files.

mod enums;
mod module;
mod resource;
mod structs;
mod tokens;

use super::plan::Crate;
use crate::outputs::{Files, rust};

/// Writes the files of a crate, below `src/generated`.
///
/// # Errors
/// A message if a piece of generated code can't be parsed, which is a mistake in the generator.
pub fn emit(krate: &Crate) -> Result<Files, String> {
    let mut files = Files::new();
    for (name, source, items) in module::root(krate) {
        files.insert(name, rust::file(&source, &[], &items)?);
    }
    for module in &krate.modules {
        let items = module::items(krate, module);
        files.insert(
            module.path.clone(),
            rust::file(&module.source, &module.docs, &items)?,
        );
    }
    Ok(files)
}
