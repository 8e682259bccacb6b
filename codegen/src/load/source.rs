//! From files to trees, several at a time: reading YAML is most of what loading takes.

use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::node::{self, Node};
use super::syntax::Folder;
use crate::problem::{At, Problems};

/// A file that holds a part of the spec.
pub(super) struct Source {
    pub(super) folder: Folder,
    /// Its path in the repository.
    pub(super) name: Arc<str>,
    pub(super) path: PathBuf,
}

/// What stands in a file; `None` if it can't be read.
pub(super) type Content = Option<(String, Node)>;

impl Source {
    fn content(&self, problems: &mut Problems) -> io::Result<Content> {
        let bytes = fs::read(&self.path).map_err(|error| about(&self.path, &error))?;
        let content = utf8(&self.name, bytes, problems).and_then(|text| {
            let node = node::parse(&self.name, &text, problems)?;
            Some((text, node))
        });
        if content.is_none() {
            problems.lose(&self.name);
        }
        Ok(content)
    }
}

/// What stands in each of the files.
pub(super) fn contents(sources: &[Source], problems: &mut Problems) -> io::Result<Vec<Content>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = |sources: &[Source]| {
        let mut problems = Problems::default();
        let contents = sources.iter().map(|source| source.content(&mut problems));
        (contents.collect::<Vec<_>>(), problems)
    };
    let parts = thread::scope(|scope| {
        let chunks = sources.chunks(sources.len().div_ceil(threads).max(1));
        let parts: Vec<_> = chunks
            .map(|sources| scope.spawn(move || part(sources)))
            .collect();
        let parts = parts.into_iter();
        let join = |part: thread::ScopedJoinHandle<'_, _>| {
            part.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        parts.map(join).collect::<Vec<_>>()
    });
    let mut contents = Vec::with_capacity(sources.len());
    for (part, found) in parts {
        contents.extend(part);
        problems.extend(found);
    }
    contents.into_iter().collect()
}

/// The text in `bytes`; `None`, with a problem, if they are something else.
pub(super) fn utf8(file: &Arc<str>, bytes: Vec<u8>, problems: &mut Problems) -> Option<String> {
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

pub(super) fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
