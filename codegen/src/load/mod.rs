//! Step 1: from YAML files to a syntax model that keeps positions.
//!
//! Nothing is looked up here: [`resolve`](crate::resolve) binds the names.

mod node;
mod object;
mod read;
mod syntax;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use node::Text;
pub use syntax::*;

use crate::problem::{At, Problems};

/// Reads all files below `spec`, a folder. `deviations.yaml` belongs to [`drift`](crate::drift) and
/// is left out.
///
/// # Errors
/// An I/O error if a file can't be read.
pub fn load(spec: &Path, problems: &mut Problems) -> io::Result<Spec> {
    let mut all = Spec::default();
    let mut files = Vec::new();
    collect(spec, &mut files)?;
    files.sort();
    for path in files {
        let relative = relative(spec, &path);
        if relative == "deviations.yaml" {
            continue;
        }
        let name: Arc<str> = format!("spec/{relative}").into();
        let text = fs::read_to_string(&path)?;
        let Some(folder) = folder(&relative) else {
            let at = At { file: name, line: 1, column: 1 };
            problems.push(
                &at,
                "a YAML file in an unknown place",
                "`vocabulary.yaml`, or a resource in `b2b/`, `consumer/` or `shared/`",
            );
            continue;
        };
        let Some(node) = node::parse(&name, &text, problems) else { continue };
        if relative.ends_with("vocabulary.yaml") {
            all.vocabularies.extend(read::vocabulary(folder, node, problems));
        } else {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            all.resources.extend(read::resource(folder, stem, node, problems));
        }
    }
    Ok(all)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            files.push(path);
        }
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn folder(relative: &str) -> Option<Folder> {
    match relative.split_once('/') {
        None => (relative == "vocabulary.yaml").then_some(Folder::Root),
        Some((_, rest)) if rest.contains('/') => None,
        Some(("b2b", _)) => Some(Folder::B2b),
        Some(("consumer", _)) => Some(Folder::Consumer),
        Some(("shared", rest)) => (rest != "vocabulary.yaml").then_some(Folder::Shared),
        Some(_) => None,
    }
}
