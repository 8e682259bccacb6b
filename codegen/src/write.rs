//! Files on disk against files that should be there.
//!
//! A file is replaced as a whole or not at all, even if the run is killed, and nothing outside of the
//! tree is touched, even if a link leads there.

use std::collections::{BTreeMap, BTreeSet};
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
/// belong to the generator, is to be removed. Line ends are no difference: git may have changed them.
///
/// # Errors
/// An I/O error, with the path, if a folder or file can't be read, or if a link on the way to it leads
/// out of `root`.
pub fn compare(
    root: &Path,
    wanted: &BTreeMap<String, String>,
    folders: &[String],
) -> io::Result<Changes> {
    let mut changes = Changes::default();
    let mut parents: BTreeSet<&Path> = folders.iter().map(Path::new).collect();
    parents.extend(wanted.keys().filter_map(|path| Path::new(path).parent()));
    for parent in parents {
        stays_inside(root, &root.join(parent))?;
    }
    for (path, text) in wanted {
        let on_disk = root.join(path);
        // A link in place of the file is none of ours, whatever it leads to.
        if on_disk.is_symlink() || !read(&on_disk)?.is_some_and(|bytes| same(&bytes, text)) {
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

/// Whether the bytes are the text, but for the ends of lines.
fn same(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes()
        || std::str::from_utf8(bytes).is_ok_and(|found| found.replace("\r\n", "\n") == text)
}

/// Refuses a folder that is reached through a link out of `root`. What is not there yet is judged by
/// the folder in which it will be made.
fn stays_inside(root: &Path, folder: &Path) -> io::Result<()> {
    let root = fs::canonicalize(root).map_err(|error| about(root, &error))?;
    for place in folder.ancestors() {
        match fs::canonicalize(place) {
            Ok(found) if found.starts_with(&root) => return Ok(()),
            // A link that leads nowhere yet.
            Err(error) if error.kind() == io::ErrorKind::NotFound && !place.is_symlink() => {}
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(about(place, &error));
            }
            _ => break,
        }
    }
    let error = io::Error::other("a link leads out of the repository; nothing was written");
    Err(about(folder, &error))
}

/// Carries the changes out. Files that are as they should be are not touched; a folder that is left
/// with nothing in it goes, too.
///
/// All files are written under another name first and then renamed, so that whoever reads one, or
/// ends the run half way, finds the old text or the new one.
///
/// # Errors
/// An I/O error, with the path, if a file can't be written or removed.
pub fn apply(root: &Path, changes: &Changes) -> io::Result<()> {
    let mut staged = Vec::new();
    let outcome = stage(root, changes, &mut staged).and_then(|()| {
        for path in &changes.remove {
            let path = root.join(path);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(about(&path, &error));
                }
                _ => {}
            }
        }
        for (from, to) in &staged {
            fs::rename(from, to).map_err(|error| about(to, &error))?;
        }
        Ok(())
    });
    if outcome.is_err() {
        for (from, _) in &staged {
            // Those that were renamed are not there any more.
            let _ = fs::remove_file(from);
        }
    }
    for path in &changes.remove {
        let path = root.join(path);
        // Stops at the first folder that still holds something.
        let mut folders = path
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != root);
        let _ = folders.try_for_each(fs::remove_dir);
    }
    outcome
}

/// Writes each file beside its place.
fn stage(root: &Path, changes: &Changes, staged: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    for (path, text) in &changes.write {
        let path = root.join(path);
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            continue;
        };
        fs::create_dir_all(parent).map_err(|error| about(parent, &error))?;
        let beginning = format!(".{}.", name.to_string_lossy());
        sweep(parent, &beginning);
        let beside = parent.join(format!("{beginning}{}{STAGED}", std::process::id()));
        staged.push((beside.clone(), path));
        fs::write(&beside, text).map_err(|error| about(&beside, &error))?;
    }
    Ok(())
}

/// The ending of a file that is about to be renamed.
const STAGED: &str = ".tmp";

/// Removes what a run that was killed has left of a file. If it can't be removed, it does no harm.
fn sweep(parent: &Path, beginning: &str) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(beginning) && name.ends_with(STAGED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// One line for each file that is not as it should be.
#[must_use]
pub fn list(root: &Path, changes: &Changes) -> String {
    let written = changes.write.keys().map(|path| {
        let what = if root.join(path).exists() {
            "differs"
        } else {
            "missing"
        };
        format!("{what}: {path}")
    });
    let removed = changes
        .remove
        .iter()
        .map(|path| format!("left over: {path}"));
    written.chain(removed).collect::<Vec<_>>().join("\n")
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
