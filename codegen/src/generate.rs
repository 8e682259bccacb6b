//! All four steps in a row.

use std::fmt;
use std::io;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use crate::emit::{self, Files};
use crate::load;
use crate::plan;
use crate::problem::Problems;
use crate::resolve::{self, Api};
use crate::schema;

/// Why nothing was generated.
#[derive(Debug)]
pub enum Error {
    /// The spec has problems.
    Spec(Problems),
    /// A file could not be read or written.
    Io(io::Error),
    /// The generator made something that is no Rust.
    Generator(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(problems) => problems.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Generator(message) => write!(f, "a mistake in the generator: {message}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Spec(problems) => Some(problems),
            Self::Io(error) => Some(error),
            Self::Generator(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Reads and binds the spec in the folder `spec` below `root`.
///
/// # Errors
/// All problems of the spec, or an I/O error.
pub fn api(root: &Path) -> Result<Api, Error> {
    let mut problems = Problems::default();
    let spec = load::load(&root.join("spec"), &mut problems)?;
    let api = resolve::resolve(&spec, &mut problems);
    problems.into_result(api).map_err(Error::Spec)
}

/// The generated files, and the folders that belong to the generator.
///
/// # Errors
/// All problems of the spec, or an I/O error.
pub fn generate(root: &Path) -> Result<(Files, Vec<String>), Error> {
    let api = api(root)?;
    let mut files = Files::new();
    files.insert(schema::PATH.to_owned(), schema::file());
    let mut folders = vec![emit::TABLES.to_owned()];
    // The crates know nothing of each other, and each takes most of the time of a run.
    let crates = thread::scope(|scope| {
        let crates = api.clients().map(|client| {
            scope.spawn(move || {
                let krate = plan::plan(client);
                let files = emit::emit(&krate)?;
                Ok((format!("{}/src/generated", krate.package), files))
            })
        });
        crates.map(|krate| krate.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    for krate in crates {
        let (folder, more) = krate.map_err(Error::Generator)?;
        folders.push(folder);
        files.extend(more);
    }
    Ok((files, folders))
}
