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
mod reports;
mod skeleton;
mod whole_api;

use std::path::{Path, PathBuf};

use codegen::drift::{self, Error, Report};

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
    let api = codegen::api(&root()).unwrap();
    drift::compare(&api, deviations, "openapi.yaml", text)
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
