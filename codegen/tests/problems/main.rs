//! What is wrong with a spec is reported with its place, what was found and what was expected.
//!
//! Each file below `cases/` is one broken spec with the whole message that it brings up:
//!
//! ```text
//! --- b2b/things.yaml
//! resource: things
//! …
//! === the message
//! spec/b2b/things.yaml:3:1: …
//! ```
//!
//! `BLESS=1 cargo test -p codegen --test problems` writes the messages as they are now; read the
//! difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod disk;
mod random;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use disk::Disk;

const MESSAGE: &str = "=== the message\n";

#[test]
fn every_broken_spec_is_reported_with_its_whole_message() {
    let mut wrong = String::new();
    let mut count = 0;
    for path in cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems/cases")) {
        count += 1;
        let case = fs::read_to_string(&path).unwrap();
        let (files, expected) = case.split_once(MESSAGE).unwrap_or((&case, ""));
        let disk = Disk::new();
        for file in files.split("--- ").skip(1) {
            let (name, text) = file.split_once('\n').unwrap();
            disk.write(name, text.as_bytes());
        }
        let found = disk.message();
        if found != expected {
            if std::env::var_os("BLESS").is_some() {
                fs::write(&path, format!("{files}{MESSAGE}{found}")).unwrap();
            }
            write!(
                wrong,
                "\n{}\nfound:\n{found}expected:\n{expected}",
                path.display()
            )
            .unwrap();
        }
    }
    assert!(count > 100, "only {count} cases");
    assert!(wrong.is_empty(), "{wrong}");
}

fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(cases(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn a_byte_that_is_no_utf8_is_reported_at_its_place() {
    let disk = Disk::new();
    disk.write(
        "b2b/things.yaml",
        b"resource: things\ndocs: \xc3\xa9t\xe9\n",
    );
    assert_eq!(
        disk.message(),
        "spec/b2b/things.yaml:2:9: a byte that is no text\n  expected text in UTF-8\n1 problem in the spec\n"
    );
}

#[test]
fn folders_belong_nowhere_but_at_the_top() {
    let disk = Disk::new();
    disk.folder("b2b/organizations");
    disk.folder("consumer/users.yaml");
    disk.folder("common");
    let place = "`vocabulary.yaml` in `spec/`, `b2b/` or `consumer/`, or `<resource>.yaml` in `b2b/`, `consumer/` or `shared/`";
    assert_eq!(
        disk.message(),
        format!(
            "spec/b2b/organizations:1:1: a folder in an unknown place\n  expected {place}\n\
             spec/common:1:1: a folder in an unknown place\n  expected {place}\n\
             spec/consumer/users.yaml:1:1: a folder in an unknown place\n  expected {place}\n\
             3 problems in the spec\n"
        )
    );
}

#[test]
fn a_missing_spec_is_an_error_with_its_path() {
    let disk = Disk::new();
    fs::remove_dir_all(disk.root().join("spec")).unwrap();
    let message = disk.message();
    let spec = disk.root().join("spec");
    assert!(
        message.starts_with(&format!("{}: ", spec.display())),
        "{message}"
    );
}

#[test]
fn byte_order_marks_line_ends_and_what_editors_leave_behind_are_no_problem() {
    let disk = Disk::new();
    disk.write("b2b/things.yaml", "\u{feff}resource: things\r\ndocs: Things.\r\nenums:\r\n  Kind:\r\n    docs: A kind.\r\n    values:\r\n      a: One.\r\nmethods:\r\n  get:\r\n    http: GET /v1/things\r\n    docs: Gets one.\r\n    response:\r\n      kind: Kind Its kind.\r\n".as_bytes());
    disk.write("b2b/.things.yaml.swp", b"\xff");
    disk.write("b2b/things.yaml~", b"\xff");
    disk.write("README.md", b"# The spec");
    assert_eq!(disk.message(), "");
}
