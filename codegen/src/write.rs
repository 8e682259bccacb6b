//! Files on disk against files that should be there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// How long a diff may get before it is cut.
const DIFF_LINES: usize = 400;

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
/// An I/O error if a folder or file can't be read.
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

/// Carries the changes out. Files that are as they should be are not touched.
///
/// # Errors
/// An I/O error if a file can't be written or removed.
pub fn apply(root: &Path, changes: &Changes) -> io::Result<()> {
    for path in &changes.remove {
        fs::remove_file(root.join(path))?;
    }
    for (path, text) in &changes.write {
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}

/// The changes as a unified diff, cut after a few hundred lines.
///
/// # Errors
/// An I/O error if a file can't be read.
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
        Err(error) => Err(error),
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
