//! Step 1: from YAML files to a syntax model that keeps positions.
//!
//! Nothing is looked up here: [`resolve`](crate::resolve) binds the names.

mod deviations;
mod fields;
mod method;
mod node;
mod object;
mod permission;
mod prose;
mod read;
mod syntax;
pub mod texts;
mod traits;
mod value;
mod words;

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

pub(crate) use deviations::deviations;
pub use deviations::{DEVIATIONS, Deviation};
pub use node::Text;
pub use permission::{FieldRule, MemberSession, Permission};
pub use syntax::*;
pub use traits::*;
pub(crate) use value::value;

use crate::problem::{At, Problems};

/// The files of `spec/` itself: what all files share.
const ROOT: [&str; 2] = ["errors.yaml", "vocabulary.yaml"];

/// Reads all files of the folder `spec`.
///
/// # Errors
/// An I/O error, with the path, if a folder or file can't be read.
pub fn load(spec: &Path, problems: &mut Problems) -> io::Result<Spec> {
    let mut all = Spec::default();
    for name in names(spec)? {
        let path = spec.join(&name);
        let found = format!("spec/{name}");
        match (folder(&name), path.is_dir()) {
            (Some(folder), true) => self::files(folder, &path, &found, &mut all, problems)?,
            (_, true) => misplaced(&found, "a folder in an unknown place", problems),
            (_, false) if ROOT.contains(&name.as_str()) => {
                file(Folder::Root, &path, &found, &mut all, problems)?;
            }
            (_, false) if name == "deviations.yaml" => {
                let bytes = fs::read(&path).map_err(|error| about(&path, &error))?;
                if let Some(text) = utf8(&DEVIATIONS.into(), bytes, problems) {
                    all.deviations = deviations(&text, problems);
                }
            }
            (_, false) if is_yaml(&name) => {
                misplaced(&found, "a YAML file in an unknown place", problems);
            }
            (_, false) => {}
        }
    }
    Ok(all)
}

/// Reads the files of one of the folders that hold resources.
fn files(
    folder: Folder,
    path: &Path,
    found: &str,
    all: &mut Spec,
    problems: &mut Problems,
) -> io::Result<()> {
    for name in names(path)? {
        let path = path.join(&name);
        let found = format!("{found}/{name}");
        if path.is_dir() {
            misplaced(&found, "a folder in an unknown place", problems);
        } else if name.ends_with(".yaml") {
            file(folder, &path, &found, all, problems)?;
        } else if is_yaml(&name) {
            misplaced(
                &found,
                "a YAML file with another ending than `.yaml`",
                problems,
            );
        }
    }
    Ok(())
}

fn file(
    folder: Folder,
    path: &Path,
    found: &str,
    all: &mut Spec,
    problems: &mut Problems,
) -> io::Result<()> {
    let name: Arc<str> = found.into();
    let Some(text) = utf8(
        &name,
        fs::read(path).map_err(|error| about(path, &error))?,
        problems,
    ) else {
        problems.lose(&name);
        return Ok(());
    };
    let Some(node) = node::parse(&name, &text, problems) else {
        problems.lose(&name);
        return Ok(());
    };
    let stem = found
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".yaml"))
        .unwrap_or_default();
    match (folder, stem) {
        (Folder::Shared, "vocabulary") => {
            misplaced(found, "a vocabulary in an unknown place", problems);
        }
        (Folder::Root, _) | (_, "vocabulary") => {
            let vocabulary = read::vocabulary(folder, node, problems);
            if let Some(vocabulary) = &vocabulary {
                prose::check(
                    texts::of_declarations(&vocabulary.declarations),
                    &text,
                    problems,
                );
            }
            all.vocabularies.extend(vocabulary);
        }
        _ => {
            let prefix = all.path(folder);
            let resource = read::resource(folder, stem, prefix, node, problems);
            if let Some(resource) = &resource {
                prose::check(texts::of_resource(resource), &text, problems);
            }
            all.resources.extend(resource);
        }
    }
    all.sources.insert(name, text);
    Ok(())
}

/// The text in `bytes`; `None`, with a problem, if they are something else.
fn utf8(file: &Arc<str>, bytes: Vec<u8>, problems: &mut Problems) -> Option<String> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    let good = error
        .as_bytes()
        .get(..error.utf8_error().valid_up_to())
        .unwrap_or_default();
    let good = String::from_utf8_lossy(good);
    let line = good.matches('\n').count() + 1;
    let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let at = At {
        file: file.clone(),
        line: line as u64,
        column: column as u64,
    };
    problems.push(&at, "a byte that is no text", "text in UTF-8");
    None
}

fn misplaced(found: &str, what: &str, problems: &mut Problems) {
    problems.lose_all();
    problems.push(
        &At { file: found.into(), line: 1, column: 1 },
        what,
        "`vocabulary.yaml` in `spec/`, `b2b/` or `consumer/`, or `<resource>.yaml` in `b2b/`, `consumer/` or `shared/`",
    );
}

/// The names of what is in a folder, in an order that does not depend on the disk.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| about(folder, &error))? {
        let name = entry.map_err(|error| about(folder, &error))?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    // Vocabularies first: they say where the paths of resources begin.
    names.sort_by_key(|name| (name != "vocabulary.yaml", name.clone()));
    // What editors leave behind.
    names.retain(|name| !name.starts_with('.'));
    Ok(names)
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn is_yaml(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// The folder of resources that has this name.
pub(crate) fn folder(name: &str) -> Option<Folder> {
    match name {
        "b2b" => Some(Folder::B2b),
        "consumer" => Some(Folder::Consumer),
        "shared" => Some(Folder::Shared),
        _ => None,
    }
}
