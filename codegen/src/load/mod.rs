//! Step 1: from YAML files to a syntax model that keeps positions.
//!
//! Nothing is looked up here: [`resolve`](crate::resolve) binds the names.

mod deviations;
mod fields;
mod handlers;
mod link;
mod markdown;
mod method;
mod node;
mod object;
mod permission;
mod prose;
mod read;
mod source;
mod syntax;
pub mod texts;
mod traits;
mod value;
mod words;

use std::fs;
use std::io;
use std::path::Path;

pub(crate) use deviations::deviations;
pub use deviations::{DEVIATIONS, Deviation};
pub(crate) use handlers::handlers;
pub use node::Text;
pub use permission::{FieldRule, MemberSession, Permission};
pub use syntax::*;
pub use traits::*;
pub(crate) use value::value;

use crate::problem::{At, Problems};
use node::Node;
use source::{Source, about, utf8};

/// The files of `spec/` itself: what all files share.
const ROOT: [&str; 2] = ["errors.yaml", "vocabulary.yaml"];

/// Reads all files of the folder `spec`.
///
/// # Errors
/// An I/O error, with the path, if a folder or file can't be read.
pub fn load(spec: &Path, problems: &mut Problems) -> io::Result<Spec> {
    let mut all = Spec::default();
    let mut sources = Vec::new();
    for name in names(spec)? {
        let path = spec.join(&name);
        let found = format!("spec/{name}");
        match (folder(&name), path.is_dir()) {
            (Some(folder), true) => self::files(folder, &path, &found, &mut sources, problems)?,
            (_, true) => misplaced(&found, "a folder in an unknown place", problems),
            (_, false) if ROOT.contains(&name.as_str()) => sources.push(Source {
                folder: Folder::Root,
                name: found.into(),
                path,
            }),
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
    let contents = source::contents(&sources, problems)?;
    for (source, content) in sources.into_iter().zip(contents) {
        if let Some((text, node)) = content {
            file(source, text, node, &mut all, problems);
        }
    }
    Ok(all)
}

/// Finds the files of one of the folders that hold resources.
fn files(
    folder: Folder,
    path: &Path,
    found: &str,
    sources: &mut Vec<Source>,
    problems: &mut Problems,
) -> io::Result<()> {
    for name in names(path)? {
        let path = path.join(&name);
        let found = format!("{found}/{name}");
        if path.is_dir() {
            misplaced(&found, "a folder in an unknown place", problems);
        } else if name.ends_with(".yaml") {
            let name = found.into();
            sources.push(Source { folder, name, path });
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

fn file(source: Source, text: String, node: Node, all: &mut Spec, problems: &mut Problems) {
    let Source { folder, name, .. } = source;
    let stem = name
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".yaml"))
        .unwrap_or_default();
    match (folder, stem) {
        (Folder::Shared, "vocabulary") => {
            misplaced(&name, "a vocabulary in an unknown place", problems);
        }
        (Folder::Root, _) | (_, "vocabulary") => {
            let vocabulary = read::vocabulary(folder, node, problems);
            if let Some(Vocabulary { declarations, .. }) = &vocabulary {
                prose::check(texts::of_declarations(declarations), &text, problems);
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
