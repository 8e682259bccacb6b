//! What cargo would pass over in silence.

use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder and of those in it, with this ending.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let is_built = path.file_name().is_some_and(|name| name == "target");
        if path.is_dir() && !is_built {
            files(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

#[test]
fn where_cargo_looks_for_no_unit_tests_there_are_none() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut manifests, mut seen) = (Vec::new(), 0);
    files(&root, "Cargo.toml", &mut manifests);
    for manifest in manifests {
        let text = fs::read_to_string(&manifest).unwrap();
        if !text.lines().any(|line| line == "test = false") {
            continue;
        }
        seen += 1;
        let mut sources = Vec::new();
        files(&manifest.with_file_name("src"), ".rs", &mut sources);
        for source in sources {
            let text = fs::read_to_string(&source).unwrap();
            for attribute in ["#[test]", "#[tokio::test", "#[cfg(test)]"] {
                let place = source.display();
                assert!(!text.contains(attribute), "{place} has {attribute}");
            }
        }
    }
    assert!(seen >= 5, "only {seen} crates are without unit tests");
}
