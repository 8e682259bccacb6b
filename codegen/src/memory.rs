//! What earlier runs made of what, so that a run makes only what has changed.
//!
//! Nothing is taken from here but numbers: a file counts as made if what it is made of is the same as in
//! the run that made it, and if it is on the disk as that run made it, to the letter. Whoever edits a
//! generated file, or loses this memory, gets it made anew.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::outputs::draft::{Draft, hash};

/// What earlier runs made, by path: what of, and what came out.
#[derive(Debug, Default)]
pub struct Memory {
    file: Option<PathBuf>,
    head: String,
    made: BTreeMap<String, (u64, u64)>,
}

impl Memory {
    /// What `file` says about the repository below `root`; nothing if another program wrote it.
    #[must_use]
    pub fn read(root: &Path, file: &Path) -> Self {
        let Some(head) = head(root) else {
            return Self::default();
        };
        let text = fs::read_to_string(file).unwrap_or_default();
        let made = text
            .strip_prefix(&head)
            .and_then(|text| text.strip_prefix('\n'))
            .and_then(|text| text.lines().map(line).collect());
        Self {
            file: Some(file.to_owned()),
            head,
            made: made.unwrap_or_default(),
        }
    }

    /// The text of a file that is on the disk as it would be made.
    pub(crate) fn made(&self, root: &Path, draft: &Draft<'_>) -> Option<String> {
        let (key, outcome) = self.made.get(&draft.path)?;
        if *key != draft.key {
            return None;
        }
        let text = fs::read_to_string(root.join(&draft.path)).ok()?;
        (hash(&text) == *outcome).then_some(text)
    }

    /// Keeps what this run made: path, key and text of each file. What can't be kept is made again.
    pub(crate) fn keep<'t>(self, made: impl Iterator<Item = (&'t str, u64, &'t str)>) {
        let made: BTreeMap<_, _> = made
            .map(|(path, key, text)| (path.to_owned(), (key, hash(text))))
            .collect();
        let Some(file) = self.file.filter(|_| made != self.made) else {
            return;
        };
        let mut text = self.head;
        for (path, (key, outcome)) in &made {
            let _ = write!(text, "\n{key:016x} {outcome:016x} {path}");
        }
        let beside = file.with_extension(std::process::id().to_string());
        if let Some(folder) = file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        if fs::write(&beside, text).is_ok() {
            let _ = fs::rename(&beside, &file);
        }
    }
}

/// Which generator works on which repository: a build is known by its time and size.
fn head(root: &Path) -> Option<String> {
    let program = env::current_exe().ok()?;
    let about = fs::metadata(&program).ok()?;
    let built = about.modified().ok()?;
    let root = root.canonicalize().ok()?;
    let which = (program, about.len(), built, root);
    Some(format!("{:016x}", hash(&which)))
}

fn line(line: &str) -> Option<(String, (u64, u64))> {
    let (key, rest) = line.split_once(' ')?;
    let (outcome, path) = rest.split_once(' ')?;
    let number = |text| u64::from_str_radix(text, 16).ok();
    Some((path.to_owned(), (number(key)?, number(outcome)?)))
}
