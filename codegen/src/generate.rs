//! All steps in a row.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use crate::drift;
use crate::load;
use crate::memory::Memory;
use crate::outputs::draft::Draft;
use crate::outputs::{self, Files};
use crate::problem::Problems;
use crate::resolve::{self, Api};
use crate::schema;
use crate::stats;

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
    outputs::errors::check(&spec, &mut problems);
    for output in outputs::ALL {
        (output.check)(&spec, &api, &mut problems);
    }
    drift::check(&spec.deviations, &api, &mut problems);
    problems.into_result(api).map_err(Error::Spec)
}

/// The generated files, and the folders that belong to the generator.
///
/// # Errors
/// All problems of the spec, or an I/O error.
pub fn generate_anew(root: &Path) -> Result<(Files, Vec<String>), Error> {
    generate(root, Memory::default())
}

/// The same, where what `memory` knows to be on the disk is not made again.
///
/// # Errors
/// All problems of the spec, or an I/O error.
pub fn generate(root: &Path, memory: Memory) -> Result<(Files, Vec<String>), Error> {
    let api = api(root)?;
    let mut files = Files::new();
    files.insert(schema::PATH.to_owned(), schema::file());
    files.insert(stats::PATH.to_owned(), stats::file(&api));
    let handlers = load::handlers(root)?;
    let (path, table) = outputs::emulator::table(&api, &handlers);
    files.insert(path, table);
    files.insert(outputs::llms::PATH.to_owned(), outputs::llms::file(&api));
    let mut folders = BTreeSet::from([outputs::emulator::FOLDER.to_owned()]);
    // The outputs know nothing of each other.
    let known = &memory;
    let parts = thread::scope(|scope| {
        let errors = outputs::errors::draft(&api);
        let mut parts = vec![scope.spawn(move || Part::of(root, known, vec![errors]))];
        let emulator = outputs::emulator::drafts(&api, &handlers);
        parts.push(scope.spawn(move || Part::of(root, known, emulator)));
        for output in outputs::ALL {
            for client in api.clients() {
                folders.insert((output.folder)(client));
                parts.push(scope.spawn(move || Part::of(root, known, (output.drafts)(client)?)));
            }
        }
        let parts = parts.into_iter();
        let join = |part: thread::ScopedJoinHandle<'_, _>| {
            part.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        parts.map(join).collect::<Result<Vec<_>, _>>()
    });
    let parts = parts.map_err(Error::Generator)?;
    memory.keep(parts.iter().flat_map(Part::made));
    files.extend(parts.into_iter().flat_map(|part| part.files));
    Ok((files, folders.into_iter().collect()))
}

/// Some of the files, with what each was made of.
struct Part {
    files: Files,
    keys: Vec<(String, u64)>,
}

impl Part {
    fn of(root: &Path, known: &Memory, drafts: Vec<Draft<'_>>) -> Result<Self, String> {
        let keys = drafts.iter().map(|draft| (draft.path.clone(), draft.key));
        let keys = keys.collect();
        let mut files = Files::new();
        let mut rest = Vec::new();
        for draft in drafts {
            match known.made(root, &draft) {
                Some(text) => drop(files.insert(draft.path, text)),
                None => rest.push(draft),
            }
        }
        files.extend(outputs::write(rest)?);
        Ok(Self { files, keys })
    }

    fn made(&self) -> impl Iterator<Item = (&str, u64, &str)> {
        let keys = self.keys.iter();
        keys.filter_map(|(path, key)| Some((path.as_str(), *key, self.files.get(path)?.as_str())))
    }
}
