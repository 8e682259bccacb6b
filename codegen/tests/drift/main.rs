//! Where a spec and an OpenAPI file part ways.
//!
//! Most tests make one change to a file that agrees with the small spec below `fixtures/drift`, and
//! compare the whole report.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod broken;
mod changes;
mod deviations;
mod kept;
mod kinds;
mod reports;
mod skeleton;
mod whole_api;

use std::fs;
use std::path::{Path, PathBuf};

use codegen::drift::{self, Error, Kept, Report};

/// A file that agrees with the spec of the fixture.
const AGREEING: &str = include_str!("../fixtures/drift/openapi.yaml");

/// The root of the fixture.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/drift")
}

/// The file after some changes, each `(old, new)` with an `old` that stands there once.
fn changed(changes: &[(&str, &str)]) -> String {
    changes
        .iter()
        .fold(AGREEING.to_owned(), |text, (old, new)| {
            assert_eq!(text.matches(old).count(), 1, "`{old}` in the file");
            text.replace(old, new)
        })
}

fn compare(deviations: &str, text: &str) -> Result<Report, Error> {
    let kept = Kept {
        deviations,
        lock: None,
    };
    let api = codegen::api(&root()).unwrap();
    drift::compare(&api, kept, "openapi.yaml", text)
}

/// The report on the changed file, with nothing explained.
fn report(changes: &[(&str, &str)]) -> Report {
    compare("deviations: []", &changed(changes)).unwrap()
}

/// The report in words, without the count at the end.
fn differences(changes: &[(&str, &str)]) -> String {
    let text = report(changes).text();
    let (differences, count) = text.rsplit_once("\n\n").unwrap_or(("", &text));
    assert!(
        count.ends_with("unexplained; 0 explained by spec/deviations.yaml, 0 stale there\n"),
        "{text}"
    );
    differences.to_owned()
}

/// The report on a file against the spec below `root` and what was kept of an older file.
fn report_with_lock(root: &Path, older: &str, text: &str) -> Report {
    let lock = drift::lock("older.yaml", older).unwrap();
    let kept = Kept {
        deviations: "deviations: []",
        lock: Some(&lock),
    };
    let api = codegen::api(root).unwrap();
    drift::compare(&api, kept, "openapi.yaml", text).unwrap()
}

/// Somewhere to write a spec, removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("drift-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Copies the spec of the fixture.
    fn copy_spec(&self) {
        for name in [
            "vocabulary",
            "b2b/rooms",
            "b2b/links",
            "consumer/links",
            "shared/doors",
        ] {
            let name = format!("spec/{name}.yaml");
            self.write(&name, &fs::read_to_string(root().join(&name)).unwrap());
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
