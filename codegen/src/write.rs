//! Files on disk against files that should be there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// How many lines a diff may have before it is cut.
pub const DIFF_LINES: usize = 400;

/// What differs between the disk and the files that should be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files to write, with their content.
    pub write: BTreeMap<String, String>,
    /// Files to remove: nothing in the spec asks for them.
    pub remove: Vec<String>,
}

impl Changes {
    /// Whether the disk is as it should be.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }
}

/// Compares `wanted` with the disk below `root`. Whatever else lies in one of the `folders`, which
/// belong to the generator, is to be removed.
///
/// # Errors
/// An I/O error, with the path, if a folder or file can't be read.
pub fn compare(
    root: &Path,
    wanted: &BTreeMap<String, String>,
    folders: &[String],
) -> io::Result<Changes> {
    let mut changes = Changes::default();
    for (path, text) in wanted {
        if read(&root.join(path))?.as_deref() != Some(text.as_bytes()) {
            changes.write.insert(path.clone(), text.clone());
        }
    }
    for folder in folders {
        let mut found = Vec::new();
        collect(&root.join(folder), &mut found)?;
        for path in found {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let relative: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            let relative = relative.join("/");
            if !wanted.contains_key(&relative) {
                changes.remove.push(relative);
            }
        }
    }
    changes.remove.sort();
    Ok(changes)
}

/// Carries the changes out. Files that are as they should be are not touched; a folder that is left
/// with nothing in it goes, too.
///
/// # Errors
/// An I/O error, with the path, if a file can't be written or removed.
pub fn apply(root: &Path, changes: &Changes) -> io::Result<()> {
    for path in &changes.remove {
        let path = root.join(path);
        fs::remove_file(&path).map_err(|error| about(&path, &error))?;
        // Stops at the first folder that still holds something.
        let mut folders = path
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != root);
        let _ = folders.try_for_each(fs::remove_dir);
    }
    for (path, text) in &changes.write {
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| about(parent, &error))?;
        }
        fs::write(&path, text).map_err(|error| about(&path, &error))?;
    }
    Ok(())
}

/// The changes as a unified diff, cut after a few hundred lines.
///
/// # Errors
/// An I/O error, with the path, if a file can't be read.
pub fn diff(root: &Path, changes: &Changes) -> io::Result<String> {
    let mut lines: Vec<String> = Vec::new();
    for (path, new) in &changes.write {
        let old = read(&root.join(path))?;
        let (old, from) = match &old {
            Some(old) => (
                String::from_utf8_lossy(old).into_owned(),
                format!("a/{path}"),
            ),
            None => (String::new(), "/dev/null".to_owned()),
        };
        push_diff(&mut lines, &old, new, &from, &format!("b/{path}"));
    }
    for path in &changes.remove {
        let old = read(&root.join(path))?.unwrap_or_default();
        push_diff(
            &mut lines,
            &String::from_utf8_lossy(&old),
            "",
            &format!("a/{path}"),
            "/dev/null",
        );
    }
    let more = lines.len().saturating_sub(DIFF_LINES);
    lines.truncate(DIFF_LINES);
    if more > 0 {
        lines.push(format!("… and {more} more lines"));
    }
    Ok(lines.join("\n"))
}

fn push_diff(lines: &mut Vec<String>, old: &str, new: &str, from: &str, to: &str) {
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(3)
        .header(from, to)
        .to_string();
    if text.is_empty() {
        lines.push(format!("--- {from}"));
        lines.push(format!("+++ {to}"));
    }
    lines.extend(text.lines().map(str::to_owned));
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(about(path, &error)),
    }
}

/// All files below `folder`. A link counts as a file: what it leads to belongs to somebody else.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(about(folder, &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| about(folder, &error))?;
        let kind = entry
            .file_type()
            .map_err(|error| about(&entry.path(), &error))?;
        if kind.is_dir() {
            collect(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
